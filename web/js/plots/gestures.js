/**
 * What a visitor does on a plot.
 *
 * @typedef {object} Gestures
 * @property {(x: number | null) => void} point at a place of the time axis, px, or away from it
 * @property {(steps: number) => void} step the cursor
 * @property {(end: boolean) => void} edge the cursor to the end or the start
 * @property {(direction: 1 | -1) => void} spike the cursor to the next or previous spike
 * @property {(theta: number) => void} drag theta's line to a value, mV
 * @property {() => void} drop theta's line
 */

/** How near the pointer must come to theta's line to take hold of it, px. */
const REACH = { mouse: 5, pen: 8, touch: 14 };

/**
 * Turns pointer, touch and keyboard events on a chart's canvas into gestures.
 * @param {HTMLCanvasElement} canvas
 * @param {import('./stacked-chart.js').StackedChart} chart
 * @param {Gestures} gestures
 */
export function listenToPlot(canvas, chart, gestures) {
  /** The row whose theta is held, -1 for none. */
  let held = -1;

  /** @param {number} y @param {string} pointer */
  const rowNear = (y, pointer) =>
    chart.thetaRowAt(y, REACH[/** @type {keyof REACH} */ (pointer)] ?? REACH.mouse);

  canvas.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    held = rowNear(event.offsetY, event.pointerType);
    if (held < 0) gestures.point(event.offsetX);
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener('pointermove', (event) => {
    if (held >= 0) return gestures.drag(chart.valueAt(held, event.offsetY));
    canvas.classList.toggle('grab', rowNear(event.offsetY, event.pointerType) >= 0);
    gestures.point(event.offsetX);
  });
  for (const type of /** @type {const} */ (['pointerup', 'pointercancel'])) {
    canvas.addEventListener(type, () => {
      if (held >= 0) gestures.drop();
      held = -1;
    });
  }
  canvas.addEventListener('pointerleave', (event) => {
    if (held < 0 && event.pointerType === 'mouse') gestures.point(null);
  });
  // A finger on theta's line drags it; elsewhere it must still be able to scroll the page.
  canvas.addEventListener(
    'touchstart',
    (event) => {
      const y = event.touches[0].clientY - canvas.getBoundingClientRect().top;
      if (rowNear(y, 'touch') >= 0) event.preventDefault();
    },
    { passive: false },
  );

  canvas.addEventListener('keydown', (event) => {
    const pace = event.shiftKey ? 10 : 1;
    /** @type {Record<string, () => void>} */
    const keys = {
      ArrowRight: () => gestures.step(pace),
      ArrowUp: () => gestures.step(pace),
      ArrowLeft: () => gestures.step(-pace),
      ArrowDown: () => gestures.step(-pace),
      Home: () => gestures.edge(false),
      End: () => gestures.edge(true),
      PageUp: () => gestures.spike(1),
      PageDown: () => gestures.spike(-1),
      Escape: () => gestures.point(null),
    };
    if (!keys[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    keys[event.key]();
  });
}
