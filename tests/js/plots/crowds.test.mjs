// Where spikes crowd, and the zoom that takes them apart.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { APART, apart, countIn, crowdsOf } from '../../../web/js/plots/crowds.js';

const every = (count, interval, from = 0) =>
  Float64Array.from({ length: count }, (_, k) => from + k * interval);
const run = { from: 0, to: 1000 };

test('evenly spaced spikes crowd as soon as they are nearer than a stroke and its room', () => {
  assert.deepEqual(crowdsOf(every(2000, 0.5), run, 1000), [{ first: 0, last: 999.5 }]);
  assert.deepEqual(crowdsOf(every(999, APART + 0.001), run, 1000), []);
  assert.deepEqual(crowdsOf(new Float64Array(), run, 1000), []);
  assert.deepEqual(crowdsOf(every(3, 0.1), run, 1000), [], 'a short burst');
});

test('bursts crowd by themselves', () => {
  const spikes = Float64Array.from([...every(20, 0.5, 100), 300, ...every(30, 0.2, 500), 900]);
  assert.deepEqual(
    crowdsOf(spikes, run, 1000).map(({ first, last }) => [first, Math.round(last * 10) / 10]),
    [
      [100, 109.5],
      [500, 505.8],
    ],
  );
});

test('a zoom that shows a part of a crowd ends it at the first spike out of sight', () => {
  const spikes = every(2000, 0.5);
  const [crowd] = crowdsOf(spikes, { from: 100, to: 400 }, 300);
  assert.ok(crowd.first <= 100 && crowd.first >= 99);
  assert.ok(crowd.last >= 400 && crowd.last <= 401);
  assert.equal(countIn(spikes, { from: 100, to: 400 }), 600);
});

test('the zoom shows spikes apart, where it was asked for or at the crowd next to it', () => {
  for (const [spikes, wanted, at] of [
    [every(2312, 0.4325), 500, 500],
    [every(200000, 0.005), 20, 20],
    [Float64Array.from([...every(40, 0.3, 200), ...every(40, 0.1, 800)]), 600, 800],
    [Float64Array.from({ length: 400 }, (_, k) => 0.004 * k ** 2), 10, 10],
  ]) {
    const crowds = crowdsOf(spikes, run, 900);
    const span = apart(spikes, crowds, run, 900, wanted, 1000);
    assert.ok(span.from <= at && span.to >= at, `${span.from} to ${span.to}`);
    assert.deepEqual(crowdsOf(spikes, span, 900), []);
    assert.ok(countIn(spikes, span) >= 8, `${countIn(spikes, span)} spikes`);
  }
});
