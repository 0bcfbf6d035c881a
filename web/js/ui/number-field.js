import { plain } from '../base/format.js';
import { readNumber } from '../base/read-number.js';
import { typedFault } from '../words/en/number.js';
import { element } from './dom.js';
import { listenToStepKeys } from './step-keys.js';

/** How many steps a key leads up. @type {Record<string, number>} */
const strides = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 };

/**
 * A field for a number in whatever way people write one, with a unit or without. A browser's own number field reads 7,5
 * as 75 in some languages, and says nothing.
 * @param {string} id
 * @param {string} label
 * @param {string} messageId of what says what is wrong with it
 * @param {object} events
 * @param {(value: number) => void} events.change NaN, where what stands there cannot be read
 * @param {(steps: number) => number} events.step up, or down if negative; gives what that leads to
 * @param {() => void} events.commit
 */
export function createNumberField(id, label, messageId, { change, step, commit }) {
  const input = element('input', {
    type: 'text',
    id,
    inputMode: 'decimal',
    autocomplete: 'off',
    spellcheck: false,
    role: 'spinbutton',
    'aria-describedby': messageId,
  });
  let unit = '';
  let shown = NaN;
  let fault = '';

  /** Whether it holds what was typed and is not yet entered. A field's undo is its own for so long. */
  const typing = () => input.value !== input.defaultValue;

  function show() {
    if (Number.isFinite(shown)) input.value = input.defaultValue = plain(shown);
  }

  input.addEventListener('input', () => {
    const reading = readNumber(input.value, unit);
    fault =
      'fault' in reading && reading.fault !== 'empty' ? typedFault(label, input.value, unit, reading) : '';
    shown = 'value' in reading ? reading.value : NaN;
    change(shown);
  });
  input.addEventListener('change', () => {
    show();
    commit();
  });
  input.addEventListener('blur', show);
  const stepAndShow = (/** @type {number} */ steps) => {
    shown = step(steps);
    show();
  };
  listenToStepKeys(input, strides, stepAndShow, commit);

  return {
    element: input,
    /** Why what stands there cannot be read; empty, if it can. */
    get fault() {
      return fault;
    },
    /**
     * @param {number} value
     * @param {string} inUnit
     * @param {{ min: number, max: number }} ends that its keys step between
     */
    update(value, inUnit, { min, max }) {
      unit = inUnit;
      shown = value;
      const known = Number.isFinite(value);
      if (known) fault = '';
      if (document.activeElement !== input || !typing()) show();
      input.classList.toggle('long', input.value.length > 7);
      input.setAttribute('aria-valuemin', String(Math.min(min, value || min)));
      input.setAttribute('aria-valuemax', String(Math.max(max, value || max)));
      if (known) input.setAttribute('aria-valuenow', String(value));
      else input.removeAttribute('aria-valuenow');
      input.setAttribute('aria-valuetext', known ? `${plain(value)} ${unit}` : input.value);
    },
  };
}
