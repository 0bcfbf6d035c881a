import { groups } from '../model/experiments/controls.js';
import { inShort } from '../words/en/regime.js';
import { createChoice } from './choice.js';
import { element } from './dom.js';
import { createOwnInput } from './own-input.js';
import { createSlider } from './slider.js';
import { issueSentence } from '../words/en/issue.js';
import { groupTitles, presetLabels, presetsName } from '../words/en/controls.js';

/**
 * The controls of the experiment on show, under their headings, with its presets above.
 * @param {HTMLElement} container
 * @typedef {import('./slider.js').ControlEvents & Parameters<typeof createOwnInput>[0]} Events
 * @param {Events & { preset: (values: import('../model/types.js').Values) => void }} events
 * @typedef {import('../model/types.js').Picture} Picture
 * @typedef {import('../model/types.js').Values} Values
 *
 * @typedef {object} How they are shown
 * @property {Values} home what they go back to
 * @property {boolean} told whether what the values make of the neuron is said with them
 * @property {string[]} [only] keys of those to show; without it all are, and the presets
 *
 * @returns {{ update: (picture: Picture, drawing: boolean, how: How) => void }}
 */
export function createControls(container, events) {
  /** @type {import('../model/types.js').Experiment | undefined} */
  let experiment;
  /** @type {string[] | undefined} */
  let keys;
  /** @type {Map<string, import('./slider.js').ControlView>} */
  let views = new Map();
  /** @type {{ button: HTMLButtonElement, values: import('../model/types.js').Values }[]} */
  let presets = [];
  /** @type {ReturnType<typeof createOwnInput> | null} */
  let own = null;

  /** @param {import('../model/types.js').Experiment} next @param {string[] | undefined} only */
  function build(next, only) {
    experiment = next;
    keys = only;
    const wanted = (/** @type {{ key: string }} */ { key }) => !only || only.includes(key);
    const [choices, controls] = [next.choices.filter(wanted), next.controls.filter(wanted)];
    views = new Map([
      ...choices.map((choice) => /** @type {const} */ ([choice.key, createChoice(choice, events)])),
      ...controls.map((control) => /** @type {const} */ ([control.key, createSlider(control, events)])),
    ]);
    presets = (only ? [] : next.presets).map(({ id, values }) => ({
      button: element('button', { type: 'button', onclick: () => events.preset(values) }, presetLabels[id]),
      values,
    }));
    const fieldsets = groups.map((group) =>
      element(
        'fieldset',
        {},
        element('legend', {}, groupTitles[group]),
        ...[...choices, ...controls]
          .filter((control) => control.group === group)
          .map(({ key }) => /** @type {import('./slider.js').ControlView} */ (views.get(key)).element),
      ),
    );
    own = next.inputs.length && !only ? createOwnInput(events) : null;
    if (own) fieldsets[0].children[1].after(own.element);
    const presetBar = element('div', { className: 'presets', role: 'group', 'aria-label': presetsName });
    presetBar.append(...presets.map(({ button }) => button));
    container.replaceChildren(...(presets.length ? [presetBar] : []), ...fieldsets);
  }

  return {
    update(picture, drawing, { home, told, only }) {
      if (picture.experiment !== experiment || only !== keys) build(picture.experiment, only);
      const { values, issues } = picture;
      const effect = issues.length ? issueSentence(issues[0]) : told ? inShort(picture) : '';
      for (const [key, view] of views) {
        const issue = issues.find((each) => each.key === key);
        view.update(values, issue && issueSentence(issue), effect, home[key]);
      }
      for (const { key, when } of picture.experiment.controls) {
        const view = views.get(key);
        if (when && view) view.element.hidden = !when(values);
      }
      own?.update(
        picture.experiment.inputs.some(({ when }) => when(values)),
        drawing,
      );
      for (const { button, values: preset } of presets) {
        const applied = Object.entries(preset).every(([key, value]) => values[key] === value);
        button.setAttribute('aria-pressed', String(applied));
      }
    },
  };
}
