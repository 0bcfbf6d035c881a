/**
 * How high a figure will be: the room to keep for it until it says so itself. Measured in Chromium; within a line of text
 * for the usual parts and all controls, within a few lines for panels.
 *
 * @typedef {{ runs: number, few: number, groups: number[], presets: boolean }} Shape of an experiment: its runs, and its
 *   controls: the few that matter most, all under each heading, and whether there are presets above them
 */

/**
 * @param {number} width of the column, px
 * @param {Shape} shape
 * @param {string | null} [show] as in its fragment, likewise the next
 * @param {string | null} [controls]
 */
export function expectedHeight(width, shape, show, controls) {
  const heights = partHeights(width, shape.runs > 1);
  const parts = (show ?? 'plots,readouts,regime').split(',');
  return parts.reduce((sum, part) => sum + (heights[part] ?? 0), 40 + controlsHeight(width, shape, controls));
}

/** @param {number} width @param {[number, number][]} steps @param {number} rest the first of the heights whose width is not reached, px */
const at = (width, steps, rest) => steps.find(([end]) => width < end)?.[1] ?? rest;

/** @param {number} width @param {Shape} shape @param {string | null} [controls] */
function controlsHeight(width, { runs, few, groups, presets }, controls) {
  if (controls === 'none') return 0;
  const columns = width < 700 ? Math.max(Math.floor((width + 1) / 304), 1) : Math.floor((width - 7) / 344);
  const all = controls === 'all';
  const counts = all ? groups : [controls?.split(',').length ?? few];
  const rows = counts.reduce((sum, count) => sum + Math.ceil(count / columns), 0);
  // Labels that take a second line.
  const wrapped = width < 309 ? (runs > 1 ? 56 : 14) : 0;
  const headings = all && 94 + at(width, [[332, 28], [606, 0], [660, 28]], 0) + (presets ? at(width, [[348, 89]], 53) : 0); // prettier-ignore
  return 10 + 67 * rows + wrapped + Number(headings);
}

/** @param {number} width px @param {boolean} several whether there are several runs @returns {Record<string, number>} */
function partHeights(width, several) {
  const wide = width >= 700;
  /** @param {[number, number][]} steps @param {number} rest */
  const until = (steps, rest) => at(width, steps, rest);
  const single = {
    readouts: until([[400, 106], [408, 123], [528, 106], [536, 76]], 60), // prettier-ignore
    regime: until([[420, 98], [560, 78], [700, 58]], 63), // prettier-ignore
    spikes: 293,
    map: until([[336, 637], [600, 598]], 560), // prettier-ignore
    statistics: until([[312, 570], [700, 530], [936, 488]], 428), // prettier-ignore
    numerics: until([[324, 883], [372, 855], [432, 809], [504, 788], [672, 752]], 720), // prettier-ignore
  };
  const many = {
    readouts: until([[320, 181], [352, 133], [368, 115], [472, 97], [544, 115], [624, 97], [720, 73]], 55), // prettier-ignore
    regime: until([[420, 118], [700, 78]], 63), // prettier-ignore
    spikes: 422,
    map: until([[336, 673], [552, 637], [912, 594]], 560), // prettier-ignore
    statistics: until([[700, 628], [936, 572]], 516), // prettier-ignore
    numerics: until([[360, 1032], [432, 971], [516, 950], [588, 880]], 832), // prettier-ignore
  };
  return {
    summary: until([[320, 104], [452, 83], [700, 62], [924, 65]], 43), // prettier-ignore
    plots: (wide ? 410 : 362) + (several ? (wide ? 80 : 40) : 0),
    fi: until([[348, 592], [420, 540], [624, 521]], 486), // prettier-ignore
    ...(several ? many : single),
  };
}

/** Room to spare, px: letters are not everywhere as wide as here. */
const SPARE = 14;
/** Widths of a column from which on less room, or more, is given; few, as people read them. px. */
const STEPS = [700, 607, 536, 420, 352, 320];
/** What a step is worth at least, px. */
const WORTH = 20;
/** Widths that the room is made for, px; the usual ones of a text without a phone's. */
const [NARROWEST, USUAL, WIDEST] = [288, 640, 1100];

/**
 * The same for where no script measures the column: as a length in CSS that goes by the width of a container, and as
 * what is enough in a column of a usual width.
 * @param {Shape} shape
 * @param {string | null} [show]
 * @param {string | null} [controls]
 * @returns {{ px: number, css: string }}
 */
export function roomFor(shape, show, controls) {
  const needed = (/** @type {number} */ from, /** @type {number} */ to) => {
    let most = 0;
    for (let width = from; width < to; width += 1) {
      most = Math.max(most, expectedHeight(width, shape, show, controls));
    }
    return most + SPARE;
  };
  let above = needed(STEPS[0], WIDEST);
  let css = `${above}px`;
  for (const [at, end] of STEPS.entries()) {
    const here = needed(STEPS[at + 1] ?? NARROWEST, end);
    const more = here - above;
    // In a column narrower than the step the clamp is at its end, in a wider one it is 0.
    if (more <= 0 && more > -WORTH) continue;
    // eslint-disable-next-line iaf/no-prose -- CSS
    css += ` ${more > 0 ? '+' : '-'} clamp(0px,(${end}px - 100cqw)*1000,${Math.abs(more)}px)`;
    above = here;
  }
  return { px: needed(USUAL, WIDEST), css: `calc(${css})` };
}
