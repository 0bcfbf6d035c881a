// Models and kinds of input that the simulator has, and scripts and experiments have not yet: stand-ins for those to come.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { experiments, startValues } from '../../../web/js/model/experiments/index.js';
import { inputKinds } from '../../../web/js/model/inputs/index.js';
import { neurons } from '../../../web/js/model/neurons/index.js';
import { completeCases } from '../../../web/js/share/export/scripts/cases.js';
import { targets } from '../../../web/js/share/export/scripts/index.js';
import { makes, stateOfRequest } from '../../../web/js/share/import/request-state.js';
import { iaf } from '../simulator.mjs';

const { defaults } = iaf;
const about = { defaults, title: 'Test' };

test('what no script has a template for is refused by its name', () => {
  const model = {
    model: 'no-leak',
    fields: ['C', 'u_reset', 'theta', 'u_0', 't_ref'],
    controls: {},
    equations: [],
  };
  const kind = { ...inputKinds.constant, kind: 'hump' };
  const neuron = { model: 'no-leak', C: 1, u_reset: 0, theta: 5, u_0: 0, t_ref: 0 };
  neurons.push(model);
  inputKinds.hump = kind;
  try {
    for (const { write: writeOne } of targets) {
      assert.throws(
        () => writeOne({ neuron }, about),
        /^TypeError: The scripts have no neuron of the model no-leak yet\.$/,
      );
      const input = [{ kind: 'hump', amplitude: 2, start: 0, stop: 10 }];
      assert.throws(
        () => writeOne({ input }, about),
        /^TypeError: The scripts have no input of the kind hump yet\.$/,
      );
    }
    // Its fields have no defaults here; those of the leaky neuron are none for it.
    assert.throws(() => completeCases({ neuron: { model: 'no-leak' } }, about), /neuron\.C is undefined/);
    assert.throws(
      () => stateOfRequest({ neuron }, defaults),
      /no experiment with a neuron of the model no-leak/,
    );
    assert.equal(makes('constant', startValues(experiments[0]), { neuron }, defaults), false);
  } finally {
    neurons.pop();
    delete inputKinds.hump;
  }
});
