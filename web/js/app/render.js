import { homeValues } from '../state/actions.js';
import { experimentOf } from '../model/experiments/index.js';
import { createPictures } from '../runs/pictures.js';
import { readAt } from '../runs/reading.js';
import { byId, setRichText } from '../ui/dom.js';
import { createReadingLine } from '../ui/reading-line.js';
import { createReadouts } from '../ui/readouts.js';
import { createSpikeTable } from '../ui/spike-table.js';
import { readPalette } from '../ui/theme.js';
import { issueText, notKeptHere, problemText } from '../words/en/notice.js';
import { experimentWords } from '../words/en/experiments.js';

/**
 * From the state to everything on show, once a frame at most.
 *
 * @typedef {import('../model/types.js').Picture} Picture
 *
 * @typedef {object} Parts of the page that are brought up to date
 * @property {import('../plots/plots.js').Plots} plots
 * @property {ReturnType<typeof import('./listen.js').createListen> | undefined} listen
 * @property {ReturnType<typeof import('../ui/zoom-buttons.js').createZoomButtons>} zoomButtons
 * @property {ReturnType<typeof import('../ui/controls.js').createControls>} controls
 * @property {ReturnType<typeof import('./panel-row.js').createPanels>} panelRow
 *
 * @typedef {object} RenderEvents
 * @property {(picture: Picture) => void} update a frame with another picture
 * @property {() => string[] | undefined} [controls] keys of those to show; all, if undefined
 * @property {(part: string) => boolean} [shows] whether a part of the results is on show; all are, if absent
 * @property {() => void} invalid there is no run to show
 *
 * @param {import('../simulator/simulator.js').Simulator} iaf
 * @param {import('../state/actions.js').LabStore} store
 * @param {Parts} parts
 * @param {RenderEvents} events
 */
export function createRender(iaf, store, parts, events) {
  const { plots, listen, zoomButtons, controls, panelRow } = parts;
  const pictures = createPictures(iaf, soon);
  const page = createPage();
  const reading = createReadingLine();
  const readouts = createReadouts();
  const spikeTable = createSpikeTable();
  /** @type {Picture} */
  let picture;
  let palette = readPalette();
  let requested = 0;
  let drawn = false;

  function soon() {
    requested ||= requestAnimationFrame(now);
  }

  function now() {
    cancelAnimationFrame(requested);
    requested = 0;
    const state = store.get();
    const { cases, rows } = experimentOf(state.experiment);
    const runCount = cases(state.values[state.experiment]).length;
    page.several(runCount > 1);
    plots.prepare(runCount, rows);
    const next = pictures(state, plots.columns);
    picture = next.picture;
    if (next.changed || state.drawing !== drawn) {
      drawn = state.drawing;
      events.update(picture);
      const told = ['regime', 'readouts'].some(events.shows ?? Boolean);
      controls.update(picture, drawn, { home: homeValues(state), told, only: events.controls?.() });
      readouts.update(picture);
      spikeTable.update(picture.runs);
    }
    if (page.update(picture, state)) plots.fit();
    showAt(state.cursor);
    panelRow.update(state.panel, picture, next.changed);
    if (picture.issues.length && !picture.runs.length) events.invalid();
    page.ready();
  }

  /** What is drawn, and read at the cursor. @param {number | null} cursor ms */
  function showAt(cursor) {
    const duration = picture.runs[0]?.request.duration ?? 0;
    const point =
      cursor === null || !picture.runs.length ? null : readAt(iaf, picture, Math.min(cursor, duration));
    zoomButtons.update(picture.window, duration);
    const playing = listen?.playing ?? false;
    listen?.update(picture);
    plots.update(picture, point, palette, playing);
    reading.update(point, playing);
  }

  return {
    now,
    soon,
    /** The latest. */
    get picture() {
      return picture;
    },
    /** The same in the colours now in force; at once, as a page that is printed has no more frames. */
    repaint() {
      palette = readPalette();
      plots.fit();
      now();
    },
  };
}

/** What the page itself says of a picture: the summary, the notice, and classes that its styles go by. */
function createPage() {
  const notice = byId('notice');
  const summary = byId('summary');
  const { classList } = byId('lab');
  return {
    /** @param {boolean} several whether there are several runs */
    several: (several) => classList.toggle('several', several),
    /**
     * @param {Picture} picture
     * @param {import('../model/types.js').State} state
     * @returns {boolean} whether the plots have another room now
     */
    update(picture, { problems, panel, unkept }) {
      const { issues, experiment, values } = picture;
      const lost = unkept !== null && Object.values(values).includes(unkept);
      const ofLink = problems.length || !lost ? problemText(problems) : notKeptHere;
      setRichText(summary, experimentWords[experiment.id].summary);
      setRichText(notice, issues.length ? issueText(picture) : ofLink);
      classList.toggle('stale', issues.length > 0);
      classList.toggle('noticed', issues.length > 0 || ofLink !== '');
      const panelled = classList.contains('panelled');
      classList.toggle('panelled', panel !== null);
      return panelled !== (panel !== null);
    },
    ready: () => classList.add('ready'),
  };
}
