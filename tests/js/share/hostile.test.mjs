// A slice of `make hostile`, and what it once found.

import { readAt } from '../../../web/js/runs/reading.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { currentOfText } from '../../../web/js/share/import/current.js';
import { inputOf, inputText } from '../../../web/js/model/input-text.js';
import { readOptions, withOptions } from '../../../web/js/share/figure/options.js';
import { decode } from '../../../web/js/share/permalink.js';
import { niceRange, ticksOf } from '../../../web/js/draw/ticks.js';
import { runInNode } from '../../hostile/run-node.mjs';
import { LIMIT_MS } from '../../hostile/tally.mjs';
import { iaf, issuesOf } from '../simulator.mjs';

test('2,000 hostile links and files are answered by a picture or a sentence', () => {
  const { faults, count } = runInNode(2000, 20_000);
  assert.deepEqual(faults, []);
  assert.ok(count >= 2000);
});

test('numbers with an exponent come back from a link', () => {
  const line = 'constant amplitude 1e308 start 1e-7 stop 1e22';
  assert.equal(inputText(inputOf(line)), line);
});

test('a hundred thousand values in one line are a current', () => {
  const { component } = currentOfText('1,'.repeat(99_999) + '1', 1);
  assert.equal(component.values.length, 100_000);
  assert.throws(() => currentOfText('1,'.repeat(150_000), 1), /150000 values: must be 100000 at most/);
  const second = `1\n${'1,'.repeat(300_000)}\n1`;
  assert.throws(() => currentOfText(second, 1), /More than 200000 cells in line 2/);
  const uneven = Array.from({ length: 90_000 }, (_, i) => `${i + (i % 2) / 50} ${i % 7}`).join('\n');
  assert.match(currentOfText(uneven, 1).remark, /resampled/);
});

test('what is far too long is refused before it is read', () => {
  const sizes = { '1\n': 2e7, '1,': 2e7, 1: 8.1e6 };
  for (const [part, size] of Object.entries(sizes)) {
    assert.throws(
      () => currentOfText(part.repeat(size / part.length), 1),
      /It has [\d.]+ MB: must be 8 MB at most/,
    );
  }
  for (const part of ['1\n', '1\r\n', '\n', '#\n', '1,', '1 ', ';', '"', '"a', '""\n', 'x (', '(', ' ']) {
    const text = part.repeat(7.9e6 / part.length);
    const times = [1, 2, 3].map(() => {
      const start = process.cpuUsage();
      assert.throws(() => currentOfText(text, 1), {
        name: 'TypeError',
        message: /at most|at least|no numbers/,
      });
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    });
    const ms = Math.min(...times);
    assert.ok(ms <= LIMIT_MS, `${JSON.stringify(part)}: ${ms} ms`);
  }
});

test('a grid run of a single point can be read at any time', () => {
  const request = { method: 'euler', dt: 1000, duration: 100, neuron: { theta: 5 }, input: [] };
  const view = iaf.view(request, { columns: 100 });
  const picture = { runs: [{ request, view, drawn: { view } }], window: { columns: 100, from: 0, to: 100 } };
  for (const t of [0, 50, 100]) {
    const [{ u, current }] = readAt(iaf, picture, t).points;
    assert.ok(Number.isFinite(u) && Number.isFinite(current));
  }
});

test('at an edge of the input the cursor reads the current after it', () => {
  const request = {
    method: 'exact',
    input: [{ kind: 'constant', amplitude: 2, start: 20, stop: 40 }],
    neuron: { theta: 5 },
  };
  const view = iaf.view(request, { columns: 100 });
  const picture = { runs: [{ request, view, drawn: { view } }], window: { columns: 100, from: 0, to: 100 } };
  const read = (t) => readAt(iaf, picture, t).points[0].current;
  assert.deepEqual([19.9, 20, 20.1, 39.9, 40, 40.1].map(read), [0, 2, 2, 2, 0, 0]);
});

test('a flood of keys is read as far as there can be any', () => {
  const flood = Array.from({ length: 200_000 }, (_, i) => `k${i}=1`).join('&');
  const { options, link } = readOptions(flood);
  assert.deepEqual(options.controls, ['amplitude', 'R', 'C']);
  assert.deepEqual(decode(link).problems.slice(3), ['199997 more']);
  assert.deepEqual(decode('theta=4&'.repeat(2000)).problems, ['1000 more']);
});

test('a panel that there is none of does not enter the address of an embed', () => {
  const { options, link } = readOptions('panel=zork&show=plots');
  assert.doesNotMatch(withOptions(link, options), /show=[^&]*zork/);
});

test('a view, which is made within a frame, is bounded; what is to be changed is named', () => {
  const refused = (request) => issuesOf(() => iaf.view(request, { columns: 1300 }));
  const [spikes] = refused({ duration: 2e7 });
  assert.equal(spikes.field, 'duration');
  assert.match(spikes.message, /at most 500000 are allowed: shorten duration/);
  const values = new Float64Array(2e5);
  assert.match(
    refused({ input: [{ kind: 'samples', values, interval: 1e-4 }] })[0].message,
    /use fewer values/,
  );
  assert.equal(iaf.simulate({ duration: 2e7, dt: 100 }).spikes.length > 4e5, true);
});

test('an axis of the least numbers there are, or of great ones that hardly differ, has few ticks', () => {
  for (const [low, high] of [
    [0, 2.2250738585072014e-308],
    [5e-324, 5e-324],
    [-5e-324, 5e-324],
    [1e12, 1e12 + 2 ** -13],
    [-1e12, 1e12],
  ]) {
    const range = niceRange(low, high, 4);
    assert.ok(
      range.step > 0 && range.min - low <= range.step / 1e6 && range.max >= high && range.max > range.min,
      JSON.stringify(range),
    );
    const ticks = ticksOf(range, 6);
    assert.ok(ticks.length >= 1 && ticks.length <= 8 && ticks.every(Number.isFinite), ticks.join());
  }
});
