import { element, setText } from '../ui/dom.js';

/**
 * A text with a button that copies it.
 * @param {string} id
 * @param {string} label
 * @param {number} rows
 */
export function createCopyText(id, label, rows) {
  const area = element('textarea', { id, readOnly: true, rows, spellcheck: false, wrap: 'off' });
  const button = element('button', { type: 'button' }, 'Copy');
  const name = element('label', { htmlFor: id }, label);
  area.addEventListener('focus', () => area.select());
  button.setAttribute('aria-label', `Copy: ${label}`);
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(area.value);
      setText(button, 'Copied');
    } catch {
      area.focus();
      setText(button, 'Press Ctrl+C');
    }
    setTimeout(() => setText(button, 'Copy'), 1500);
  });
  return {
    element: element('div', { className: 'take' }, element('div', {}, name, button), area),
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
