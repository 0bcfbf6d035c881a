import { elementSnippet, iframeSnippet, pictureSnippet } from '../share/export/snippets.js';
import { reasonOf } from '../base/format.js';
import { createTakeRun, shownState } from './shown.js';
import { element, setText } from '../ui/dom.js';
import { createTick } from '../ui/pick.js';
import { pngOf } from './png.js';
import { createCopyText, download } from './take.js';
import * as words from '../words/en/dialogs/embed.js';

/** Width of the picture as it is shown, px. */
const WIDTH = 1032;

/**
 * The present state for other pages: as an element, an iframe, or a picture with a link.
 * @param {HTMLElement} body
 * @param {import('./types.js').DialogContext} context
 */
export function fillEmbed(body, context) {
  const texts = {
    element: createCopyText('embed-element', words.asElement, 8),
    iframe: createCopyText('embed-iframe', words.asIframe, 6),
    markdown: createCopyText('embed-markdown', words.asMarkdown, 3),
    picture: createCopyText('embed-picture', words.asPicture, 3),
  };
  for (const { area } of Object.values(texts)) area.wrap = 'soft';
  const inside = createTick('embed-inside', () => update());
  const preview = element('a', { target: '_blank', rel: 'noopener' }, words.previewText);
  const save = element('button', { type: 'button', id: 'embed-save' }, words.savePicture);
  const message = element('p', { id: 'embed-message', className: 'fault', role: 'alert' });
  save.addEventListener('click', async () => {
    setText(message, '');
    try {
      download(pictureFile(), 'image/png', await pngOf(context.picture()));
    } catch (error) {
      setText(message, words.noPictureMade(reasonOf(error)));
    }
  });
  const pictureFile = () => `integrate-and-fire-${context.picture().experiment.id}.png`;

  function update() {
    const base = new URL('.', location.href).href;
    const { fragment, title: experiment } = shownState(context);
    const figure = { base, fragment, title: words.embeddedTitle(experiment) };
    const picture = { file: pictureFile(), width: WIDTH };
    inside.update(words.pictureInside(picture.file), inside.input.checked);
    texts.element.area.value = elementSnippet({
      ...figure,
      picture: inside.input.checked ? picture : undefined,
    });
    texts.iframe.area.value = iframeSnippet(figure);
    const { markdown, html } = pictureSnippet({ ...figure, picture });
    texts.markdown.area.value = markdown;
    texts.picture.area.value = html;
    preview.href = `${base}embed.html#${fragment}`;
  }

  const takeRun = createTakeRun(
    context,
    [
      element('p', {}, words.introduction, ' ', preview),
      texts.element.element,
      inside.element,
      places(words.elementPlaces),
      texts.iframe.element,
      places(words.iframePlaces),
      texts.markdown.element,
      texts.picture.element,
      element('div', { className: 'buttons' }, save),
      message,
      places(words.picturePlaces),
    ],
    update,
  );
  body.append(...takeRun.nodes);
  return takeRun.update;
}

/** Where a snippet works, behind a toggle. @param {[place: string, how: string][]} list */
function places(list) {
  const items = list.map(([place, how]) => element('li', {}, element('b', {}, place), ` ${how}`));
  return element(
    'details',
    { className: 'places' },
    element('summary', {}, words.whereItWorks(list.map(([place]) => place))),
    element('ul', {}, ...items),
  );
}
