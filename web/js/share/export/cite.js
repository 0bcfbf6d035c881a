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
  title: 'The Integrate and Fire Model: A simple neuronal model',
  url: 'https://www.fabriziomusacchio.com/blog/2023-07-03-integrate-and-fire-model/',
};

/**
 * @param {{ version: string, year: number }} project of this project's release
 * @returns {Citation[]}
 */
export function citations({ version, year }) {
  if (!/^[0-9A-Za-z.+-]{1,40}$/.test(version)) throw new TypeError('version has characters no version has');
  const when = String(Math.trunc(Number(year)));
  return [
    {
      id: 'Musacchio2023', // as its author asks in the README of github.com/FabrizioMusacchio/integrate_and_fire_model
      label: 'The original notebook',
      text: `Musacchio (2023), ${notebook.title}, ${notebook.url}`,
      bibtex: bibtex('misc', 'Musacchio2023', {
        author: 'Musacchio, Fabrizio',
        title: notebook.title,
        year: '2023',
        publisher: 'GitHub',
        journal: 'GitHub repository',
        howpublished: `\\url{${notebook.url}}`,
      }),
    },
    {
      id: 'integrate_and_fire',
      label: 'This project',
      text: `Integrate & Fire (version ${version}, ${when}). The integrate-and-fire neuron in the browser, with exact spike times.`,
      bibtex: bibtex('software', 'integrate_and_fire', {
        author: '{The Integrate \\& Fire authors}',
        title: '{Integrate \\& Fire}: the integrate-and-fire neuron in the browser, with exact spike times',
        version,
        year: when,
      }),
    },
  ];
}
