// The words for what is taken out of the page: forms of CSV, notebooks, and what is too much to be brought back.
import { grouped } from '../../base/format.js';

export const formLabel = 'Numbers in CSV';
/** @type {Record<'point' | 'comma', string>} */
export const forms = {
  point: '1.5 with , between columns',
  comma: '1,5 with ; between columns',
};

/** How pandas reads such a file. @type {Record<'point' | 'comma', string>} */
export const pandas = {
  point: "pd.read_csv('….csv', comment='#')",
  comma: "pd.read_csv('….csv', comment='#', sep=';', decimal=',')",
};
export const inPandas = 'In Python: ';

export const notebookButton = 'Download as notebook';
/** @param {string} label of the simulator */
export function notebookTitle(label) {
  return `Integrate & Fire: the run in ${label}`;
}
export const notebookAbout = 'Run all cells. The first says what the script does and needs.';
/** @param {string} link */
export function notebookLink(link) {
  return `The run in the lab: ${link}`;
}

/** @param {number} most */
export function tooDeep(most) {
  return `The JSON is nested more than ${most} deep: a file of the lab is not.`;
}

/** @param {number} most */
export function tooManyValues(most) {
  return `The JSON has more than ${grouped(most)} values besides its result: a run takes 100,000 samples at most.`;
}

export const aList = 'a list';
export const anObject = 'an object';
