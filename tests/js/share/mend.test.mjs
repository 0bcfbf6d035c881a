import assert from 'node:assert/strict';
import { test } from 'node:test';

import { initialState } from '../../../web/js/share/follow.js';
import { experimentOf } from '../../../web/js/model/experiments/index.js';
import { withValidValues } from '../../../web/js/share/import/mend.js';
import { runExperiment } from '../../../web/js/runs/picture.js';
import { iaf } from '../simulator.mjs';

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
