import { plain } from '../../base/format.js';

/**
 * What the plots say where spikes are too near to each other to be drawn one by one.
 * @param {number} count of spikes
 */
export function crowded(count) {
  const whole = `${plain(count)} spikes: zoom in to see them`;
  return {
    whole,
    /** The same and what there is room for instead. */
    forms: [whole, `${plain(count)} spikes +`, `${plain(count)} +`],
    still: ` · ${plain(count)}, too near to each other to be told apart`,
  };
}
