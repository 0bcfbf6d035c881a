import { followLink, initialState, linkTo } from './share/follow.js';
import { followTheme, tellChange, tellHeight } from './app/host.js';
import { parts, readOptions, withOptions } from './share/figure/options.js';
import { cameTo, restore } from './state/actions.js';
import { panels } from './state/panels.js';
import { start } from './app/start.js';
import { createStore } from './base/store.js';
import { createAddress } from './ui/address.js';
import { byId } from './ui/dom.js';
import { whenColoursChange } from './ui/theme.js';
import { createViews } from './app/views.js';
import { experimentTitle } from './words/en/experiments.js';

/** @typedef {import('./share/figure/options.js').Theme} Theme */

let { options, link, problems } = readOptions(location.hash);
document.documentElement.dataset.theme = options.theme;
// The element, which fits its figure to the page's colours, says so by the frame's name: it reaches every release.
if (window.name === 'iaf-neuron') document.documentElement.dataset.ground = 'page';
document.documentElement.classList.toggle('framed', parent !== window);

await start((iaf) => {
  const first = initialState(link, iaf.defaults);
  const store = createStore({ ...first, came: cameTo(first), problems: [...problems, ...first.problems] });
  const labLink = /** @type {HTMLAnchorElement} */ (byId('lab-link'));
  const title = byId('title');
  const views = createViews(iaf, store, panels, {
    update({ experiment }) {
      title.textContent = document.title = experimentTitle(experiment.id);
    },
    commit(picture) {
      tellChange(picture, linkTo(store.get()));
      undo?.commit(picture);
    },
    controls: () => options.controls,
    shows: (part) => options.show.includes(part),
  });

  function arrange() {
    for (const part of parts) {
      const place = document.querySelector(`[data-part="${part}"]`) ?? byId(`open-${part}`);
      /** @type {HTMLElement} */ (place).hidden = !options.show.includes(part);
    }
    byId('panels').hidden = !panels.some(({ id }) => options.show.includes(id));
    byId('controls').hidden = options.controls?.length === 0;
    byId('controls').classList.toggle('few', options.controls !== undefined);
    byId('reading').classList.toggle('fixed', options.controls?.includes('theta') === false);
    labLink.href = `index.html#${linkTo(store.get())}`;
  }

  let repainting = 0;
  /** @param {Theme} theme */
  function setTheme(theme) {
    if (theme === options.theme) return;
    options = { ...options, theme };
    document.documentElement.dataset.theme = theme;
    repainting ||= requestAnimationFrame(() => {
      repainting = 0;
      views.repaint();
    });
  }

  /** @type {ReturnType<typeof import('./app/undo.js').createUndo> | undefined} */
  let undo;
  import('./app/undo.js')
    .then(({ createUndo }) => (undo = createUndo(store, views, restore)))
    .catch(() => {});
  const address = createAddress((fragment, own) => {
    const read = readOptions(fragment);
    const { theme } = read.options;
    ({ link, problems } = read);
    options = { ...read.options, theme: options.theme };
    followLink(store, link, iaf.defaults);
    if (!own) store.set({ came: cameTo(store.get()) });
    store.set({ problems: [...problems, ...store.get().problems] });
    arrange();
    setTheme(theme);
  });
  followTheme(setTheme);
  whenColoursChange(views.repaint);
  arrange();
  views.render();
  store.subscribe(() => {
    const state = store.get();
    labLink.href = `index.html#${linkTo(state)}`;
    address.write(state.experiment, () => withOptions(linkTo(state), options));
  });
}).finally(tellHeight);
