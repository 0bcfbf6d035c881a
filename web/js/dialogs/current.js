import { reasonOf } from '../base/format.js';
import { currentOfText } from '../share/import/current.js';
import { LONGEST, tooLongFor } from '../share/import/table.js';
import { element, setText } from '../ui/dom.js';
import { createFileButton } from './take.js';
import {
  currentLabel,
  fromFile,
  inUse,
  intervalLabel,
  introduction,
  tooLongToShow,
  useThis,
} from '../words/en/dialogs/current.js';

/** Characters of a text that are shown for editing; of more it is said that they are there. */
const SHOWN = 100_000;

/**
 * A current of one's own: pasted, typed, or from a file.
 * @param {HTMLElement} body
 * @param {import('./types.js').DialogContext} context
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
  const use = element('button', { type: 'button', id: 'own-use', className: 'main' }, useThis);
  /** The text that is meant where it is too long to be shown. */
  let unshown = '';
  area.setAttribute('aria-describedby', message.id);
  area.addEventListener('input', () => {
    unshown = area.placeholder = '';
  });
  use.addEventListener('click', () => answer(take));
  let draft = false;
  body.addEventListener('input', () => {
    draft = true;
  });
  body.append(
    element('p', {}, introduction),
    element('label', { htmlFor: area.id }, currentLabel),
    area,
    element('label', { className: 'field' }, intervalLabel, interval),
    message,
    element(
      'div',
      { className: 'buttons' },
      use,
      createFileButton('own-file', fromFile, '.csv,.tsv,.txt,text/*', (file) =>
        answer(async () => {
          if (file.size > LONGEST) throw new TypeError(tooLongFor(file.size));
          show(await file.text());
          take();
        }),
      ),
    ),
    remark,
  );

  /** @param {string} text */
  function show(text) {
    unshown = text.length > SHOWN ? text : '';
    area.value = unshown ? '' : text;
    area.placeholder = unshown ? tooLongToShow : '';
  }

  function forget() {
    setText(message, '');
    setText(remark, '');
    area.removeAttribute('aria-invalid');
  }

  /** Does it, or says what is wrong. @param {() => void | Promise<void>} work */
  async function answer(work) {
    forget();
    try {
      await work();
    } catch (error) {
      setText(message, reasonOf(error));
      area.setAttribute('aria-invalid', 'true');
      area.focus();
    }
  }

  function take() {
    const { component, remark: done } = currentOfText(unshown || area.value, Number(interval.value));
    const { duration } = context.picture().runs[0]?.request ?? { duration: 100 };
    context.iaf.view({ input: [component], duration }, { columns: 10 });
    context.takeInput([component]);
    draft = false;
    setText(remark, inUse(component.values.length, done));
  }

  return () => {
    forget();
    if (draft) return;
    const [only, other] = context.picture().runs[0]?.request.input ?? [];
    const plain = !other && only?.kind === 'samples' && only.stop === Infinity;
    show(plain ? textOf(only) : '');
    if (plain) interval.value = String(only.interval);
  };
}

/**
 * A single column, or two where it does not start at 0.
 * @param {Extract<import('../model/types.js').FullComponent, { kind: 'samples' }>} samples
 */
function textOf({ values, interval, start }) {
  return Array.from(values, (value, i) =>
    start ? `${start + i * interval}\t${value}\n` : `${value}\n`,
  ).join('');
}
