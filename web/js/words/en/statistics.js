// The words of the panel of statistics.
import { plain } from '../../base/format.js';

/** In the order of the panel. */
export const figureNames = [
  'Spikes',
  'First spike (latency)',
  'Mean interval',
  'Shortest interval',
  'Longest interval',
  'CV of intervals',
];

export const histogramTitle = 'Intervals between spikes';
export const intervalAxis = 'Interval (ms)';
export const countAxis = 'Count';
export const histogramHeads = ['From (ms)', 'To (ms)', 'Intervals'];

export const phaseTitle = 'Phase of the input at each spike';
export const spikeAxis = 'Spike number';
export const phaseAxis = 'Phase of the input (periods)';
export const phaseHeads = ['Spike', 'Phase (periods)'];

export const noData = 'No data';

/** @param {string} title of a graph */
export function asTable(title) {
  return `${title}, as a table`;
}

/** The name of a graph. @param {string} title @param {string} [summary] none, if there is nothing to see */
export function graphName(title, summary = 'none') {
  return `${title}: ${summary}`;
}

/** @param {{ start: number, width: number, counts: number[] }} bars of intervals, ms */
export function histogramSummary({ start, width, counts }) {
  const all = counts.reduce((sum, each) => sum + each, 0);
  const end = start + counts.length * width;
  return `${all} intervals from ${plain(start)} to ${plain(end)} ms in ${counts.length} bars, at most ${Math.max(...counts)} in one`;
}

/** @param {number} count of spikes @param {number} last phase, 0 … 1 */
export function phaseSummary(count, last) {
  return `${count} spikes, the last at ${plain(last, 4)} of a period`;
}

/** @param {number} count of spikes @param {boolean} equal whether all intervals are */
export function intervalRemark(count, equal) {
  if (count < 2) return 'An interval takes two spikes.';
  return equal ? 'All intervals are equal: the neuron fires like a clock.' : '';
}

/** @param {ReturnType<typeof import('../../runs/spike-train.js').lockingOf>} locking */
export function lockingText(locking) {
  if (locking === 'few') return 'Too few spikes to tell whether they lock to the input.';
  if (locking === 'none') return 'No locking seen: the phases of the second half do not repeat.';
  const { spikes: q, periods: p } = locking;
  const times = (/** @type {number} */ n, /** @type {string} */ what) => `${n} ${what}${n === 1 ? '' : 's'}`;
  return `Locked ${q}:${p}: ${times(q, 'spike')} in every ${p === 1 ? 'period' : times(p, 'period')} of the input; in the second half the phases repeat within a millionth of a period.`;
}
