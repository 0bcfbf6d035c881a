// HTML that puts a figure into somebody's page. Of a state only what a link of the lab may hold is written, every
// value quoted and escaped: nothing in it can become markup.

import { expectedHeight } from '../figure/height.js';
import { startParts } from '../figure/options.js';
import { shapeOf } from '../figure/shape.js';
import { experimentOf } from '../../model/experiments/index.js';
import { decode, encode } from '../permalink.js';
import { experimentTitle } from '../../words/en/experiments.js';
import { figureTitle, fixedHeight } from '../../words/en/figure.js';

/**
 * @typedef {object} Figure
 * @property {string} base address of the site, or of a page in it: `location.href` will do
 * @property {string} fragment of the lab's link to the state, with or without the #: what linkTo(state) gives
 * @property {string} [title] for those who cannot see the figure; its experiment's, if absent or empty
 * @property {string[]} [show] parts, such as ['plots', 'regime'] (embed/options.js lists them); else the usual ones
 * @property {string[] | 'all'} [controls] keys, [] for none; else the two to four that matter most
 */

/**
 * A bare iframe: no script in the host's page, but one height for all widths.
 * @param {Figure & { height?: number }} figure height in px; if absent, what the figure needs in columns of 640 px and more
 * @returns {string} HTML
 */
export function iframeSnippet({ height, ...figure }) {
  const { experiment, panel, link, options, title } = read(figure);
  const fragment = [link, String(new URLSearchParams(options))].filter(Boolean).join('&');
  // The panel that is open in the state opens in the figure, too.
  const parts = new Set([...(figure.show ?? startParts), ...(panel ? [panel] : [])]);
  const shape = shapeOf(experiment);
  const [narrow, wide] = [640, 720].map((width) =>
    expectedHeight(width, shape, [...parts].join(), options.controls),
  );
  const needed = Math.max(narrow, wide);
  const attributes = {
    src: addressOf(figure.base, 'embed.html', fragment),
    title,
    width: '100%',
    height: String(Math.round(Number.isFinite(height) ? Number(height) : needed)),
    loading: 'lazy',
    style: 'border: 0',
  };
  return [`<!-- ${fixedHeight} -->`, `<iframe${written(attributes)}></iframe>`].join('\n');
}

/**
 * The custom element, with the one script it needs and a link for where scripts do not run.
 * @param {Figure} figure
 * @returns {string} HTML
 */
export function elementSnippet(figure) {
  const { link, options, title } = read(figure);
  const parameters = new URLSearchParams(link);
  parameters.delete('v');
  const attributes = { ...Object.fromEntries(parameters), ...options, title };
  const lab = { href: addressOf(figure.base, 'index.html', link) };
  return [
    `<script${written({ src: addressOf(figure.base, 'iaf-neuron.js') })} async></script>`,
    `<iaf-neuron${written(attributes)}>`,
    `  <a${written(lab)}>${escaped(title)}</a>`,
    '</iaf-neuron>',
  ].join('\n');
}

/** @param {Figure} figure */
function read({ fragment, title, show, controls }) {
  const state = decode(fragment);
  /** @type {{ show?: string, controls?: string }} */
  const options = {};
  if (show) options.show = show.join();
  if (controls) options.controls = controls === 'all' ? 'all' : controls.join() || 'none';
  const experiment = experimentOf(state.experiment);
  return {
    experiment,
    panel: state.panel,
    link: encode(state),
    options,
    title: title || figureTitle(experimentTitle(experiment.id)),
  };
}

/** @param {string} base @param {string} file @param {string} [fragment] */
function addressOf(base, file, fragment = '') {
  const address = new URL(file, base);
  address.hash = fragment;
  return address.href;
}

/** @param {Record<string, string>} attributes whose names are ours */
function written(attributes) {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
}

/** @type {Record<string, string>} */
const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** @param {string} text */
function escaped(text) {
  return text.replace(/[&<>"']/g, (sign) => entities[sign]);
}
