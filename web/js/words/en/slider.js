// The words around a slider.

/** @param {string} start a control's */
export function backTo(start) {
  return `Back to ${start}`;
}

/** The same for those who do not see which control it is of. @param {string} label of the control @param {string} start */
export function resetTo(label, start) {
  return `Reset ${label.toLowerCase()} to ${start}`;
}
