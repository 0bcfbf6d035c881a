import { always, currentOf } from './inputs/index.js';

/**
 * A current that is drawn with the pointer, as a `samples` component.
 *
 * @typedef {import('./types.js').FullComponent} FullComponent
 * @typedef {{ t: number, current: number }} Point ms, nA
 */

/** Samples of a drawn current over the run. */
const SAMPLES = 201;
/** As many as the simulator takes. */
const MOST = 100_000;

/**
 * The current with a stroke of the pointer drawn over it: all between the stroke's two points lies on the line through them.
 * @param {FullComponent[]} input
 * @param {number} duration ms
 * @param {Point} from
 * @param {Point} to
 * @returns {FullComponent[]}
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
  return [{ kind: 'samples', ...always, interval, values }];
}

/**
 * What is drawn on: the samples that are there, or those of whatever is, so close that samples lose nothing.
 * @param {FullComponent[]} input
 * @param {number} duration ms
 */
function gridOf(input, duration) {
  const coarse = duration / (SAMPLES - 1);
  const finest = Math.min(coarse, ...input.map((each) => (each.kind === 'samples' ? each.interval : coarse)));
  const interval = duration / finest < MOST ? finest : coarse;
  const count = Math.floor(duration / interval + 1e-9) + 1;
  const [only, other] = input;
  if (
    !other &&
    only?.kind === 'samples' &&
    only.interval === interval &&
    only.values.length >= count &&
    only.start === always.start &&
    only.stop === always.stop
  )
    return { interval, values: Array.from(only.values) };
  const values = Array.from({ length: count }, (_, i) =>
    input.reduce((sum, component) => sum + currentOf(component, i * interval), 0),
  );
  return { interval, values };
}
