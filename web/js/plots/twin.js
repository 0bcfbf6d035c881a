/** @typedef {import('../model/request.js').View} View */

/**
 * What the exact method makes of a run on a grid; null where it cannot run it, or is the run itself.
 * @param {{ view: View, reference?: View }} results
 */
export function twinOf({ view, reference }) {
  return !reference || reference === view ? null : reference;
}
