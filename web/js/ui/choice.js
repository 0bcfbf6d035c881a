import { element } from './dom.js';

/**
 * One of a few named options, as a native select.
 * @param {import('../model/types.js').Choice} choice
 * @param {import('./slider.js').ControlEvents} events
 * @returns {import('./slider.js').ControlView}
 */
export function createChoice({ key, label, options }, { change, commit }) {
  const select = element(
    'select',
    { id: `choice-${key}`, name: key },
    ...options.map((option) => element('option', { value: option.value }, option.label)),
  );
  select.addEventListener('change', () => {
    change(key, select.value);
    commit();
  });
  const root = element(
    'div',
    { className: 'choice' },
    element('label', { htmlFor: select.id }, label),
    select,
  );
  root.dataset.key = key;
  return {
    element: root,
    update(values) {
      if (select.value !== values[key]) select.value = values[key];
    },
  };
}
