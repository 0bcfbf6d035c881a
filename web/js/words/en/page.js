// What the page says of itself: its panels and dialogs, how it loads, and what it could not do.

/** By id. @type {Record<string, string>} */
export const panelTitles = {
  spikes: 'Spike times',
  statistics: 'Statistics',
  fi: 'f-I curve',
  map: 'Map',
  numerics: 'Numerics',
};

/** By name. */
export const dialogTitles = {
  embed: 'Embed this neuron',
  data: 'Export and load',
  continue: 'Continue in another simulator',
  cite: 'Cite',
  current: 'Your own current',
  link: 'Copy a long link',
};

export const closeName = 'Close';
export const loading = 'Loading …';
export const copied = 'Copied';
export const linkCopied = 'Link copied.';
export const copyThisLink = 'Copy this link:';

/** Under a table that does not hold all there are. @param {number} rows @param {number} all */
export function firstSpikes(rows, all) {
  return `The first ${rows} of ${all} spikes.`;
}

/** @param {string} file */
export function didNotLoad(file) {
  return `${file} did not load`;
}

/**
 * In the place of a panel or dialog whose code did not come.
 * @param {unknown} error
 */
export function notLoaded(error) {
  return `This did not load (${error}). The rest of the page goes on; to try again, close it and open it again, or reload the page.`;
}

/** In the place of the sound's controls. @param {unknown} error */
export function noSound(error) {
  return `There is no sound (${error}). The rest of the page goes on.`;
}

/** In the place of the plots. @param {string} reason */
export function noSimulator(reason) {
  return (
    `The simulator could not start: its WebAssembly module did not load (${reason}). Reload the page; a lost ` +
    'connection or a content blocker may be in the way. A current Firefox, Chrome, Edge or Safari can run it.'
  );
}

/** @param {unknown} fault of the page's own */
export function wentWrong(fault) {
  return `Something went wrong (${fault}). If the page does not go on, reload it: its address keeps what is set.`;
}

/** Among what is ignored. @param {unknown} error */
export function linkNotRead(error) {
  return `all of the link, as what reads it did not load (${error}); reload the page`;
}
