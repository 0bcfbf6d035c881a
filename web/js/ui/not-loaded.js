/**
 * What to say in the place of a panel or dialog whose code did not come.
 * @param {unknown} error
 */
export function notLoaded(error) {
  return `This did not load (${error}). The rest of the page goes on; to try again, close it and open it again, or reload the page.`;
}
