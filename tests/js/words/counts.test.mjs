import assert from 'node:assert/strict';
import { test } from 'node:test';

import { counted, foundOf, spikesOrSpike } from '../../../web/js/words/en/counts.js';
import { describeReading } from '../../../web/js/words/en/reading.js';
import { lost, ordersSeen } from '../../../web/js/words/en/numerics.js';
import { lockingText } from '../../../web/js/words/en/statistics.js';

test('numbers of spikes', () => {
  assert.deepEqual([0, 1, 2].map(counted), ['no spike', 'one spike', '2 spikes']);
  assert.deepEqual(['0', '1', '1, 1'].map(spikesOrSpike), ['spikes', 'spike', 'spikes']);
  assert.equal(foundOf({ found: 3, there: 4 }), '3 of 4');
  assert.equal(foundOf({ found: 5, there: 4 }), '5 instead of 4');
  assert.deepEqual(
    [
      [0, 0],
      [2, 0],
      [0, 3],
    ].map(([missed, invented]) => lost({ missed, invented })),
    ['0', '2 missed', '3 invented'],
  );
});

test('a reading in one line', () => {
  const points = [{ current: 0.8, u: 5 }];
  assert.equal(
    describeReading({ t: 21.151123, spike: true, points, digits: 6 }),
    't 21.151123 ms, spike; I 0.8 nA; u 5 mV',
  );
  const both = [...points, { current: 1 / 3, u: -70 }];
  assert.equal(
    describeReading({ t: 2.5, spike: false, points: both, digits: 6 }),
    't 2.5 ms; I 0.8 · 0.333 nA; u 5 · -70 mV',
  );
});

test('orders and locking', () => {
  assert.equal(ordersSeen([]), '');
  assert.equal(
    ordersSeen([
      { label: 'Euler', order: 1.04 },
      { label: 'RK4', order: 3.99 },
    ]),
    'Order seen: Euler 1.0, RK4 4.0.',
  );
  assert.match(
    lockingText({ spikes: 1, periods: 2 }),
    /^Locked 1:2: 1 spike in every 2 periods of the input;/,
  );
  assert.match(lockingText({ spikes: 3, periods: 1 }), /^Locked 3:1: 3 spikes in every period of the input;/);
  assert.match(lockingText('few'), /^Too few spikes/);
  assert.match(lockingText('none'), /^No locking seen/);
});
