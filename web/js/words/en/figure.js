// The words of a figure in somebody's page.

/** For those who cannot see it. @param {string} experiment its title, or its id */
export function figureTitle(experiment) {
  return `Integrate-and-fire neuron: ${experiment}`;
}

/** What the element's `error` says. @param {string} site */
export const noSite = (site) => `site = "${site}" is no address of a site`;
/** @param {string} origin */
export const nothingCame = (origin) => `nothing came from ${origin}`;
export const refusedByPage = 'the policy of this page allows no frame from there (frame-src)';
