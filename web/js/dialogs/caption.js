import { unitOf, controlsInUse } from '../model/experiments/controls.js';
import { plain } from '../base/format.js';
import { byMethod, caption } from '../words/en/dialogs/caption.js';
import { experimentTitle } from '../words/en/experiments.js';
import { methodLabel, optionLabel } from '../words/en/labels.js';

/**
 * The parameters of a picture in one line, as it stands under a figure.
 * @param {import('../model/types.js').Picture} picture
 */
export function parametersOf({ experiment, runs, shown: { values, numerics } }) {
  const numbers = controlsInUse(experiment, values).map((control) => {
    const unit = unitOf(control, values);
    return `${control.symbol} = ${plain(values[control.key])}${unit === '×' ? '' : ' '}${unit}`;
  });
  const choices = experiment.choices.map(({ key }) => optionLabel(key, values[key]).toLowerCase());
  const { method = 'exact' } = runs[0].request;
  const by = byMethod(method === 'exact' ? '' : methodLabel(method), numerics.dt);
  const spikes = runs.map(({ view }) => view.spikes.length);
  return caption(experimentTitle(experiment.id), [...choices, ...numbers], by, spikes, __VERSION__);
}
