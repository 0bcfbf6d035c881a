import { notebookOf } from '../share/export/notebook.js';
import { targets } from '../share/export/scripts/index.js';
import { createTakeRun, shownState } from './shown.js';
import { reasonOf } from '../base/format.js';
import { element, setText } from '../ui/dom.js';
import { createCopyText, download } from './take.js';
import {
  aboutTarget,
  downloadText,
  notRunHere,
  scriptLabel,
  simulatorName,
} from '../words/en/dialogs/continue.js';
import { notebookButton } from '../words/en/take-out.js';

/**
 * Scripts that repeat the present run in other simulators.
 * @param {HTMLElement} body
 * @param {import('./types.js').DialogContext} context
 */
export function fillContinue(body, context) {
  let target = targets[0];
  const radios = targets.map(({ id, label, tested }) => {
    const input = element('input', { type: 'radio', name: 'target', value: id, id: `target-${id}` });
    input.addEventListener('change', update);
    const name = element('span', {}, label);
    if (!tested) name.append(element('small', {}, notRunHere));
    return { id, input, element: element('label', {}, input, name) };
  });
  const group = element(
    'div',
    { className: 'radios wrap', role: 'radiogroup', 'aria-label': simulatorName },
    ...radios.map((radio) => radio.element),
  );
  const description = element('p', { id: 'target-about' });
  const message = element('p', { id: 'target-message', className: 'fault', role: 'alert' });
  const script = createCopyText('script', scriptLabel, 18);
  const save = element('button', { type: 'button', id: 'save-script', className: 'main' }, downloadText);
  save.addEventListener('click', () => download(target.file, target.type, script.area.value));
  const notebook = element('button', { type: 'button', id: 'save-notebook' }, notebookButton);
  notebook.addEventListener('click', () => {
    const file = target.file.replace(/\.py$/, '.ipynb');
    const about = { label: target.label, link: shownState(context).link };
    download(file, 'application/x-ipynb+json', notebookOf(script.area.value, about));
  });
  const buttons = element('div', { className: 'buttons' }, save, notebook);
  const takeRun = createTakeRun(context, [group, description, message, script.element, buttons], update);
  body.append(...takeRun.nodes);

  function update() {
    target =
      targets.find(({ id }) => radios.some((radio) => radio.id === id && radio.input.checked)) ?? target;
    for (const { id, input } of radios) input.checked = id === target.id;
    const { requests, title, link } = shownState(context);
    const about = { defaults: context.iaf.defaults, title, link };
    const { text, refused } = written(() => target.write(requests, about));
    script.area.value = text;
    setText(message, refused);
    script.element.hidden = buttons.hidden = Boolean(refused);
    setText(script.name, target.file);
    setText(description, refused ? '' : aboutTarget(target));
    notebook.hidden = !target.file.endsWith('.py');
  }
  return takeRun.update;
}

/**
 * A script, or in words why there is none: not every model and input has a template.
 * @param {() => string} write
 */
function written(write) {
  try {
    return { text: write(), refused: '' };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { text: '', refused: reasonOf(error) };
  }
}
