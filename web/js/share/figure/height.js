/**
 * @typedef {{ runs: number, few: number, all: number }} Shape of an experiment: its runs, and its controls: the few that
 *   matter most, and all
 *
 * How high a figure will be, within some pixels: the room to keep for it until it says so itself.
 * @param {number} width px
 * @param {Shape} shape
 * @param {string | null} [show] as in its fragment, likewise the next
 * @param {string | null} [controls]
 */
export function expectedHeight(width, { runs, few, all }, show, controls) {
  const wide = width > 699;
  const several = runs > 1 ? 1 : 0;
  const columns = Math.max(Math.floor((width + 2) / 304), 1);
  const count = { none: 0, all }[controls ?? ''] ?? controls?.split(',').length ?? few;
  /** @type {Record<string, number>} */
  const heights = {
    summary: width < 560 ? 62 : 44,
    plots: 58 + (wide ? 352 + 80 * several : 304 + 40 * several),
    readouts: width < 524 + 96 * several ? 107 : 64,
    regime: width < 420 ? 97 + 20 * several : width < 560 || (several && !wide) ? 78 : 62,
    spikes: 190,
    fi: 445,
    map: 545,
    statistics: 490,
    numerics: 745,
  };
  const parts = (show ?? 'plots,readouts,regime').split(',');
  const ofControls = count && 10 + 67 * Math.ceil(count / columns);
  return parts.reduce((sum, part) => sum + (heights[part] ?? 0), 32 + ofControls);
}
