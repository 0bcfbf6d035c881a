/**
 * Types only: nothing here runs.
 *
 * When a component is on.
 * @typedef {object} Window
 * @property {number} [start] ms; time inside the shape runs from here
 * @property {number} [stop] ms, > start; Infinity by default
 *
 * @typedef {object} InputKind what the page knows of a kind of input: its fields, and how it is drawn over and scaled
 * @property {string} kind
 * @property {string[]} numbers its numeric fields besides start and stop, in the order they are written
 * @property {string[]} lists its fields that are lists of numbers
 * @property {(component: any, s: number) => number} currentAt nA, at s ms since its start
 * @property {(component: any, factor: number) => any} scaled the same so many times as strong
 */

export {};
