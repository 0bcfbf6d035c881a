import { toJson } from '../share/export/json.js';
import { deflatedLink } from '../share/short-link.js';
import { reasonOf } from '../base/format.js';
import { element, setText } from '../ui/dom.js';
import { shownState } from './shown.js';
import { createCopyText, download } from './take.js';
import {
  aboutJson,
  isLong,
  noShorter,
  saveJson,
  shorter,
  shorterOf,
  whole,
} from '../words/en/dialogs/link.js';

/**
 * A link that is so long that it may not arrive: as it is, in a shorter form, and the same as a file.
 * @param {HTMLElement} body
 * @param {import('./types.js').DialogContext} context
 */
export function fillLink(body, context) {
  const about = element('p', { id: 'link-about' });
  const short = createCopyText('link-short', shorter, 3);
  const message = element('p', { id: 'link-message', role: 'status' });
  const long = createCopyText('link-whole', whole, 3);
  for (const { area } of [short, long]) area.wrap = 'soft';
  const save = element('button', { type: 'button', id: 'link-json' }, saveJson);
  save.addEventListener('click', () => {
    const { requests, fragment } = shownState(context);
    const [{ request }] = requests;
    const { id } = context.picture().experiment;
    download(`integrate-and-fire-${id}.json`, 'application/json', toJson(request, undefined, fragment));
  });
  const file = element('div', { className: 'buttons' }, save);
  body.append(about, short.element, message, long.element, element('p', {}, aboutJson), file);

  return async () => {
    const base = location.href.replace(/#.*/s, '');
    const link = context.link();
    const address = (/** @type {string} */ fragment) => `${base}#${fragment}`;
    long.area.value = address(link);
    setText(about, isLong(long.area.value.length));
    save.disabled = !context.picture().runs.length;
    setText(message, '');
    try {
      short.area.value = address(await deflatedLink(link));
      setText(short.name, shorterOf(short.area.value.length));
    } catch (error) {
      short.element.hidden = true;
      setText(message, noShorter(reasonOf(error)));
    }
  };
}
