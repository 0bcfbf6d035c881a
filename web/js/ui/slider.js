import { unitOf } from '../model/experiments/controls.js';
import { plain } from '../base/format.js';
import { element, setRichText, setText, withSymbols } from './dom.js';
import { backTo, resetTo } from '../words/en/slider.js';
import { labelOf } from '../words/en/labels.js';

/**
 * How a control's values lie along its track. On a logarithmic one a place means the nearest number of two digits.
 * @type {Record<'linear' | 'log', { place: (value: number) => number, value: (place: number) => number }>}
 */
const scales = {
  linear: { place: (value) => value, value: (place) => place },
  log: {
    place: (value) => Math.log10(Math.max(value, Number.MIN_VALUE)),
    value: (place) => Number((10 ** place).toPrecision(2)),
  },
};

/**
 * @typedef {import('../model/types.js').Control} Control
 * @typedef {import('../model/types.js').Values} Values
 *
 * @typedef {object} ControlEvents
 * @property {(key: string, value: any) => void} change at every tick
 * @property {() => void} commit when the visitor lets go
 * @property {(key: string) => void} reset
 *
 * @typedef {object} ControlView
 * @property {HTMLElement} element
 * @property {(values: Values, message: string | undefined, effect: string) => void} update the effect: what the values make
 *   of the neuron, to be spoken with the value while the slider has the focus
 */

/**
 * A number the visitor may change: a range input and a number field that mirror each other, a way back to the
 * start value, and a place for what is wrong with it.
 * @param {Control} control
 * @param {ControlEvents} events
 * @returns {ControlView}
 */
export function createSlider(control, { change, commit, reset }) {
  const { key, symbol, step, start } = control;
  const label = labelOf(control);
  const scale = scales[control.scale ?? 'linear'];
  const min = scale.place(control.min);
  // A whole number of steps, so that the last one reaches the end.
  const max = min + Math.ceil((scale.place(control.max) - min) / step - 1e-9) * step;
  const messageId = `message-${key}`;
  const range = element('input', { type: 'range', id: `slider-${key}`, name: key, min, max, step });
  const field = element('input', {
    type: 'number',
    id: `number-${key}`,
    step: control.scale ? 'any' : step,
    inputMode: 'decimal',
    'aria-label': `${label} ${symbol.replace('_', ' ')}`,
    'aria-describedby': messageId,
  });
  range.setAttribute('aria-describedby', messageId);
  const unit = element('span', { className: 'unit' });
  const back = element('button', {
    type: 'button',
    className: 'back',
    title: backTo(plain(start)),
    'aria-label': resetTo(label, plain(start)),
  });
  const message = element('p', { className: 'message', id: messageId });
  const name = element('label', { htmlFor: range.id }, `${label} `, withSymbols(symbol));
  const track = element('div', { className: 'track' }, range);
  track.style.setProperty('--start', String(part(start)));
  const root = element('div', { className: 'control' }, name, field, unit, back, track, message);
  root.dataset.key = key;

  /** Where a value lies between the slider's ends, 0 … 1. @param {number} value */
  function part(value) {
    return Math.min(Math.max((scale.place(value) - min) / (max - min), 0), 1);
  }

  range.addEventListener('input', () => change(key, Math.min(scale.value(Number(range.value)), control.max)));
  field.addEventListener('input', () => change(key, field.value === '' ? NaN : Number(field.value)));
  for (const input of [range, field]) input.addEventListener('change', commit);
  for (const [target, type] of /** @type {[HTMLElement, string][]} */ ([
    [range, 'dblclick'],
    [back, 'click'],
  ])) {
    target.addEventListener(type, () => {
      reset(key);
      commit();
    });
  }
  back.addEventListener('click', () => range.focus());

  /** @type {number} */
  let shown;
  let said = '';
  let outcome = '';
  let spoken = '';
  function speak() {
    const text = document.activeElement === range ? said + outcome : said;
    if (text !== spoken) range.setAttribute('aria-valuetext', (spoken = text));
  }
  range.onfocus = range.onblur = speak;
  field.addEventListener('blur', () => showInField(shown));
  // The wheel scrolls the page; over a focused number it would change it.
  field.addEventListener('wheel', () => field.blur(), { passive: true });

  /** @param {number} value */
  function showInField(value) {
    if (Number.isFinite(value)) field.value = plain(value);
  }

  return {
    element: root,
    update(values, text, effect) {
      const value = values[key];
      const unitText = unitOf(control, values);
      if (!Object.is(value, shown)) {
        shown = value;
        if (document.activeElement !== field) showInField(value);
        if (Number.isFinite(value)) {
          range.value = String(scale.place(value));
          range.style.setProperty('--fill', String(part(value)));
        }
        root.classList.toggle('changed', value !== start);
      }
      field.classList.toggle('long', field.value.length > 7);
      setText(unit, unitText);
      said = `${plain(value)} ${unitText}`;
      outcome = effect && `: ${effect}`;
      speak();
      const invalid = text !== undefined;
      root.classList.toggle('invalid', invalid);
      for (const input of [range, field]) input.setAttribute('aria-invalid', String(invalid));
      setRichText(message, text ?? '');
    },
  };
}
