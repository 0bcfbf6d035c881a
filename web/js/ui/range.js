import { scaleOf, snapped } from '../state/steps.js';
import { element } from './dom.js';
import { listenToStepKeys } from './step-keys.js';

/** A finger must move so far across before it moves the slider: it may be about to scroll the page, px. */
const SLACK = 8;

/** How many steps a key leads up. @type {Record<string, number>} */
const strides = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1 };

/**
 * The slider itself: the browser's, but for its stops, which hold wherever the value lies that it starts from, and for
 * fingers.
 * @param {string} id
 * @param {string} name
 * @param {object} events
 * @param {(value: number) => number} events.slide to a value; gives the stop that it comes to
 * @param {(steps: number) => number} events.step up, or down if negative; likewise
 * @param {() => void} events.commit when it is let go
 */
export function createRange(id, name, { slide, step, commit }) {
  const range = element('input', { type: 'range', id, name, min: 0, max: 1, step: 'any' });
  let { place, value: valueAt } = scaleOf({});
  let shown = NaN;
  /** Whether a pointer has hold of it. */
  let held = false;
  /** Where a finger came down that does not move it yet. @type {PointerEvent | null} */
  let resting = null;
  let said = '';
  let outcome = '';
  let spoken = '';

  /** @param {number} value */
  function show(value) {
    shown = value;
    range.value = String(place(value));
  }

  function speak() {
    const text = document.activeElement === range ? said + outcome : said;
    if (text !== spoken) range.setAttribute('aria-valuetext', (spoken = text));
  }

  range.addEventListener('pointerdown', (event) => {
    held = true;
    resting = event.pointerType === 'touch' ? event : null;
  });
  range.addEventListener('pointermove', ({ clientX, clientY }) => {
    if (!resting) return;
    const across = Math.abs(clientX - resting.clientX);
    if (across > SLACK && across > Math.abs(clientY - resting.clientY)) resting = null;
  });
  for (const type of ['pointerup', 'pointercancel']) range.addEventListener(type, () => (held = false));
  range.addEventListener('input', () => {
    // What follows on a finger that only came down, or scrolled.
    if (resting) return show(shown);
    const before = shown;
    const asked = valueAt(Number(range.value));
    let next = slide(asked);
    // Assistive technology moves it by a part of its length, which may be less than a step.
    if (!held && (next - before) * (asked - before) <= 0) next = step(Math.sign(asked - before));
    show(next);
  });
  range.addEventListener('change', () => {
    if (!resting) commit();
  });
  range.addEventListener('keydown', () => (resting = null));
  listenToStepKeys(range, strides, (steps) => show(step(steps)), commit);
  range.onfocus = range.onblur = speak;

  return {
    element: range,
    /** @param {import('../state/steps.js').Control} control @param {import('../state/steps.js').Ends} ends @param {number} value */
    update(control, ends, value) {
      ({ place, value: valueAt } = scaleOf(control));
      if (!Number.isFinite(value)) return;
      const [min, max] = [place(ends.min), place(ends.max)];
      const widened = ends.min !== control.min || ends.max !== control.max;
      const onStop = !widened && snapped(control, ends, value) === value;
      const stops = {
        min,
        // A whole number of steps, so that the last one reaches the end.
        max: widened ? max : min + Math.ceil((max - min) / control.step - 1e-9) * control.step,
        step: onStop ? control.step : 'any',
      };
      for (const [key, stop] of Object.entries(stops)) {
        if (range.getAttribute(key) !== String(stop)) range.setAttribute(key, String(stop));
      }
      if (value !== shown) show(value);
    },
    /** @param {string} value @param {string} effect what it makes of the neuron, to be said while it has the focus */
    say(value, effect) {
      said = value;
      outcome = effect;
      speak();
    },
  };
}
