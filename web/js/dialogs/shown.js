import { linkTo } from '../share/permalink.js';
import { stepControl } from '../model/methods.js';
import { element, setRichText } from '../ui/dom.js';
import { takenAlong } from '../words/en/dialogs/take.js';
import { caseTitle, experimentTitle } from '../words/en/experiments.js';
import { issueSentence } from '../words/en/issue.js';

/** @typedef {import('./types.js').DialogContext} DialogContext */

/**
 * What is on show, as the exports want it. While a value is invalid that is the last valid state, whose plots still
 * stand.
 * @param {DialogContext} context whose picture has runs
 */
export function shownState({ picture, state }) {
  const { experiment, runs, shown } = picture();
  const { id } = experiment;
  const { method = 'exact' } = runs[0].request; // a run that is still computed shows as an exact one
  const dt = Number.isFinite(shown.numerics.dt) ? shown.numerics.dt : stepControl.start;
  const present = state();
  const values = { ...present.values, [id]: shown.values };
  const fragment = linkTo({ ...present, experiment: id, values, method, dt });
  return {
    title: experimentTitle(id),
    method,
    dt,
    requests: runs.map((run) => ({ title: caseTitle(run), request: { ...run.request, dt } })),
    fragment,
    link: new URL(`index.html#${fragment}`, location.href).href,
  };
}

/**
 * The part of a dialog that takes the run on show along. While a value is invalid it says what is to be mended; where
 * there has been no run yet, that is all.
 * @param {DialogContext} context
 * @param {Node[]} nodes
 * @param {() => void} update brings them up to date, where there is a run
 */
export function createTakeRun(context, nodes, update) {
  const fault = element('p', { className: 'fault', role: 'alert' });
  const part = element('div', { className: 'take-run' }, ...nodes);
  return {
    nodes: [fault, part],
    update() {
      const { runs, issues } = context.picture();
      setRichText(fault, issues.length ? takenAlong(issueSentence(issues[0]), runs.length > 0) : '');
      part.hidden = !runs.length;
      if (runs.length) update();
    },
  };
}
