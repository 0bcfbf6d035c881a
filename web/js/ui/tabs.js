import { element } from './dom.js';

/**
 * The experiments as tabs of one panel; the arrow keys, Home and End move between them.
 * @param {HTMLElement} list
 * @param {HTMLElement} panel
 * @param {{ id: string, title: string }[]} experiments
 * @param {(id: string) => void} select
 * @returns {{ update: (id: string) => void }}
 */
export function createTabs(list, panel, experiments, select) {
  const tabs = experiments.map(({ id, title }) =>
    element(
      'button',
      {
        type: 'button',
        id: `tab-${id}`,
        role: 'tab',
        'aria-controls': panel.id,
        'data-title': title,
        onclick: () => select(id),
      },
      title,
    ),
  );
  list.replaceChildren(...tabs);

  list.addEventListener('keydown', (event) => {
    const at = tabs.findIndex((tab) => tab === document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    const next = (to + tabs.length) % tabs.length;
    tabs[next].focus();
    select(experiments[next].id);
  });

  return {
    update(current) {
      tabs.forEach((tab, index) => {
        const selected = experiments[index].id === current;
        tab.setAttribute('aria-selected', String(selected));
        tab.tabIndex = selected ? 0 : -1;
        if (selected) panel.setAttribute('aria-labelledby', tab.id);
      });
    },
  };
}
