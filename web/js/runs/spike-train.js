/**
 * What a spike train shows beside its rate. Pure functions of spike times, ms.
 *
 * @typedef {{ frequency: number, phase: number, start: number }} Sine Hz, rad, ms
 */

/** At most so many bars. */
const MOST_BARS = 50;
/** Intervals that differ by less than this part are equal, but for rounding. */
const EQUAL = 1e-9;
/** Locking is looked for up to so many spikes a pattern, and seen where phases repeat within so many periods. */
const MOST_LOCKED = 32;
const LOCKED_WITHIN = 1e-6;

/**
 * Least and greatest interval, ms; NaN below two spikes.
 * @param {Float64Array} spikes
 */
export function intervalsOf(spikes) {
  let [least, greatest] = [NaN, NaN];
  for (let k = 1; k < spikes.length; k += 1) {
    const interval = spikes[k] - spikes[k - 1];
    if (!(interval >= least)) least = interval;
    if (!(interval <= greatest)) greatest = interval;
  }
  return { least, greatest, equal: greatest - least <= EQUAL * greatest };
}

/**
 * Counts of intervals in bars of one round width. Equal intervals make one bar.
 * @param {Float64Array} spikes
 * @param {(rough: number) => number} roundStep
 * @returns {{ start: number, width: number, counts: number[] } | null} null below two spikes
 */
export function histogramOf(spikes, roundStep) {
  const { least, greatest, equal } = intervalsOf(spikes);
  if (!Number.isFinite(least)) return null;
  if (equal) {
    const width = roundStep(greatest / 20);
    const start = (Math.round(greatest / width) - 0.5) * width;
    return { start, width, counts: [spikes.length - 1] };
  }
  const bars = Math.min(Math.ceil(2 * Math.sqrt(spikes.length)), MOST_BARS);
  const width = roundStep((greatest - least) / bars);
  const first = Math.floor(least / width);
  const counts = new Array(Math.floor(greatest / width) - first + 1).fill(0);
  for (let k = 1; k < spikes.length; k += 1) {
    const bar = Math.floor((spikes[k] - spikes[k - 1]) / width) - first;
    counts[Math.min(Math.max(bar, 0), counts.length - 1)] += 1;
  }
  return { start: first * width, width, counts };
}

/**
 * Where in its period a sine is at a time: 0 … 1.
 * @param {Sine} sine
 * @param {number} t ms
 */
export function phaseAt({ frequency, phase, start }, t) {
  const periods = ((t - start) * frequency) / 1000 + phase / (2 * Math.PI);
  return periods - Math.floor(periods);
}

/**
 * Whether the phases of the second half of a spike train repeat, and how.
 * @param {Float64Array} spikes
 * @param {Sine} sine
 * @returns {{ spikes: number, periods: number } | 'none' | 'few'} so many spikes in so many periods
 */
export function lockingOf(spikes, sine) {
  const first = spikes.length >> 1;
  const phases = Array.from(spikes.subarray(first), (t) => phaseAt(sine, t));
  let tried = false;
  for (let q = 1; q <= MOST_LOCKED && phases.length - q >= Math.max(q, 3); q += 1) {
    tried = true;
    let repeats = true;
    for (let k = q; k < phases.length && repeats; k += 1) {
      const apart = Math.abs(phases[k] - phases[k - q]);
      repeats = Math.min(apart, 1 - apart) < LOCKED_WITHIN;
    }
    if (!repeats) continue;
    const end = spikes.length - 1;
    const time = spikes[end] - spikes[end - q];
    return { spikes: q, periods: Math.round((time * Math.abs(sine.frequency)) / 1000) };
  }
  return tried ? 'none' : 'few';
}
