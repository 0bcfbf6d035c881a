import assert from 'node:assert/strict';
import { test } from 'node:test';

import { experiments, experimentOf, startValues } from '../../../web/js/model/experiments/index.js';
import { runExperiment } from '../../../web/js/runs/picture.js';
import { isQuick } from '../../../web/js/simulator/grid-views.js';
import { inShort, regime } from '../../../web/js/words/en/regime.js';
import { iaf } from '../simulator.mjs';

/** @param {string} id @param {object} [changes] to the values it starts with @param {object} [numerics] */
function pictureOf(id, changes = {}, numerics = { method: 'exact', dt: 0.1 }) {
  const experiment = experimentOf(id);
  const values = { ...startValues(experiment), ...changes };
  const grid = { quick: isQuick, views: () => null };
  return { experiment, ...runExperiment(iaf, grid, experiment, values, numerics, 100) };
}

test('a steady current is held against the threshold', () => {
  for (const [changes, sentence] of [
    [{}, 'R·I + u_rest = 5.12 mV lies above θ = 5 mV: fires at 47.3 Hz; the rheobase is 0.781 nA.'],
    [
      { amplitude: 0.7 },
      'R·I + u_rest = 4.48 mV stays below θ = 5 mV: silent; to fire it needs more than the rheobase, 0.781 nA.',
    ],
    [
      { amplitude: 1, R: 5 },
      'R·I + u_rest = 5 mV equals θ exactly: u approaches it for ever and never fires.',
    ],
    [{ duration: 10 }, /, the first time after the 10 ms shown; the rheobase is 0\.781 nA\.$/],
    [{ u_rest: 6 }, /u_rest alone lies above θ, so it fires even without input\.$/],
  ]) {
    const said = regime(pictureOf('constant', changes));
    if (sentence instanceof RegExp) assert.match(said, sentence);
    else assert.equal(said, sentence);
  }
});

test('a changing current is held against it by its peak', () => {
  const said = (changes) => regime(pictureOf('time', { waveform: 'exponential', u_0: 0, ...changes }));
  const low = { u_rest: 0, u_reset: 0, theta: 5, R: 5, tau_m: 2.5 };
  assert.equal(
    said({ ...low, amplitude: 0.5 }),
    'R·I + u_rest peaks at 2.5 mV, not above θ = 5 mV: u cannot reach it.',
  );
  assert.match(said({ ...low, amplitude: 1.1 }), /above θ = 5 mV, but not for long enough: .* no spike\.$/);
  assert.match(said({ ...low, amplitude: 5 }), /peaks at 25 mV, against θ = 5 mV: \d+ spikes at .* Hz\.$/);
  assert.match(
    said({}),
    /^u_rest = 48\.4 mV lies above θ = 48\.2 mV: fires even without input; with this one,/,
  );
});

test('several runs are compared, a peak and a count each', () => {
  assert.equal(
    regime(pictureOf('intensity')),
    'Peak of R·I + u_rest against θ = 5 mV. High, short: 50 mV, 30 spikes; low, long: 5 mV, no spike; ' +
      'high, long: 50 mV, 232 spikes; low, short: 5 mV, no spike.',
  );
});

test('a grid method is held against the exact run', () => {
  const euler = { method: 'euler', dt: 0.1 };
  assert.match(regime(pictureOf('constant', {}, euler)), / Euler at dt = 0\.1 ms finds 4 of 4 spikes\.$/);
  const silent = pictureOf('constant', { amplitude: 0.1 }, euler);
  assert.match(regime(silent), / Euler at dt = 0\.1 ms finds none either\.$/);
  assert.match(regime(pictureOf('intensity', {}, euler)), / Euler at dt = 0\.1 ms finds .* · .* spikes\.$/);
});

test('in short: the counts, and one rate', () => {
  assert.equal(inShort(pictureOf('constant')), '4 spikes, 47.3 Hz');
  assert.equal(inShort(pictureOf('constant', { duration: 30 })), '1 spike, 47.3 Hz');
  assert.equal(inShort(pictureOf('intensity')), '30, 0, 232, 0 spikes');
  assert.equal(regime({ experiment: experiments[0], runs: [] }), '');
});

test('of a neuron that settles nowhere the outcome alone is told', () => {
  const neuron = { model: 'no leak', C: 1, theta: 5, u_reset: 0, u_0: 0, t_ref: 0 };
  const request = { neuron, input: [], duration: 100, method: 'rk4', dt: 0.1 };
  const statistics = { count: 19, rate: 190, latency: 5 };
  const view = { steady: null, current_max: 1, u_max: 5, spikes: new Float64Array(19), statistics };
  const of = (...ids) =>
    regime({ experiment: { drive: 'I' }, runs: ids.map((id) => ({ id, request, view })) });
  assert.match(
    of(''),
    /^19 spikes at 190 Hz in 100 ms\. RK4 at dt = 0\.1 ms finds 19 spikes; there is no exact run/,
  );
  assert.match(of('high_short', 'low_long'), /^High, short: 19 spikes; low, long: 19 spikes\. RK4 /);
});

test('near the rheobase both numbers have the digits that tell them apart', () => {
  const said = (changes) => regime(pictureOf('constant', changes));
  // 5 mV / 6.4 MΩ = 0.78125 nA
  for (const [amplitude, pattern] of [
    [0.781, /= 4\.998 mV stays below θ = 5 mV: .* the rheobase, 0\.7813 nA\.$/],
    [0.7812501, /= 5\.000001 mV lies above θ = 5 mV: .*; the rheobase is 0\.78125 nA\.$/],
    [0.78125000001, /= 5\.0000000001 mV lies above θ = 5 mV: .*; the rheobase is 0\.78125 nA\.$/],
  ])
    assert.match(said({ amplitude }), pattern);
  const several = regime(pictureOf('intensity', { theta: 5.0001 }));
  assert.match(several, /θ = 5\.0001 mV\..*low, long: 5 mV, no spike/);
});
