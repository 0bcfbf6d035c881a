// Spike trains of a simulator that lives on a grid, held against the exact solution.
//
// Its k-th spike comes late by up to a step, u starts again from there, and the lateness adds up: after hundreds of
// spikes, times (and even their number) differ from the exact run by more than a step, and rightly so. What can be
// asked of every single spike is this: started at the simulator's own spike k, where does the exact solution cross?
// The simulator's spike k + 1 must come no sooner, and no more than a step later; and where the simulator has no more
// spikes, the exact solution must have none either. The simulator's own error in u between two spikes, bounded by
// `errorOfU`, is allowed for as a shift of theta. If this holds for every interval, no spike is missing but those
// that the delays of all before push out of the run.

import assert from 'node:assert/strict';

import { currentOf } from '../../web/js/model/inputs/index.js';
import { edges, steepness, timeOn } from '../../web/js/share/export/scripts/cases.js';

/** No less than |d²I/dt²| between jumps of I or its slope, nA/ms². */
function curvature({ input, duration }) {
  return input.reduce((sum, component) => {
    const { kind, amplitude, frequency, tau, start } = component;
    const [from, to] = timeOn(component, duration);
    if (to <= from) return sum;
    if (kind === 'sine') return sum + Math.abs(amplitude) * ((2 * Math.PI * frequency) / 1000) ** 2;
    if (kind === 'exponential')
      return sum + (Math.abs(amplitude) / tau ** 2) * Math.exp(-(from - start) / tau);
    return sum;
  }, 0);
}

const total = (each, t) => each.input.reduce((sum, component) => sum + currentOf(component, t), 0);

/** The jumps of I inside the run, nA, and those of its slope at samples, nA/ms, all added up. */
function jumps(each) {
  const found = edges(each);
  const h = 1e-9;
  const sizes = found.map((t) => Math.abs(total(each, t + h) - total(each, t - h)));
  return { size: sizes.reduce((sum, size) => sum + size, 0), count: found.length };
}

/** No less than |I|, nA, to a few per cent. */
function greatest(each) {
  let most = 0;
  for (let i = 0; i <= 5000; i++) most = Math.max(most, Math.abs(total(each, (i / 5000) * each.duration)));
  return 1.05 * most;
}

/**
 * A bound on the error of u by the method and by where it takes the current, mV. With tau u' = u_rest - u + R I:
 * Euler's methods err by h²/2 max|u''| a step, and errors decay with tau: h tau/2 max|u''| in all. The solution for
 * the current at mid-step errs by h²/(2 tau) R max|I'| + h²/24 R max|I''|. A jump of I inside a step is displaced by at
 * most h: R |jump| h/tau; a jump of the slope counts for R h² max|I'|/(2 tau).
 */
function errorOfU(each, { method, dt }) {
  const { R, C, u_rest, u_reset, theta, u_0 } = each.neuron;
  const tau = R * C;
  const slope = R * steepness(each);
  const { size, count } = jumps(each);
  const edge = (R * size * dt) / tau + (count * slope * dt * dt) / (2 * tau);
  if (method === 'exponential') {
    return edge + (slope * dt * dt) / (2 * tau) + (R * curvature(each) * dt * dt) / 24 + 1e-9;
  }
  const drive = R * greatest(each);
  const span = Math.max(drive, ...[u_reset, theta, u_0].map((u) => Math.abs(u - u_rest)));
  const bend = ((span + drive) / tau + slope) / tau;
  return edge + ((dt * tau) / 2) * bend + (method === 'backward' ? (slope * dt) / 2 : 0);
}

/** The first exact crossing of a threshold after a start with u_reset (or u_0) at the time `from`, ms. */
function firstCrossing(iaf, { neuron, input, duration }, from, u_0, theta) {
  const left = duration - from;
  if (left <= 1e-9) return Infinity;
  const shifted = input.map(({ kind, start, stop, ...rest }) => {
    const fields = {
      constant: ['amplitude'],
      ramp: ['amplitude'],
      sine: ['amplitude', 'frequency', 'phase'],
      exponential: ['amplitude', 'tau'],
      samples: ['values', 'interval'],
    }[kind];
    return {
      kind,
      start: start - from,
      stop: stop - from,
      ...Object.fromEntries(fields.map((field) => [field, rest[field]])),
    };
  });
  const request = {
    neuron: { ...neuron, u_0, u_reset: Math.min(neuron.u_reset, u_0), theta, t_ref: 1e9 },
    input: shifted,
    method: 'exact',
    dt: left,
    duration: left,
  };
  const { spikes } = iaf.simulate(request);
  return spikes.length ? from + spikes[0] : Infinity;
}

/**
 * Asserts what stands at the top of this file.
 * @returns {number} the greatest lateness of a spike against the exact solution from the spike before, ms
 */
export function assertEachInterval(iaf, each, spikes, how) {
  const { dt } = how;
  const { u_reset, u_0, theta, t_ref } = each.neuron;
  const error = errorOfU(each, how);
  const hold = Math.ceil(t_ref / dt - 1e-9) * dt;
  const end = Math.floor(each.duration / dt + 1e-9) * dt;
  const rounding = 1e-9 * (1 + each.duration);
  let latest = 0;
  [...spikes, null].forEach((spike, k) => {
    const from = k === 0 ? 0 : spikes[k - 1] + hold;
    const start = k === 0 ? u_0 : u_reset;
    assert.ok(error < theta - start, `the bound on the error of u, ${error} mV, is too wide to say anything`);
    const earliest = firstCrossing(iaf, each, from, start, theta - error);
    const surely = firstCrossing(iaf, each, from, start, theta + error);
    const what = `spike ${k} at ${spike}, started at ${from}`;
    if (spike === null) {
      assert.ok(surely > end - dt - rounding, `${what}: the exact solution crosses at ${surely}`);
      return;
    }
    assert.ok(spike > earliest - rounding, `${what}: sooner than ${earliest}`);
    assert.ok(spike < surely + dt + rounding, `${what}: more than a step after ${surely}`);
    const exact = firstCrossing(iaf, each, from, start, theta);
    if (Number.isFinite(exact)) latest = Math.max(latest, spike - exact);
  });
  return latest;
}

/**
 * What the header of a script says its delays add up to for a case: numbers of spikes, and ms.
 * @param {string} script
 * @param {string} name of the case
 */
export function announcedDelay(script, name) {
  const start = `    ${name}: `;
  const line = script.split('\n').find((text) => text.startsWith(start)) ?? '';
  const number =
    /^(?:all (\d+) spikes, the last|(\d+) spikes, not (\d+); spike \d+ is) (\S+) ms (early|late)$/;
  const [, all, found, exact, size, side] = number.exec(line.slice(start.length)) ?? [];
  assert.ok(size, `the script says nothing of "${name}"`);
  return { found: Number(all ?? found), exact: Number(all ?? exact), late: side === 'late' ? +size : -size };
}

/** @param {ArrayLike<number>} a @param {ArrayLike<number>} b */
export function greatestDifference(a, b) {
  let most = 0;
  for (let i = 0; i < Math.min(a.length, b.length); i++) most = Math.max(most, Math.abs(a[i] - b[i]));
  return most;
}
