import { experimentOf, experiments } from '../model/experiments/index.js';
import { GridViews } from '../simulator/grid-views.js';
import { drawnIn, runExperiment, windowOf } from './picture.js';
import { startSettings } from '../state/settings.js';

/**
 * @typedef {import('../model/types.js').Picture} Picture
 * @typedef {import('../model/types.js').State} State
 */

/**
 * Makes the picture of a state, and makes again only what no longer holds.
 * @param {import('../simulator/simulator.js').Simulator} iaf
 * @param {() => void} arrived called when a run that the worker made is there to be shown
 * @returns {(state: State, columns: number) => { picture: Picture, changed: boolean }} changed unless only the window is
 *   another one
 */
export function createPictures(iaf, arrived) {
  let late = false;
  const [wholeGrid, windowGrid] = ['whole', 'window'].map(
    (slot) =>
      new GridViews(slot, () => {
        late = true;
        arrived();
      }),
  );
  /** @type {Picture['shown']} */
  const nothing = { values: {}, numerics: { method: 'exact', dt: NaN } };
  /** @type {Picture} */
  let picture = {
    experiment: experiments[0],
    ...nothing,
    shown: nothing,
    settings: startSettings(experiments[0]),
    window: { columns: 0, from: 0, to: 0 },
    pending: false,
    runs: [],
    issues: [],
  };

  /** @param {State} state @param {number} columns */
  function outdated({ experiment, values, method, dt }, columns) {
    const { numerics, window } = picture;
    return (
      late ||
      experiment !== picture.experiment.id ||
      values[experiment] !== picture.values ||
      method !== numerics.method ||
      !Object.is(dt, numerics.dt) ||
      columns !== window.columns
    );
  }

  return (state, columns) => {
    const run = outdated(state, columns);
    if (run) {
      late = false;
      const experiment = experimentOf(state.experiment);
      const values = state.values[state.experiment];
      const numerics = { method: state.method, dt: state.dt };
      const { runs, issues, pending } = runExperiment(iaf, wholeGrid, experiment, values, numerics, columns);
      const last = experiment === picture.experiment ? picture.runs : [];
      picture = {
        ...picture,
        experiment,
        values,
        numerics,
        shown: issues.length ? picture.shown : { values, numerics },
        runs: issues.length ? last : runs,
        issues,
        pending,
      };
    }
    const window = windowOf(state, picture.runs[0]?.request.duration ?? 0, columns);
    if (run || window.from !== picture.window.from || window.to !== picture.window.to) {
      picture = { ...picture, window, runs: drawnIn(iaf, windowGrid, picture.runs, window) };
    }
    const settings = state.settings[state.experiment];
    const changed = run || settings !== picture.settings;
    if (changed) picture = { ...picture, settings };
    return { picture, changed };
  };
}
