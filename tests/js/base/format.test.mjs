import assert from 'node:assert/strict';
import { test } from 'node:test';

import { brief } from '../../../web/js/base/format.js';

test('a number on an axis stays itself, in five digits and signs at most where steps are round', () => {
  for (const lead of [1, 1.5, 2, 2.5, 5, 8]) {
    for (let power = -9; power <= 9; power += 1) {
      for (const value of [lead * 10 ** power, -lead * 10 ** power]) {
        const text = brief(value);
        assert.ok(Math.abs(Number(text) / value - 1) < 1e-12, `${value} as ${text}`);
        assert.ok(text.replace('.', '').length <= (value < 0 ? 6 : 5), `${value} as ${text}`);
      }
    }
  }
  assert.deepEqual([0, 100, -80, 0.05, -10000].map(brief), ['0', '100', '-80', '0.05', '-1e4']);
});
