import { lowerBound } from '../base/sorted.js';
import { runTime, soundTime } from './clock.js';

/** Clicks nearer than this, s, are one: the ear hears a tone long before. */
export const LEAST_GAP = 0.001;

/**
 * When the spikes of a stretch of the run click, s: one click a spike, but for those too near to the click before.
 * @param {Float64Array} spikes ms
 * @param {import('./clock.js').Clock} clock
 * @param {number} from ms
 * @param {number} to ms, no longer part of it
 * @param {number} [last] click before, s
 */
export function clicksIn(spikes, clock, from, to, last = -Infinity) {
  const clicks = [];
  let at = lowerBound(spikes, from);
  while (at < spikes.length && spikes[at] < to) {
    const time = soundTime(clock, spikes[at]);
    at += 1;
    if (time - last >= LEAST_GAP) {
      clicks.push(time);
      last = time;
    } else {
      at = Math.max(at, lowerBound(spikes, runTime(clock, last + LEAST_GAP)));
    }
  }
  return clicks;
}

/** A click's length, s, its tone, Hz, and how fast it dies away, s. */
export const CLICK_LENGTH = 0.003;
const TONE = 2000;
const DECAY = 0.0004;

/**
 * The sound of a click, at most 1.
 * @param {number} s since its start, 0 … CLICK_LENGTH
 */
export function clickShape(s) {
  return Math.sin(2 * Math.PI * TONE * s) * Math.exp(-s / DECAY);
}
