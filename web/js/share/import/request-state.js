import { experimentOf, experiments, startValues } from '../../model/experiments/index.js';
import { modelOf } from '../../model/neurons/index.js';
import { noExperimentOf } from '../../words/en/files.js';
import { completeCases } from '../export/scripts/cases.js';

/**
 * A request as a state of the lab: the way back from files.
 *
 * @typedef {import('../../model/request.js').Request} Request
 * @typedef {import('../../model/request.js').Defaults} Defaults
 * @typedef {import('../../model/types.js').Experiment} Experiment
 * @typedef {import('../../model/types.js').Values} Values
 * @typedef {import('../../model/types.js').State} State
 * @typedef {Pick<State, 'experiment' | 'method' | 'dt'> & { values: Values }} Adopted
 */

/**
 * The experiment that makes this very request, if one does; else the one that comes nearest: every experiment says
 * which of its values might make a request, the last of them with the request's input as one's own.
 * @param {Request} request
 * @param {Defaults} defaults
 * @returns {Adopted}
 * @throws {TypeError} where no experiment has a neuron of its model
 */
export function stateOfRequest(request, defaults) {
  const [wanted] = completeCases(request, { defaults });
  const { method, dt } = wanted;
  const own = candidatesBy(wanted, (experiment) => experiment.inputs[0]?.adopt);
  const candidates = [...candidatesBy(wanted, (experiment) => experiment.adopt), ...own];
  if (!candidates.length) throw new TypeError(noExperimentOf(wanted.model));
  const found = candidates.find(({ experiment, values }) => makes(experiment, values, request, defaults));
  // Where R·C, divided by R, is C for no number, the last bit of C is lost.
  return { method, dt, ...(found ?? own[0]) };
}

/**
 * @param {import('../export/scripts/cases.js').Case} wanted
 * @param {(experiment: Experiment) => Experiment['adopt'] | undefined} adopting
 */
function candidatesBy(wanted, adopting) {
  return experiments.filter(hasModel(wanted.model)).flatMap((experiment) =>
    (adopting(experiment)?.(wanted) ?? []).map((values) => ({
      experiment: experiment.id,
      values: { ...startValues(experiment), ...values },
    })),
  );
}

/** Whether an experiment starts with a neuron of a model. @param {string} model @returns {(each: Experiment) => boolean} */
function hasModel(model) {
  return (each) =>
    each.cases(startValues(each)).some(({ request }) => modelOf(request.neuron)?.model === model);
}

/**
 * Whether an experiment with these values makes a request, method and step aside.
 * @param {string} id
 * @param {Values} values
 * @param {Request} request
 * @param {Defaults} defaults
 */
export function makes(id, values, request, defaults) {
  const text = (/** @type {Request} */ each) => {
    const [{ model, neuron, input, duration }] = completeCases(each, { defaults });
    return JSON.stringify([model, neuron, input, duration]);
  };
  const wanted = text(request);
  return experimentOf(id)
    .cases(values)
    .some((each) => text(each.request) === wanted);
}
