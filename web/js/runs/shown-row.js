/**
 * The case that panels about one neuron show: the one chosen, else the one with most spikes.
 * @param {import('../model/types.js').Picture} picture
 */
export function rowOf({ runs, settings }) {
  if (settings.row !== 'most' && Number(settings.row) < runs.length) return Number(settings.row);
  let best = 0;
  runs.forEach(({ view }, at) => {
    if (view.spikes.length > runs[best].view.spikes.length) best = at;
  });
  return best;
}
