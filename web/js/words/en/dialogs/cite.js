// How to cite the original notebook and this project.

export const plainLabel = 'Text';
export const bibtexLabel = 'BibTeX';
export const notebookLabel = 'The original notebook';
export const projectLabel = 'This project';

/** The titles of the works; braces keep their capitals. */
export const notebookTitle = 'The Integrate and Fire Model: A simple neuronal model';
export const projectTitle =
  '{Integrate \\& Fire}: the integrate-and-fire neuron in the browser, with exact spike times';

/** The authors of the project, where a name is wanted. */
export const projectAuthors = 'The Integrate \\& Fire authors';

/** @param {string} url */
export function notebookCitation(url) {
  return `Musacchio (2023), ${notebookTitle}, ${url}`;
}

/** @param {string} version @param {string} year */
export function projectCitation(version, year) {
  return `Integrate & Fire (version ${version}, ${year}). The integrate-and-fire neuron in the browser, with exact spike times.`;
}
