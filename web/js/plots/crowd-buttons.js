import { element } from '../ui/dom.js';
import { crowded } from '../words/en/plots.js';

/** Between a title and its button, and of the button besides its words, px. */
const GAP = 6;
const PADDING = 10;
/** So much higher than the title above a row of spikes, which begins at its top, px. */
const RAISED = 1;

/** The buttons of a chart that say how many spikes there are where they crowd, and zoom in to them. */
export class CrowdButtons {
  /** @type {HTMLButtonElement[]} */
  #buttons = [];
  #box;
  #press;

  /**
   * @param {HTMLElement} box of the chart
   * @param {(run: number) => void} press
   */
  constructor(box, press) {
    this.#box = box;
    this.#press = press;
  }

  /** @param {import('./stacked-chart.js').StackedChart} chart just drawn */
  update(chart) {
    const { notes } = chart;
    while (this.#buttons.length < notes.length) this.#add();
    this.#buttons.forEach((button, at) => {
      const note = notes[at];
      if (button.hidden === Boolean(note)) button.hidden = !note;
      if (!note) return;
      const { whole, brief } = crowded(note.count);
      const left = note.x + GAP;
      const fits = left + chart.widthOf(whole) + PADDING <= chart.width;
      const y = note.y - (chart.rows[note.row].kind === 'raster' ? RAISED : 0);
      const words = `${note.run} ${fits} ${note.count} ${left} ${y}`;
      if (button.dataset.words === words) return;
      button.dataset.words = words;
      button.value = String(note.run);
      button.textContent = fits ? whole : brief;
      if (fits) button.removeAttribute('aria-label');
      else button.setAttribute('aria-label', whole);
      button.title = fits ? '' : whole;
      Object.assign(button.style, { left: `${left}px`, top: `${y}px` });
    });
  }

  #add() {
    const button = element('button', { type: 'button', className: 'crowd' });
    button.addEventListener('click', () => this.#press(Number(button.value)));
    this.#box.append(button);
    this.#buttons.push(button);
  }
}
