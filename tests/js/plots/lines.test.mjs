// The arithmetic of lines: pieces of strokes cover all of a line and meet, bands reach as far as it does.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { extremes, pieces } from '../../../web/js/plots/marks/lines.js';

const REACH = 1.75;

/** A line from left to right, up and down by chance; some points one above the other. */
function line(count, seed) {
  let state = seed;
  const random = () => (state = (state * 16807) % 2147483647) / 2147483647;
  let x = 40;
  const xs = Float64Array.from({ length: count }, () => (x += Math.max(random() - 0.3, 0) * 3));
  const ys = Float64Array.from({ length: count }, () => 500 * random());
  return { xs, ys };
}

for (const [count, ratio, climb] of [
  [2, 1, 100],
  [700, 1, 5000],
  [700, 1.25, 900],
  [3000, 3, 40],
]) {
  test(`pieces cover a line of ${count} points and meet, ${ratio} pixels a px, ${climb} px each`, () => {
    const points = line(count, 7 + count);
    const last = count - 1;
    const found = [...pieces(points, 0, last, REACH, ratio, climb)];
    assert.ok(count === 2 || found.length > count / 40, `${found.length} pieces`);
    assert.equal(found[0].left, points.xs[0] - REACH);
    assert.equal(found.at(-1).right, points.xs[last] + REACH);
    assert.equal(found[0].from, 0);
    assert.equal(found.at(-1).to, last);
    found.slice(1).forEach(({ left }, at) => {
      assert.equal(left, found[at].right);
      assert.ok(Math.abs(left * ratio - Math.round(left * ratio)) < 1e-9, 'between two pixels');
    });
    for (const { left, right, from, to } of found) {
      assert.ok(right > left);
      const { xs } = points;
      // What is left out lies beyond reach, with the line that leads to it.
      if (from > 0) assert.ok(xs[from] < left - REACH || xs[from + 1] >= left - REACH);
      for (let i = 0; i < from; i += 1) assert.ok(xs[i + 1] < left - REACH, `${i} before ${left}`);
      for (let i = to + 1; i <= last; i += 1) assert.ok(xs[i - 1] > right + REACH, `${i} after ${right}`);
    }
  });
}

test('a line that goes up and down but little is one piece', () => {
  const xs = Float64Array.from({ length: 900 }, (_, i) => i);
  const ys = xs.map((x) => 100 + 50 * Math.sin(x / 60));
  assert.equal([...pieces({ xs, ys }, 0, 899, REACH, 1)].length, 1);
});

test('a band reaches in each column from the least to the greatest of the data', () => {
  const { xs, ys } = line(2000, 11);
  const [first, last, width] = [100, 1800, 3];
  const columns = extremes({ xs, ys }, first, last, width);
  let points = 0;
  for (const { x, high, low } of columns) {
    const inside = Array.from(xs.keys()).filter(
      (i) => i >= first && i <= last && xs[i] >= x && xs[i] < x + width,
    );
    points += inside.length;
    assert.equal(high, Math.min(...inside.map((i) => ys[i])));
    assert.equal(low, Math.max(...inside.map((i) => ys[i])));
  }
  assert.equal(points, last - first + 1);
});
