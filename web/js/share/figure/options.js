import { panels } from '../../state/panels.js';

/**
 * What the lab or an embedded figure shows of a state: keys of a link besides those of the state.
 *
 * @typedef {typeof themes[number]} Theme
 *
 * @typedef {object} Options
 * @property {string[]} show parts, in no order
 * @property {string[] | undefined} controls keys; all, if undefined
 * @property {Theme} theme
 *
 * @typedef {'lab' | 'embed'} Place what a link is of: one of the lab shows everything, if it says nothing
 */

export const themes = /** @type {const} */ (['auto', 'light', 'dark']);
const blocks = ['summary', 'plots', 'readouts', 'regime'];
/** @type {string[]} */
export const panelIds = panels.map(({ id }) => id);

/** What `show` and `hide` may name. */
export const parts = [...blocks, ...panelIds];

export const startParts = ['plots', 'readouts', 'regime'];

/** The lab shows everything. @type {Options} */
export const everything = { show: parts, controls: undefined, theme: 'auto' };

/** @param {unknown} value @returns {value is Theme} */
export const isTheme = (value) => themes.includes(/** @type {Theme} */ (value));

/**
 * The fragment of a state and the options it is shown with. That of the lab says what of it is left out.
 * @param {string} link
 * @param {Options} options
 * @param {Place} [place]
 */
export function withOptions(link, { show, controls, theme }, place = 'embed') {
  const keys = controls?.length === 0 ? 'none' : controls?.join();
  if (place === 'embed') {
    return `${link}&${new URLSearchParams({ show: [...new Set(show)].join(), controls: keys ?? 'all', theme })}`;
  }
  const hide = parts.filter((part) => !show.includes(part)).join();
  const own = new URLSearchParams({ ...(hide && { hide }), ...(keys && { controls: keys }) });
  return [link, String(own)].filter(Boolean).join('&');
}
