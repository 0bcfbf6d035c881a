import { fillPale } from './lines.js';
import { MarkController } from './mark.js';

/**
 * A vertical stroke at each spike, and a band where they crowd.
 *
 * @typedef {object} Spikes
 * @property {'spike'} type
 * @property {Float64Array} times ms
 * @property {number} from value
 * @property {number} to value
 * @property {number} [most] length of a stroke, px
 * @property {string} colour
 * @property {number} width px
 * @property {import('../crowds.js').Crowd[]} crowds
 * @property {boolean} [bands] false where there is another's band already
 */

export class SpikeController extends MarkController {
  static id = 'spike';

  /** @param {import('./mark.js').Plane} plane @param {Spikes} spikes */
  paint(
    { ctx, x, y, left, right, top },
    { times, from, to, most = Infinity, colour, width, crowds, bands = true },
  ) {
    const below = y(from);
    const above = Math.max(y(to), below - most, top);
    const height = below - above;
    ctx.fillStyle = colour;
    let last = NaN;
    let next = 0;
    for (const t of times) {
      while (next < crowds.length && crowds[next].last < t) next += 1;
      if (next < crowds.length && crowds[next].first <= t) continue;
      // Strokes that would fall on the same half pixel are drawn once.
      const at = Math.round(2 * x(t)) / 2;
      if (at === last || at < left - 0.5) continue;
      if (at > right + 0.5) break;
      ctx.fillRect(at - width / 2, above, width, height);
      last = at;
    }
    for (const { first, last: end } of bands ? crowds : []) {
      const [start, stop] = [Math.max(x(first), left), Math.min(x(end), right)];
      fillPale(ctx, colour, () => ctx.fillRect(start, above, stop - start, height));
    }
  }
}
