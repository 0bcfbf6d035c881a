import {
  changeSettings,
  changeValues,
  currentExperiment,
  drawInput,
  placeValues,
  resetValue,
} from './actions.js';
import { loadLater } from './load-later.js';
import { readAt } from './picture.js';
import { createPictures } from './pictures.js';
import { Plots } from './plots/plots.js';
import { regime } from './regime.js';
import { createControls } from './ui/controls.js';
import { byId, setRichText, setText } from './ui/dom.js';
import { createPanels } from './ui/panels.js';
import { createReadingLine } from './ui/reading-line.js';
import { createReadouts } from './ui/readouts.js';
import { createSpikeTable } from './ui/spike-table.js';
import { readPalette } from './ui/theme.js';
import { createZoomButtons } from './ui/zoom-buttons.js';

/**
 * @typedef {import('./types.js').Picture} Picture
 *
 * @typedef {object} ViewEvents
 * @property {(picture: Picture) => void} update a frame with another picture
 * @property {(picture: Picture) => void} [commit] the visitor let go of what changed it
 * @property {() => void} [bring] the visitor wants to bring a current of one's own
 * @property {typeof import('./ui/listen.js').createListen} [listen] makes the sound's controls, where there are any
 * @property {() => string[] | undefined} [controls] keys of those to show; all, if undefined
 */

/**
 * What every page of the lab shows of its state: plots, controls, readouts and panels.
 * @param {import('./types.js').Simulator} iaf
 * @param {import('./store.js').Store<import('./types.js').State>} store
 * @param {import('./panels.js').Panel[]} panels
 * @param {ViewEvents} events
 */
export function createViews(iaf, store, panels, events) {
  const pictures = createPictures(iaf, requestRender);
  const announcer = byId('announcer');
  const notice = byId('notice');
  const summary = byId('summary');
  const lab = byId('lab');

  /** @type {Picture} */
  let picture;
  let palette = readPalette();
  let requested = 0;
  let drawn = false;

  const commit = () => {
    render();
    setText(announcer, picture.issues.length ? issueText(picture) : regime(picture));
    events.commit?.(picture);
  };
  const plots = new Plots(byId('plots'), {
    cursor: (cursor, passing) => {
      if (!(passing && listen?.playing)) store.set({ cursor });
    },
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
  const listen = events.listen?.({
    cursor: { get: () => store.get().cursor, set: (cursor) => store.set({ cursor }) },
    settle: (settings) => changeSettings(store, settings),
  });
  const reading = createReadingLine();
  const controls = createControls(byId('controls'), {
    change: (key, value) => changeValues(store, { [key]: value }),
    reset: (key) => resetValue(store, key),
    preset: (values) => {
      changeValues(store, values);
      commit();
    },
    draw: (drawing) => store.set({ drawing }),
    bring: events.bring,
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
      events.update(picture);
      controls.update(picture, drawn, events.controls?.());
      setRichText(summary, experiment.summary);
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
    const duration = picture.runs[0]?.request.duration ?? 0;
    const cursor = state.cursor === null || !picture.runs.length ? null : Math.min(state.cursor, duration);
    const point = cursor === null ? null : readAt(iaf, picture, cursor);
    zoomButtons.update(picture.window, duration);
    const playing = listen?.playing ?? false;
    listen?.update(picture);
    plots.update(picture, point, palette, playing);
    reading.update(point, playing);
    panelRow.update(panel, picture, next.changed);
    if (picture.issues.length && !picture.runs.length) mend();
    lab.classList.add('ready');
  }

  /** Where a link leads to no run there is no last good picture to keep. */
  function mend() {
    const put = (/** @type {typeof import('./later.js')} */ { mended }) => {
      if (picture.issues.length && !picture.runs.length) store.set(mended(iaf, store.get()));
    };
    loadLater().then(put, () => {}); // what is wrong stands beside its control all the same
  }

  store.subscribe(requestRender);
  return {
    render,
    commit,
    /** The latest. */
    get picture() {
      return picture;
    },
    /** The same in the colours now in force; at once, as a page that is printed has no more frames. */
    repaint() {
      palette = readPalette();
      plots.fit();
      render();
    },
  };
}

/** @param {Picture} picture */
function issueText({ issues, runs }) {
  return `${issues[0].message}.${runs.length ? ' The plots show the last valid values.' : ''}`;
}

/** @param {string[]} problems */
function problemText(problems) {
  return problems.length ? `Ignored: ${problems.join('; ')}.` : '';
}
