// The words of the dialog that embeds the neuron in another page.

export const asElement = 'As an element: it fits its height, follows light and dark';
export const asIframe = 'As an iframe, where scripts are not allowed';
export const asMarkdown = 'As a picture with a link, in Markdown';
export const asPicture = 'As a picture with a link, in HTML';
export const previewText = 'See how it will look';
export const savePicture = 'Save the picture';
export const introduction =
  'The neuron as it stands now, with its plots and main sliders, for a blog post or course page.';

/** @param {string} experiment its title */
export function embeddedTitle(experiment) {
  return `Integrate & Fire: ${experiment}`;
}

/** @param {string} file */
export function pictureInside(file) {
  return `With the picture inside, for where scripts are off (save it beside the page as ${file})`;
}

/** @param {string} reason */
export function noPictureMade(reason) {
  return `The picture could not be made: ${reason}`;
}

/** @param {string[]} places */
export function whereItWorks(places) {
  return `Where it works: ${places.join(', ')}`;
}

/** Names of places, and what to do there. @type {[place: string, how: string][]} */
export const elementPlaces = [
  ['Jekyll', 'paste it into the post, with an empty line before and after.'],
  [
    'Hugo',
    'save it as layouts/shortcodes/neuron.html and write {{< neuron >}} in the post: that needs no “unsafe”.',
  ],
  [
    'WordPress',
    'in a block “Custom HTML”, as an administrator or editor; from authors it takes the picture.',
  ],
  ['Ghost', 'in an HTML card.'],
  ['MkDocs', 'paste it into the page, with an empty line before and after.'],
  ['Sphinx', 'under “.. raw:: html”, indented.'],
];

/** @type {[place: string, how: string][]} */
export const iframePlaces = [
  ['Moodle', 'in the source view of the editor; where a filter takes frames out, use the picture.'],
  [
    'Jupyter',
    'IPython.display.IFrame(src, "100%", 740) with the address in src; the site must be hosted, a local file will not do.',
  ],
  ['Everywhere above', 'where scripts are not wanted.'],
];

/** @type {[place: string, how: string][]} */
export const picturePlaces = [
  ['WordPress for authors', 'upload the picture and let it link to the address.'],
  ['GitHub, forums, mail', 'wherever Markdown or plain HTML is all there is.'],
  ['Exported notebooks', 'in a Markdown cell.'],
];
