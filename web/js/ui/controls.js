import { groups } from '../experiments.js';
import { inShort } from '../regime.js';
import { createChoice } from './choice.js';
import { element } from './dom.js';
import { createOwnInput } from './own-input.js';
import { createSlider } from './slider.js';

/**
 * The controls of the experiment on show, under their headings, with its presets above.
 * @param {HTMLElement} container
 * @typedef {import('./slider.js').ControlEvents & Parameters<typeof createOwnInput>[0]} Events
 * @param {Events & { preset: (values: import('../types.js').Values) => void }} events
 * @returns {{ update: (picture: import('../types.js').Picture, drawing: boolean) => void }}
 */
export function createControls(container, events) {
  /** @type {import('../types.js').Experiment | undefined} */
  let experiment;
  /** @type {Map<string, import('./slider.js').ControlView>} */
  let views = new Map();
  /** @type {{ button: HTMLButtonElement, values: import('../types.js').Values }[]} */
  let presets = [];
  /** @type {ReturnType<typeof createOwnInput> | null} */
  let own = null;

  /** @param {import('../types.js').Experiment} next */
  function build(next) {
    experiment = next;
    views = new Map([
      ...next.choices.map((choice) => /** @type {const} */ ([choice.key, createChoice(choice, events)])),
      ...next.controls.map((control) => /** @type {const} */ ([control.key, createSlider(control, events)])),
    ]);
    presets = next.presets.map(({ label, values }) => ({
      button: element('button', { type: 'button', onclick: () => events.preset(values) }, label),
      values,
    }));
    const fieldsets = Object.entries(groups).map(([group, title]) =>
      element(
        'fieldset',
        {},
        element('legend', {}, title),
        ...[...next.choices, ...next.controls]
          .filter((control) => control.group === group)
          .map(({ key }) => /** @type {import('./slider.js').ControlView} */ (views.get(key)).element),
      ),
    );
    own = next.inputs.length ? createOwnInput(events) : null;
    if (own) fieldsets[0].children[1].after(own.element);
    const presetBar = element('div', { className: 'presets', role: 'group', 'aria-label': 'Presets' });
    presetBar.append(...presets.map(({ button }) => button));
    container.replaceChildren(...(presets.length ? [presetBar] : []), ...fieldsets);
  }

  return {
    update(picture, drawing) {
      if (picture.experiment !== experiment) build(picture.experiment);
      const { values, issues } = picture;
      const effect = issues.length ? issues[0].message : inShort(picture);
      for (const [key, view] of views) {
        view.update(values, issues.find((issue) => issue.key === key)?.message, effect);
      }
      for (const { key, when } of picture.experiment.controls) {
        if (when)
          /** @type {import('./slider.js').ControlView} */ (views.get(key)).element.hidden = !when(values);
      }
      own?.update(values.waveform === 'own', drawing);
      for (const { button, values: preset } of presets) {
        const applied = Object.entries(preset).every(([key, value]) => values[key] === value);
        button.setAttribute('aria-pressed', String(applied));
      }
    },
  };
}
