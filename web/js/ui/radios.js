import { element } from './dom.js';
import { choices, optionLabel } from '../words/en/labels.js';

/**
 * One of a few named options, all in sight.
 * @param {import('../model/types.js').Choice} choice
 * @param {Pick<import('./slider.js').ControlEvents, 'change' | 'commit'>} events
 * @returns {import('./slider.js').ControlView & { offer: (values: string[]) => void }} offer: only these
 */
export function createRadios({ key, options }, { change, commit }) {
  const inputs = options.map((value) =>
    element('input', { type: 'radio', name: key, id: `${key}-${value}`, value }),
  );
  for (const input of inputs) {
    input.addEventListener('change', () => {
      change(key, input.value);
      commit();
    });
  }
  const root = element(
    'div',
    { className: 'radios', role: 'radiogroup', 'aria-label': choices[key].label },
    ...options.map((value, at) =>
      element('label', { htmlFor: inputs[at].id }, inputs[at], element('span', {}, optionLabel(key, value))),
    ),
  );
  root.dataset.key = key;
  return {
    element: root,
    update(values) {
      for (const input of inputs) input.checked = input.value === values[key];
    },
    offer(values) {
      for (const input of inputs) {
        /** @type {HTMLElement} */ (input.parentElement).hidden = !values.includes(input.value);
      }
    },
  };
}
