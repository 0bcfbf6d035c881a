import { currentCsv, samplesCsv, spikesCsv } from '../share/export/csv.js';
import { toJson } from '../share/export/json.js';
import { createPick } from '../ui/pick.js';
import { reasonOf } from '../base/format.js';
import { element, setRichText, setText } from '../ui/dom.js';
import { pngOf } from './png.js';
import { createTakeRun, shownState } from './shown.js';
import { createFileButton, download } from './take.js';
import {
  entries,
  inputPick,
  loadFile,
  loadTitle,
  notLoaded,
  notMade,
  sampleTimes,
} from '../words/en/dialogs/data.js';
import { caseTitle } from '../words/en/experiments.js';

/**
 * The present run as files, and the way back.
 * @param {HTMLElement} body
 * @param {import('./types.js').DialogContext} context
 */
export function fillData(body, context) {
  let row = 0;
  const pick = createPick('data-row', inputPick, (value) => {
    row = Number(value);
    update();
  });
  const spacing = element('p', { id: 'data-spacing', className: 'quiet' });
  const message = element('p', { id: 'data-message', className: 'fault', role: 'alert' });

  /** @param {keyof typeof entries} id @param {() => Promise<void> | void} save */
  const entry = (id, save) => {
    const { label, about } = entries[id];
    const button = element('button', { type: 'button', id: `save-${id}` }, label);
    button.addEventListener('click', async () => {
      setText(message, '');
      try {
        await save();
      } catch (error) {
        setText(message, notMade(label, reasonOf(error)));
      }
    });
    return element('li', {}, button, element('span', {}, about));
  };
  const run = () => {
    const { requests, fragment } = shownState(context);
    const { request } = requests[row];
    return { request, run: context.iaf.simulate(request), fragment };
  };
  const csv = (/** @type {string} */ name, /** @type {string} */ text) =>
    download(`${fileName(context)}-${name}.csv`, 'text/csv', text);
  const nodes = [
    pick.element,
    element(
      'ul',
      { className: 'entries' },
      entry('samples', () => {
        const { request, run: result } = run();
        csv('samples', samplesCsv(request, result));
      }),
      entry('spikes', () => {
        const { request, run: result } = run();
        csv('spikes', spikesCsv(request, result));
      }),
      entry('current', () => {
        const { request, run: result } = run();
        csv('current', currentCsv(request, result));
      }),
      entry('json', () => {
        const { request, run: result, fragment } = run();
        const text = toJson(request, result, fragment);
        download(`${fileName(context)}.json`, 'application/json', text);
      }),
      entry('png', async () => {
        download(`${fileName(context)}.png`, 'image/png', await pngOf(context.picture()));
      }),
    ),
    spacing,
  ];
  const takeRun = createTakeRun(context, nodes, update);
  body.append(
    ...takeRun.nodes,
    element('h3', {}, loadTitle),
    createFileButton('load-file', loadFile, '.json,.csv,application/json,text/csv', load),
    message,
  );

  /** @param {File} file */
  async function load(file) {
    try {
      await context.openFile(await file.text());
      body.closest('dialog')?.close();
      setText(message, '');
    } catch (error) {
      setText(message, notLoaded(reasonOf(error)));
    }
  }

  function update() {
    const { runs } = context.picture();
    const { method, dt } = shownState(context);
    row = Math.min(row, runs.length - 1);
    pick.update(
      runs.length > 1 ? runs.map((run, at) => ({ value: String(at), label: caseTitle(run) })) : [],
      String(row),
    );
    setRichText(spacing, sampleTimes(dt, method === 'exact'));
  }
  return () => {
    takeRun.update();
    setText(message, '');
  };
}

/** @param {import('./types.js').DialogContext} context */
function fileName(context) {
  return `integrate-and-fire-${context.picture().experiment.id}`;
}
