import { element } from './dom.js';
import { drawOnPlot, pasteOrLoad } from '../words/en/controls.js';

/**
 * How a current of one's own is made: drawn on its plot, or brought along.
 * @param {{ draw: (on: boolean) => void, bring?: () => void }} events
 * @returns {{ element: HTMLElement, update: (shown: boolean, drawing: boolean) => void }}
 */
export function createOwnInput({ draw, bring }) {
  const pen = element('button', { type: 'button', id: 'draw' }, drawOnPlot);
  const file = element('button', { type: 'button', id: 'open-current' }, pasteOrLoad);
  const root = element('div', { className: 'own', hidden: true }, pen, ...(bring ? [file] : []));
  let on = false;
  pen.addEventListener('click', () => draw(!on));
  if (bring) file.addEventListener('click', bring);
  return {
    element: root,
    update(shown, drawing) {
      on = drawing;
      root.hidden = !shown;
      pen.setAttribute('aria-pressed', String(drawing));
    },
  };
}
