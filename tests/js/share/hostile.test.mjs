// A slice of `make hostile`, and what it once found.

import { readAt } from '../../../web/js/runs/reading.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { currentOfText } from '../../../web/js/share/import/current.js';
import { stateOfFile } from '../../../web/js/share/import/file.js';
import { inputOf, inputText } from '../../../web/js/model/input-text.js';
import { withOptions } from '../../../web/js/share/figure/options.js';
import { readOptions } from '../../../web/js/share/figure/read-options.js';
import { decode } from '../../../web/js/share/read-link.js';
import { niceRange, ticksOf } from '../../../web/js/draw/ticks.js';
import { runInNode } from '../../hostile/run-node.mjs';
import { readRightly, refusesRightly, table } from '../../hostile/tables.mjs';
import { chooser } from '../../hostile/words.mjs';
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

test('a hundred thousand values in one line are a current, a million are thinned', () => {
  const { input } = currentOfText('1,'.repeat(99_999) + '1', 1);
  assert.equal(input[0].values.length, 100_000);
  const { input: fewer, told } = currentOfText('1,'.repeat(999_999) + '1', 1);
  assert.deepEqual([told[0].what, told[0].of, told[0].off], ['thinned', 1_000_000, 0]);
  assert.ok(fewer[0].values.length <= 100_000 && fewer[0].values.every((value) => value === 1));
  const second = `1\n${'1,'.repeat(300_000)}\n1`;
  assert.throws(() => currentOfText(second, 1), /^TypeError: Line 2 has 600,000 characters/);
  const uneven = Array.from({ length: 90_000 }, (_, i) => `${i + (i % 2) / 50} ${i % 7}`).join('\n');
  assert.equal(currentOfText(uneven, 1).told[0].what, 'resampled');
});

/** The processor's time, ms; the least of three. */
function least(work) {
  const once = () => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
  return Math.min(once(), once(), once());
}

let sum = 0;
const ROUNDS = 20;
/** A look at each character of a text, some times over. */
function look(text) {
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let at = 0; at < text.length; at += 1) sum = (sum + text.charCodeAt(at)) | 0;
  }
}

/** How many looks at each of its characters a text takes, in this very run: whatever else the machine does. */
function looks(text, ask) {
  const taken = least(() => ask(text));
  return (
    (100 * taken) /
    Math.max(
      least(() => look(text)),
      1,
    )
  );
}

/** So many looks at a character are a reading in one go; one that goes back from each to the first takes 150,000. */
const LOOKS = 20_000;

test('no text takes longer than its length is worth', () => {
  const parts = [
    ...['1\n', '1\r\n', '\n', '#\n', '1,', '1 ', ';', '"', '"a', '""\n', 'x (', '(', ' ', '"a","a",', '1'],
    ...['t/', '[(', ',a', ' \t', 'a\n', '%t\n', '-', '1e', '"\n', '1,5\n', 'sep=,\n', '""'],
  ];
  const length = 300_000;
  const ask = (text) => assert.throws(() => currentOfText(text, NaN), { name: 'TypeError' });
  for (const part of parts) {
    for (const end of ['', '1', '\n1\n2', 'x\n0,1\n1,2']) {
      const taken = looks(part.repeat(length / part.length) + end, ask);
      assert.ok(taken < LOOKS, `${JSON.stringify(part)} … ${JSON.stringify(end)}: ${taken} looks`);
    }
  }
});

test('no link takes longer than its length is worth', () => {
  const length = 300_000;
  const parts = [
    ...[
      '&',
      '=',
      '#',
      '?',
      '%',
      '%25',
      '%26',
      '&amp;',
      '&amp',
      'a=',
      'a&',
      '.',
      '…',
      ')',
      '\u200b',
      '-',
      '\u2212',
    ],
    ...[
      '1',
      '1,',
      '1.',
      'e',
      '+',
      ' ',
      '3D',
      '=3D',
      'utm_',
      '_',
      'panel=',
      'panel=fi,',
      'and+',
      '9.+',
      '#',
      ':~:',
    ],
  ];
  const openings = ['', 'input=', 'experiment=time&input=samples+values+', 'show='];
  const ask = (text) => decode(readOptions(text, 'lab').link, iaf.defaults);
  for (const opening of openings) {
    for (const part of parts) {
      const taken = looks(`${opening}${part.repeat(length / part.length)}x`, ask);
      assert.ok(taken < LOOKS, `${opening}${part} …: ${taken} looks`);
    }
  }
});

test('what is far too long is refused before it is read', () => {
  for (const part of ['1\n', '1,', '1']) {
    const text = part.repeat(1.01e8 / part.length);
    assert.throws(() => currentOfText(text, 1), /It has 101 MB: must be 100 MB at most/);
  }
  assert.throws(() => currentOfText('\n'.repeat(5e6), 1), /More than 4,000,000 lines/);
});

test('JSON is sized before it is parsed: its depth, its values, its length', () => {
  const ask = (text) => () => stateOfFile(text, iaf.defaults);
  for (const depth of [33, 1e3, 1e6]) {
    for (const open of ['[', '{"request":', '[{"input":']) {
      assert.throws(ask(open.repeat(depth)), { name: 'TypeError', message: /nested more than 32 deep/ });
    }
  }
  assert.throws(ask(`# request: ${'['.repeat(1e5)}`), /nested more than 32 deep/);
  const values = `{"input":[{"kind":"samples","values":[${'1,'.repeat(3.9e6)}1]}]}`;
  assert.throws(ask(values), { name: 'TypeError', message: /more than 250,000 values/ });
  assert.throws(ask('['.repeat(1.01e8)), /It has 101 MB/);
  // A long result is not read, and not kept.
  const long = `"result":{"t":[${'0.1,'.repeat(3e6)}1],"note":"]}\\\\\\""}`;
  const file = `{"format":"integrate-and-fire","version":1,${long},"request":{"duration":50}}`;
  assert.equal(stateOfFile(file, iaf.defaults).adopted.values.duration, 50);
  assert.throws(ask('{"neuron":{"R":[[1],[2]]}}'), /neuron.R is a list: must be a finite number/);
  assert.throws(ask('{"neuron":{"R":{}}}'), /neuron.R is an object/);
});

test('tables in 2,000 dialects are read to the last bit, or asked about; damaged ones are refused with the line', () => {
  const of = chooser(7);
  const outcomes = { read: 0, asked: 0 };
  for (let left = 2000; left > 0; left -= 1) {
    const wanted = table(of);
    outcomes[readRightly(wanted)] += 1;
    refusesRightly(wanted);
  }
  assert.ok(outcomes.read > 1000 && outcomes.asked > 300, JSON.stringify(outcomes));
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
