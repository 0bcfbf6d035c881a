import assert from 'node:assert/strict';
import { test } from 'node:test';

import { RateSource } from '../../../web/js/studies/rate-source.js';
import { iaf } from '../simulator.mjs';

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
