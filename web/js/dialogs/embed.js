import { elementSnippet, iframeSnippet } from '../share/export/snippets.js';
import { createTakeRun, shownState } from './shown.js';
import { element } from '../ui/dom.js';
import { createCopyText } from './take.js';
import { asElement, asIframe, embeddedTitle, introduction, previewText } from '../words/en/dialogs/embed.js';

/**
 * The present state as HTML for other pages.
 * @param {HTMLElement} body
 * @param {import('./types.js').DialogContext} context
 */
export function fillEmbed(body, context) {
  const tag = createCopyText('embed-element', asElement, 8);
  const frame = createCopyText('embed-iframe', asIframe, 8);
  for (const { area } of [tag, frame]) area.wrap = 'soft';
  const preview = element('a', { target: '_blank', rel: 'noopener' }, previewText);
  const nodes = [element('p', {}, introduction), tag.element, frame.element, element('p', {}, preview)];
  const takeRun = createTakeRun(context, nodes, () => {
    const base = new URL('.', location.href).href;
    const { fragment, title: experiment } = shownState(context);
    const title = embeddedTitle(experiment);
    tag.area.value = elementSnippet({ base, fragment, title });
    frame.area.value = iframeSnippet({ base, fragment, title });
    preview.href = `${base}embed.html#${fragment}`;
  });
  body.append(...takeRun.nodes);
  return takeRun.update;
}
