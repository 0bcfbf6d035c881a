// The words around a slider.

/** Units as they are spoken, where they are not written so. @type {Record<string, string>} */
const spoken = { '×': 'as a factor' };

/**
 * What a slider and its field are called where symbols cannot be set.
 * @param {string} label @param {string} symbol such as u_rest @param {string} unit
 */
export function sliderName(label, symbol, unit) {
  return `${label} ${symbol.replace('_', ' ')} ${spoken[unit] ?? `in ${unit}`}`;
}

/** @param {string} value that the slider's way back leads to */
export function backTo(value) {
  return `Back to ${value}`;
}

/** The same for those who do not see which control it is of. @param {string} label of the control @param {string} value */
export function resetTo(label, value) {
  return `Reset ${label.toLowerCase()} to ${value}`;
}
