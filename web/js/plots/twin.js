/** @typedef {import('../model/types.js').View} View */

/**
 * What the exact method makes of a run on a grid; null where it has not been asked, or is the run itself.
 * @param {{ view: View, exact: View }} results
 * @returns {View | null}
 */
export function twinOf({ view, exact }) {
  return exact === view ? null : exact;
}
