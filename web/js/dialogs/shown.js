/**
 * What is on show, as the exports want it.
 * @param {import('../ui/toolbar.js').DialogContext} context
 */
export function shownRequests({ picture, fragment, dt }) {
  const { experiment, runs } = picture();
  const requests = runs.map(({ title, request }) => ({ title, request: { ...request, dt: dt() } }));
  const link = new URL(`index.html#${fragment()}`, location.href).href;
  return { title: experiment.title, requests, link };
}
