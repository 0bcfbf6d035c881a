// The words of a figure in somebody's page.

/** For those who cannot see it. @param {string} experiment its title, or its id */
export function figureTitle(experiment) {
  return `Integrate-and-fire neuron: ${experiment}`;
}

/** In the markup of an iframe. */
export const fixedHeight =
  'The height is fixed: a narrow column may need more. The element iaf-neuron fits itself.';
