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
      const { whole, forms } = crowded(note.count);
      const spikes = chart.rows[note.row].kind === 'raster';
      // Beside the title; where several charts are wide, in their right half: the middle of a plot is what has the focus.
      const beside = spikes || chart.narrow;
      const room = beside ? chart.width - note.x - GAP : chart.width / 2 - GAP;
      const fits = (/** @type {string} */ form) => chart.widthOf(form) + PADDING <= room;
      const text = forms.find(fits) ?? forms[forms.length - 1];
      const left = Math.round(beside ? note.x + GAP : chart.width - chart.widthOf(text) - PADDING);
      const y = Math.floor(note.y - (spikes ? RAISED : 0));
      const state = `${note.run} ${text} ${left} ${y}`;
      if (button.dataset.state === state) return;
      button.dataset.state = state;
      button.value = String(note.run);
      button.textContent = text;
      button.setAttribute('aria-label', whole);
      button.title = text === whole ? '' : whole;
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
