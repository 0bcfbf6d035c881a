// Where a slider stops, and how far it reaches.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { stepControl } from '../../../web/js/model/methods.js';
import { endsFor, snapped, stepped } from '../../../web/js/state/steps.js';

const R = { min: 1, max: 10, step: 0.1 };
const current = { min: 0, max: 10, step: 0.1 };

test('from between two stops a step leads to the next one, and never over an end', () => {
  for (const [value, up, down] of [
    [1.05, 1.1, 1],
    [1.01, 1.1, 1],
    [1.1, 1.2, 1],
    [1, 1.1, 1],
    [9.99, 10, 9.9],
    [10, 10, 9.9],
  ]) {
    assert.equal(stepped(R, R, value, 1), up, `${value} up`);
    assert.equal(stepped(R, R, value, -1), down, `${value} down`);
  }
  assert.equal(stepped(R, R, 1.05, 10), 2);
  assert.equal(stepped(R, R, 1.05, -10), 1);
});

test('on a logarithmic slider, too, each step moves it', () => {
  const stops = [];
  for (let dt = 0.001; dt < 5; dt = stepped(stepControl, stepControl, dt, 1)) stops.push(dt);
  assert.equal(stops.length, 74); // 3.7 decades of 20
  assert.ok(stops.every((dt, at) => !at || dt > stops[at - 1]));
  for (const dt of stops.slice(1)) {
    assert.equal(stepped(stepControl, stepControl, stepped(stepControl, stepControl, dt, -1), 1), dt);
  }
  assert.deepEqual(
    [0.15, 0.15].map((dt, at) => stepped(stepControl, stepControl, dt, at ? -1 : 1)),
    [0.16, 0.14],
  );
});

test('a drag ends on a stop', () => {
  assert.equal(snapped(R, R, 1.06), 1.1);
  assert.equal(snapped(current, current, 0.30000000000000004), 0.3);
  assert.equal(snapped(current, current, 99), 10);
  assert.equal(snapped(current, { min: 0, max: 20 }, 12.34), 12.3);
});

test('a value from beyond widens a slider to a round number beyond it', () => {
  for (const [control, value, min, max] of [
    [current, 5, 0, 10],
    [current, 10, 0, 10],
    [current, 10.1, 0, 20],
    [current, 47, 0, 50],
    [current, 1000, 0, 1000],
    [current, -3, -5, 10],
    [R, 0.3, 0.2, 10],
    [R, 0, 0, 10],
    [R, NaN, 1, 10],
    [{ min: -100, max: 100, step: 0.1 }, -120, -200, 100],
    [stepControl, 7, 0.001, 10],
    [stepControl, 0, 0.001, 5],
    [current, 1.7e308, 0, 1.7e308],
  ])
    assert.deepEqual(endsFor(control, value), { min, max }, String(value));
});
