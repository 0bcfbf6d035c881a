import assert from 'node:assert/strict';
import { test } from 'node:test';

import { methodOf } from '../../../web/js/model/methods.js';
import { explain, stability } from '../../../web/js/words/en/explain.js';

const facts = { dt: 0.1, tau_m: 5, found: 4, there: 4, several: false, settled: false, largest: 0.05 };
/** @param {string} method @param {object} [changes] */
const said = (method, changes) => explain({ ...facts, method: methodOf(method), ...changes });

test('how a method steps', () => {
  assert.match(
    said('exact'),
    /^Between spikes u is a known formula of time .* nothing but rounding is lost\./,
  );
  assert.match(
    said('euler'),
    /^Euler holds .*; at dt = 0\.02 τ_m this is stable, as it is up to 2 τ_m = 10 ms\./,
  );
  assert.match(
    said('euler', { dt: 7 }),
    /^dt = 7 ms lies between τ_m = 5 ms and 2 τ_m: .* 1 − dt\/τ_m = −0\.4,/,
  );
  assert.match(
    said('euler', { dt: 12 }),
    /^dt = 12 ms is past Euler’s stability limit 2 τ_m = 10 ms: .* = −1\.4,/,
  );
  assert.match(
    said('rk4', { dt: 20 }),
    /^dt = 20 ms is past RK4’s stability limit 2\.785 τ_m = 13\.9 ms: .* 5,/,
  );
  assert.match(said('rk4'), /^RK4 weighs four slopes in every step; at dt = 0\.02 τ_m this is stable,/);
});

test('what its error is made of', () => {
  for (const [method, changes, sentence] of [
    ['exact', {}, /across spikes both are only of first order\.$/],
    ['exact', { there: 0 }, /with no spikes both keep their textbook order, 1 and 4\.$/],
    [
      'euler',
      { dt: 12, found: 9 },
      /What you see is the method, not the neuron \(9 instead of 4 spikes\)\.$/,
    ],
    ['euler', { there: 0 }, /All 4 spikes are invented: the neuron itself stays silent\.$/],
    ['euler', { there: 0, found: 0, settled: true }, /shorten the duration to see the orders 1 and 4\.$/],
    ['euler', { there: 0, found: 0 }, /Euler keeps its textbook order, 1: half the step, half the error\.$/],
    ['rk4', { there: 0, found: 0 }, /4: half the step, a sixteenth of the error, down to rounding\.$/],
    ['rk4', { found: 0 }, /It misses all 4 spikes: u passes θ and comes back within a step, unseen\.$/],
    ['rk4', { found: 0, there: 1 }, /It misses the one spike: /],
    ['euler', { found: 3 }, / It finds 3 of 4 spikes: .* until whole spikes are missing\.$/],
    ['euler', { found: 5, several: true }, / In all it finds 5 instead of 4 spikes: .* are too many\.$/],
    ['euler', {}, /No spike is missing, but some are off by up to 0\.05 ms: .* about half the error\)\.$/],
  ]) {
    assert.match(said(method, changes), sentence);
  }
});

test('stability in a few words', () => {
  const of = (method, dt) => stability({ method: methodOf(method), dt, tau_m: 5 });
  assert.deepEqual(of('exact', 9), {
    text: 'The exact method takes no steps; dt is for Euler and RK4.',
    level: 'none',
  });
  assert.deepEqual(of('euler', 1), { text: 'Stable: Euler’s limit is 2 τ_m = 10 ms.', level: 'stable' });
  assert.deepEqual(of('euler', 7), {
    text: 'Oscillates: dt is past τ_m; Euler’s limit is 2 τ_m = 10 ms.',
    level: 'rings',
  });
  assert.deepEqual(of('rk4', 99), {
    text: 'Unstable: dt is past RK4’s limit, 2.785 τ_m = 13.9 ms.',
    level: 'unstable',
  });
  assert.equal(of('euler', NaN).level, 'unstable');
});

test('of a neuron without a time constant no limit of stability is told', () => {
  const euler = { method: methodOf('euler'), dt: 100, tau_m: NaN };
  assert.deepEqual(stability(euler), { text: '', level: 'none' });
  assert.match(said('euler', { tau_m: NaN, found: 3 }), /^It finds 3 of 4 spikes: /);
});
