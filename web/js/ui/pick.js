import { element, setRichText } from './dom.js';
import { caseTitle } from '../words/en/experiments.js';
import { inputPick, mostSpikes } from '../words/en/panels.js';

/**
 * A native select with its label whose options may change; hidden while there is nothing to choose.
 * @param {string} id
 * @param {string} label
 * @param {(value: string) => void} pick
 */
export function createPick(id, label, pick) {
  const select = element('select', { id });
  const root = element('label', { className: 'pick' }, element('span', {}, `${label} `), select);
  select.addEventListener('change', () => pick(select.value));
  let shown = '';
  return {
    element: root,
    /** @param {{ value: string, label: string }[]} options @param {string} value */
    update(options, value) {
      const next = JSON.stringify(options);
      if (next !== shown) {
        shown = next;
        select.replaceChildren(
          ...options.map((option) => element('option', { value: option.value }, option.label)),
        );
        root.hidden = options.length < 2;
      }
      if (select.value !== value) select.value = value;
    },
  };
}

/**
 * A control's name where symbols cannot be set, as in an option: digits go below the line, words stand apart.
 * @param {string} name
 */
export function plainName(name) {
  return name.replace(/_(\d?)/g, (_, digit) => (digit ? String.fromCodePoint(0x2080 + Number(digit)) : ' '));
}

/**
 * Which case of the experiment a panel shows, where there are several.
 * @param {string} id
 * @param {(settings: { row: string }) => void} changeSettings
 */
export function createRowPick(id, changeSettings) {
  const pick = createPick(id, inputPick, (row) => changeSettings({ row }));
  return {
    element: pick.element,
    /** @param {import('../model/types.js').Picture} picture @param {number} row the one on show */
    update({ runs, settings }, row) {
      const titles = runs.map((run, at) => ({ value: String(at), label: caseTitle(run) }));
      const most = { value: 'most', label: mostSpikes(titles[row]?.label) };
      pick.update(titles.length > 1 ? [most, ...titles] : [], settings.row);
    },
  };
}

/**
 * A checkbox with its label.
 * @param {string} id
 * @param {() => void} changed
 */
export function createTick(id, changed) {
  const input = element('input', { type: 'checkbox', id });
  input.addEventListener('change', changed);
  const label = element('span');
  return {
    input,
    element: element('label', { className: 'tick' }, input, label),
    /** @param {string} text @param {boolean} checked */
    update(text, checked) {
      setRichText(label, text);
      input.checked = checked;
    },
  };
}
