import { experimentOf } from '../model/experiments/index.js';
import { pathsOf } from './axes.js';

/**
 * Firing rates over one or two controls of an experiment, coarse to fine. Pure: it runs in the page where it is
 * quick and in the worker where it is not.
 *
 * @typedef {import('../model/types.js').Values} Values
 *
 * @typedef {object} Axis
 * @property {string} key of a control
 * @property {number} min
 * @property {number} max
 * @property {number} count
 * @property {boolean} centred whether the points lie amid `count` cells rather than from end to end
 *
 * @typedef {object} Sweep
 * @property {string} experiment id
 * @property {Values} values of the other controls
 * @property {number} row index of the case
 * @property {import('../model/types.js').Numerics} numerics
 * @property {Axis[]} axes one, or two: x and y
 * @property {number[]} strides every so many points of each axis, then the rest: [4, 1]
 *
 * @typedef {object} Piece some of the rates
 * @property {number} stride
 * @property {number[]} at indices: x, or y·(count of x) + x
 * @property {number[]} rates Hz; NaN where there is no such neuron
 */

/** About so long a piece may take, ms. */
const PIECE_MS = 6;

/**
 * The points of an axis.
 * @param {Axis} axis
 */
export function pointsOf({ min, max, count, centred }) {
  const step = (max - min) / (centred ? count : count - 1);
  const first = centred ? min + step / 2 : min;
  return Float64Array.from({ length: count }, (_, i) => Number((first + i * step).toPrecision(12)));
}

/**
 * All rates of a sweep, piece by piece; between any two pieces whoever drives it may stop.
 * @param {import('../simulator/simulator.js').Simulator} iaf
 * @param {Sweep} sweep
 * @returns {Generator<Piece, void>}
 */
export function* sweepRates(iaf, { experiment: id, values, row, numerics, axes, strides }) {
  const experiment = experimentOf(id);
  const points = axes.map(pointsOf);
  const paths = axes.map(({ key }) => pathsOf(experiment, values, row, key));
  // Along the inner axis one call of the simulator takes many points, if the control sets just one field.
  const inner = axes.length > 1 && paths[0].length !== 1 ? 1 : 0;
  const outer = 1 - inner;
  const field = paths[inner].length === 1 ? paths[inner][0] : '';
  const index = (/** @type {number} */ i, /** @type {number} */ o) =>
    inner === 0 ? o * points[0].length + i : i * points[0].length + o;
  let perPoint = 0.05;
  let before = 0;
  // Whether the field is the control's own value, not one that follows from it.
  const identity = [points[inner][0], points[inner][points[inner].length - 1]].every((value) => {
    const { request } = experiment.cases({ ...values, [axes[inner].key]: value })[row];
    return field && valueAt(request, field) === value;
  });

  for (const stride of strides) {
    for (let o = 0; o < (points[outer]?.length ?? 1); o += stride) {
      const wanted = [];
      for (let i = 0; i < points[inner].length; i += stride) {
        if (!before || o % before || i % before) wanted.push(i);
      }
      const others = points[outer] ? { ...values, [axes[outer].key]: points[outer][o] } : values;
      while (wanted.length) {
        const some = wanted.splice(0, Math.max(1, Math.floor(PIECE_MS / perPoint)));
        const start = performance.now();
        const rates = ratesAlong(
          some.map((i) => points[inner][i]),
          others,
        );
        perPoint = Math.max((performance.now() - start) / some.length, 1e-4);
        yield { stride, at: some.map((i) => index(i, o)), rates };
      }
    }
    before = stride;
  }

  /** Rates at some points of the inner axis. @param {number[]} at @param {Values} others */
  function ratesAlong(at, others) {
    const requestAt = (/** @type {number} */ value) => {
      const { request } = experiment.cases({ ...others, [axes[inner].key]: value })[row];
      // The exact method takes no steps: a dt too fine for the duration must not count as a fault.
      const dt = numerics.method === 'exact' ? request.duration / 1000 : numerics.dt;
      return { ...request, ...numerics, dt };
    };
    if (!field) return at.flatMap((value) => ratesOf(iaf, requestAt(value), 'duration', null));
    const request = requestAt(at[0]);
    return ratesOf(iaf, request, field, identity ? at : at.map((value) => valueAt(requestAt(value), field)));
  }
}

/** @param {any} request @param {string} path @returns {number} */
function valueAt(request, path) {
  return (path.match(/[^.[\]]+/g) ?? []).reduce((value, key) => value[key], request);
}

/**
 * Rates of a request with one field replaced; NaN where that makes no neuron.
 * @param {import('../simulator/simulator.js').Simulator} iaf
 * @param {import('../model/types.js').FullRequest} request
 * @param {string} field
 * @param {number[] | null} values the field's own, if null
 * @returns {number[]}
 */
function ratesOf(iaf, request, field, values) {
  const list = values ?? [valueAt(request, field)];
  try {
    return [...iaf.firingRates({ ...request, axes: [{ field, values: list }] })];
  } catch (error) {
    if (!(error instanceof Error && 'issues' in error)) throw error;
    if (list.length < 2) return [NaN];
    const half = list.length >> 1;
    return [list.slice(0, half), list.slice(half)].flatMap((part) => ratesOf(iaf, request, field, part));
  }
}

/**
 * The rates of a sweep so far, Hz: NaN where there is no such neuron. Where a point is yet to come, the nearest that
 * is there stands for it, or -1 if none is.
 */
export class Rates {
  /** @param {Axis[]} axes */
  constructor(axes) {
    this.columns = axes[0].count;
    this.rows = axes[1]?.count ?? 1;
    this.values = new Float64Array(this.columns * this.rows).fill(-1);
    this.known = new Uint8Array(this.columns * this.rows);
    this.count = 0;
  }

  /** @param {Piece} piece */
  add({ stride, at, rates }) {
    const { columns, rows, values, known } = this;
    const half = stride >> 1;
    at.forEach((index, k) => {
      known[index] = 1;
      const [x, y] = [index % columns, Math.floor(index / columns)];
      const right = Math.min(x + half, columns - 1);
      const top = Math.min(y + half, rows - 1);
      for (let j = Math.max(y - half, 0); j <= top; j += 1) {
        for (let i = Math.max(x - half, 0); i <= right; i += 1) {
          if (!known[j * columns + i] || (i === x && j === y)) values[j * columns + i] = rates[k];
        }
      }
    });
    this.count += at.length;
  }

  get done() {
    return this.count === this.values.length;
  }
}
