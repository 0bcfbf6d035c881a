// `make soak` in short.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { grown, soak } from '../soak/run.mjs';
import { close } from './lab.mjs';

after(close);

test('2,000 ticks, 40 changes of tab, panels and dialogs leave nothing behind', async () => {
  const { figures, complaints } = await soak({ ticks: 2000, frames: 200, tabs: 40, rounds: 5 });
  assert.deepEqual(grown(figures), [], JSON.stringify(figures));
  assert.deepEqual(complaints, []);
});
