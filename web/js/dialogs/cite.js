import { citations } from '../share/export/cite.js';
import { element } from '../ui/dom.js';
import { createCopyText } from './take.js';
import { bibtexLabel, plainLabel } from '../words/en/dialogs/cite.js';

/** @param {HTMLElement} body */
export function fillCite(body) {
  for (const { id, label, text, bibtex } of citations({ version: __VERSION__, year: __YEAR__ })) {
    const plain = createCopyText(`cite-${id}`, plainLabel, 2);
    plain.area.value = text;
    plain.area.wrap = 'soft';
    const entry = createCopyText(`bibtex-${id}`, bibtexLabel, bibtex.trimEnd().split('\n').length);
    entry.area.value = bibtex;
    body.append(element('section', {}, element('h3', {}, label), plain.element, entry.element));
  }
  return () => {};
}
