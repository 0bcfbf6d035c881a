/**
 * I(t) of one component, nA. The one definition in JavaScript; the scripts carry their own.
 * @param {import('./types.js').FullComponent} component
 * @param {number} t ms
 */
export function currentOf(component, t) {
  const { kind, start, stop } = component;
  if (t < start || t >= stop) return 0;
  const s = t - start;
  if (kind === 'samples') return between(component, s);
  const { amplitude } = component;
  if (kind === 'constant') return amplitude;
  if (kind === 'ramp') return amplitude * s;
  if (kind === 'exponential') return amplitude * Math.exp(-s / component.tau);
  return amplitude * Math.sin((2 * Math.PI * component.frequency * s) / 1000 + component.phase);
}

/** @param {{ values: ArrayLike<number>, interval: number }} samples @param {number} s ms since their start */
function between({ values, interval }, s) {
  const k = Math.floor(s / interval);
  if (k + 1 >= values.length) return 0;
  return values[k] + (values[k + 1] - values[k]) * (s / interval - k);
}
