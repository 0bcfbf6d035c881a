import { element } from './dom.js';
import { choices, optionLabel } from '../words/en/labels.js';

/**
 * One of a few named options, as a native select.
 * @param {import('../model/types.js').Choice} choice
 * @param {import('./slider.js').ControlEvents} events
 * @returns {import('./slider.js').ControlView}
 */
export function createChoice({ key, options }, { change, commit }) {
  const select = element(
    'select',
    { id: `choice-${key}`, name: key },
    ...options.map((value) => element('option', { value }, optionLabel(key, value))),
  );
  select.addEventListener('change', () => {
    change(key, select.value);
    commit();
  });
  const root = element(
    'div',
    { className: 'choice' },
    element('label', { htmlFor: select.id }, choices[key].label),
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
