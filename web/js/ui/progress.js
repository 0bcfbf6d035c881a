import { element, setRichText } from './dom.js';
import { failureOf, stopName } from '../words/en/panels.js';

/**
 * How far long work is: a bar, a line of words, and a button that ends it.
 * @param {string} id
 * @param {string} name
 * @param {() => void} stop
 */
export function createProgress(id, name, stop) {
  const bar = element('progress', { id: `${id}-progress`, max: 1, 'aria-label': name });
  const status = element('p', { id: `${id}-status`, className: 'status' });
  const button = element('button', { type: 'button', id: `${id}-stop` }, stopName);
  button.addEventListener('click', stop);
  return {
    nodes: [bar, element('div', { className: 'progress' }, status, button)],
    /** @param {{ done: boolean, part: number, failed: string }} progress @param {string} text */
    update({ done, part, failed }, text) {
      bar.hidden = done;
      bar.value = part;
      button.hidden = done;
      setRichText(status, failed ? failureOf(name, failed) : text);
    },
  };
}
