import {
  changeSettings,
  changeValues,
  currentExperiment,
  drawInput,
  followFile,
  followLink,
  initialState,
  linkTo,
  placeValues,
  resetAll,
  resetValue,
  selectExperiment,
  takeInput,
} from './actions.js';
import { experiments } from './experiments.js';
import { stepControl } from './numerics/methods.js';
import { panels } from './panels.js';
import { readAt } from './picture.js';
import { createPictures } from './pictures.js';
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
import { createToolbar } from './ui/toolbar.js';
import { createZoomButtons } from './ui/zoom-buttons.js';

/**
 * @typedef {import('./types.js').Picture} Picture
 * @typedef {import('./types.js').Simulator} Simulator
 */

/** @param {Simulator} iaf */
function startLab(iaf) {
  const store = createStore(initialState(location.hash));
  const pictures = createPictures(iaf, requestRender);
  const announcer = byId('announcer');
  const notice = byId('notice');
  const summary = byId('summary');
  const remark = byId('remark');
  const lab = byId('lab');

  /** @type {Picture} */
  let picture;
  let palette = readPalette();
  let requested = 0;
  let drawn = false;

  const commit = () => {
    render();
    setText(announcer, picture.issues.length ? issueText(picture) : regime(picture));
  };
  const tabs = createTabs(byId('tabs'), byId('panel'), experiments, (id) => selectExperiment(store, id));
  const plots = new Plots(byId('plots'), {
    cursor: (cursor) => store.set({ cursor }),
    theta: (theta) => placeValues(store, { theta }),
    drawing: () => store.get().drawing,
    draw: (from, to) => drawInput(store, from, to),
    zoom,
    window: () => {
      const { from, to } = store.get();
      return from === null || to === null ? null : { from, to };
    },
    commit,
    resize: requestRender,
  });
  const zoomButtons = createZoomButtons(zoom);
  const reading = createReadingLine();
  const controls = createControls(byId('controls'), {
    change: (key, value) => changeValues(store, { [key]: value }),
    reset: (key) => resetValue(store, key),
    preset: (values) => {
      changeValues(store, values);
      commit();
    },
    draw: (drawing) => store.set({ drawing }),
    bring: () => toolbar.open('current'),
    commit,
  });
  const readouts = createReadouts();
  const spikeTable = createSpikeTable();
  const panelRow = createPanels(byId('panels'), panels, {
    iaf,
    change: (patch) => store.set(patch),
    place: (places) => placeValues(store, places),
    settle: (settings) => changeSettings(store, settings),
    commit,
  });
  const address = createAddress((fragment) => {
    followLink(store, fragment);
    commit();
  });
  const toolbar = createToolbar(
    {
      iaf,
      picture: () => picture,
      fragment: () => linkTo(store.get()),
      dt: () => (Number.isFinite(store.get().dt) ? store.get().dt : stepControl.start),
      async openFile(text) {
        const { stateOfFile } = await import('./later.js');
        followFile(store, stateOfFile(text, iaf.defaults));
        commit();
      },
      takeInput: (input) => {
        takeInput(store, input);
        commit();
      },
    },
    () => {
      resetAll(store);
      commit();
    },
  );
  createThemeSelect(() => {
    palette = readPalette();
    requestRender();
  });

  /** @param {import('./plots/zoom.js').Span | null} span */
  function zoom(span) {
    store.set(span ?? { from: null, to: null });
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
    const next = pictures(state, plots.columns);
    picture = next.picture;
    if (next.changed || state.drawing !== drawn) {
      drawn = state.drawing;
      tabs.update(experiment.id);
      controls.update(picture, drawn);
      setRichText(summary, experiment.summary);
      setRichText(remark, experiment.remark ?? '');
      readouts.update(picture);
      spikeTable.update(picture.runs);
      lab.classList.toggle('stale', picture.issues.length > 0);
    }
    const { problems, panel } = state;
    setRichText(notice, picture.issues.length ? issueText(picture) : problemText(problems));
    lab.classList.toggle('noticed', picture.issues.length + problems.length > 0);
    if (lab.classList.contains('panelled') !== (panel !== null)) {
      lab.classList.toggle('panelled');
      plots.fit();
    }
    panelRow.update(panel, picture, next.changed);
    const duration = picture.runs[0]?.request.duration ?? 0;
    const cursor = state.cursor === null || !picture.runs.length ? null : Math.min(state.cursor, duration);
    const point = cursor === null ? null : readAt(iaf, picture, cursor);
    zoomButtons.update(picture.window, duration);
    plots.update(picture, point, palette);
    reading.update(point);
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
