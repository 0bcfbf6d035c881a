import { element, setRichText } from './dom.js';

/**
 * How far long work is: a bar, a line of words, and a button that ends it.
 * @param {string} id
 * @param {string} name
 * @param {() => void} stop
 */
export function createProgress(id, name, stop) {
  const bar = element('progress', { id: `${id}-progress`, max: 1, 'aria-label': name });
  const status = element('p', { id: `${id}-status`, className: 'status' });
  const button = element('button', { type: 'button', id: `${id}-stop` }, 'Stop');
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

/**
 * What to say where the worker stopped.
 * @param {string} name of what it was to compute
 * @param {string} reason
 */
export function failureOf(name, reason) {
  return (
    `The ${name} could not be computed: its worker stopped (${reason}). The rest of the page goes on; ` +
    'to try again, move a slider or close and open the panel.'
  );
}
