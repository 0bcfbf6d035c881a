import { ZOOM_STEP, panned, zoomed } from '../state/zoom.js';
import { byId } from './dom.js';

/** Part of the time drawn that a press of a button pans. */
const PAN_STEP = 0.5;

/**
 * The buttons that zoom and pan the time axis; those that lead elsewhere are there once it is zoomed.
 * @param {(span: import('../state/zoom.js').Span | null) => void} zoom
 * @returns {{ update: (window: import('../model/types.js').Window, duration: number) => void }}
 */
export function createZoomButtons(zoom) {
  const bar = byId('zoom');
  const [nearer, farther, whole, earlier, later] = ['in', 'out', 'reset', 'earlier', 'later'].map(
    (id) => /** @type {HTMLButtonElement} */ (byId(`zoom-${id}`)),
  );
  let span = { from: 0, to: 0 };
  let length = 0;

  /** @param {number} factor */
  const zoomBy = (factor) => zoom(zoomed(span, factor, (span.from + span.to) / 2, length));
  nearer.addEventListener('click', () => zoomBy(1 / ZOOM_STEP));
  farther.addEventListener('click', () => zoomBy(ZOOM_STEP));
  earlier.addEventListener('click', () => zoom(panned(span, -PAN_STEP, length)));
  later.addEventListener('click', () => zoom(panned(span, PAN_STEP, length)));
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
      for (const button of [farther, whole, earlier, later]) button.hidden = !zoomedIn;
      // A disabled button would lose the focus.
      earlier.setAttribute('aria-disabled', String(from <= 0));
      later.setAttribute('aria-disabled', String(to >= duration));
    },
  };
}
