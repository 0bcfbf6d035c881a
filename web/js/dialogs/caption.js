import { unitOf, controlsInUse } from '../model/experiments/controls.js';
import { plain } from '../base/format.js';
import { methodOf } from '../model/methods.js';

/**
 * The parameters of a picture in one line, as it stands under a figure.
 * @param {import('../model/types.js').Picture} picture
 */
export function parametersOf({ experiment, runs, shown: { values, numerics } }) {
  const numbers = controlsInUse(experiment, values).map((control) => {
    const unit = unitOf(control, values);
    return `${control.symbol} = ${plain(values[control.key])}${unit === '×' ? '' : ' '}${unit}`;
  });
  const choices = experiment.choices.map(({ key, options }) =>
    String(options.find(({ value }) => value === values[key])?.label).toLowerCase(),
  );
  const { method = 'exact' } = runs[0].request;
  const by =
    method === 'exact' ? 'exact spike times' : `${methodOf(method).label}, dt = ${plain(numerics.dt)} ms`;
  const spikes = runs.map(({ view }) => view.spikes.length).join(' · ');
  return `${experiment.title}: ${[...choices, ...numbers].join(', ')}; ${by}; spikes: ${spikes}. Integrate & Fire ${__VERSION__}`;
}
