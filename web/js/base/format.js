/**
 * A number as a person would write it: no float noise, no needless zeros.
 * @param {number} value
 * @param {number} [digits] significant
 */
export function plain(value, digits = 6) {
  return Number.isFinite(value) ? String(Number(value.toPrecision(digits))) : '–';
}

/**
 * A number for an axis, short enough for its margin.
 * @param {number} value
 */
export function brief(value) {
  const text = plain(value);
  return text.replace('.', '').length > 5 ? Number(text).toExponential().replace('+', '') : text;
}

/**
 * A derived quantity, to three digits, with its unit; a dash where it is undefined.
 * @param {number} value
 * @param {string} unit
 */
export function quantity(value, unit) {
  return Number.isFinite(value) ? `${plain(value, 3)} ${unit}` : '–';
}

/** A count, in groups of three. @param {number} count */
export function grouped(count) {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** The beginning of a text that may be long, to be named in a message. @param {string} text */
export function clipped(text) {
  return text.length > 24 ? `${text.slice(0, 24)}…` : text;
}

/** What went wrong, in its own words. @param {unknown} error whatever was thrown */
export function reasonOf(error) {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Two numbers with as many digits, three at least, as it takes to tell them apart.
 * @param {number} a
 * @param {number} b
 * @returns {[string, string]}
 */
export function apart(a, b) {
  let digits = 3;
  while (digits < 17 && a !== b && plain(a, digits) === plain(b, digits)) digits += 1;
  return [plain(a, digits), plain(b, Math.max(digits, 6))];
}

/**
 * A spike's time or interval: ms to the nanosecond.
 * @param {number} ms
 */
export function milliseconds(ms) {
  return ms.toFixed(6);
}
