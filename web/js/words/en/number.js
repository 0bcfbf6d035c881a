// What is said of a number that was typed and cannot be read.
import { clipped } from '../../base/format.js';

/**
 * @param {string} label of the field
 * @param {string} text that stands in it
 * @param {string} unit of its value
 * @param {{ fault: string, unit?: string }} reading why it is no number
 */
export function typedFault(label, text, unit, reading) {
  const start = `${label}: “${clipped(text.trim())}”`;
  if (reading.fault === 'comma') {
    const digits = text.trim();
    return `${start} may be ${digits.replace(',', '.')} or ${digits.replace(',', '')}: write it without the comma`;
  }
  if (reading.fault === 'unit') {
    return `${start}: “${clipped(reading.unit ?? '')}” is no unit of it; write the number in ${unit}`;
  }
  if (reading.fault === 'size') return `${start} is beyond what a computer’s numbers hold`;
  return `${start} is no number; write it as 7.5 or 1e-3`;
}
