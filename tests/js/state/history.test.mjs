// Undo and redo, as lists of states.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { begun, committed, redone, undone } from '../../../web/js/state/history.js';

const start = {
  experiment: 'constant',
  values: { constant: { amplitude: 0.8, R: 6.4 }, two: { amplitude_1: 1 } },
  method: 'exact',
  dt: 0.1,
  from: null,
  to: null,
  panel: null,
};

/** A page reduced to its state. */
function page() {
  let state = start;
  let history = begun(state);
  const go = (step) => {
    const found = step(history, state);
    if (!found) return false;
    history = found.history;
    state = { ...state, ...found.entry };
    return true;
  };
  return {
    get state() {
      return state;
    },
    get history() {
      return history;
    },
    value: (key, experiment = state.experiment) => state.values[experiment][key],
    look: (patch) => (state = { ...state, ...patch }),
    set(key, value, { commit = true, before } = {}) {
      const { experiment, values } = state;
      state = { ...state, values: { ...values, [experiment]: { ...values[experiment], [key]: value } } };
      if (commit) history = committed(history, state, before);
    },
    undo: () => go(undone),
    redo: () => go(redone),
  };
}

test('each committed state is gone back to, and forward again', () => {
  const lab = page();
  for (const value of [1, 2, 3]) lab.set('amplitude', value);
  const seen = [];
  while (lab.undo()) seen.push(lab.value('amplitude'));
  assert.deepEqual(seen, [2, 1, 0.8]);
  while (lab.redo()) seen.push(lab.value('amplitude'));
  assert.deepEqual(seen.slice(3), [1, 2, 3]);
  assert.equal(lab.redo(), false);
});

test('what is done after an undo is the new future', () => {
  const lab = page();
  lab.set('amplitude', 1);
  lab.set('amplitude', 2);
  lab.undo();
  lab.set('R', 3);
  assert.equal(lab.redo(), false);
  lab.undo();
  assert.deepEqual([lab.value('amplitude'), lab.value('R')], [1, 6.4]);
});

test('letting go of what is as it was is no state; a hundred are kept', () => {
  const lab = page();
  lab.set('amplitude', 0.8);
  assert.equal(lab.undo(), false);
  for (let k = 1; k <= 130; k += 1) lab.set('amplitude', k);
  let count = 0;
  while (lab.undo()) count += 1;
  assert.equal(count, 100);
  assert.equal(lab.value('amplitude'), 30);
});

test('what was set and never committed goes first', () => {
  const lab = page();
  lab.set('amplitude', 2);
  lab.set('amplitude', NaN, { commit: false });
  lab.undo();
  assert.equal(lab.value('amplitude'), 2);
  lab.undo();
  assert.equal(lab.value('amplitude'), 0.8);
  lab.redo();
  assert.equal(lab.value('amplitude'), 2);
});

test('undo shows the experiment in which the change was made, and leaves what one looks at', () => {
  const lab = page();
  lab.set('amplitude', 2);
  lab.look({ experiment: 'two', panel: 'fi' });
  lab.set('amplitude_1', 5);
  lab.look({ experiment: 'constant', from: 10, to: 20, panel: 'map' });
  lab.undo();
  assert.deepEqual([lab.state.experiment, lab.value('amplitude_1'), lab.state.panel], ['two', 1, 'map']);
  lab.undo();
  assert.deepEqual([lab.state.experiment, lab.value('amplitude')], ['constant', 0.8]);
  assert.deepEqual([lab.state.from, lab.state.to], [10, 20]);
  lab.redo();
  lab.redo();
  assert.deepEqual([lab.state.experiment, lab.value('amplitude_1')], ['two', 5]);
});

test('what a reset changes besides comes back with it, both ways', () => {
  const lab = page();
  lab.set('amplitude', 2);
  lab.look({ from: 10, to: 20 });
  lab.look({ from: null, to: null });
  lab.set('amplitude', 0.8, { before: { from: 10, to: 20 } });
  lab.undo();
  assert.deepEqual([lab.value('amplitude'), lab.state.from, lab.state.to], [2, 10, 20]);
  lab.redo();
  assert.deepEqual([lab.value('amplitude'), lab.state.from, lab.state.to], [0.8, null, null]);
});
