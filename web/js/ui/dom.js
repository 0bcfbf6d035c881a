/**
 * Makes an element with properties (or, where there is no such property, attributes) and children.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, any>} [properties]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function element(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in node) /** @type {any} */ (node)[name] = value;
    else node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

/**
 * The element of the page with this id.
 * @param {string} id
 */
export function byId(id) {
  const found = document.getElementById(id);
  // eslint-disable-next-line iaf/no-prose -- a fault of the page's own making, for who makes it
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}

/** The symbols in a text: base, and subscript if there is one. */
export const symbols = /(?<![\p{L}\d_])(dt|[RICTuftθτφ])(?:_([\p{L}\d]+))?(?![\p{L}\d_])/gu;

/** A number with its unit and, where it is said, what it is the value of. */
const quantities = /((?:\S+ = )?[-–\d.e+]+ (?:[mn][AFVs]|Hz|MΩ)(?!\p{L}))/u;

/**
 * Text with its symbols (R, θ, u_rest, tau_m …) set as such, whose lines do not break between a number and its unit.
 * The underscore is hidden from view but stays in the text.
 * @param {string} text
 * @returns {DocumentFragment}
 */
export function withSymbols(text) {
  const fragment = document.createDocumentFragment();
  const greek = text.replace(/\btheta\b/g, 'θ').replace(/\btau(?=_|\b)/g, 'τ');
  greek.split(quantities).forEach((part, at) => {
    fragment.append(
      ...(at % 2 ? [element('span', { className: 'quantity' }, ...symbolsIn(part))] : symbolsIn(part)),
    );
  });
  return fragment;
}

/** @param {string} text @returns {(string | Node)[]} */
function symbolsIn(text) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(symbols)) {
    nodes.push(text.slice(end, match.index), symbol(match[1], match[2]));
    end = match.index + match[0].length;
  }
  return [...nodes, text.slice(end)];
}

/** @param {string} base @param {string | undefined} subscript */
function symbol(base, subscript) {
  const node = element('span', { className: 'symbol' }, base);
  if (subscript)
    node.append(element('span', { className: 'underscore' }, '_'), element('sub', {}, subscript));
  return node;
}

/**
 * Sets an element's text only if it differs.
 * @param {Node} node
 * @param {string} text
 */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** What setRichText last wrote: symbols take a while to set. @type {WeakMap<Element, string>} */
const written = new WeakMap();

/**
 * Like setText, with symbols.
 * @param {Element} node
 * @param {string} text
 */
export function setRichText(node, text) {
  if (written.get(node) === text) return;
  written.set(node, text);
  node.replaceChildren(withSymbols(text));
}
