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
  const about = element('p', { id: 'target-about' });
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
  const takeRun = createTakeRun(context, [group, about, message, script.element, buttons], update);
  body.append(...takeRun.nodes);

  function update() {
    target =
      targets.find(({ id }) => radios.some((radio) => radio.id === id && radio.input.checked)) ?? target;
    for (const { id, input } of radios) input.checked = id === target.id;
    const { requests, title, link } = shownState(context);
    let fault = '';
    try {
      script.area.value = target.write(requests, { defaults: context.iaf.defaults, title, link });
    } catch (error) {
      fault = reasonOf(error); // an input that this simulator's scripts do not have
    }
    setText(message, fault);
    script.element.hidden = buttons.hidden = fault !== '';
    setText(script.name, target.file);
    setText(about, aboutTarget(target));
    notebook.hidden = !target.file.endsWith('.py');
  }
  return takeRun.update;
}
