/** A finger must move so far across before it drags: it may be about to scroll the page, px. */
const SLACK = 8;

/**
 * A value dragged on a graph: pointers set it wherever they press and move, arrow keys step it.
 * @param {SVGElement} root
 * @param {object} events
 * @param {(x: number, y: number) => void} events.place px of the graph
 * @param {(across: number, up: number) => void} events.step
 * @param {() => void} events.drop
 */
export function listenToDrag(root, { place, step, drop }) {
  /** Where a finger came down that does not drag yet. @type {PointerEvent | null} */
  let resting = null;
  let held = false;

  /** @param {PointerEvent} event */
  function placeAt(event) {
    const box = root.getBoundingClientRect();
    place(event.clientX - box.left, event.clientY - box.top);
  }

  root.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || !event.isPrimary) return;
    if (event.pointerType === 'touch') resting = event;
    else {
      held = true;
      placeAt(event);
    }
    root.setPointerCapture(event.pointerId);
  });
  root.addEventListener('pointermove', (event) => {
    if (resting && Math.abs(event.clientX - resting.clientX) > SLACK) {
      resting = null;
      held = true;
    }
    if (held) placeAt(event);
  });
  root.addEventListener('pointerup', (event) => {
    if (resting) placeAt(event);
    if (resting || held) drop();
    resting = null;
    held = false;
  });
  root.addEventListener('pointercancel', () => {
    if (held) drop();
    resting = null;
    held = false;
  });

  const arrows = /** @type {Record<string, [number, number]>} */ ({
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowDown: [0, -1],
    ArrowUp: [0, 1],
  });
  root.addEventListener('keydown', (event) => {
    const arrow = arrows[event.key];
    if (!arrow || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const pace = event.shiftKey ? 10 : 1;
    step(pace * arrow[0], pace * arrow[1]);
  });
  root.addEventListener('keyup', (event) => {
    if (arrows[event.key]) drop();
  });
}
