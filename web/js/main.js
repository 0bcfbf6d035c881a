import { arrange } from './app/arrange.js';
import { createShortener, linkOfAddress, loadReading, readLink } from './app/linked.js';
import { everything, withOptions } from './share/figure/options.js';
import { linkTo } from './share/permalink.js';
import { startState } from './state/start.js';
import { cameTo, resetAll, restore, selectExperiment, takeInput } from './state/actions.js';
import { experiments } from './model/experiments/index.js';
import { modelOf } from './model/neurons/index.js';
import { loadLater } from './app/load-later.js';
import { panels } from './state/panels.js';
import { start } from './app/start.js';
import { createStore } from './base/store.js';
import { createAbout } from './ui/about.js';
import { createAddress } from './ui/address.js';
import { byId, setRichText } from './ui/dom.js';
import { createEquations } from './ui/equations.js';
import { createListen } from './app/listen.js';
import { createTabs } from './ui/tabs.js';
import { createThemeSelect } from './ui/theme.js';
import { createToolbar } from './app/toolbar.js';
import { createViews } from './app/views.js';
import { experimentTitle, experimentWords } from './words/en/experiments.js';
import { linkNotRead } from './words/en/page.js';

/** There is no link to be read on a first visit. */
const addressed = location.hash || location.search ? loadReading() : null;
addressed?.catch(() => {}); // until it is told
await start(async (iaf) => {
  const store = createStore(startState());
  /** What the link shows of the experiment whose controls it chose, and of the others. */
  let options = everything;
  let others = everything;
  let chosen = '';
  const optionsOf = (/** @type {string} */ id) => (id === chosen ? options : others);
  let arranged = everything;
  function arrangeNow() {
    const next = optionsOf(store.get().experiment);
    if (next !== arranged) arrange((arranged = next));
  }
  const linkOf = (/** @type {import('./model/types.js').State} */ state) =>
    withOptions(linkTo(state), optionsOf(state.experiment), 'lab');
  const follow = (/** @type {string} */ fragment) =>
    readLink(fragment, 'lab', (read, { followLink }) => {
      ({ options } = read);
      others = { ...options, controls: undefined };
      followLink(store, read.link, iaf.defaults, read);
      chosen = store.get().experiment;
    });
  try {
    if (addressed) await follow(linkOfAddress(await addressed));
  } catch (error) {
    store.set({ problems: [linkNotRead(error)] });
  }
  store.set({ came: cameTo(store.get()) });
  const remark = byId('remark');
  const equations = createEquations();
  const titled = experiments.map(({ id }) => ({ id, title: experimentTitle(id) }));
  const tabs = createTabs(byId('tabs'), byId('panel'), titled, (id) => selectExperiment(store, id));
  const views = createViews(iaf, store, panels, {
    controls: () => optionsOf(store.get().experiment).controls,
    shows: (part) => optionsOf(store.get().experiment).show.includes(part),
    update({ experiment, runs }) {
      arrangeNow();
      tabs.update(experiment.id);
      equations.update(modelOf(runs[0]?.request.neuron));
      setRichText(remark, experimentWords[experiment.id].remark);
    },
    commit: (picture) => undo?.commit(picture),
    bring: () => toolbar.open('current'),
    listen: createListen,
  });
  /** @type {ReturnType<typeof import('./app/undo.js').createUndo> | undefined} */
  let undo;
  const address = createAddress(
    () => store.get().experiment,
    async (fragment, own) => {
      await follow(fragment);
      if (!own) store.set({ came: cameTo(store.get()) });
      arrangeNow();
      views.commit();
    },
    createShortener(store),
  );
  const toolbar = createToolbar(
    {
      iaf,
      picture: () => views.picture,
      state: store.get,
      link: () => linkOf(store.get()),
      async openFile(text) {
        const { followFile, stateOfFile } = await loadLater();
        followFile(store, stateOfFile(text, iaf.defaults));
        views.commit();
      },
      takeInput(input, values) {
        takeInput(store, input, iaf.defaults, values);
        views.commit();
      },
    },
    () => {
      const reset = () => {
        resetAll(store);
        views.commit();
      };
      if (undo) undo.reset(reset);
      else reset();
    },
  );
  import('./app/undo.js')
    .then(({ createUndo }) => (undo = createUndo(store, views, restore)))
    .catch(() => {});
  import('./app/drop.js').then(({ takeDrops }) => takeDrops(toolbar.open)).catch(() => {}); // there are buttons too
  createThemeSelect(views.repaint);
  createAbout();
  byId('skip').addEventListener('click', (event) => {
    event.preventDefault(); // its fragment is no link to a state
    const first = byId('controls').querySelector('select, [type="range"]');
    /** @type {HTMLElement | null} */ (first)?.focus();
  });
  views.render();
  store.subscribe(() => {
    const state = store.get();
    address.write(state.experiment, () => linkOf(state));
  });
});
loadReading().catch(() => {}); // for links to come
import('./app/offline.js').then(({ keepOffline }) => keepOffline(loadLater)).catch(() => {}); // the page does without
