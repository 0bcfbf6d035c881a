/**
 * How to cite the original notebook and this project.
 *
 * @typedef {object} Citation
 * @property {string} id BibTeX key
 * @property {string} label
 * @property {string} text
 * @property {string} bibtex
 */

/** @param {string} id @param {Record<string, string>} fields */
function bibtex(id, fields) {
  const lines = Object.entries(fields).map(([key, value]) => `  ${key} = {${value}},`);
  return `@software{${id},\n${lines.join('\n')}\n}\n`;
}

/**
 * @param {{ version: string, year: number }} project of this project's release
 * @returns {Citation[]}
 */
export function citations({ version, year }) {
  if (!/^[0-9A-Za-z.+-]{1,40}$/.test(version)) throw new TypeError('version has characters no version has');
  const when = String(Math.trunc(Number(year)));
  return [
    {
      id: 'musacchio2023',
      label: 'The original notebook',
      text: 'Musacchio, C. (2023). Integrate-and-fire model notebook.',
      bibtex: bibtex('musacchio2023', {
        author: 'Musacchio, C.',
        title: 'Integrate-and-fire model notebook',
        year: '2023',
      }),
    },
    {
      id: 'integrate_and_fire',
      label: 'This project',
      text: `Integrate & Fire (version ${version}, ${when}). The integrate-and-fire neuron in the browser, with exact spike times.`,
      bibtex: bibtex('integrate_and_fire', {
        author: '{The Integrate \\& Fire authors}',
        title: '{Integrate \\& Fire}: the integrate-and-fire neuron in the browser, with exact spike times',
        version,
        year: when,
      }),
    },
  ];
}
