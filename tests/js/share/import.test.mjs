// Files of people, read: what is in them, what is asked, what is told. tests/reference/files are small ones of each kind.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { test } from 'node:test';

import { currentOf } from '../../../web/js/model/inputs/index.js';
import { textOf } from '../../../web/js/share/import/encoding.js';
import { currentOfText, makeCurrent, readCurrent, run } from '../../../web/js/share/import/current.js';
import { nameOf } from '../../../web/js/share/import/units.js';
import { shownText, skippedText, summary, toldText } from '../../../web/js/words/en/current-file.js';
import { random } from '../../handoff/states.mjs';
import { iaf } from '../simulator.mjs';

const files = new URL('../../reference/files/', import.meta.url);
const bytesOf = async (name) => new Uint8Array(await readFile(new URL(name, files)));
/** What the dialog shows. */
const answerTo = (source, choice = {}) =>
  run(makeCurrent(run(readCurrent(source, choice.comma)), choice)).answer;
const inputOf = (source, choice) => answerTo(source, choice).made?.input;
const samples = (values, interval, more) => [{ kind: 'samples', values, interval, ...more }];
const whats = (list) => list.map(({ what }) => what);

/** By file: what is asked, what is then chosen, and the input that is right. */
const right = {
  'pandas-index.csv': [
    ['timeUnit', 'currentUnit'],
    { timeUnit: 'ms', currentUnit: 'nA' },
    samples([1, 2, 3], 0.5),
  ],
  'units-slash.csv': [[], {}, samples([0.1, 0.2, 0.3], 0.5)],
  'savetxt-units.txt': [[], {}, samples([0.1, 0.2, 0.3], 0.5)],
  'percent-units.txt': [[], {}, samples([0.1, 0.2, 0.3], 0.5)],
  'units-underscore.csv': [[], {}, samples([0.1, 0.2, 0.3], 0.5)],
  'latin1-micro.csv': [[], {}, samples([1, 2, 3], 0.5)],
  'three-columns-tVI.csv': [
    ['timeUnit', 'currentUnit'],
    { timeUnit: 'ms', currentUnit: 'pA' },
    samples([0.1, 0.2, 0.3], 0.5),
  ],
  'decimal-comma-one-column.csv': [
    ['comma'],
    { comma: 'decimal', interval: 2, currentUnit: 'nA' },
    samples([1.5, 2.5, 3.5], 2),
  ],
  'excel-sep.csv': [[], {}, samples([1.5, 2.5, 3.5], 0.5)],
  'excel-unicode-text-utf16.txt': [[], {}, samples([1, 2, 3], 0.5)],
  'times-4-decimals-3kHz.csv': [
    [],
    {},
    samples(
      Array.from({ length: 300 }, (_, k) => k % 2),
      1000 / 3000,
    ),
  ],
  'step-duplicate-times.csv': [[], {}, [{ kind: 'constant', amplitude: 1, start: 20, stop: 80 }]],
  'offset-start-5000.csv': [[], {}, samples([2, 2, 2], 1, { start: 5000 })],
  'small.atf': [[], {}, samples([0, 0.1, 0.2], 0.1)],
};

test('each kind of file is read rightly, or asks', async () => {
  assert.deepEqual((await readdir(files)).sort(), Object.keys(right).sort());
  for (const [name, [asked, choice, input]] of Object.entries(right)) {
    const bytes = await bytesOf(name);
    const answer = answerTo(bytes);
    assert.deepEqual(answer.asked, asked, name);
    assert.equal(answer.made === null, asked.length > 0, name);
    assert.deepEqual(inputOf(bytes, choice), input, name);
  }
  const [, V, I] = answerTo(await bytesOf('three-columns-tVI.csv')).columns;
  assert.deepEqual([V.title, I.title], ['V', 'I']);
  const both = inputOf(await bytesOf('decimal-comma-one-column.csv'), {
    comma: 'columns',
    timeUnit: 'ms',
    currentUnit: 'nA',
  });
  assert.deepEqual(both, samples([5, 5, 5], 1, { start: 1 }));
});

test('what is told of them', async () => {
  const said = async (name) => {
    const { made, skipped } = answerTo(await bytesOf(name));
    return [...(made?.told ?? []).map(toldText), skippedText(skipped)].join(' ');
  };
  assert.match(await said('step-duplicate-times.csv'), /2 jumps, where two rows have one time/);
  assert.match(await said('times-4-decimals-3kHz.csv'), /even to the digits.* every 0\.333333333 ms/);
  assert.match(await said('excel-sep.csv'), /Commas are read as decimal signs. Not used: line 1, which says/);
  assert.match(await said('latin1-micro.csv'), /Latin-1/);
  assert.match(await said('pandas-index.csv'), /column 1, which numbers the rows/);
  assert.match(await said('small.atf'), /the 10 lines of the Axon header/);
  const { made } = answerTo(await bytesOf('offset-start-5000.csv'));
  assert.match(shownText(made, 100), /lasts 100 ms and ends before the current begins, at 5000 ms/);
  assert.match(shownText(made, 5001), /shows 50 % of the current, which ends at 5002 ms/);
  assert.match(shownText(made, 6000), /shows all of it; from 5002 ms on I is 0/);
  const rows = Array.from({ length: 1001 }, (_, k) => `${k / 10},${-65},${(0.3 * k) / 1000}`).join('\n');
  const long = answerTo(`t (ms),V (mV),I (nA)\n${rows}`);
  assert.equal(
    summary(long.made, { title: long.columns[2].title, column: 3, columns: 3 }),
    't 0 … 100 ms every 0.1 ms, I 0 … 0.3 nA, 1,001 values, column 3 of 3 (I (nA))',
  );
});

test('units in every usual spelling', () => {
  for (const [text, unit, quantity] of [
    ...[
      't (s)',
      't [s]',
      't{s}',
      't/s',
      't / s',
      'time_s',
      't in s',
      'Zeit in s',
      'time (sec)',
      'Time (seconds)',
    ].map((text) => [text, 's', 'time']),
    ...['time_ms', 'Time ms', 't..ms.', 't, ms', 'time [msec]', 't (milliseconds)', '[ms]', 't/(ms)'].map(
      (text) => [text, 'ms', 'time'],
    ),
    ...['t (µs)', 't (\u03bcs)', 't_us', 't/usec'].map((text) => [text, 'µs', 'time']),
    ...['[pA]', 'I/pA', 'current_pA', 'I_inj (pA)', 'Trace #1 (pA)', 'I in pA', 'I..pA.', 'x (picoamps)'].map(
      (text) => [text, 'pA', 'current'],
    ),
    ...['I (µA)', 'I (\u03bcA)', 'I/uA', 'I_uA', 'stim (microamp)'].map((text) => [text, 'µA', 'current']),
    ['V (mV)', 'mV', 'potential'],
    ['Vm/mV', 'mV', 'potential'],
    // A letter at the end of a name is no unit, nor is another capital.
    ['Channel A', '', ''],
    ['I_A', '', 'current'],
    ['I_Na', '', 'current'],
    ['g (mS)', '', ''],
    ['dV/dt (mV/ms)', '', ''],
    ['I (pA, filtered)', '', 'current'],
    ['__proto__ (constructor)', '', ''],
  ]) {
    const name = nameOf(text);
    assert.deepEqual([name.unit, name.quantity], [unit, quantity], text);
  }
  assert.equal(nameOf('t', '(s)').unit, 's');
});

test('a row of units, and headings in comments', () => {
  const wanted = samples([0.1, 0.2, 0.3], 0.5);
  const rows = '0,100\n0.0005,200\n0.001,300\n';
  for (const head of [
    't,I\ns,pA\n',
    't,I\n(s),(pA)\n',
    't,I\n[s],[pA]\n',
    's,pA\n',
    '# t,I\n# s,pA\n',
    '# a rig\n%t [s], I [pA]\n',
    'Recorded on rig B\n2024-01-05 10:00\nt (s),I (pA)\n',
    'sep=,\nt (s),I (pA)\n',
    '"t (s)","I (pA)"\n',
  ])
    assert.deepEqual(inputOf(head + rows), wanted, head);
  assert.deepEqual(answerTo(`# made in 2 days\n${rows}`).asked, ['timeUnit', 'currentUnit']);
  assert.deepEqual(
    answerTo(`# t (s), I (pA)\n\n${rows}`).asked,
    ['timeUnit', 'currentUnit'],
    'not directly above',
  );
  assert.deepEqual(answerTo(`t (h),I (pA)\n${rows}`).asked, ['timeUnit']);
  assert.equal(answerTo(`t (h),I (pA)\n${rows}`).columns[0].said, 'h');
});

test('a column that numbers the rows is not time', () => {
  const wanted = samples([1, 2, 3], 0.5);
  for (const text of [
    ',t (ms),I (nA)\n0,0,1\n1,0.5,2\n2,1,3\n',
    'Unnamed: 0,t (ms),I (nA)\n0,0,1\n1,0.5,2\n2,1,3\n',
    '"","t (ms)","I (nA)"\n"1",0,1\n"2",0.5,2\n"3",1,3\n',
    '"t_ms" "I_nA"\n"1" 0 1\n"2" 0.5 2\n"3" 1 3\n',
    't_ms I_nA\n1 0 1\n2 0.5 2\n3 1 3\n',
    '"";"t..ms.";"I..nA."\n"1";0;1\n"2";0,5;2\n"3";1;3\n',
    'index\tt/ms\tI/nA\n0\t0\t1\n1\t0.5\t2\n2\t1\t3\n',
  ])
    assert.deepEqual(inputOf(text), wanted, text);
  const one = answerTo(',I (nA)\n0,1\n1,2\n2,3\n', {});
  assert.deepEqual(one.asked, ['interval']);
  const frame = answerTo(',0,1\n0,0.0,1.0\n1,0.5,2.0\n2,1.0,3.0\n');
  assert.deepEqual([frame.columns[0].index, frame.choice.time, frame.choice.current], [true, 1, 2]);
  // One that does not number them may be time; two names and a third column without one are no index.
  assert.equal(answerTo(',I (nA)\n0.5,1\n1,2\n1.5,3\n').choice.time, 0);
  assert.deepEqual(inputOf('# t (ms), I (nA)\n0 1\n0.5 2\n'), samples([1, 2], 0.5));
  assert.deepEqual(answerTo('0 5 1\n0.5 6 2\n').asked, ['time', 'current', 'timeUnit', 'currentUnit']);
});

test('of several columns one of a current unit is the current; of two such, one asks', () => {
  assert.equal(answerTo('t (s),a (mV),b (pA)\n0,1,2\n1,2,3\n').choice.current, 2);
  assert.deepEqual(answerTo('t (s),a (pA),b (pA)\n0,1,2\n1,2,3\n').asked, ['current', 'currentUnit']);
  assert.deepEqual(answerTo('t (s),V (mV)\n0,1\n1,2\n').asked, ['current', 'currentUnit']);
  assert.deepEqual(
    inputOf('t (s),a (pA),b (pA)\n0,1,2\n1,2,4\n', { current: 2 }),
    samples([0.002, 0.004], 1000),
  );
});

test('decimal commas: known, asked, or refused, and never another number', () => {
  const wanted = samples([1.5, 2.5, 3.5], 0.5);
  for (const text of [
    't (ms);I (nA)\n0;1,5\n0,5;2,5\n1;3,5\n',
    't (ms)\tI (nA)\n0\t1,5\n0,5\t2,5\n1\t3,5\n',
    't_ms I_nA\n0 1,5\n0,5 2,5\n1 3,5\n',
    '"t (ms)","I (nA)"\n"0","1,5"\n"0,5","2,5"\n"1","3,5"\n',
  ])
    assert.deepEqual(inputOf(text), wanted, text);
  assert.deepEqual(inputOf('I (nA)\n1,5\n2,5\n3,5\n', { interval: 0.5 }), wanted);
  for (const [text, unclear] of [
    ['1,5\n2,5\n3,5', 'columns'],
    ['0,0\n50,6\n100,0', 'columns'],
    ['900\n1,000\n', 'columns'],
    ['I (nA)\n1,000\n2,000\n', 'columns'],
    ['t (ms);I (nA)\n0;1,000\n1;2,000\n', 'thousands'],
    ['"1,000"\n"2,000"\n', 'thousands'],
  ]) {
    const answer = answerTo(text);
    assert.deepEqual([answer.asked, answer.unclear], [['comma'], unclear], text);
  }
  const thousand = 't (ms);I (nA)\n0;1,000\n1;2,000\n';
  assert.deepEqual(inputOf(thousand, { comma: 'thousands' }), samples([1000, 2000], 1));
  assert.deepEqual(inputOf(thousand, { comma: 'decimal' }), samples([1, 2], 1));
  assert.deepEqual(
    inputOf('t (ms),I (nA)\n0,0\n50,6\n100,0\n'),
    samples([0, 6, 0], 50),
    'two names are two columns',
  );
});

test('even spacing is judged by the digits printed', () => {
  const next = random(5);
  const values = Array.from({ length: 500 }, () => String(next()));
  const read = (unit, times) => {
    const [only, other] = inputOf(
      `t (${unit}),I (nA)\n${times.map((t, k) => `${t},${values[k]}`).join('\n')}`,
    );
    assert.equal(other, undefined);
    assert.deepEqual(only.values, values.map(Number).slice(0, times.length), 'untouched');
    return only;
  };
  const steps = Array.from(values, (_, k) => k);
  for (const [interval, unit, times] of [
    [0.05, 's', steps.map((k) => (k * 5e-5).toFixed(5))],
    [0.05, 's', steps.map((k) => (k * 5e-5).toFixed(4))], // two rows at one time
    [0.05, 's', steps.map((k) => String(Math.fround(k * 5e-5)))],
    [0.05, 's', steps.map((k) => String(Number(Math.fround(k * 5e-5).toPrecision(8))))],
    [0.1, 'ms', steps.map((k) => String(k * 0.1))],
    [0.1, 'ms', steps.map((k) => (k * 0.1).toPrecision(6))],
    [0.1, 'ms', steps.map((k) => (k * 0.1).toExponential(3))],
    [1000 / 30_000, 'ms', steps.map((k) => (k / 30).toFixed(3))],
    [1000 / 3000, 's', steps.map((k) => (k / 3000).toFixed(6))],
  ]) {
    const { interval: found, start = 0 } = read(unit, times);
    assert.equal(found, interval, times.slice(0, 4).join());
    assert.equal(start, 0);
  }
  // Times that were added up lose digits; those that are meant to be uneven have them.
  let t = 0;
  const summed = read(
    'ms',
    steps.map(() => String((t += 0.1) - 0.1)),
  );
  assert.ok(Math.abs(summed.interval - 0.1) < 1e-12);
  for (const times of [
    ['0', '10', '21'],
    ['0', '0.5', '1.2'],
    ['0', '9.6', '19'],
    ['0', '1', '2', '3.0003'],
    [...steps.map((k) => (k * 0.1).toFixed(3)), '50.002'],
  ]) {
    const { told } = answerTo(`t (ms),I (nA)\n${times.map((each, k) => `${each},${k % 7}`).join('\n')}`).made;
    assert.deepEqual(whats(told).includes('resampled'), true, times.slice(-4).join());
  }
});

test('two rows at one time are a jump', () => {
  const protocol = 't (ms),I (nA)\n0,0\n10,0\n10,2\n30,4\n30,-1\n40,-1\n40,0\n50,0\n';
  const { input, told } = answerTo(protocol).made;
  assert.deepEqual(input, [
    { kind: 'samples', values: [2, 4], interval: 20, start: 10, stop: 30 },
    { kind: 'constant', amplitude: -1, start: 30, stop: 40 },
  ]);
  assert.deepEqual(told, [{ what: 'jumps', count: 3 }]);
  iaf.view({ input, duration: 60 }, { columns: 10 });
  assert.deepEqual(inputOf('t (ms),I (nA)\n0,0\n0,1\n50,1\n50,0\n'), [
    { kind: 'constant', amplitude: 1, start: 0, stop: 50 },
  ]);
  const three = answerTo('t (ms),I (nA)\n0,0\n10,0\n10,9\n10,1\n20,1\n').made;
  assert.deepEqual(whats(three.told), ['noWidth', 'jumps']);
  const twice = answerTo('t (ms),I (nA)\n0,0\n1,1\n1,1\n2,2\n').made;
  assert.deepEqual([twice.input, whats(twice.told)], [samples([0, 1, 2], 1), ['same']]);
  const steps = Array.from({ length: 1002 }, (_, k) => `${k},${1 + k}\n${k + 1},${1 + k}\n`).join('');
  assert.throws(() => answerTo(`t (ms),I (nA)\n${steps}`), /1,001 jumps .* 1,000 parts at most/);
});

test('traces of a variable step are resampled, and what that changes is told', () => {
  const next = random(11);
  const times = [0];
  while (times.length < 3000) times.push(times.at(-1) + 10 ** (3 * next() - 3));
  const I = (t) => Math.sin(t / 40);
  const text = `t (ms),I (nA)\n${times.map((t) => `${t},${I(t)}`).join('\n')}`;
  const { input, told, to } = answerTo(text).made;
  assert.deepEqual(whats(told), ['resampled']);
  const [only] = input;
  assert.ok(only.values.length <= 100_000);
  assert.ok(Math.abs((only.values.length - 1) * only.interval - to) < 1e-9 * to);
  const whole = { start: 0, stop: Infinity, ...only };
  times
    .slice(0, -1)
    .forEach((t) => assert.ok(Math.abs(currentOf(whole, t) - I(t)) <= told[0].off * 1.001 + 1e-12));
  assert.match(toldText(told[0]), /uneven: resampled every .* changes I by .* nA at most/);
});

test('a million values are thinned to what a run draws, and keep their charge', () => {
  const count = 1_000_001;
  const value = (k) => (k < 400_000 ? 0 : 200 + ((k * 7919) % 1000) / 10);
  const rows = Array.from({ length: count }, (_, k) => `${(k / 1000).toFixed(3)},${value(k)}`);
  const { input, told, to } = answerTo(`t (ms),I (pA)\n${rows.join('\n')}`).made;
  const [{ values, interval }] = input;
  assert.deepEqual([told[0].what, told[0].of, told[0].count], ['thinned', count, values.length]);
  assert.ok(values.length <= 100_000 && values.length > 50_000);
  assert.equal(to, 1000);
  assert.ok(Math.abs((values.length - 1) * interval - to) < 1e-9);
  const charge = (list, gap) =>
    gap * list.reduce((sum, each, k) => sum + each * (k && k + 1 < list.length ? 1 : 0.5), 0);
  const wanted = charge(
    Array.from({ length: count }, (_, k) => value(k) / 1000),
    0.001,
  );
  assert.ok(Math.abs(charge(values, interval) - wanted) < 1e-9 * wanted);
  assert.ok(values.slice(0, Math.floor(399 / interval)).every((each) => each === 0));
});

test('Axon text files: the header as long as it says, the trace chosen', () => {
  const lines = ['ATF 1.0', '3 3', '"Comment=a, b"', '# not a comment', '"SweepStartTimesMS=0"'];
  const text = [...lines, '"Time (ms)"\t"Trace #1 (pA)"\t"Trace #2 (pA)"', '0\t1\t10', '1\t2\t20'].join(
    '\r\n',
  );
  const answer = answerTo(text);
  assert.deepEqual(answer.asked, ['current', 'currentUnit']);
  assert.deepEqual(
    answer.columns.map(({ title }) => title),
    ['Time (ms)', 'Trace #1 (pA)', 'Trace #2 (pA)'],
  );
  assert.deepEqual(inputOf(text, { current: 2 }), samples([0.01, 0.02], 1));
  for (const broken of [
    'ATF\t1.0\n',
    'ATF\t1.0\nx y\n',
    'ATF\t1.0\n900\t2\n0\t1\n1\t2\n',
    'ATF 1.0\n9999999 2\n',
  ])
    assert.throws(() => answerTo(broken), /says in its second line how many lines/);
});

test('files that are no text are refused by what they are', () => {
  const refused = (start, message) =>
    assert.throws(
      () => textOf(Uint8Array.from(Buffer.concat([Buffer.from(start, 'latin1'), Buffer.alloc(600)]))),
      message,
    );
  refused('ABF ', /Axon Binary File.*export it as ATF or CSV/);
  refused('ABF2', /Axon Binary File/);
  refused('PK\x03\x04', /workbook/);
  refused('\x89HDF', /HDF5/);
  refused('MATLAB 5.0 MAT-file', /MATLAB/);
  refused('\x93NUMPY', /NumPy/);
  refused('\x1f\x8b', /compressed/);
  refused('a\x01b', /not a text/);
});

test('encodings: marks, UTF-16 without one, Latin-1', () => {
  const text = 't (ms),I (µA)\n0,1\n1,2\n';
  const wide = Buffer.from(text, 'utf16le');
  for (const [bytes, encoding] of [
    [Buffer.from(text), 'utf-8'],
    [Buffer.from(`\ufeff${text}`), 'utf-8'],
    [wide, 'utf-16le'],
    [Buffer.from(wide).swap16(), 'utf-16be'],
    [Buffer.concat([Buffer.from([0xff, 0xfe]), wide]), 'utf-16le'],
    [Buffer.from(text, 'latin1'), 'windows-1252'],
  ]) {
    const read = textOf(Uint8Array.from(bytes));
    assert.deepEqual([read.text, read.encoding], [text, encoding]);
  }
});

test('a number in another unit is its decimal point moved', () => {
  const next = random(3);
  const texts = Array.from({ length: 2000 }, () => (1000 * next()).toFixed(Math.floor(12 * next())));
  const [{ values }] = inputOf(`t (s),I (pA)\n${texts.map((text, k) => `${k / 1000},${text}`).join('\n')}`);
  values.forEach((value, k) => assert.equal(value, Number(`${texts[k]}e-3`), texts[k]));
  assert.deepEqual(currentOfText('I (pA)\n100\n0.1\n', 1).input[0].values, [0.1, 0.0001]);
});
