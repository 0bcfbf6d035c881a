// The words of the dialog for a link that is long.
import { grouped } from '../../../base/format.js';

/** @param {number} length characters */
export function isLong(length) {
  return (
    `This link has ${grouped(length)} characters. Chat and mail programs cut long ones, many past 2,000: the lab then ` +
    'says so, but the current is lost.'
  );
}

export const shorter = 'Shorter link';
export const whole = 'The link as it is';
export const saveJson = 'Download as JSON';
export const aboutJson = 'A file holds all of it. It is loaded under Export, or dropped on the page.';

/** @param {number} length characters */
export function shorterOf(length) {
  return `Shorter link: ${grouped(length)} characters, its samples deflated`;
}

/** @param {string} reason */
export function noShorter(reason) {
  return `This browser cannot make a shorter link (${reason}).`;
}
