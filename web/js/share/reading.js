/**
 * What reads links, which a first visit without one does without: one file, loaded when there is one to be read.
 */
export { readOptions } from './figure/read-options.js';
export { followLink } from './follow.js';
export { isShort, linkIn } from './link-pairs.js';
