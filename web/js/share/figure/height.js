/**
 * How high a figure will be: the room to keep for it until it says so itself. Measured in Chromium; within some 12 px for
 * the usual parts, within a few lines for panels.
 *
 * @typedef {{ runs: number, few: number, all: number }} Shape of an experiment: its runs, and its controls: the few that
 *   matter most, and all
 */

/** From these widths of a column on a figure may be lower, px. */
const WIDTHS = [0, 310, 345, 420, 430, 524, 560, 600, 640, 700, 912];

/**
 * @param {number} width px
 * @param {Shape} shape
 * @param {string | null} [show] as in its fragment, likewise the next
 * @param {string | null} [controls]
 */
export function expectedHeight(width, { runs, few, all }, show, controls) {
  const columns = Math.max(Math.floor((width + 2) / 304), 1);
  const count = { none: 0, all }[controls ?? ''] ?? controls?.split(',').length ?? few;
  const heights = partHeights(width, runs > 1);
  const parts = (show ?? 'plots,readouts,regime').split(',');
  const ofControls = count && 10 + 67 * Math.ceil(count / columns);
  return parts.reduce((sum, part) => sum + (heights[part] ?? 0), 40 + ofControls);
}

/** @param {number} width px @param {boolean} several whether there are several runs @returns {Record<string, number>} */
function partHeights(width, several) {
  const wide = width >= 700;
  /** The first of the heights whose width is not reached, px. @param {[number, number][]} steps @param {number} rest */
  const until = (steps, rest) => steps.find(([end]) => width < end)?.[1] ?? rest;
  const single = {
    readouts: until([[524, 106]], 60),
    regime: until([[420, 98], [560, 78], [700, 58]], 64), // prettier-ignore
    spikes: 231,
    map: until([[420, 600]], 560),
    statistics: until([[700, 530]], 430),
    numerics: until([[500, 820]], 720),
  };
  const many = {
    readouts: until([[310, 181], [345, 133], [600, 115]], 73), // prettier-ignore
    regime: until([[420, 119], [700, 78]], 64), // prettier-ignore
    spikes: 422,
    map: until([[420, 640]], 594),
    statistics: until([[700, 609]], 540),
    numerics: until([[524, 950]], 820),
  };
  return {
    summary: until([[430, 83]], 65),
    plots: (wide ? 410 : 362) + (several ? (wide ? 80 : 40) : 0),
    fi: until([[345, 540]], 486),
    ...(several ? many : single),
  };
}

/** Between a column and the edges of a phone's screen, px. */
const GUTTER = 32;
/** Room to spare, px. */
const SPARE = 14;
/** Where the height in CSS has its steps: few, as people read it. */
const STEPS = [640, 560, 420, 345];

/**
 * The same as a length in CSS for a column of any width, for where no script measures it: on a wide screen the most that
 * a column of 640 px and more needs; on narrower ones, which it takes for a phone's, what the screen's width asks for.
 * @param {Shape} shape
 * @param {string | null} [show]
 * @param {string | null} [controls]
 * @returns {{ px: number, css: string }} px: for wide columns alone
 */
export function roomFor(shape, show, controls) {
  const needed = (/** @type {number} */ from, /** @type {number} */ to) => {
    const widths = [from, ...WIDTHS.filter((width) => width > from && width < to)];
    return SPARE + Math.max(...widths.map((width) => expectedHeight(width, shape, show, controls)));
  };
  const px = needed(STEPS[0], Infinity);
  const steps = [];
  let above = px;
  for (const [at, end] of STEPS.entries()) {
    const here = Math.max(needed(STEPS[at + 1] ?? 288, end), above);
    // On a screen narrower than the step the clamp is at its end, on a wider one it is 0.
    if (here > above) steps.push(`clamp(0px,(${end + GUTTER}px - 100vw)*1000,${here - above}px)`);
    above = here;
  }
  return { px, css: steps.length ? `calc(${[`${px}px`, ...steps].join(' + ')})` : `${px}px` };
}
