// The words of the dialog that embeds the neuron in another page.

export const asElement = 'As an element: it fits its height, follows light and dark';
export const asIframe = 'As an iframe, where scripts are not allowed';
export const previewText = 'See how it will look';
export const introduction =
  'The neuron as it stands now, with its plots and main sliders, for a blog post or course page.';

/** @param {string} experiment its title */
export function embeddedTitle(experiment) {
  return `Integrate & Fire: ${experiment}`;
}
