import { notebookAbout, notebookLink, notebookTitle } from '../../words/en/take-out.js';

/**
 * A script as a Jupyter notebook (nbformat 4.5): what it says of itself, its parts as cells, and nothing run yet.
 *
 * @typedef {{ cell_type: 'markdown', id: string, metadata: {}, source: string[] }} Markdown
 * @typedef {{ cell_type: 'code', id: string, metadata: {}, source: string[], outputs: [], execution_count: null }} Code
 */

/** Where a cell of its own begins: the cases with their numbers, what follows them, and the run. */
const parts = /^(?=# Units: |results = \[\]$)|(?<=^\]\n)/m;
const opening = /^(?:#!.*\n)?"""([^]*?)"""\n/;
/** A notebook's own arguments are not the script's. */
// eslint-disable-next-line iaf/no-prose -- Python
const noArguments = 'import sys\n\nsys.argv = ["notebook"]  # add what the script may be given, see above';

/**
 * @param {string} script in Python
 * @param {{ label: string, link?: string }} about the simulator; the state of the lab it comes from
 * @returns {string} the file
 */
export function notebookOf(script, { label, link }) {
  const said = opening.exec(script)?.[1].trim() ?? '';
  const code = script.replace(opening, '').trim();
  const cells = code
    .split(parts)
    .map((part) => part.trim())
    .filter(Boolean);
  if (/\bsys\.argv\b/.test(code)) cells.unshift(noArguments);
  const title = `# ${notebookTitle(label)}\n\n${notebookAbout}${link ? `\n\n${notebookLink(link)}` : ''}`;
  return `${JSON.stringify(
    {
      cells: [
        markdown('about', `${title}\n\n${fenced(said)}`),
        ...cells.map((source, k) => codeCell(`part-${k + 1}`, source)),
      ],
      metadata: {
        // eslint-disable-next-line iaf/no-prose -- a name of Jupyter's
        kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
        language_info: { name: 'python', file_extension: '.py', mimetype: 'text/x-python' },
      },
      nbformat: 4,
      nbformat_minor: 5,
    },
    null,
    1,
  )}\n`;
}

/** As plain text in Markdown, whatever it says. @param {string} text */
function fenced(text) {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  // eslint-disable-next-line iaf/no-prose -- Markdown
  return `${fence}text\n${text}\n${fence}`;
}

/** @param {string} text @returns {string[]} lines, each with its break */
function lines(text) {
  return text.split(/(?<=\n)/);
}

/** @param {string} id @param {string} source @returns {Markdown} */
function markdown(id, source) {
  return { cell_type: 'markdown', id, metadata: {}, source: lines(source) };
}

/** @param {string} id @param {string} source @returns {Code} */
function codeCell(id, source) {
  return { cell_type: 'code', id, metadata: {}, source: lines(source), outputs: [], execution_count: null };
}
