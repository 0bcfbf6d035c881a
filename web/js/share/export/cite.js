import {
  notebookCitation,
  notebookLabel,
  notebookTitle,
  projectAuthors,
  projectCitation,
  projectLabel,
  projectTitle,
} from '../../words/en/dialogs/cite.js';

/**
 * How to cite the original notebook and this project.
 *
 * @typedef {object} Citation
 * @property {string} id BibTeX key
 * @property {string} label
 * @property {string} text
 * @property {string} bibtex
 */

/** @param {string} type @param {string} id @param {Record<string, string>} fields */
function bibtex(type, id, fields) {
  const lines = Object.entries(fields).map(([key, value]) => `  ${key} = {${value}},`);
  return `@${type}{${id},\n${lines.join('\n')}\n}\n`;
}

const notebook = {
  title: notebookTitle,
  url: 'https://www.fabriziomusacchio.com/blog/2023-07-03-integrate-and-fire-model/',
};

/**
 * @param {{ version: string, year: number }} project of this project's release
 * @returns {Citation[]}
 */
export function citations({ version, year }) {
  // eslint-disable-next-line iaf/no-prose -- a fault of the build, which no visitor can make
  if (!/^[0-9A-Za-z.+-]{1,40}$/.test(version)) throw new TypeError('version has characters no version has');
  const when = String(Math.trunc(Number(year)));
  return [
    {
      id: 'Musacchio2023', // as its author asks in the README of github.com/FabrizioMusacchio/integrate_and_fire_model
      label: notebookLabel,
      text: notebookCitation(notebook.url),
      bibtex: bibtex('misc', 'Musacchio2023', {
        /* eslint-disable iaf/no-prose -- as the author has it, in any language */
        author: 'Musacchio, Fabrizio',
        title: notebook.title,
        year: '2023',
        publisher: 'GitHub',
        journal: 'GitHub repository',
        /* eslint-enable iaf/no-prose */
        howpublished: `\\url{${notebook.url}}`,
      }),
    },
    {
      id: 'integrate_and_fire',
      label: projectLabel,
      text: projectCitation(version, when),
      bibtex: bibtex('software', 'integrate_and_fire', {
        author: `{${projectAuthors}}`,
        title: projectTitle,
        version,
        year: when,
      }),
    },
  ];
}
