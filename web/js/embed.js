import { linkTo } from './share/permalink.js';
import { startState } from './state/start.js';
import { linkIn } from './share/link-pairs.js';
import { readOptions } from './share/figure/read-options.js';
import { arrange } from './app/arrange.js';
import { followTheme, tellChange, tellHeight } from './app/host.js';
import { cameTo, restore } from './state/actions.js';
import { linkOfAddress, loadReading, readLink } from './app/linked.js';
import { withOptions } from './share/figure/options.js';
import { panels } from './state/panels.js';
import { start } from './app/start.js';
import { createStore } from './base/store.js';
import { createAddress } from './ui/address.js';
import { byId } from './ui/dom.js';
import { whenColoursChange } from './ui/theme.js';
import { createViews } from './app/views.js';
import { experimentTitle } from './words/en/experiments.js';

/** @typedef {import('./share/figure/options.js').Theme} Theme */

loadReading().catch(() => {}); // it is waited for below
const link = linkOfAddress({ linkIn });
let { options } = readOptions(link);
document.documentElement.dataset.theme = options.theme;
// The element, which fits its figure to the page's colours, says so by the frame's name: it reaches every release.
if (window.name === 'iaf-neuron') document.documentElement.dataset.ground = 'page';
document.documentElement.classList.toggle('framed', parent !== window);

await start(async (iaf) => {
  const store = createStore(startState());
  const follow = (/** @type {string} */ fragment) =>
    readLink(fragment, 'embed', (read, { followLink }) => {
      options = { ...read.options, theme: options.theme };
      followLink(store, read.link, iaf.defaults, read);
      setTheme(read.options.theme);
    });
  await follow(link);
  store.set({ came: cameTo(store.get()) });
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
  const address = createAddress(
    () => store.get().experiment,
    async (fragment, own) => {
      await follow(fragment);
      if (!own) store.set({ came: cameTo(store.get()) });
      arrange(options);
    },
  );
  followTheme(setTheme);
  whenColoursChange(views.repaint);
  arrange(options);
  labLink.href = `index.html#${linkTo(store.get())}`;
  views.render();
  store.subscribe(() => {
    const state = store.get();
    labLink.href = `index.html#${linkTo(state)}`;
    address.write(state.experiment, () => withOptions(linkTo(state), options));
  });
}).finally(tellHeight);
