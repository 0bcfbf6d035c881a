import { svg } from '../draw/svg.js';
import { element, setText } from '../ui/dom.js';
import { pictureOf } from '../words/en/current-dialog.js';
import { short } from '../words/en/current-file.js';

/** The picture's own units: it is stretched to the room there is, and its lines are not. */
const WIDTH = 1000;
const HEIGHT = 100;
const MARGIN = 4;

/**
 * A current against time, small: its course, where I is 0, and what a run does not reach.
 */
export function createPicture() {
  const curve = svg('path', { class: 'curve' });
  const zero = svg('path', { class: 'zero' });
  const beyond = svg('rect', { class: 'beyond', y: 0, height: HEIGHT });
  const drawing = svg(
    'svg',
    { id: 'own-thumbnail', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', role: 'img' },
    zero,
    curve,
    beyond,
  );
  const labels = ['high', 'low', 'from', 'to'].map((className) => element('span', { className }));
  const root = element('div', { className: 'thumbnail' }, ...labels);
  root.append(drawing);

  /**
   * @param {import('../share/import/current.js').Made} made
   * @param {number} duration of the run, ms
   * @param {string} summary
   */
  function update({ sketch: { t, current }, from, to, low, high }, duration, summary) {
    const x = (/** @type {number} */ time) => (WIDTH * (time - from)) / (to - from);
    const flat = high === low;
    const room = HEIGHT - 2 * MARGIN;
    const y = (/** @type {number} */ value) =>
      flat ? HEIGHT / 2 : HEIGHT - MARGIN - (room * (value - low)) / (high - low);
    const points = t.map((time, i) => `${x(time).toFixed(1)} ${y(current[i]).toFixed(1)}`);
    curve.setAttribute('d', `M${points.join('L')}`);
    zero.setAttribute('d', low <= 0 && high >= 0 ? `M0 ${y(0).toFixed(1)}H${WIDTH}` : '');
    const shown = Math.min(Math.max(x(duration), 0), WIDTH);
    beyond.setAttribute('x', String(shown));
    beyond.setAttribute('width', String(WIDTH - shown));
    [`${short(high, 3)} nA`, flat ? '' : short(low, 3), short(from), `${short(to)} ms`].forEach((text, k) =>
      setText(labels[k], text),
    );
    drawing.setAttribute('aria-label', pictureOf(summary));
  }
  return { element: root, update };
}
