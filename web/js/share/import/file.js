import { requestOfCsv } from '../export/csv.js';
import { withoutResult } from '../export/json-text.js';
import { fromJson, labOfJson } from '../export/json.js';
import { selectExperiment } from '../../state/actions.js';
import { linkedState } from '../follow.js';
import { decode } from '../read-link.js';
import { makes, stateOfRequest } from './request-state.js';
import { noRequestInFile } from '../../words/en/files.js';

/**
 * What a file that the lab wrote, or any JSON with a request in it, says the lab should show.
 *
 * The request counts. Where the file also says which state of the lab it came from, and that state makes the request,
 * it is that state, tab and panel and all, with the request's method and step.
 * @param {string} text of a JSON or CSV file
 * @param {import('../export/scripts/cases.js').Defaults} defaults
 * @returns {{ linked: import('../permalink.js').Linked } | { adopted: import('./request-state.js').Adopted }}
 * @throws {Error} saying what is wrong with it
 */
export function stateOfFile(text, defaults) {
  const isJson = /^\s*[{[]/.test(text);
  if (isJson) text = withoutResult(text);
  const request = isJson ? fromJson(text) : requestOfCsv(text);
  if (!request) throw new TypeError(noRequestInFile);
  const lab = isJson ? labOfJson(text) : '';
  const { problems, ...linked } = decode(lab, defaults);
  if (lab && problems.length === 0 && makes(linked.experiment, linked.values, request, defaults)) {
    const { method = defaults.method, dt = defaults.dt } = request;
    return { linked: { ...linked, method, dt } };
  }
  return { adopted: stateOfRequest(request, defaults) };
}

/**
 * Goes where a file leads.
 * @param {import('../../state/actions.js').LabStore} store
 * @param {ReturnType<typeof stateOfFile>} found
 */
export function followFile(store, found) {
  const state = store.get();
  if ('linked' in found) {
    store.set(linkedState({ ...found.linked, problems: [] }, state));
    return;
  }
  const { values, ...adopted } = found.adopted;
  selectExperiment(store, adopted.experiment);
  store.set({ ...adopted, values: { ...state.values, [adopted.experiment]: values } });
}
