import { reasonOf } from '../format.js';
import { currentOfText } from '../import/current.js';
import { element, setText } from '../ui/dom.js';
import { createFileButton } from './take.js';

/** Values of a current that are shown for editing; more are said to be there. */
const SHOWN = 2000;

/**
 * A current of one's own: pasted, typed, or from a file.
 * @param {HTMLElement} body
 * @param {import('../ui/toolbar.js').DialogContext} context
 */
export function fillCurrent(body, context) {
  const area = element('textarea', { id: 'own-text', rows: 10, spellcheck: false, wrap: 'off' });
  const interval = element('input', {
    type: 'number',
    id: 'own-interval',
    value: '1',
    min: 0,
    step: 'any',
    inputMode: 'decimal',
  });
  const message = element('p', { id: 'own-message', className: 'fault', role: 'alert' });
  const remark = element('p', { id: 'own-remark', role: 'status' });
  const use = element('button', { type: 'button', id: 'own-use', className: 'main' }, 'Use this current');
  area.setAttribute('aria-describedby', message.id);
  use.addEventListener('click', () => take(area.value));
  let draft = false;
  body.addEventListener('input', () => {
    draft = true;
  });
  body.append(
    element(
      'p',
      {},
      'Values of I in nA, one a line (or all in one), with an interval between them; or two columns, t in ms and I. ' +
        'A heading may name other units in brackets: t (s), I (pA). Commas, semicolons, tabs or spaces part the columns; ' +
        'between the values I is linear. It can also be drawn with the pointer: “Draw on the plot”.',
    ),
    element('label', { htmlFor: area.id }, 'Current'),
    area,
    element('label', { className: 'field' }, 'Interval of a single column (ms) ', interval),
    message,
    element(
      'div',
      { className: 'buttons' },
      use,
      createFileButton('own-file', 'From a CSV file …', '.csv,.tsv,.txt,text/*', (text) => {
        area.value = text.slice(0, 200_000);
        take(text);
      }),
    ),
    remark,
  );

  /** @param {string} text */
  function take(text) {
    setText(message, '');
    setText(remark, '');
    try {
      const { component, remark: done } = currentOfText(text, Number(interval.value));
      const { duration } = context.picture().runs[0]?.request ?? { duration: 100 };
      context.iaf.view({ input: [component], duration }, { columns: 10 });
      context.takeInput([component]);
      draft = false;
      setText(remark, `${component.values.length} values are in use. ${done}`);
    } catch (error) {
      setText(message, reasonOf(error));
      area.setAttribute('aria-invalid', 'true');
      area.focus();
      return;
    }
    area.removeAttribute('aria-invalid');
  }

  return () => {
    if (draft) return;
    const [only, other] = context.picture().values.input ?? [];
    if (other || only?.kind !== 'samples') return;
    area.value =
      only.values.length > SHOWN
        ? ''
        : Array.from(only.values, (/** @type {number} */ value) => `${value}\n`).join('');
    interval.value = String(only.interval);
    setText(message, '');
    setText(remark, '');
  };
}
