import assert from 'node:assert/strict';
import { test } from 'node:test';

import { errorOf } from '../../../web/js/studies/convergence.js';
import { iaf } from '../simulator.mjs';

test('the error of a grid run at its end is known whatever its step and duration', () => {
  const neuron = { R: 6.4, C: 0.9, u_rest: 0, u_reset: 0.4, theta: 5, u_0: 0.4, t_ref: 0 };
  const input = [{ kind: 'constant', amplitude: 0.5 }];
  for (const dt of [0.03, 0.07, 0.11, 0.7]) {
    for (let duration = 1; duration <= 200; duration += 1) {
      const request = { neuron, input, duration, dt, method: 'rk4' };
      const view = iaf.view(request, { columns: 1 });
      const error = errorOf(iaf, 'end', request, view, { spikes: new Float64Array() });
      assert.ok(error < 1e-4, `${error} mV with dt = ${dt} over ${duration} ms`);
    }
  }
});
