// HTML that puts a figure into somebody's page. Of a state only what a link of the lab may hold is written, every
// value quoted and escaped: nothing in it can become markup.

import { roomFor } from '../figure/height.js';
import { startParts } from '../figure/options.js';
import { shapeOf } from '../figure/shape.js';
import { experimentOf } from '../../model/experiments/index.js';
import { encode } from '../permalink.js';
import { decode } from '../read-link.js';
import { experimentTitle } from '../../words/en/experiments.js';
import { figureTitle } from '../../words/en/figure.js';

/**
 * @typedef {object} Figure
 * @property {string} base address of the site, or of a page in it: `location.href` will do
 * @property {string} fragment of the lab's link to the state, with or without the #: what linkTo(state) gives
 * @property {string} [title] for those who cannot see the figure; its experiment's, if absent or empty
 * @property {string[]} [show] parts, such as ['plots', 'regime'] (../figure/options.js lists them); else the usual ones
 * @property {string[] | 'all'} [controls] keys, [] for none; else the two to four that matter most
 *
 * @typedef {object} Picture
 * @property {string} file where it lies, seen from the page
 * @property {number} width px, at most
 */

/** Whose width the heights go by, whatever the page around does with what stands in it. */
const COLUMN = '<div style="container-type:inline-size;width:100%">';

/**
 * A bare iframe: no script in the host's page. Its height follows the width of the column.
 * @param {Figure & { height?: number }} figure height in px, for all widths
 * @returns {string} HTML
 */
export function iframeSnippet({ height, ...figure }) {
  const { panel, link, options, title, roomWith } = read(figure);
  const fragment = [link, String(new URLSearchParams(options))].filter(Boolean).join('&');
  // The panel that is open in the state opens in the figure, too.
  const room = roomWith([...(figure.show ?? startParts), ...(panel ? [panel] : [])]);
  const px = Number.isFinite(height) ? Math.round(Number(height)) : null;
  const attributes = {
    src: addressOf(figure.base, 'embed.html', fragment),
    title,
    width: '100%',
    height: String(px ?? room.px),
    loading: 'lazy',
    style: `display:block;border:0;height:${px === null ? room.css : `${px}px`}`,
  };
  return `${COLUMN}<iframe${written(attributes)}></iframe></div>`;
}

/**
 * The custom element, with the one script it needs. Inside it, for where scripts do not run, a link to the lab: words, or
 * a picture of the figure.
 * @param {Figure & { picture?: Picture }} figure
 * @returns {string} HTML
 */
export function elementSnippet({ picture, ...figure }) {
  const { panel, link, options, title, roomWith } = read(figure);
  const parameters = new URLSearchParams(link);
  for (const key of ['v', 'samples', 'end']) parameters.delete(key); // nobody cuts an attribute
  const room = roomWith([...(figure.show ?? startParts), ...(panel && !figure.show ? [panel] : [])]);
  // Until the script is there the room is kept by the style; the element then knows better.
  const style = `display:block;min-height:${room.css}`;
  const attributes = { ...Object.fromEntries(parameters), ...options, title, style };
  const script = `<script${written({ src: addressOf(figure.base, 'iaf-neuron.js') })} async></script>`;
  const inside = linkToLab(figure.base, link, picture ? imageOf(picture, title) : escaped(title));
  // In one line: of a line's end WordPress makes a <br>.
  return `${COLUMN}\n${script}<iaf-neuron${written(attributes)}>${inside}</iaf-neuron>\n</div>`;
}

/**
 * A picture of the figure that links to the lab, for where neither frames nor scripts are let through.
 * @param {Figure & { picture: Picture }} figure
 * @returns {{ markdown: string, html: string }}
 */
export function pictureSnippet({ picture, ...figure }) {
  const { link, title } = read(figure);
  const address = addressOf(figure.base, 'index.html', link);
  const text = title.replace(/[\\[\]]/g, '\\$&').replace(/\s+/g, ' ');
  return {
    markdown: `[![${text}](${encodeURI(picture.file)})](${address.replace(/[()]/g, encodeURIComponent)})`,
    html: linkToLab(figure.base, link, imageOf(picture, title)),
  };
}

/** @param {string} base @param {string} link @param {string} content HTML */
function linkToLab(base, link, content) {
  return `<a${written({ href: addressOf(base, 'index.html', link) })}>${content}</a>`;
}

/** @param {Picture} picture @param {string} title */
function imageOf({ file, width }, title) {
  const size = { width: String(width), style: 'max-width:100%;height:auto' };
  return `<img${written({ src: file, alt: title, ...size })}>`;
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
    panel: state.panel,
    /** @param {string[]} parts */
    roomWith: (parts) => roomFor(shapeOf(experiment), [...new Set(parts)].join(), options.controls),
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
