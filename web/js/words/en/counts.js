// Numbers of spikes in words.

/** @param {number} count of spikes */
export function counted(count) {
  return count > 1 ? `${count} spikes` : `${count ? 'one' : 'no'} spike`;
}

/**
 * Spikes found against spikes there are.
 * @param {{ found: number, there: number }} counts
 */
export function foundOf({ found, there }) {
  return `${found} ${found > there ? 'instead of' : 'of'} ${there}`;
}

/**
 * What goes with one or several counts of spikes: only a lone 1 is a spike.
 * @param {string} counts
 */
export function spikesOrSpike(counts) {
  return counts === '1' ? 'spike' : 'spikes';
}
