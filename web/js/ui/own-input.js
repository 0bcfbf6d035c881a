import { element } from './dom.js';

/**
 * How a current of one's own is made: drawn on its plot, or brought along.
 * @param {{ draw: (on: boolean) => void, bring?: () => void }} events
 * @returns {{ element: HTMLElement, update: (shown: boolean, drawing: boolean) => void }}
 */
export function createOwnInput({ draw, bring }) {
  const pen = element('button', { type: 'button', id: 'draw' }, 'Draw on the plot');
  const file = element('button', { type: 'button', id: 'open-current' }, 'Paste or load …');
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
