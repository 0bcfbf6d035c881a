// What the page's modules make of runs that are odd but allowed.

import { readAt } from '../../../web/js/runs/reading.js';
import { initialState } from '../../../web/js/share/follow.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { errorOf } from '../../../web/js/studies/convergence.js';
import { experimentOf } from '../../../web/js/model/experiments/index.js';
import { withValidValues } from '../../../web/js/share/import/mend.js';
import { runExperiment } from '../../../web/js/runs/picture.js';
import { RateSource } from '../../../web/js/studies/rate-source.js';
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

test('what cannot be run in a link goes back to its start and is named; the rest stays', () => {
  for (const [link, named, kept] of [
    ['R=-3&theta=4', ['R = -3'], { R: 6.4, theta: 4 }],
    ['theta=-5', ['theta = -5'], { theta: 5 }],
    ['u_reset=9&R=-1&C=0.5', ['R = -1', '= 9 mV'], { u_reset: 0.4, R: 6.4, C: 0.5 }],
    ['duration=1e9&amplitude=3', ['duration'], { duration: 100, amplitude: 3 }],
    ['method=euler&dt=0&amplitude=3', ['dt = 0'], { amplitude: 3 }],
    ['experiment=time&waveform=own&input=samples+interval+-1+values+1+2', ['interval = -1'], {}],
  ]) {
    const state = initialState(link, iaf.defaults);
    const { values, dt, problems } = withValidValues(iaf, state);
    const next = values[state.experiment];
    for (const [at, name] of named.entries()) assert.ok(problems[at]?.includes(name), `${link}: ${problems}`);
    assert.equal(problems.length, named.length, `${link}: ${problems}`);
    for (const [key, value] of Object.entries(kept)) assert.equal(next[key], value, `${link}: ${key}`);
    const experiment = experimentOf(state.experiment);
    const numerics = { method: state.method, dt };
    const grid = { quick: () => true, views: () => null };
    assert.deepEqual(runExperiment(iaf, grid, experiment, next, numerics, 10).issues, [], link);
  }
});

test('what a sweep has found is never shown along the axes of the next one', (t) => {
  /** @type {any[]} */
  const asked = [];
  /** @type {(event: { data: unknown }) => void} */
  let answer = () => {};
  globalThis.window = globalThis;
  globalThis.Worker = class {
    addEventListener(type, listener) {
      if (type === 'message') answer = listener;
    }
    postMessage(question) {
      asked.push(question);
    }
    terminate() {}
  };
  t.after(() => source.cancel());
  const sweep = {
    experiment: 'time',
    values: {},
    row: 0,
    strides: [1],
    numerics: { method: 'exact', dt: 0 },
  };
  const axis = { key: 'theta', min: 0, max: 1, count: 2, centred: false };
  const source = new RateSource(iaf, 'test', () => {});
  source.ask({ ...sweep, axes: [axis] }, false);
  source.ask({ ...sweep, axes: [{ ...axis, max: 9 }] }, false);
  answer({
    data: { slot: 'test', id: asked[0].id, pieces: [{ stride: 1, at: [0], rates: [7] }], done: true },
  });
  assert.equal(source.rates, null);
  assert.equal(asked.length, 2);
});
