import assert from 'node:assert/strict';
import { test } from 'node:test';

import { audit } from './lighthouse.mjs';

// Not of its speed, which is the machine's as well.
test('Lighthouse finds no fault with the page', async () => {
  for (const [form, { scores, faults }] of Object.entries(await audit())) {
    for (const category of ['accessibility', 'best-practices', 'seo'])
      assert.equal(scores[category], 100, `${category}, ${form}: ${faults.join('; ')}`);
  }
});
