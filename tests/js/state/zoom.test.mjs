// The window of the time axis.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { holding } from '../../../web/js/state/zoom.js';

test('a window that is the whole run is none: no key writes it', () => {
  for (const t of [0, 50, 100]) assert.equal(holding({ from: 0, to: 100 }, t, 100), null);
  assert.deepEqual(holding({ from: 20, to: 60 }, 30, 100), { from: 20, to: 60 });
  assert.deepEqual(holding({ from: 20, to: 60 }, 61, 100), { from: 21, to: 61 });
});
