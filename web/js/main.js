import { followLink, initialState, linkTo, resetAll, selectExperiment } from './actions.js';
import { experiments } from './experiments.js';
import { panels } from './panels.js';
import { start } from './start.js';
import { createStore } from './store.js';
import { createAddress } from './ui/address.js';
import { byId, setRichText } from './ui/dom.js';
import { createTabs } from './ui/tabs.js';
import { createThemeSelect } from './ui/theme.js';
import { createViews } from './views.js';

await start((iaf) => {
  const store = createStore(initialState(location.hash));
  const remark = byId('remark');
  const tabs = createTabs(byId('tabs'), byId('panel'), experiments, (id) => selectExperiment(store, id));
  const views = createViews(iaf, store, panels, {
    update({ experiment }) {
      tabs.update(experiment.id);
      setRichText(remark, experiment.remark ?? '');
    },
  });
  const address = createAddress((fragment) => {
    followLink(store, fragment);
    views.commit();
  });
  byId('reset').addEventListener('click', () => {
    resetAll(store);
    views.commit();
  });
  createThemeSelect(views.repaint);
  views.render();
  store.subscribe(() => address.write(() => linkTo(store.get())));
});
