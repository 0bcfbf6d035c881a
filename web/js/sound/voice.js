import { CLICK_LENGTH, clickShape, clicksIn } from './clicks.js';
import { runTime } from './clock.js';
import { pitchOf, traceReader } from './pitch.js';

/**
 * The sound of a run as samples, block by block.
 *
 * @typedef {object} Score what is to be heard
 * @property {number} from start of the time that is drawn, ms
 * @property {number} to its end, ms
 * @property {Float64Array} spikes ms
 * @property {{ t: Float64Array, u: Float64Array }} trace ms, mV
 * @property {{ u_reset: number, theta: number }} levels mV
 *
 * @typedef {{ clicks: boolean, pitch: boolean }} Mix
 *
 * @typedef {object} Voice what goes on from one block to the next
 * @property {number} phase of the tone, turns
 * @property {number} level of the tone, 0 … 1
 * @property {number[]} ringing clicks not yet over, s
 *
 * @typedef {object} Block
 * @property {number} frame its first sample's place, counted from the audio clock's zero
 * @property {number} count of samples
 * @property {number} rate samples a second
 */

/** @type {Voice} */
export const silent = { phase: 0, level: 0, ringing: [] };

const CLICK_VOLUME = 0.6;
const TONE_VOLUME = 0.14;
/** A gentle timbre: these parts of the first harmonics. */
const HARMONICS = [1, 0.3, 0.1];
/** The tone comes and goes this softly, s. */
const SWELL = 0.006;

/**
 * @param {Score} score
 * @param {Mix} mix
 * @param {import('./clock.js').Clock} clock
 * @param {Block} block
 * @param {Voice} voice
 * @returns {{ samples: Float32Array<ArrayBuffer>, voice: Voice }}
 */
export function render(score, mix, clock, block, voice) {
  const samples = new Float32Array(block.count);
  return {
    samples,
    voice: {
      ...addTone(samples, score, mix, clock, block, voice),
      ringing: addClicks(samples, score, mix, clock, block, voice),
    },
  };
}

/**
 * @param {Float32Array} samples @param {Score} score @param {Mix} mix
 * @param {import('./clock.js').Clock} clock @param {Block} block @param {Voice} voice
 */
function addClicks(samples, { spikes }, { clicks }, clock, { frame, count, rate }, { ringing }) {
  const [from, to] = [frame, frame + count].map((each) => runTime(clock, each / rate));
  const started = clicks ? clicksIn(spikes, clock, from, to, ringing[ringing.length - 1]) : [];
  const all = [...ringing, ...started];
  const length = Math.ceil(CLICK_LENGTH * rate);
  for (const time of all) {
    const start = Math.round(time * rate) - frame;
    const end = Math.min(start + length, count);
    for (let at = Math.max(start, 0); at < end; at += 1) {
      samples[at] += CLICK_VOLUME * clickShape((at - start) / rate);
    }
  }
  return all.filter((time) => Math.round(time * rate) + length > frame + count);
}

/**
 * @param {Float32Array} samples @param {Score} score @param {Mix} mix
 * @param {import('./clock.js').Clock} clock @param {Block} block @param {Voice} voice
 */
function addTone(samples, { from, to, trace, levels }, { pitch }, clock, { frame, count, rate }, voice) {
  let { phase, level } = voice;
  if (!pitch && level < 1e-4) return { phase, level: 0 };
  const nearer = 1 - Math.exp(-1 / (SWELL * rate));
  const potential = traceReader(trace, runTime(clock, frame / rate));
  for (let at = 0; at < count; at += 1) {
    const t = runTime(clock, (frame + at) / rate);
    level += nearer * ((pitch && t >= from && t <= to ? 1 : 0) - level);
    phase = (phase + pitchOf(potential(t), levels) / rate) % 1;
    HARMONICS.forEach((part, index) => {
      samples[at] += TONE_VOLUME * level * part * Math.sin(2 * Math.PI * (index + 1) * phase);
    });
  }
  return { phase, level };
}
