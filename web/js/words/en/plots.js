import { plain } from '../../base/format.js';

/**
 * What the plots say where spikes are too near to each other to be drawn one by one.
 * @param {number} count of spikes
 */
export function crowded(count) {
  const spikes = `${plain(count)} spikes`;
  return {
    whole: `${spikes}: zoom in to see them`,
    brief: `${spikes} +`,
    still: ` · ${plain(count)}, too near to each other to be told apart`,
  };
}
