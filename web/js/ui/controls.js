import { groups } from '../experiments.js';
import { createChoice } from './choice.js';
import { element } from './dom.js';
import { createSlider } from './slider.js';

/**
 * The controls of the experiment on show, under their headings, with its presets above.
 * @param {HTMLElement} container
 * @param {import('./slider.js').ControlEvents & { preset: (values: import('../types.js').Values) => void }} events
 * @returns {{ update: (picture: import('../types.js').Picture) => void }}
 */
export function createControls(container, events) {
  /** @type {import('../types.js').Experiment | undefined} */
  let experiment;
  /** @type {Map<string, import('./slider.js').ControlView>} */
  let views = new Map();
  /** @type {{ button: HTMLButtonElement, values: import('../types.js').Values }[]} */
  let presets = [];

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
    const presetBar = element('div', { className: 'presets', role: 'group', 'aria-label': 'Presets' });
    presetBar.append(...presets.map(({ button }) => button));
    container.replaceChildren(...(presets.length ? [presetBar] : []), ...fieldsets);
  }

  return {
    update(picture) {
      if (picture.experiment !== experiment) build(picture.experiment);
      const { values, issues } = picture;
      for (const [key, view] of views) {
        view.update(values, issues.find((issue) => issue.key === key)?.message);
      }
      for (const { key, when } of picture.experiment.controls) {
        if (when)
          /** @type {import('./slider.js').ControlView} */ (views.get(key)).element.hidden = !when(values);
      }
      for (const { button, values: preset } of presets) {
        const applied = Object.entries(preset).every(([key, value]) => values[key] === value);
        button.setAttribute('aria-pressed', String(applied));
      }
    },
  };
}
