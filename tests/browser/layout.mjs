// What may be wrong with how a page is laid out.

/**
 * Runs in the page.
 * @returns {string[]} what is wrong with what is on show: all of the page, or of its open dialog
 */
export function layoutFaults() {
  scrollTo(0, 0); // where nothing that sticks covers anything
  const root = document.querySelector('dialog[open]') ?? document.body;
  const all = [...root.querySelectorAll('*')].filter(
    (node) =>
      node.checkVisibility({ visibilityProperty: true }) &&
      !node.closest('.unseen, .underscore, math') &&
      getComputedStyle(node).clipPath === 'none',
  );
  const interactive = all.filter((node) =>
    node.matches('button, input, select, textarea, a[href], [tabindex="0"]'),
  );
  const texts = all.flatMap(textBoxes);
  return [
    ...wideness(),
    ...texts.flatMap(cut),
    ...interactive.filter((node) => node.matches('[type="number"], [role="spinbutton"]')).flatMap(overfull),
    ...overlaps([...texts, ...interactive.filter(isDrawn).map(boxOf)]),
    ...interactive.flatMap(small),
    ...all
      .filter((node) => node.matches('canvas') && node.clientHeight <= 100)
      .map((node) => `${name(node)} is low`),
  ];

  /** What scrolls down is not to be scrolled sideways, but for tables and text to be copied. */
  function wideness() {
    return [document.documentElement, ...root.querySelectorAll('.side'), root]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .map((box) => `${box.tagName} is ${box.scrollWidth} px wide in ${box.clientWidth}`);
  }

  /** The places of an element's own text, as far as it is in sight. */
  function textBoxes(node) {
    const range = document.createRange();
    // What is scrolled out of sight lies under what is beside it.
    const scroller = node.closest('.scroll, .side')?.getBoundingClientRect() ?? {
      left: -Infinity,
      right: Infinity,
      top: -Infinity,
      bottom: Infinity,
    };
    const inSight = ({ left, right, top, bottom }) =>
      left >= scroller.left && right <= scroller.right && top >= scroller.top && bottom <= scroller.bottom;
    return [...node.childNodes]
      .filter(({ nodeType, data }) => nodeType === Node.TEXT_NODE && data.trim())
      .flatMap((text) => {
        range.selectNodeContents(text);
        return [...range.getClientRects()].filter(inSight).map((rect) => ({
          node,
          rect,
          what: `“${text.data.trim().slice(0, 30)}”`,
        }));
      });
  }

  function boxOf(node) {
    return { node, rect: node.getBoundingClientRect(), what: name(node) };
  }

  /** Text that leaves the screen or what clips it; what one can scroll holds what lies in it. */
  function cut({ node, rect, what }) {
    for (let box = node; box; box = box.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(box);
      if (/auto|scroll/.test(overflowX + overflowY) && box !== document.documentElement) return [];
      const { left, right, top, bottom } =
        box === document.documentElement
          ? { left: 0, right: box.clientWidth, top: -Infinity, bottom: Infinity }
          : box.getBoundingClientRect();
      const clips = box === document.documentElement || /hidden|clip/.test(overflowX + overflowY);
      if (
        clips &&
        (rect.left < left - 1 || rect.right > right + 1 || rect.top < top - 1 || rect.bottom > bottom + 1)
      )
        return [`${what} is cut off by ${name(box)}`];
    }
    return [];
  }

  function overfull(field) {
    return field.scrollWidth > field.clientWidth + 1
      ? [`${name(field)} is too narrow for ${field.value}`]
      : [];
  }

  function isDrawn(node) {
    return getComputedStyle(node).opacity !== '0' && !node.matches('svg, .scroll');
  }

  function overlaps(boxes) {
    const faults = [];
    for (const [index, a] of boxes.entries())
      for (const b of boxes.slice(index + 1)) {
        if (a.node.contains(b.node) || b.node.contains(a.node)) continue;
        if (onItsPlot(a.node, b.node) || onItsPlot(b.node, a.node)) continue;
        const width = Math.min(a.rect.right, b.rect.right) - Math.max(a.rect.left, b.rect.left);
        const height = Math.min(a.rect.bottom, b.rect.bottom) - Math.max(a.rect.top, b.rect.top);
        if (width > 2 && height > 3)
          faults.push(`${a.what} and ${b.what} overlap by ${width.toFixed(0)} × ${height.toFixed(0)} px`);
      }
    return faults;
  }

  /** What says that spikes crowd stands where a plot leaves room: crowds.test.mjs sees that nothing is drawn there. */
  function onItsPlot(canvas, button) {
    return (
      canvas.matches('.chart > canvas') && button.matches('.crowd') && canvas.parentNode === button.parentNode
    );
  }

  /** WCAG 2.2, 2.5.8: 24 × 24 px; a label is part of its box. */
  function small(node) {
    const target = node.matches('[type="radio"], [type="checkbox"], [type="file"]')
      ? node.closest('label')
      : node;
    const { width, height } = target.getBoundingClientRect();
    return width < 24 || height < 24 ? [`${name(node)} is only ${width} × ${height} px`] : [];
  }

  function name(node) {
    const label = node.id ? `#${node.id}` : `.${node.getAttribute('class')}`;
    return node.tagName.toLowerCase() + label;
  }
}
