import { element, withSymbols } from './dom.js';

/**
 * What a plot shows, as a table behind a toggle; it is written only while it is open.
 * @param {string} id
 * @param {string} title
 * @returns {{ element: HTMLElement, update: (table: () => string[][]) => void }} update takes what makes the rows, the
 *   heading first
 */
export function createDataTable(id, title) {
  const head = element('thead');
  const body = element('tbody');
  const table = element(
    'table',
    { id: `${id}-data` },
    element('caption', { className: 'unseen' }, title),
    head,
    body,
  );
  const scroll = element(
    'div',
    { className: 'scroll', tabIndex: 0, role: 'region', 'aria-label': title },
    table,
  );
  const details = element('details', { className: 'data' }, element('summary', {}, title), scroll);
  /** @type {(() => string[][]) | undefined} */
  let latest;
  let timer = 0;

  function write() {
    timer = 0;
    if (!latest || !details.open) return;
    const [names, ...rows] = latest();
    head.replaceChildren(row(names, 'th'));
    body.replaceChildren(...rows.map((texts) => row(texts, 'td')));
  }
  details.addEventListener('toggle', write);
  return {
    element: details,
    update(make) {
      latest = make;
      if (details.open) timer ||= window.setTimeout(write, 100);
    },
  };
}

/** @param {string[]} texts @param {'th' | 'td'} kind */
function row(texts, kind) {
  const cells = texts.map((text, column) => {
    if (kind === 'th') return element('th', { scope: 'col' }, withSymbols(text));
    const number = text.replaceAll('-', '−');
    return column ? element('td', {}, number) : element('th', { scope: 'row' }, number);
  });
  return element('tr', {}, ...cells);
}
