/**
 * What a dialog is made with. Types only: nothing here runs.
 *
 * @typedef {object} DialogContext
 * @property {import('../simulator/simulator.js').Simulator} iaf
 * @property {() => import('../model/types.js').Picture} picture
 * @property {() => import('../model/types.js').State} state
 * @property {() => string} link to what is on show, as it is shown
 * @property {(text: string) => Promise<void>} openFile shows what a file says; rejects, saying what is wrong with it
 * @property {(input: import('../model/types.js').InputComponent[], values?: import('../model/types.js').Values) => void} takeInput shows a
 *   current of the visitor's own, with further values of its experiment
 */

export {};
