import { lowerBound } from '../base/sorted.js';

/** Pitch of u_reset and octaves from there to theta; u may go further, but not out of hearing. Hz */
const RESET = 220;
const OCTAVES = 2;
const LOWEST = 55;
const HIGHEST = 1760;

/**
 * The pitch of a potential, Hz.
 * @param {number} u mV
 * @param {{ u_reset: number, theta: number }} levels mV
 */
export function pitchOf(u, { u_reset, theta }) {
  const pitch = RESET * 2 ** ((OCTAVES * (u - u_reset)) / (theta - u_reset));
  // A grid method's unstable run may end in what is not a number.
  return pitch > LOWEST ? Math.min(pitch, HIGHEST) : LOWEST;
}

/**
 * Reads a trace between its points, at times that never go back. Where it jumps, the value before holds.
 * @param {{ t: Float64Array, u: Float64Array }} trace
 * @param {number} from ms
 * @returns {(t: number) => number} mV
 */
export function traceReader({ t: times, u }, from) {
  const end = times.length - 1;
  let right = Math.max(lowerBound(times, from), 1);
  return (t) => {
    while (right < end && times[right] < t) right += 1;
    const left = right - 1;
    const part = (t - times[left]) / (times[right] - times[left]);
    return part > 0 ? u[left] + Math.min(part, 1) * (u[right] - u[left]) : u[left];
  };
}
