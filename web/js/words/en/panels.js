// What several panels say, and the few words of the panel of spike times.
import { SILENCE_S } from '../../simulator/job.js';

/** Which of several runs a panel shows. */
export const inputPick = 'Input';
export const stopName = 'Stop';
export const tracesTable = 'I(t) and u(t) as a table';
export const stoppedAtRest = 'Stopped. A slider that moves starts it again.';

/** The run with most spikes, as an option. @param {string} title of the run that is that one now */
export function mostSpikes(title) {
  return `Most spikes (${title?.toLowerCase()})`;
}

/** By what the job says of its worker; whatever else it says are the browser's own words. @type {Record<string, string>} */
const reasons = {
  unloaded: 'its script did not load',
  silent: `it said nothing for ${SILENCE_S} s`,
};

/**
 * Where the worker stopped.
 * @param {string} name of what it was to compute
 * @param {string} reason as the job has it
 */
export function failureOf(name, reason) {
  return (
    `The ${name} could not be computed: its worker stopped (${reasons[reason] ?? reason}). The rest of the page goes on; ` +
    'to try again, move a slider or close and open the panel.'
  );
}
