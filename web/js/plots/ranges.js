import { niceRange } from '../draw/ticks.js';
import { bestOf } from '../runs/reference.js';
import { twinOf } from './twin.js';

/** @typedef {import('../model/types.js').Run} Run */

/**
 * One axis for I on all runs, in nA; zero is always on it.
 * @param {Run[]} runs
 * @param {number[]} shown further currents to hold
 */
export function currentRange(runs, shown) {
  const [low, high] = extent(
    runs.map((run) => bestOf(run).current),
    [0, ...shown],
  );
  const room = 0.08 * (high - low);
  return niceRange(low && low - room, high && high + room, 4);
}

/**
 * One axis for u on all runs, in mV, with room for the spikes above theta. A grid run may stretch it to three times
 * what the exact ones need; what an unstable one throws further is off the plot.
 * @param {Run[]} runs
 */
export function potentialRange(runs) {
  const levels = runs.flatMap(({ request: { neuron } }) =>
    [neuron.theta, neuron.u_rest, neuron.u_reset, neuron.u_0].filter((level) => level !== undefined),
  );
  const [least, most] = extent(
    runs.map((run) => bestOf(run).u),
    levels,
  );
  const [lowest, highest] = extent(
    runs.filter(twinOf).map(({ view }) => view.u),
    [least, most],
  );
  const low = Math.max(lowest, least - 2 * (most - least));
  const high = Math.min(highest, most + 2 * (most - least));
  const room = 0.1 * (high - low);
  return niceRange(low, high + room, 6);
}

/**
 * One axis for a further trace on all runs.
 * @param {(Float64Array | undefined)[]} traces
 */
export function traceRange(traces) {
  const [low, high] = extent(
    traces.flatMap((values) => values ?? []),
    [],
  );
  return low <= high ? niceRange(low, high, 5) : niceRange(0, 1, 5);
}

/** @param {Float64Array[]} traces @param {number[]} others @returns {[number, number]} */
function extent(traces, others) {
  let low = Math.min(...others);
  let high = Math.max(...others);
  for (const trace of traces) {
    for (const value of trace) {
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return [low, high];
}
