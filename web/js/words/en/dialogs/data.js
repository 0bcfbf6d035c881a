// The words of the dialog that exports and loads files.
import { plain } from '../../../base/format.js';

export const inputPick = 'Input';
export const loadTitle = 'Load';
export const loadFile = 'Load a JSON or CSV file of the lab …';

/** What can be saved: the button, and what is in the file. */
export const entries = {
  samples: { label: 'Samples (CSV)', about: 't, I and u, all digits' },
  spikes: { label: 'Spikes (CSV)', about: 'times and intervals' },
  current: { label: 'Input current (CSV)', about: 't and I, to be drawn on elsewhere and loaded back' },
  json: { label: 'Request and result (JSON)', about: 'can be loaded back' },
  png: { label: 'Plots (PNG)', about: 'at twice the size, on white, with the parameters below' },
};

/** @param {string} label of what was to be saved @param {string} reason */
export function notMade(label, reason) {
  return `${label} could not be made: ${reason}`;
}

/** @param {string} reason */
export function notLoaded(reason) {
  return `Not loaded: ${reason}`;
}

/** When the samples of a file are. @param {number} dt ms @param {boolean} exact whether by the exact method */
export function sampleTimes(dt, exact) {
  const step = `dt = ${plain(dt)} ms`;
  return exact
    ? `Samples come every ${step} (set it under Numerics), and at each spike twice: theta, then u_reset.`
    : `Samples come at the steps of the method, ${step}.`;
}

export const noCanvas = 'no canvas to draw on';
export const noPicture = 'the browser made no picture';
