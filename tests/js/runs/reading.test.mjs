import assert from 'node:assert/strict';
import { test } from 'node:test';

import { readAt } from '../../../web/js/runs/reading.js';
import { iaf } from '../simulator.mjs';

test('a spike as soon as one can be told from the start is read like any other', () => {
  const neuron = { R: 10, C: 1, u_rest: 0, u_reset: 0, theta: 5, u_0: 5 - 1e-14, t_ref: 0 };
  const request = {
    neuron,
    input: [{ kind: 'constant', amplitude: 10 }],
    method: 'exact',
    duration: 50,
    dt: 0.1,
  };
  const window = { columns: 100, from: 0, to: 50 };
  const view = iaf.view(request, window);
  const [t] = view.spikes;
  assert.ok(t > 0 && t < 1e-12, `the first spike is at ${t} ms`);
  const { spike, points } = readAt(iaf, { runs: [{ request, view, drawn: { view } }], window }, t);
  assert.ok(spike);
  assert.equal(points[0].u, 5);
  assert.ok(Math.abs(points[0].current - 10) < 1e-9);
});
