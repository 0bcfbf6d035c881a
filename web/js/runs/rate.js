/** @typedef {import('../model/types.js').Run} Run */

/**
 * A run's firing rate by its method, Hz.
 * @param {Run} run
 */
export function rateOf({ request, view }) {
  return request.method === 'exact' ? exactRateOf(view) : view.statistics.rate;
}

/**
 * A firing rate by the exact method, Hz: the steady one where there is one, else that of the intervals.
 * @param {import('../model/types.js').View} view
 */
export function exactRateOf({ steady, statistics }) {
  return steady ? steady.rate : statistics.rate;
}
