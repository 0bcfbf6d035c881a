/** The panels that are loaded when the first of them is opened: one file, as they share most of what they are. */
export { createPanel as fi } from './fi.js';
export { createPanel as map } from './map.js';
export { createPanel as numerics } from './numerics.js';
export { createPanel as spikes } from './spikes.js';
export { createPanel as statistics } from './statistics.js';
