import { unitOf } from '../model/experiments/controls.js';
import { plain } from '../base/format.js';
import { endsFor, scaleOf, snapped, stepped } from '../state/steps.js';
import { element, setRichText, setText, withSymbols } from './dom.js';
import { createNumberField } from './number-field.js';
import { createRange } from './range.js';
import { backTo, resetTo, sliderName } from '../words/en/slider.js';
import { labelOf } from '../words/en/labels.js';

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
 * @property {(values: Values, message: string | undefined, effect: string, home?: number) => void} update the effect: what
 *   the values make of the neuron, to be spoken with the value while the slider has the focus; home: what the control goes
 *   back to before its start
 */

/**
 * A number the visitor may change: a range input and a number field that mirror each other, a way back to where it
 * came from, and a place for what is wrong with it. A value from beyond the slider's ends widens it.
 * @param {Control} control
 * @param {ControlEvents} events
 * @returns {ControlView}
 */
export function createSlider(control, { change, commit, reset }) {
  const { key, symbol, start } = control;
  const label = labelOf(control);
  const { place } = scaleOf(control);
  const messageId = `message-${key}`;
  /** @type {import('../state/steps.js').Ends} */
  let ends = endsFor(control, start);
  let value = start;
  /** What the slider itself has set last: it keeps its ends under the hand. */
  let own = NaN;
  /** What was shown last; nothing, once something was changed here. @type {unknown[]} */
  let facts = [];

  /** @param {number} next */
  function changeTo(next) {
    facts = [];
    change(key, next);
  }

  /** @param {number} next */
  function set(next) {
    value = own = next;
    changeTo(next);
    return next;
  }

  const step = (/** @type {number} */ steps) => set(stepped(control, ends, value, steps));
  const range = createRange(`slider-${key}`, key, {
    slide: (at) => set(snapped(control, ends, at)),
    step,
    commit,
  });
  const field = createNumberField(`number-${key}`, label, messageId, {
    change: changeTo,
    step,
    commit,
  });
  range.element.setAttribute('aria-describedby', messageId);
  const unit = element('span', { className: 'unit' });
  const back = element('button', { type: 'button', className: 'back' });
  const message = element('p', { className: 'message', id: messageId });
  const name = element('label', { htmlFor: range.element.id }, `${label} `, withSymbols(symbol));
  const [least, most] = ['least', 'most'].map((className) => element('span', { className, hidden: true }));
  const track = element('div', { className: 'track' }, range.element, least, most);
  const root = element('div', { className: 'control' }, name, field.element, unit, back, track, message);
  root.dataset.key = key;

  for (const [target, type] of /** @type {const} */ ([
    [range.element, 'dblclick'],
    [back, 'click'],
  ])) {
    target.addEventListener(type, () => {
      reset(key);
      commit();
    });
  }
  back.addEventListener('click', () => range.element.focus());

  /** Where a value lies between the slider's ends, 0 … 1. @param {number} of */
  function part(of) {
    const [from, to] = [place(ends.min), place(ends.max)];
    return String(Math.min(Math.max((place(of) - from) / (to - from), 0), 1));
  }

  /** The way back, and a notch where it leads. @param {number} home */
  function showWay(home) {
    const next = plain(value === home ? start : home);
    root.classList.toggle('changed', value !== start || home !== start);
    track.style.setProperty('--start', part(home));
    if (back.title === backTo(next)) return;
    back.title = backTo(next);
    back.setAttribute('aria-label', resetTo(label, next));
  }

  /** @param {boolean} valid */
  function fit(valid) {
    if (!Number.isFinite(value)) return;
    if (value !== own) {
      own = NaN;
      ends = endsFor(control, valid ? value : start);
    }
    for (const [end, which] of /** @type {const} */ ([
      [least, 'min'],
      [most, 'max'],
    ])) {
      end.hidden = ends.min === control.min && ends.max === control.max;
      setText(end, plain(ends[which]));
    }
    track.style.setProperty('--fill', part(value));
    range.update(control, ends, value);
  }

  return {
    element: root,
    update(values, text, effect, home = start) {
      value = values[key];
      const unitText = unitOf(control, values);
      range.say(`${plain(value)} ${unitText}`, effect && `: ${effect}`);
      // Most sliders stay as they are while another is moved.
      const next = [value, unitText, text, home];
      if (Number.isFinite(value) && next.every((fact, at) => Object.is(fact, facts[at]))) return;
      facts = next;
      fit(text === undefined);
      field.update(value, unitText, ends);
      const wrong = field.fault || text;
      showWay(home);
      if (unitText !== unit.textContent) {
        setText(unit, unitText);
        const called = sliderName(label, symbol, unitText);
        for (const input of [range.element, field.element]) input.setAttribute('aria-label', called);
      }
      root.classList.toggle('invalid', wrong !== undefined);
      for (const input of [range.element, field.element]) {
        input.setAttribute('aria-invalid', String(wrong !== undefined));
      }
      setRichText(message, wrong ?? '');
    },
  };
}
