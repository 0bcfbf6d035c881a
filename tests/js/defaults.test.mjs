import assert from 'node:assert/strict';
import { test } from 'node:test';

import { experiments } from '../../web/js/experiments.js';
import { iaf } from './simulator.mjs';

test('the lab starts with the defaults of the core', () => {
  const [constant] = experiments;
  const values = Object.fromEntries(constant.controls.map((control) => [control.key, control.start]));
  const [{ request }] = constant.cases(values);
  assert.deepEqual({ ...iaf.defaults.neuron }, { ...request.neuron });
  assert.equal(iaf.defaults.duration, request.duration);
  assert.equal(iaf.defaults.input[0].amplitude, request.input[0].amplitude);
  assert.equal(iaf.defaults.input.length, request.input.length);
});
