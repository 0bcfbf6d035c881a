import { element, setText } from '../ui/dom.js';
import {
  buttonName,
  copied,
  copiedSaid,
  copy,
  pressToCopy,
  pressToCopySaid,
} from '../words/en/dialogs/take.js';

/**
 * A text with a button that copies it.
 * @param {string} id
 * @param {string} label
 * @param {number} rows
 */
export function createCopyText(id, label, rows) {
  const area = element('textarea', { id, readOnly: true, rows, spellcheck: false, wrap: 'off' });
  const button = element('button', { type: 'button' });
  const name = element('label', { htmlFor: id }, label);
  const status = element('p', { className: 'unseen', role: 'status' });
  /** @param {string} text of the button @param {string} [outcome] to be spoken */
  const say = (text, outcome = '') => {
    setText(button, text);
    button.setAttribute('aria-label', buttonName(text, label));
    setText(status, outcome);
  };
  say(copy);
  area.addEventListener('focus', () => area.select());
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(area.value);
      say(copied, copiedSaid(label));
    } catch {
      area.focus();
      say(pressToCopy, pressToCopySaid);
    }
    setTimeout(() => say(copy), 1500);
  });
  return {
    element: element('div', { className: 'take' }, element('div', {}, name, button), area, status),
    name,
    area,
  };
}

/**
 * Gives the visitor a file.
 * @param {string} name
 * @param {string} type media type
 * @param {string | Blob} content
 */
export function download(name, type, content) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = element('a', { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/**
 * A button that asks for a file and hands it on.
 * @param {string} id
 * @param {string} label
 * @param {string} accept
 * @param {(file: File) => void} take
 */
export function createFileButton(id, label, accept, take) {
  const input = element('input', { type: 'file', id, accept, className: 'unseen' });
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file) take(file);
    input.value = '';
  });
  return element('label', { className: 'file' }, input, element('span', {}, label));
}
