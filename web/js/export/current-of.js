/**
 * I(t) of one component, nA. The one definition in JavaScript; the scripts carry their own.
 * @param {import('./scripts/cases.js').Component} component
 * @param {number} t ms
 */
export function currentOf({ kind, start, stop, amplitude, frequency, phase, tau, interval, values }, t) {
  if (t < start || t >= stop) return 0;
  const s = t - start;
  if (kind === 'constant') return amplitude;
  if (kind === 'ramp') return amplitude * s;
  if (kind === 'sine') return amplitude * Math.sin((2 * Math.PI * frequency * s) / 1000 + phase);
  if (kind === 'exponential') return amplitude * Math.exp(-s / tau);
  const k = Math.floor(s / interval);
  if (k + 1 >= values.length) return 0;
  return values[k] + (values[k + 1] - values[k]) * (s / interval - k);
}
