// The words of the map.
import { quantity } from '../../base/format.js';

export const mapName = 'map';
export const mapTable = 'The map as a table';
export const mapRole = 'map with a crosshair';
export const acrossPick = 'Across';
export const upPick = 'Up';
export const swapText = 'Swap';
export const swapAxes = 'Swap the axes';
export const rateScale = 'Rate (Hz)';
export const hatched =
  'Hatched: no such neuron (θ must lie above u_reset and u_0), or more spikes than are counted.';
/** In the table, where there is no such neuron. */
export const noRate = 'none';

/**
 * The name of the plot.
 * @param {string} across title of an axis
 * @param {string} up
 * @param {number | null} highest rate, Hz, once there are some
 */
export function mapSummary(across, up, highest) {
  const most = highest === null ? '' : `, highest ${quantity(highest, 'Hz')}`;
  return `Map of the firing rate over ${across} and ${up}${most}`;
}

/**
 * The rate at a place of the map.
 * @param {object} facts
 * @param {boolean} facts.hovered whether the pointer is there; else it is the neuron on show
 * @param {string} facts.title of the run, where there are several
 * @param {string[]} facts.where the values of both axes
 * @param {number} facts.rate Hz; NaN where there is no such neuron
 * @param {boolean} facts.working
 * @param {boolean} facts.stopped
 */
export function mapStatus({ hovered, title, where, rate, working, stopped }) {
  const name = hovered ? 'Pointer' : title || 'Crosshair';
  const what = Number.isNaN(rate) ? 'no such neuron' : quantity(rate, 'Hz');
  let then = working ? ' Computing, coarse cells first …' : '';
  if (stopped) then = ' Stopped: a slider that moves starts it again.';
  return `${name}: ${where.join(', ')}: ${what}.${then}`;
}
