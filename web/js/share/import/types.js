/**
 * What reading a current hands on. Types only: nothing here runs.
 *
 * @typedef {object} Column
 * @property {Float64Array} mantissas with `powers` the numbers (see numbers.js); NaN where there is none
 * @property {Int8Array} powers
 * @property {number} places most digits printed behind the decimal sign
 * @property {number} digits most digits printed of a number
 * @property {number} exponents how many are printed with an exponent
 * @property {{ line: number, text: string } | null} fault the first cell that is no number
 *
 * @typedef {object} Table
 * @property {Column[]} columns
 * @property {number} count of rows
 * @property {Uint32Array} lines of the rows, from 1
 * @property {string[]} names of the columns; empty where there is none
 * @property {string[]} units as a row of its own has them
 * @property {boolean} headed whether there is a heading
 * @property {number} heading its line
 * @property {boolean} inLine whether all values stand in one line
 * @property {Skipped[]} skipped
 * @property {'' | 'columns' | 'thousands'} unclear see layout.js; if it is not empty, nothing else has a meaning
 * @property {string} example of a line that is not clear
 * @property {boolean} commas whether commas are decimal signs
 *
 * @typedef {object} Skipped
 * @property {'comments' | 'separator' | 'before' | 'units' | 'header'} what
 * @property {number} count of lines
 * @property {number} line the first of them
 */

export {};
