// Links of version 1 as people keep them lead where they led: tests/reference/links.json holds 200 with the state and the
// runs that release 0.1 made of them.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { experimentOf } from '../../../web/js/model/experiments/index.js';
import { readOptions } from '../../../web/js/share/figure/read-options.js';
import { decode } from '../../../web/js/share/read-link.js';
import { iaf } from '../simulator.mjs';

const file = new URL('../../reference/links.json', import.meta.url);
const kept = JSON.parse(await readFile(file, 'utf8'), (_, value) =>
  value === 'Infinity' ? Infinity : value,
);

/** Everything that stands in `expected` stands in `actual`, which may hold more. */
function assertHolds(actual, expected, message) {
  for (const [key, value] of Object.entries(expected)) {
    assert.deepEqual(actual[key], value, `${message}: ${key}`);
  }
}

test('200 links of release 0.1 make the same states, requests and spikes', () => {
  assert.equal(kept.length, 200);
  for (const { link, state, runs } of kept) {
    const { values, ...found } = decode(readOptions(link).link, iaf.defaults);
    const { settings, problems, ...rest } = state;
    assertHolds(found, rest, link);
    assertHolds(found.settings, settings, link);
    assert.equal(found.problems.length, problems.length, link);
    const cases = experimentOf(found.experiment).cases(values);
    assert.equal(cases.length, runs.length, link);
    runs.forEach((run, at) => {
      const request = { ...cases[at].request, method: found.method, dt: found.dt };
      assertHolds(request.neuron, run.request.neuron, link);
      assert.deepEqual({ ...request, neuron: {} }, { ...run.request, neuron: {} }, link);
      if (run.issues) return assertRefused(request, run.issues, link);
      const { spikes } = iaf.view(request, { columns: 10 });
      assert.equal(spikes.length, run.spikes, link);
      assertNear(spikes[0] ?? null, run.first, link);
      assertNear(spikes[spikes.length - 1] ?? null, run.last, link);
    });
  }
});

/** As near as the exact method is to the truth. */
function assertNear(actual, expected, message) {
  if (expected === null) return assert.equal(actual, null, message);
  assert.ok(
    Math.abs(actual - expected) <= 2e-12 + 2e-14 * Math.abs(expected),
    `${message}: ${actual}, ${expected}`,
  );
}

function assertRefused(request, issues, message) {
  assert.throws(
    () => iaf.view(request, { columns: 10 }),
    (error) => {
      assert.deepEqual(
        error.issues.map(({ field }) => field),
        issues.map(({ field }) => field),
        message,
      );
      return true;
    },
  );
}
