// The words of the f-I curve. Numbers of a scene are those of the panel: amplitudes in `unit`, rates in Hz.
import { plain, quantity } from '../../base/format.js';

export const fiName = 'f-I curve';
export const fiTable = 'The f-I curve as a table';
export const rateAgainst = 'Rate against';
export const firingRateAxis = 'Firing rate (Hz)';
/** The curve that the exact method gives. */
export const exactCurve = 'exact';

/** A curve by a grid method. @param {string} method its label @param {number} dt ms */
export function overlay(method, dt) {
  return `${method}, dt = ${plain(dt)} ms`;
}

/** The head of a curve's column. @param {string} label */
export function rateColumn(label) {
  return `${label} (Hz)`;
}

/**
 * The rate of the neuron on show, and how the curve is made.
 * @param {object} facts
 * @param {string} facts.title of the run, where there are several
 * @param {string} facts.symbol of the amplitude
 * @param {number} facts.value
 * @param {string} facts.unit
 * @param {number} facts.rate
 * @param {boolean} facts.working whether the curve is still being computed
 * @param {boolean} facts.closedForm whether every rate is a formula
 * @param {string} facts.label of the curve
 * @param {boolean} facts.rheobase whether one is shown
 * @param {number} facts.points of the curve
 * @param {number} facts.duration of the runs, ms
 */
export function fiStatus(facts) {
  const { title, symbol, value, unit, rate } = facts;
  const here = `${title ? `${title}: ` : ''}${quantity(rate, 'Hz')} at ${symbol} = ${plain(value)} ${unit}.`;
  if (facts.working) return `${here} Computing, a few points first …`;
  if (facts.closedForm)
    return `${here} The exact curve is a formula: it holds for ever, whatever the duration.`;
  const alone = facts.rheobase ? ' The rheobase is that of a constant current.' : '';
  return `${here} ${facts.points} ${facts.label} runs of ${plain(facts.duration)} ms; the rate is that of their intervals.${alone}`;
}

/** The name of the plot. @param {string} label of the amplitude @param {string} symbol @param {string} summary */
export function fiDescription(label, symbol, summary) {
  return `Firing rate against ${label.toLowerCase()} ${symbol}: ${summary}`;
}

export const fiComputing = 'computing';

/**
 * The curve in a line.
 * @param {{ from: number, to: number }} range of the amplitude
 * @param {{ from: number, to: number }} rates there
 * @param {string} unit
 * @param {{ rheobase: number, ceiling: number }} marks NaN where there is none on the axis
 */
export function fiSummary(range, rates, unit, { rheobase, ceiling }) {
  const ends = `from ${quantity(rates.from, 'Hz')} at ${plain(range.from)} to ${quantity(rates.to, 'Hz')} at ${plain(range.to)} ${unit}`;
  const start = rheobase > range.from && rheobase < range.to ? `, ${rheobaseAt(rheobase, unit)}` : '';
  return `${ends}${start}${ceiling > 0 ? `, never above ${quantity(ceiling, 'Hz')}` : ''}`;
}

/** @param {number} value @param {string} unit */
export function rheobaseAt(value, unit) {
  return `rheobase ${quantity(value, unit)}`;
}

/** The rate that t_ref sets a limit to. @param {number} rate @param {boolean} seen whether the axis reaches it */
export function ceilingAt(rate, seen) {
  const text = `1/t_ref = ${quantity(rate, 'Hz')}`;
  return seen ? text : `↑ ${text}, above`;
}
