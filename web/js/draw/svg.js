import { symbols } from '../ui/dom.js';

/**
 * Makes an SVG element.
 * @param {string} tag
 * @param {Record<string, string | number>} [attributes]
 * @param {...(Node | string)} children
 * @returns {SVGElement}
 */
export function svg(tag, attributes = {}, ...children) {
  const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  node.append(...children);
  return node;
}

/**
 * Text in which symbols are set as such.
 * @param {string} text
 * @param {Record<string, string | number>} attributes
 */
export function richText(text, attributes) {
  const node = svg('text', attributes);
  let end = 0;
  for (const match of text.matchAll(symbols)) {
    node.append(text.slice(end, match.index), svg('tspan', { class: 'symbol' }, match[1]));
    end = match.index + match[0].length;
    if (!match[2]) continue;
    node.append(svg('tspan', { class: 'subscript', dy: 4 }, match[2]));
    // A shift lasts until the next one.
    node.append(svg('tspan', { dy: -4 }, '\u200b'));
  }
  node.append(text.slice(end));
  return node;
}
