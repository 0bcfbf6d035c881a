import { bestOf } from '../../runs/reference.js';
import { rateOf } from '../../runs/rate.js';
import { apart, plain, quantity } from '../../base/format.js';
import { counted, foundOf, spikesOrSpike } from './counts.js';
import { caseTitle } from './experiments.js';
import { methodLabel } from './labels.js';
import { modelOf } from '../../model/neurons/index.js';

/**
 * @typedef {import('../../model/types.js').Picture} Picture
 * @typedef {import('../../model/types.js').Run} Run
 */

/**
 * What the neuron does and why, in words and numbers; then what a grid method makes of it.
 * @param {Picture} picture
 */
export function regime({ experiment: { drive }, runs }) {
  if (runs.length === 0) return '';
  return [truth(runs, drive), onGrid(runs)].filter(Boolean).join(' ');
}

/** @param {Run[]} runs @param {string} drive */
function truth(runs, drive) {
  if (runs.length > 1) return comparison(runs, drive);
  return bestOf(runs[0]).steady ? steady(runs[0], drive) : varying(runs[0], drive);
}

/** @param {Run[]} runs */
function onGrid(runs) {
  const { method = 'exact', dt = NaN } = runs[0].request;
  if (method === 'exact') return '';
  const found = runs.map(({ view }) => view.spikes.length);
  const start = `${methodLabel(method)} at dt = ${plain(dt)} ms finds`;
  const [{ reference }] = runs;
  if (!reference) return `${start} ${found.join(' · ')} spikes; there is no exact run to hold them against.`;
  const there = reference.spikes.length;
  if (runs.length > 1) return `${start} ${found.join(' · ')} spikes.`;
  return found[0] + there
    ? `${start} ${foundOf({ found: found[0], there })} spikes.`
    : `${start} none either.`;
}

/** @param {Run} run @param {string} drive */
function steady(run, drive) {
  const { request } = run;
  const view = bestOf(run);
  const { theta, u_rest } = request.neuron;
  const { u_infinity, rheobase, rate } = /** @type {NonNullable<typeof view.steady>} */ (view.steady);
  const [level, threshold] = apart(u_infinity, theta);
  // The current may be as near to the rheobase as u is to theta.
  const needed = `${apart(rheobase, view.current_max)[0]} nA`;
  const start = `${drive} = ${level} mV`;
  if (u_infinity === theta) return `${start} equals θ exactly: u approaches it for ever and never fires.`;
  if (u_infinity < theta)
    return `${start} stays below θ = ${threshold} mV: silent; to fire it needs more than the rheobase, ${needed}.`;
  const wait = view.spikes.length ? '' : `, the first time after the ${plain(request.duration)} ms shown`;
  const reason =
    u_rest > theta
      ? 'u_rest alone lies above θ, so it fires even without input.'
      : `the rheobase is ${needed}.`;
  return `${start} lies above θ = ${threshold} mV: fires at ${quantity(rate, 'Hz')}${wait}; ${reason}`;
}

/** @param {Run} run @param {string} drive */
function varying(run, drive) {
  const { request } = run;
  const view = bestOf(run);
  const { neuron } = request;
  const { theta } = neuron;
  const settled = modelOf(neuron)?.steadyPotential;
  if (!settled) return `${sentence(outcome(view))} in ${plain(request.duration)} ms.`;
  const peak = settled(neuron, view.current_max);
  const fired = view.spikes.length > 0;
  const alone = settled(neuron, 0);
  if (alone > theta) {
    const [rest, threshold] = apart(alone, theta);
    return `u_rest = ${rest} mV lies above θ = ${threshold} mV: fires even without input; with this one, ${outcome(view)} in ${plain(request.duration)} ms.`;
  }
  const [level, threshold] = apart(peak, theta);
  const start = `${drive} peaks at ${level} mV`;
  if (!fired && peak <= theta) return `${start}, not above θ = ${threshold} mV: u cannot reach it.`;
  if (!fired)
    return `${start}, above θ = ${threshold} mV, but not for long enough: u reaches ${apart(view.u_max, theta)[0]} mV, no spike.`;
  return `${start}, against θ = ${threshold} mV: ${outcome(view)}.`;
}

/** @param {Run[]} runs @param {string} drive */
function comparison(runs, drive) {
  const parts = runs.map((run) => {
    const { id, request } = run;
    const { neuron } = request;
    const view = bestOf(run);
    const settled = modelOf(neuron)?.steadyPotential;
    const [peak] = settled ? apart(settled(neuron, view.current_max), neuron.theta) : [];
    return `${caseTitle({ id }).toLowerCase()}: ${peak ? `${peak} mV, ` : ''}${counted(view.statistics.count)}`;
  });
  if (!modelOf(runs[0].request.neuron)?.steadyPotential) return `${sentence(parts.join('; '))}.`;
  return `Peak of ${drive} against θ = ${plain(runs[0].request.neuron.theta)} mV. ${sentence(parts.join('; '))}.`;
}

/** @param {string} text */
function sentence(text) {
  return text[0].toUpperCase() + text.slice(1);
}

/** @param {Run['view']} view */
function outcome({ statistics: { count, rate, latency } }) {
  if (count === 0) return counted(count);
  return counted(count) + (count === 1 ? `, at ${quantity(latency, 'ms')}` : ` at ${quantity(rate, 'Hz')}`);
}

/**
 * The same in a few words, to be spoken after a slider's value.
 * @param {Picture} picture
 */
export function inShort({ runs }) {
  const counts = runs.map(({ view }) => view.spikes.length);
  const rate = runs.length === 1 ? `, ${quantity(rateOf(runs[0]), 'Hz')}` : '';
  return `${counts.join(', ')} ${spikesOrSpike(counts.join())}${rate}`;
}
