import { loadLater } from './load-later.js';
import { createRender } from './render.js';
import { createPanels } from './panel-row.js';
import { setText, byId } from '../ui/dom.js';
import { createControls } from '../ui/controls.js';
import { createZoomButtons } from '../ui/zoom-buttons.js';
import { Plots } from '../plots/plots.js';
import { issueText } from '../words/en/notice.js';
import { inShort, regime } from '../words/en/regime.js';
import { cameTo, changeSettings, changeValues, drawInput, resetValue, setByDrag } from '../state/actions.js';

/**
 * @typedef {import('../model/types.js').Picture} Picture
 * @typedef {import('../state/actions.js').LabStore} LabStore
 *
 * @typedef {object} ViewEvents
 * @property {(picture: Picture) => void} update a frame with another picture
 * @property {(picture: Picture) => void} [commit] the visitor let go of what changed it
 * @property {() => void} [bring] the visitor wants to bring a current of one's own
 * @property {typeof import('./listen.js').createListen} [listen] makes the sound's controls, where there are any
 * @property {() => string[] | undefined} [controls] keys of those to show; all, if undefined
 * @property {(part: string) => boolean} [shows] whether a part of the results is on show; all are, if absent
 */

/**
 * What every page of the lab shows of its state: plots, controls, readouts and panels.
 * @param {import('../simulator/simulator.js').Simulator} iaf
 * @param {LabStore} store
 * @param {import('../state/panels.js').Panel[]} panels
 * @param {ViewEvents} events
 */
export function createViews(iaf, store, panels, events) {
  const announcer = byId('announcer');
  const commit = () => {
    render.now();
    const { picture } = render;
    setText(announcer, picture.issues.length ? issueText(picture) : spoken(picture, events.shows));
    events.commit?.(picture);
  };
  /** @param {import('../state/zoom.js').Span | null} span */
  const zoom = (span) => store.set(span ?? { from: null, to: null });

  const listen = events.listen?.({
    cursor: { get: () => store.get().cursor, set: (cursor) => store.set({ cursor }) },
    changeSettings: (settings) => changeSettings(store, settings),
  });
  const plots = createPlots(store, {
    zoom,
    commit,
    movable: () => events.controls?.()?.includes('theta') ?? true,
    resize: () => render.soon(),
    cursor: (cursor, passing) => {
      if (!(passing && listen?.playing)) store.set({ cursor });
    },
  });
  const render = createRender(
    iaf,
    store,
    {
      plots,
      listen,
      zoomButtons: createZoomButtons(zoom),
      controls: createControls(byId('controls'), controlEvents(store, commit, events.bring)),
      panelRow: createPanels(byId('panels'), panels, {
        iaf,
        change: (patch) => store.set(patch),
        setByDrag: (dragged) => setByDrag(store, dragged),
        changeSettings: (settings) => changeSettings(store, settings),
        commit,
      }),
    },
    {
      update: events.update,
      controls: events.controls,
      shows: events.shows,
      invalid: () => mend(iaf, store, () => render.picture),
    },
  );
  store.subscribe(render.soon);
  return {
    render: render.now,
    commit,
    /** The latest. */
    get picture() {
      return render.picture;
    },
    repaint: render.repaint,
  };
}

/**
 * What is said of a picture: nothing that is not on show.
 * @param {Picture} picture
 * @param {(part: string) => boolean} [shows]
 */
function spoken(picture, shows = () => true) {
  if (shows('regime')) return regime(picture);
  return shows('readouts') ? inShort(picture) : '';
}

/**
 * The plots, and what a visitor does on them.
 * @param {LabStore} store
 * @param {Pick<import('../plots/plots.js').PlotEvents, 'zoom' | 'commit' | 'movable' | 'resize' | 'cursor'>} events
 */
function createPlots(store, events) {
  return new Plots(byId('plots'), {
    ...events,
    theta: (theta) => setByDrag(store, { theta }),
    drawing: () => store.get().drawing,
    draw: (from, to) => drawInput(store, from, to),
    window: () => {
      const { from, to } = store.get();
      return from === null || to === null ? null : { from, to };
    },
  });
}

/** @param {LabStore} store @param {() => void} commit @param {(() => void) | undefined} bring */
function controlEvents(store, commit, bring) {
  return {
    change: (/** @type {string} */ key, /** @type {any} */ value) => changeValues(store, { [key]: value }),
    reset: (/** @type {string} */ key) => resetValue(store, key),
    preset: (/** @type {import('../model/types.js').Values} */ values) => {
      changeValues(store, values);
      commit();
    },
    draw: (/** @type {boolean} */ drawing) => store.set({ drawing }),
    bring,
    commit,
  };
}

/**
 * Where a link leads to no run there is no last good picture to keep: what is at fault goes back to its start.
 * @param {import('../simulator/simulator.js').Simulator} iaf @param {LabStore} store @param {() => Picture} picture
 */
async function mend(iaf, store, picture) {
  try {
    const { withValidValues } = await loadLater();
    const { issues, runs } = picture();
    if (!issues.length || runs.length) return;
    const valid = { ...store.get(), ...withValidValues(iaf, store.get()) };
    store.set({ ...valid, came: cameTo(valid) });
  } catch {
    // what is wrong stands beside its control all the same
  }
}
