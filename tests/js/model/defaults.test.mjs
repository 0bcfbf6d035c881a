import assert from 'node:assert/strict';
import { test } from 'node:test';

import { always, inputKinds } from '../../../web/js/model/inputs/index.js';
import { methodNames } from '../../../web/js/model/methods.js';
import { neurons } from '../../../web/js/model/neurons/index.js';
import { experiments } from '../../../web/js/model/experiments/index.js';
import { iaf, issuesOf } from '../simulator.mjs';

test('the lab starts with the defaults of the core', () => {
  const [constant] = experiments;
  const values = Object.fromEntries(constant.controls.map((control) => [control.key, control.start]));
  const [{ request }] = constant.cases(values);
  assert.deepEqual({ ...iaf.defaults.neuron }, { ...request.neuron });
  assert.equal(iaf.defaults.duration, request.duration);
  assert.equal(iaf.defaults.input[0].amplitude, request.input[0].amplitude);
  assert.equal(iaf.defaults.input.length, request.input.length);
});

test('the names of exported requests are those of the core', () => {
  const { neuron, components } = iaf.defaults;
  const { models } = iaf.capabilities;
  assert.deepEqual(
    neurons.map(({ model }) => model),
    Object.keys(models),
  );
  for (const { model, fields } of neurons) assert.deepEqual(fields, Object.keys(models[model].defaults));
  assert.deepEqual(models.lif.defaults, neuron);
  assert.deepEqual(Object.keys(inputKinds), Object.keys(components));
  for (const [kind, { kind: own, start, stop, ...fields }] of Object.entries(components)) {
    assert.equal(own, kind);
    assert.deepEqual({ start, stop }, always);
    const lists = Object.keys(fields).filter((name) => Array.isArray(fields[name]));
    assert.deepEqual(inputKinds[kind].lists, lists);
    assert.deepEqual(
      inputKinds[kind].numbers,
      Object.keys(fields).filter((name) => !lists.includes(name)),
    );
  }
  const [{ message }] = issuesOf(() => iaf.simulate({ method: 'no' }));
  assert.ok(message.endsWith(`must be one of ${methodNames.join(', ')}`), message);
});
