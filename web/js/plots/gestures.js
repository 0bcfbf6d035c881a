import { ZOOM_STEP } from '../state/zoom.js';

/**
 * What a visitor does on a plot.
 *
 * @typedef {object} Gestures
 * @property {(x: number | null, passing?: boolean) => void} point at a place of the time axis, px, or away from it;
 *   passing, if not pressed
 * @property {(steps: number) => void} step the cursor
 * @property {(end: boolean) => void} edge the cursor to the end or the start
 * @property {(direction: 1 | -1) => void} spike the cursor to the next or previous spike
 * @property {() => boolean} movable whether theta's line can be dragged
 * @property {(theta: number) => void} drag theta's line to a value, mV
 * @property {() => boolean} drawing whether strokes on I(t) draw
 * @property {(from: Point, to: Point) => void} draw I(t) by a stroke
 * @property {() => void} drop theta's line, or end a drawing
 * @property {(factor: number, x?: number) => void} zoom the time drawn, about a place, px, or the cursor
 * @property {(part: number) => boolean} pan the time drawn by a part of it; whether it is zoomed at all
 * @property {() => void} whole run again
 */

/** @typedef {import('../model/drawn.js').Point} Point */

/** How near the pointer must come to theta's line to take hold of it, px; a finger takes its handle. */
const REACH = { mouse: 5, pen: 8 };
/** A finger must move so far across before it reads or pans: it may be about to scroll the page, px. */
const SLACK = 8;
/** Wheel delta, px, that zooms by a factor of e. */
const WHEEL = 300;
/** Part of the time drawn that shift and an arrow key pan. */
const PAN_STEP = 0.1;

/** @typedef {import('./stacked-chart.js').StackedChart} StackedChart */

/**
 * Turns pointer, touch, wheel and keyboard events on a chart's canvas into gestures.
 * @param {HTMLCanvasElement} canvas
 * @param {StackedChart} chart
 * @param {Gestures} gestures
 */
export function listenToPlot(canvas, chart, gestures) {
  listenToPointers(canvas, chart, gestures);
  listenToWheel(canvas, chart, gestures);
  listenToKeys(canvas, gestures);
}

/**
 * One pointer reads values, drags theta's line or, on the time axis, pans; two zoom and pan.
 * @param {HTMLCanvasElement} canvas @param {StackedChart} chart @param {Gestures} gestures
 */
function listenToPointers(canvas, chart, gestures) {
  /** The row whose theta is held, -1 for none, and how far below the line, px: it does not jump to the finger. */
  let held = -1;
  let grip = 0;
  /** Where the time axis was taken hold of, px. @type {number | null} */
  let axis = null;
  /** The row of I that is drawn on, -1 for none, and where the pen was last. */
  let sheet = -1;
  /** @type {Point} */
  let pen = { t: 0, current: 0 };
  /** Where a finger came down that does nothing yet. @type {PointerEvent | null} */
  let resting = null;
  /** Pointers that are down. @type {Map<number, number>} */
  const fingers = new Map();

  /** @param {PointerEvent} event @returns {Point} */
  const penAt = ({ offsetX, offsetY }) => ({
    t: chart.timeAt(offsetX),
    current: chart.currentAt(sheet, offsetY),
  });
  /** @param {number} y */
  const sheetAt = (y) => (gestures.drawing() ? chart.currentRowAt(y) : -1);

  /** The row whose theta is within reach, -1 for none. @param {number} x @param {number} y @param {string} pointer */
  function rowNear(x, y, pointer) {
    if (!gestures.movable()) return -1;
    if (pointer === 'touch') return chart.handleRowAt(x, y);
    return chart.thetaRowAt(y, REACH[/** @type {keyof REACH} */ (pointer)] ?? REACH.mouse);
  }

  function letGo() {
    if (held >= 0 || sheet >= 0) gestures.drop();
    held = -1;
    sheet = -1;
    axis = null;
    resting = null;
  }

  /** @param {PointerEvent} event */
  function begin({ offsetX: x, offsetY: y }) {
    if (chart.zoomed && chart.onTimeAxis(y)) axis = x;
    else gestures.point(x);
  }

  canvas.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    fingers.set(event.pointerId, event.offsetX);
    canvas.setPointerCapture(event.pointerId);
    if (fingers.size > 1) return letGo();
    sheet = sheetAt(event.offsetY);
    if (sheet >= 0) {
      pen = penAt(event);
      return gestures.draw(pen, pen);
    }
    held = rowNear(event.offsetX, event.offsetY, event.pointerType);
    if (held >= 0) {
      grip = event.offsetY - chart.heightOfTheta(held);
      return;
    }
    if (event.pointerType === 'touch') resting = event;
    else begin(event);
  });
  canvas.addEventListener('pointermove', (event) => {
    const { offsetX: x, offsetY: y, pointerId } = event;
    if (fingers.size > 1 && fingers.has(pointerId)) return pinch(pointerId, x);
    if (sheet >= 0) {
      const last = pen;
      pen = penAt(event);
      return gestures.draw(last, pen);
    }
    if (held >= 0) return gestures.drag(chart.valueAt(held, y - grip));
    if (resting) {
      if (Math.abs(x - resting.offsetX) <= SLACK) return;
      resting = null;
      begin(event);
    }
    if (axis !== null) {
      gestures.pan((axis - x) / chart.columns);
      axis = x;
      return;
    }
    canvas.classList.toggle('draw', sheetAt(y) >= 0);
    canvas.classList.toggle('grab', rowNear(x, y, event.pointerType) >= 0);
    canvas.classList.toggle('pan', chart.zoomed && chart.onTimeAxis(y));
    gestures.point(x, event.buttons === 0);
  });
  for (const type of /** @type {const} */ (['pointerup', 'pointercancel'])) {
    canvas.addEventListener(type, (event) => {
      fingers.delete(event.pointerId);
      if (resting && type === 'pointerup') begin(resting);
      letGo();
    });
  }
  canvas.addEventListener('pointerleave', (event) => {
    if (held < 0 && event.pointerType === 'mouse') gestures.point(null, true);
  });
  // A finger on theta's handle drags it; elsewhere it must still be able to scroll the page. Two fingers zoom.
  canvas.addEventListener(
    'touchstart',
    (event) => {
      const { left, top } = canvas.getBoundingClientRect();
      const [x, y] = [event.touches[0].clientX - left, event.touches[0].clientY - top];
      if (event.touches.length > 1 || sheetAt(y) >= 0 || rowNear(x, y, 'touch') >= 0) event.preventDefault();
    },
    { passive: false },
  );

  /** What lies under the fingers stays under them. @param {number} id @param {number} x */
  function pinch(id, x) {
    const other = [...fingers].find(([each]) => each !== id)?.[1] ?? x;
    const before = fingers.get(id) ?? x;
    fingers.set(id, x);
    const [apart, were] = [Math.abs(x - other), Math.abs(before - other)];
    if (apart > 10 && were > 10) gestures.zoom(were / apart, other);
  }
}

/**
 * The plain wheel scrolls the page; with ctrl, as touchpads pinch, it zooms, with shift or sideways it pans.
 * @param {HTMLCanvasElement} canvas @param {StackedChart} chart @param {Gestures} gestures
 */
function listenToWheel(canvas, chart, gestures) {
  canvas.addEventListener(
    'wheel',
    (event) => {
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      const [dx, dy] = [event.deltaX * unit, event.deltaY * unit];
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        return gestures.zoom(Math.exp(Math.min(Math.max(dy, -120), 120) / WHEEL), event.offsetX);
      }
      const sideways = event.shiftKey ? dx || dy : Math.abs(dx) > Math.abs(dy) ? dx : 0;
      if (sideways && gestures.pan(sideways / chart.columns)) event.preventDefault();
    },
    { passive: false },
  );
}

/** @param {HTMLCanvasElement} canvas @param {Gestures} gestures */
function listenToKeys(canvas, gestures) {
  canvas.addEventListener('keydown', (event) => {
    /** Shift pans what is zoomed; where nothing is, it makes longer steps. @param {1 | -1} direction */
    const step = (direction) => {
      if (!event.shiftKey) gestures.step(direction);
      else if (!gestures.pan(direction * PAN_STEP)) gestures.step(10 * direction);
    };
    /** @type {Record<string, () => void>} */
    const keys = {
      ArrowRight: () => step(1),
      ArrowUp: () => step(1),
      ArrowLeft: () => step(-1),
      ArrowDown: () => step(-1),
      Home: () => gestures.edge(false),
      End: () => gestures.edge(true),
      PageUp: () => gestures.spike(1),
      PageDown: () => gestures.spike(-1),
      Escape: () => gestures.point(null),
      '+': () => gestures.zoom(1 / ZOOM_STEP),
      '=': () => gestures.zoom(1 / ZOOM_STEP),
      '-': () => gestures.zoom(ZOOM_STEP),
      0: () => gestures.whole(),
    };
    if (!keys[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    keys[event.key]();
  });
}
