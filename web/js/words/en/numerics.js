// The words of the numerics panel, but for its account of a method (explain.js).
import { plain } from '../../base/format.js';

export const convergenceName = 'Convergence plot';
/** The same within a sentence. */
export const convergencePlot = 'convergence plot';
export const errorsTable = 'The errors as a table';
export const computingCoarse = 'Computing, coarse steps first …';
/** Where neither model nor input has an exact run. */
export const nothingToCompare =
  'The exact method does not run this neuron with this input: there is nothing to hold these steps against.';
export const inputHead = 'Input';

/** Heads of the table of errors, by what stands under them. */
export const errorHeads = {
  found: 'Spikes found',
  lost: 'Missed or invented',
  largest: 'Largest error (ms)',
  last: 'Last error (ms)',
};

/** What the error of a method is measured by: its name and unit. */
const measures = {
  spike: { name: 'Largest spike-time error', unit: 'ms' },
  end: { name: 'Error of u at the end', unit: 'mV' },
};

/** @typedef {keyof typeof measures} Measure */

/** @param {Measure} measure */
export function errorAxis(measure) {
  const { name, unit } = measures[measure];
  return `${name} (${unit})`;
}

/** With room for what follows. @param {number} error NaN if there is none @param {Measure} measure */
export function errorHere(error, measure) {
  return Number.isFinite(error) ? `At this step: ${plain(error, 3)} ${measures[measure].unit}. ` : '';
}

/** @param {string} method its label */
export function methodComputing(method) {
  return `${method} is computing …`;
}

/** The orders of convergence that were seen. @param {{ label: string, order: number }[]} seen */
export function ordersSeen(seen) {
  const orders = seen.map(({ label, order }) => `${label} ${order.toFixed(1)}`);
  return orders.length ? `Order seen: ${orders.join(', ')}.` : '';
}

/** Spikes that are too few or too many. @param {{ missed: number, invented: number }} errors */
export function lost({ missed, invented }) {
  if (invented) return `${invented} invented`;
  return missed ? `${missed} missed` : '0';
}

/** @param {string} method its label */
export function unstableName(method) {
  return `${method} unstable`;
}

/** @param {number} slope of a line on the plot */
export function slopeName(slope) {
  return `slope ${slope}`;
}

/**
 * The plot in words.
 * @param {string} title of its axis of errors
 * @param {{ label: string, ends: { dt: number, error: number }[] }[]} methods the coarsest and finest point of each, or none
 * @param {number} dt the present one, ms
 */
export function convergenceDescription(title, methods, dt) {
  const brief = (/** @type {number} */ error) => error.toExponential(1);
  const spans = methods.map(({ label, ends: [coarse, fine] }) =>
    coarse
      ? `${label}: from ${brief(coarse.error)} at dt ${coarse.dt} ms to ${brief(fine.error)} at ${fine.dt.toPrecision(3)} ms`
      : `${label}: nothing yet`,
  );
  return `${title} against dt, both logarithmic. ${spans.join('; ')}. The present dt is ${dt} ms.`;
}
