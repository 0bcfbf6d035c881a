import { rateOf } from '../runs/rate.js';
import { isTheme } from '../share/figure/options.js';

/**
 * What an embedded figure and the page around it say to each other. Both mark their messages.
 */
const source = 'iaf-neuron';

/** @param {string} type @param {object} content */
function tell(type, content) {
  if (parent !== window) parent.postMessage({ source, type, ...content }, '*');
}

/** Tells the host how high the figure is, and again whenever that changes. */
export function tellHeight() {
  let told = 0;
  const tellIfNew = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    tell('height', { height });
  };
  tellIfNew(); // observers rest while the figure is out of sight
  new ResizeObserver(tellIfNew).observe(document.body);
}

/**
 * Tells the host what the visitor has set, and what came of it: one number, or with several runs a list of them.
 * @param {import('../model/types.js').Picture} picture
 * @param {string} fragment of the lab's link to it
 */
export function tellChange({ experiment, values, numerics, runs, issues }, fragment) {
  if (issues.length) return;
  const alone = (/** @type {number[]} */ numbers) => (numbers.length > 1 ? numbers : numbers[0]);
  tell('change', {
    state: { experiment: experiment.id, ...values, ...numerics, fragment },
    spikes: alone(runs.map(({ view }) => view.statistics.count)),
    rate: alone(runs.map(rateOf)),
  });
}

/**
 * Lets the host choose the theme; whatever else it, or anybody, says is ignored.
 * @param {(theme: import('../share/figure/options.js').Theme) => void} change
 */
export function followTheme(change) {
  addEventListener('message', ({ source: sender, data }) => {
    if (sender !== parent || data?.source !== source || data.type !== 'theme') return;
    if (isTheme(data.theme)) change(data.theme);
  });
}
