/**
 * How the time of a run and the time of its sound go together.
 *
 * @typedef {object} Clock
 * @property {number} at an instant of the audio clock, s
 * @property {number} t what of the run sounds then, ms
 * @property {number} speed 1 is real time
 */

/**
 * When a time of the run sounds, s.
 * @param {Clock} clock @param {number} t ms
 */
export function soundTime({ at, t: start, speed }, t) {
  return at + (t - start) / 1000 / speed;
}

/**
 * What time of the run sounds at an instant, ms.
 * @param {Clock} clock @param {number} time s
 */
export function runTime({ at, t, speed }, time) {
  return t + (time - at) * 1000 * speed;
}
