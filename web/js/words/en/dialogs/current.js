// The words of the dialog for a current of one's own.

export const introduction =
  'Values of I in nA, one a line (or all in one), with an interval between them; or two columns, t in ms and I. ' +
  'A heading may name other units in brackets: t (s), I (pA). Commas, semicolons, tabs or spaces part the columns; ' +
  'between the values I is linear. It can also be drawn with the pointer: “Draw on the plot”.';
export const currentLabel = 'Current';
export const intervalLabel = 'Interval of a single column (ms) ';
export const useThis = 'Use this current';
export const fromFile = 'From a CSV file …';
export const tooLongToShow = 'Too long to be shown; all of it is used.';

/** @param {number} count of values @param {string} remark what was changed of them */
export function inUse(count, remark) {
  return `${count} values are in use. ${remark}`;
}
