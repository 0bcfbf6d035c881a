import {
  changeValues,
  currentExperiment,
  followLink,
  initialState,
  linkTo,
  resetAll,
  resetValue,
  selectExperiment,
} from './actions.js';
import { experiments } from './experiments.js';
import { panels } from './panels.js';
import { readAt, runExperiment } from './picture.js';
import { Plots } from './plots/plots.js';
import { regime } from './regime.js';
import { loadSimulator } from './simulator.js';
import { createStore } from './store.js';
import { createAddress } from './ui/address.js';
import { createControls } from './ui/controls.js';
import { byId, setRichText, setText } from './ui/dom.js';
import { createPanels } from './ui/panels.js';
import { createReadingLine } from './ui/reading-line.js';
import { createReadouts } from './ui/readouts.js';
import { createSpikeTable } from './ui/spike-table.js';
import { createTabs } from './ui/tabs.js';
import { createThemeSelect, readPalette } from './ui/theme.js';

/**
 * @typedef {import('./types.js').Picture} Picture
 * @typedef {import('./types.js').Simulator} Simulator
 */

/** @param {Simulator} iaf */
function startLab(iaf) {
  const store = createStore(initialState(location.hash));
  const announcer = byId('announcer');
  const notice = byId('notice');
  const summary = byId('summary');
  const remark = byId('remark');
  const lab = byId('lab');

  /** @type {Picture} */
  let picture = {
    experiment: experiments[0],
    values: {},
    numerics: { method: 'exact', dt: NaN },
    runs: [],
    issues: [],
  };
  let columns = 0;
  let palette = readPalette();
  let requested = 0;

  const commit = () => {
    render();
    setText(announcer, picture.issues.length ? issueText(picture) : regime(picture));
  };
  const tabs = createTabs(byId('tabs'), byId('panel'), experiments, (id) => selectExperiment(store, id));
  const plots = new Plots(byId('plots'), {
    cursor: (cursor) => store.set({ cursor }),
    theta: (theta) => changeValues(store, { theta: onStep('theta', theta) }),
    commit,
    resize: requestRender,
  });
  const reading = createReadingLine();
  const controls = createControls(byId('controls'), {
    change: (key, value) => changeValues(store, { [key]: value }),
    reset: (key) => resetValue(store, key),
    preset: (values) => {
      changeValues(store, values);
      commit();
    },
    commit,
  });
  const readouts = createReadouts();
  const spikeTable = createSpikeTable();
  const panelRow = createPanels(byId('panels'), panels, { iaf, change: (patch) => store.set(patch), commit });
  const address = createAddress((fragment) => {
    followLink(store, fragment);
    commit();
  });
  byId('reset').addEventListener('click', () => {
    resetAll(store);
    commit();
  });
  createThemeSelect(() => {
    palette = readPalette();
    requestRender();
  });

  /** A dragged value, on its slider's steps and within its ends. @param {string} key @param {number} value */
  function onStep(key, value) {
    const control = currentExperiment(store.get()).controls.find((each) => each.key === key);
    if (!control) return value;
    const { min, max, step } = control;
    const steps = Math.round((Math.min(Math.max(value, min), max) - min) / step);
    return Number((min + steps * step).toPrecision(12));
  }

  function requestRender() {
    requested ||= requestAnimationFrame(render);
  }

  /** Everything that follows from the state, in one go. */
  function render() {
    cancelAnimationFrame(requested);
    requested = 0;
    const state = store.get();
    const experiment = currentExperiment(state);
    const values = state.values[state.experiment];
    const runCount = experiment.cases(values).length;
    lab.classList.toggle('several', runCount > 1);
    plots.prepare(runCount);
    const changed = differs(state, experiment) || columns !== plots.columns;
    if (changed) {
      columns = plots.columns;
      const numerics = { method: state.method, dt: state.dt };
      const { runs, issues } = runExperiment(iaf, experiment, values, numerics, columns);
      const last = experiment === picture.experiment ? picture.runs : [];
      picture = { experiment, values, numerics, runs: issues.length ? last : runs, issues };
      tabs.update(experiment.id);
      controls.update(picture);
      setRichText(summary, experiment.summary);
      setRichText(remark, experiment.remark ?? '');
      readouts.update(picture);
      spikeTable.update(picture.runs);
      lab.classList.toggle('stale', issues.length > 0);
    }
    const { problems, panel } = state;
    setRichText(notice, picture.issues.length ? issueText(picture) : problemText(problems));
    lab.classList.toggle('noticed', picture.issues.length + problems.length > 0);
    lab.classList.toggle('panelled', panel !== null);
    panelRow.update(panel, picture, changed);
    const duration = picture.runs[0]?.request.duration ?? 0;
    const cursor = state.cursor === null || !picture.runs.length ? null : Math.min(state.cursor, duration);
    const point = cursor === null ? null : readAt(iaf, picture.runs, cursor);
    plots.update(picture, point, palette);
    reading.update(point);
  }

  /** @param {import('./types.js').State} state @param {import('./types.js').Experiment} experiment */
  function differs({ values, method, dt }, experiment) {
    const { numerics } = picture;
    return (
      experiment !== picture.experiment ||
      values[experiment.id] !== picture.values ||
      method !== numerics.method ||
      !Object.is(dt, numerics.dt)
    );
  }

  render();
  store.subscribe(() => {
    requestRender();
    address.write(() => linkTo(store.get()));
  });
}

/** @param {Picture} picture */
function issueText({ issues }) {
  return `${issues[0].message}. The plots show the last valid values.`;
}

/** @param {string[]} problems */
function problemText(problems) {
  return problems.length ? `Ignored in the link: ${problems.join('; ')}.` : '';
}

try {
  startLab(await loadSimulator());
} catch (error) {
  byId('lab').classList.add('failed');
  const reason = error instanceof Error ? error.message : String(error);
  byId('plots').replaceChildren(
    `The simulator could not start: its WebAssembly module did not load (${reason}). ` +
      'A current Firefox, Chrome, Edge or Safari can run it; a content blocker or a lost connection may be in the way.',
  );
  throw error;
}
