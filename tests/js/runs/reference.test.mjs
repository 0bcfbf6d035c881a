// Which method runs what: by the simulator's capabilities, here those of models and inputs that are not there yet.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { methodsFor, numericsOfRates } from '../../../web/js/runs/reference.js';

const capabilities = {
  models: {
    lif: { methods: { exact: ['constant'], euler: ['constant', 'noise'], rk4: ['constant'] } },
    grid: { methods: { euler: ['constant', 'noise'], rk4: ['constant'] } },
  },
};
const request = (model, ...kinds) => ({ neuron: { model }, input: kinds.map((kind) => ({ kind })) });

test('the methods that run a model with all of its input, the best first', () => {
  const able = (...of) => methodsFor({ capabilities }, request(...of));
  assert.deepEqual(able(undefined, 'constant'), ['exact', 'rk4', 'euler']);
  assert.deepEqual(able('lif', 'constant', 'noise'), ['euler']);
  assert.deepEqual(able('grid', 'constant'), ['rk4', 'euler']);
  assert.deepEqual(able('grid'), ['rk4', 'euler']);
});

test('rates are found by the best of them, at the step of the grid', () => {
  const by = (...of) => numericsOfRates({ capabilities }, request(...of), 0.05);
  assert.deepEqual(by('lif', 'constant'), { method: 'exact', dt: 0 });
  assert.deepEqual(by('grid', 'constant'), { method: 'rk4', dt: 0.05 });
  assert.deepEqual(by('grid', 'noise'), { method: 'euler', dt: 0.05 });
});
