import { ZOOM_STEP, zoomed } from '../plots/zoom.js';
import { byId } from './dom.js';

/**
 * The buttons that zoom the time axis; those that lead back are there once it is zoomed.
 * @param {(span: import('../plots/zoom.js').Span | null) => void} zoom
 * @returns {{ update: (window: import('../types.js').Window, duration: number) => void }}
 */
export function createZoomButtons(zoom) {
  const bar = byId('zoom');
  const [nearer, farther, whole] = ['zoom-in', 'zoom-out', 'zoom-reset'].map(
    (id) => /** @type {HTMLButtonElement} */ (byId(id)),
  );
  let span = { from: 0, to: 0 };
  let length = 0;

  /** @param {number} factor */
  const zoomBy = (factor) => zoom(zoomed(span, factor, (span.from + span.to) / 2, length));
  nearer.addEventListener('click', () => zoomBy(1 / ZOOM_STEP));
  farther.addEventListener('click', () => zoomBy(ZOOM_STEP));
  whole.addEventListener('click', () => {
    zoom(null);
    nearer.focus();
  });

  return {
    update({ from, to }, duration) {
      span = { from, to };
      length = duration;
      const zoomedIn = to - from < duration;
      bar.classList.toggle('zoomed', zoomedIn);
      if (!zoomedIn && farther === document.activeElement) nearer.focus();
      farther.hidden = whole.hidden = !zoomedIn;
    },
  };
}
