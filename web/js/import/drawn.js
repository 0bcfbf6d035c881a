import { currentOf } from '../export/current-of.js';

/**
 * A current that is drawn with the pointer, as a `samples` component.
 *
 * @typedef {import('../request.js').InputComponent} InputComponent
 * @typedef {{ t: number, current: number }} Point ms, nA
 */

/** Samples of a drawn current over the run. */
const SAMPLES = 201;

/**
 * The current with a stroke of the pointer drawn over it: all between the stroke's two points lies on the line through them.
 * @param {InputComponent[]} input
 * @param {number} duration ms
 * @param {Point} from
 * @param {Point} to
 * @returns {InputComponent[]}
 */
export function drawnOver(input, duration, from, to) {
  const { interval, values } = gridOf(input, duration);
  const at = (/** @type {number} */ t) => Math.round(Math.min(Math.max(t, 0), duration) / interval);
  const [first, last] = [at(from.t), at(to.t)];
  const step = first <= last ? 1 : -1;
  for (let i = first; i !== last + step; i += step) {
    const part = first === last ? 1 : (i - first) / (last - first);
    values[i] = Number((from.current + part * (to.current - from.current)).toPrecision(3));
  }
  return [{ kind: 'samples', interval, values }];
}

/** What is drawn on: the samples that are there, or those of whatever is. @param {InputComponent[]} input @param {number} duration */
function gridOf(input, duration) {
  const interval = duration / (SAMPLES - 1);
  const [only] = input;
  const drawn = input.length === 1 && only.kind === 'samples' && only.interval === interval && !only.start;
  if (drawn && only.values.length === SAMPLES) return { interval, values: Array.from(only.values) };
  const parts = input.map((component) => ({ ...unset, ...component, values: valuesOf(component) }));
  const values = Array.from({ length: SAMPLES }, (_, i) =>
    parts.reduce((sum, part) => sum + currentOf(part, i * interval), 0),
  );
  return { interval, values };
}

const unset = { start: 0, stop: Infinity, amplitude: 1, frequency: 0, phase: 0, tau: 1, interval: 1 };

/** @param {InputComponent} component */
function valuesOf(component) {
  return component.kind === 'samples' ? Array.from(component.values) : [];
}
