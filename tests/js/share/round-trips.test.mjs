// What leaves the lab comes back the same: states by links and files, currents by CSV.

import { initialState } from '../../../web/js/share/follow.js';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { drawInput } from '../../../web/js/state/actions.js';
import { complete } from '../../../web/js/model/complete.js';
import { currentCsv, forms, samplesCsv, spikesCsv } from '../../../web/js/share/export/csv.js';
import { toJson } from '../../../web/js/share/export/json.js';
import { experiments, startValues } from '../../../web/js/model/experiments/index.js';
import { currentOfText } from '../../../web/js/share/import/current.js';
import { drawnOver } from '../../../web/js/model/drawn.js';
import { stateOfFile } from '../../../web/js/share/import/file.js';
import { stateOfRequest } from '../../../web/js/share/import/request-state.js';
import { inputOf, inputText } from '../../../web/js/model/input-text.js';
import { encode } from '../../../web/js/share/permalink.js';
import { decode } from '../../../web/js/share/read-link.js';
import { lockingOf } from '../../../web/js/runs/spike-train.js';
import { settingsOf } from '../../../web/js/state/settings.js';
import { panels } from '../../../web/js/state/panels.js';
import { createStore } from '../../../web/js/base/store.js';
import { toldText } from '../../../web/js/words/en/current-file.js';
import { random, randomRequest } from '../../handoff/states.mjs';
import { iaf } from '../simulator.mjs';
import { inputFault } from '../../../web/js/words/en/link.js';

const { defaults } = iaf;
/** A file of the repository. */
const read = (path) => readFile(new URL(`../../../${path}`, import.meta.url), 'utf8');
const STATES = 400;

/** Any state a link can say. @param {number} seed */
function randomState(seed) {
  const next = random(seed);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const experiment = pick(experiments);
  const values = startValues(experiment);
  for (const { key, options } of experiment.choices) values[key] = pick(options);
  for (const { key, min, max } of experiment.controls) {
    if (next() < 0.5) values[key] = min + (max - min) * next();
  }
  if (experiment.inputs.length && next() < 0.7)
    values.input = next() < 0.1 ? [] : complete(randomRequest(seed, 'exact').input, defaults);
  const settings = Object.fromEntries(settingsOf(experiment).map(({ key, options }) => [key, pick(options)]));
  const zoomed = next() < 0.3;
  return {
    experiment: experiment.id,
    values,
    settings,
    method: pick(['exact', 'euler', 'rk4']),
    dt: pick([0.1, 0.01, 0.037]),
    panel: pick([null, ...panels.map(({ id }) => id)]),
    from: zoomed ? 10 * next() : null,
    to: zoomed ? 20 + next() : null,
    cursor: next() < 0.3 ? values.duration * next() : null,
  };
}

test('a part of the run that is none is named', () => {
  for (const part of ['from=90&to=10', 'from=-5&to=20', 'from=50&duration=40', 'to=-1']) {
    const { from, to, problems } = decode(`R=5&${part}`);
    assert.deepEqual([from, to], [null, null], part);
    assert.match(problems.join(), /must be times of the run/, part);
  }
  assert.deepEqual(decode('from=50&to=60').problems, []);
});

test('state → link → state', () => {
  for (let seed = 1; seed <= STATES; seed += 1) {
    const state = randomState(seed);
    const { problems, ...back } = decode(`#${encode(state)}`, defaults);
    assert.deepEqual(problems, [], encode(state));
    assert.deepEqual(back, state);
  }
});

test('a current of nothing stays one', () => {
  for (const found of [
    initialState('experiment=time&waveform=own&input=', defaults).values.time,
    stateOfFile('{ "input": [] }', defaults).adopted.values,
  ]) {
    assert.deepEqual(found.input, []);
    const { settings, ...shared } = decode('experiment=time');
    const link = encode({ ...shared, settings, values: found });
    assert.deepEqual(decode(link).values, found);
  }
});

test('a link says no more than what differs from the start', async () => {
  assert.equal(encode(decode('')), 'v=1&experiment=constant');
  assert.equal(encode(decode('experiment=time&theta=48.2&R=7')), 'v=1&experiment=time&R=7');
  const [, example] = /`index\.html#(v=1&[^`]*)`/.exec(await read('README.md'));
  assert.equal(encode(decode(example)), example);
});

test('state → JSON → state', () => {
  let tried = 0;
  for (let seed = 1; seed <= STATES; seed += 1) {
    const state = randomState(seed);
    const experiment = experiments.find(({ id }) => id === state.experiment);
    const { method, dt } = state;
    for (const { request } of experiment.cases(state.values)) {
      const text = toJson({ ...request, method, dt }, undefined, encode(state));
      const found = stateOfFile(text, defaults);
      assert.deepEqual(found, { linked: state });
      tried += 1;
    }
  }
  assert.ok(tried > STATES);
});

test('a request of any kind becomes a state that makes it', () => {
  const madeBy = { constant: 0, time: 0, two: 0 };
  for (let seed = 1; seed <= STATES; seed += 1) {
    const request = randomRequest(seed, 'euler');
    if (seed % 3 === 0) request.neuron.u_0 = request.neuron.u_reset;
    const { experiment, values, method, dt } = stateOfFile(JSON.stringify(request), defaults).adopted;
    madeBy[experiment] += 1;
    const [made] = experiments.find(({ id }) => id === experiment).cases(values);
    assert.deepEqual([method, dt], ['euler', request.dt]);
    const { C, ...neuron } = made.request.neuron;
    const { C: wanted, ...rest } = request.neuron;
    assert.deepEqual(neuron, rest);
    assert.ok(Math.abs(C / wanted - 1) <= 2 ** -51, 'C follows from tau_m');
    const spikes = iaf.simulate({ ...request, method: 'exact' }).spikes;
    const again = iaf.simulate({ ...made.request, method: 'exact' }).spikes;
    assert.equal(again.length, spikes.length);
    spikes.forEach((t, i) => assert.ok(Math.abs(t - again[i]) < 1e-9));
  }
  const two = {
    input: [{ kind: 'constant', amplitude: 1 }, { kind: 'constant' }],
    neuron: { u_reset: -70, u_0: -70 },
  };
  assert.equal(stateOfRequest(two, defaults).experiment, 'two');
  assert.ok(madeBy.constant && madeBy.time, JSON.stringify(madeBy));
});

test('a file whose link and request disagree is its request', () => {
  const request = {
    ...experiments[0].cases(startValues(experiments[0]))[0].request,
    method: 'exact',
    dt: 0.1,
  };
  const other = { ...request, neuron: { ...request.neuron, theta: 4 } };
  const { adopted } = stateOfFile(toJson(other, undefined, 'v=1&experiment=constant'), defaults);
  assert.equal(adopted.experiment, 'constant');
  assert.equal(adopted.values.theta, 4);
});

test('an edited method or step counts; tab and panel stay', () => {
  for (let seed = 1; seed <= STATES; seed += 1) {
    const state = randomState(seed);
    const { cases } = experiments.find(({ id }) => id === state.experiment);
    const { request } = cases(state.values).at(-1);
    const lab = encode(state);
    for (const numerics of [{ method: 'euler', dt: 0.5 }, { method: 'rk4' }, { dt: 0.02 }, {}]) {
      const { linked } = stateOfFile(toJson({ ...request, ...numerics }, undefined, lab), defaults);
      assert.deepEqual(linked, { ...state, method: 'exact', dt: 0.1, ...numerics });
    }
  }
});

test('the CSV files of a run lead back to its request', () => {
  const request = {
    ...experiments[0].cases(startValues(experiments[0]))[0].request,
    method: 'exact',
    dt: 0.1,
  };
  const run = iaf.simulate(request);
  for (const text of [samplesCsv(request, run), spikesCsv(request, run), currentCsv(request, run)]) {
    const { adopted } = stateOfFile(text, defaults);
    assert.equal(adopted.experiment, 'constant');
    assert.deepEqual(adopted.values, startValues(experiments[0]));
  }
});

test('current → CSV → current', () => {
  const next = random(77);
  for (let i = 0; i < STATES; i += 1) {
    const values = Array.from({ length: 2 + Math.floor(300 * next()) }, () => 20 * (next() - 0.5));
    const interval = i % 2 ? Number((0.001 + 10 * next()).toFixed(3)) : 0.001 + 10 * next();
    const start = i % 3 ? 0 : Number((50 * next()).toFixed(2));
    const component = { kind: 'samples', values, interval, start, stop: Infinity };
    const text = currentCsv({ input: [component] }, { t: [], current: [] });
    const { input, told } = currentOfText(text, NaN);
    const [back] = input;
    assert.deepEqual(told, []);
    assert.equal(input.length, 1);
    assert.deepEqual(back.values, values);
    // Where rounding left no spacing that meets every time exactly, one that meets them to the last digits.
    values.forEach((_, k) => {
      const [t, again] = [component, back].map((each) => (each.start ?? 0) + k * each.interval);
      assert.ok(Math.abs(t - again) <= 4 * Number.EPSILON * t, `${t} came back as ${again}`);
    });
  }
  const plain = { kind: 'samples', values: [0, 1.5, -2], interval: 0.1 };
  const text = currentCsv({ input: [{ ...plain, start: 0, stop: Infinity }] }, { t: [], current: [] });
  assert.deepEqual(currentOfText(text, NaN).input, [plain]);
  const comma = currentCsv(
    { input: [{ ...plain, start: 0, stop: Infinity }] },
    { t: [], current: [] },
    forms.comma,
  );
  assert.match(comma, /\n0,1;1,5\n/);
  assert.deepEqual(currentOfText(comma, NaN).input, [plain]);
});

test('samples that stop before their end come back with their stop', () => {
  const stopped = { kind: 'samples', values: [1, 2, 3, 4], interval: 10, start: 0, stop: 15 };
  const request = { neuron: { theta: 1000 }, input: [stopped], duration: 30, dt: 0.5 };
  const [component] = currentOfText(currentCsv(request, iaf.simulate(request)), NaN).input;
  const back = (t) => component.values[Math.round(t / component.interval)];
  for (const [t, I] of [
    [0, 1],
    [5, 1.5],
    [10, 2],
    [20, 0],
    [30, 0],
  ])
    assert.ok(Math.abs(back(t) - I) < 1e-12, `${back(t)} nA at ${t} ms`);
});

test('a stroke over a fine current leaves the rest of it as it was', () => {
  const values = Array.from({ length: 1001 }, (_, k) => (k % 10 ? 0 : 9));
  const fine = { kind: 'samples', values, interval: 0.1, start: 0, stop: Infinity };
  const [{ values: drawn, interval }] = drawnOver([fine], 100, { t: 90, current: 1 }, { t: 91, current: 1 });
  assert.equal(interval, 0.1);
  values.forEach((value, k) => assert.equal(drawn[k], k >= 900 && k <= 910 ? 1 : value));
});

test('any current goes by CSV: its samples at the run’s spacing', () => {
  const neuron = { theta: 1000 }; // a spike would be a further time
  const request = { neuron, input: [{ kind: 'sine', amplitude: 2, frequency: 30 }], duration: 50, dt: 0.5 };
  const { input, told } = currentOfText(currentCsv(request, iaf.simulate(request)), NaN);
  const [component] = input;
  assert.deepEqual(told, []);
  assert.equal(component.interval, 0.5);
  assert.equal(component.values.length, 101);
  component.values.forEach((value, k) =>
    assert.ok(Math.abs(value - 2 * Math.sin((2 * Math.PI * 30 * k * 0.5) / 1000)) < 1e-12),
  );
});

test('people’s files: delimiters, headings, units, comments, decimal commas', () => {
  const of = (text, interval) => currentOfText(text, interval).input[0];
  const two = { kind: 'samples', values: [1.5, 2], interval: 0.5 };
  for (const text of [
    '0,1.5\n0.5,2',
    '\uFEFFt (ms),I (nA)\r\n0,1.5\r\n0.5,2\r\n',
    '# made by hand\n\n0;1,5\n0,5;2\n',
    '0\t1.5\n0.5\t2\n',
    't [s];I [pA]\n0;1500\n0,0005;2000',
    '0  1.5\n0.5  2',
    '"0","1.5"\n"0.5","2"',
  ]) {
    assert.deepEqual(of(text, 1), two, text);
  }
  for (const text of ['1.5\n2', '# mine\nI (nA)\n1.5\n2\n', '1.5\r\n\r\n2\r\n']) {
    assert.deepEqual(of(text, 0.5), two, text);
  }
  assert.deepEqual(of('0 1 2 3', 2), { kind: 'samples', values: [0, 1, 2, 3], interval: 2 });
  const { input, told } = currentOfText('0 0\n1 1\n3 0', NaN);
  assert.deepEqual(input, [{ kind: 'samples', values: [0, 1, 0.5, 0], interval: 1 }]);
  assert.match(toldText(told[0]), /uneven.*every 1 ms/);
});

test('units of a heading, in round or square brackets, whatever parts the columns', () => {
  const of = (text) => currentOfText(text, 1).input[0].values;
  for (const [unit, nA] of [
    ['pA', 1e-3],
    ['nA', 1],
    ['µA', 1e3],
    ['mA', 1e6],
  ]) {
    for (const name of [`I (${unit})`, `I [${unit}]`, `I(${unit})`, `current [ ${unit} ]`]) {
      const wanted = [1500 * nA, 2000 * nA];
      for (const end of ['\n', '\r\n', '\r']) {
        assert.deepEqual(of([name, '1500', '2000'].join(end)), wanted, name);
        assert.deepEqual(of([`"${name}"`, '1500', '2000'].join(end)), wanted, name);
        assert.deepEqual(of([`Trace 1, membrane ${name}`, '1500', '2000'].join(end)), wanted, name);
      }
      for (const sign of [',', ';', '\t', ' ', ', ', '  ']) {
        const rows = ['0', '1'].map((t, k) => [t, [1500, 2000][k], '7'].join(sign));
        for (const heading of [`t (s)${sign}${name}${sign}u (mV)`, `t [s] ${name} u [mV]`]) {
          const { input } = currentOfText([heading, ...rows].join('\n'), NaN);
          assert.deepEqual(input, [{ kind: 'samples', values: wanted, interval: 1000 }], heading);
        }
      }
      assert.deepEqual(of(`time (ms) input ${name}\n0 1500\n1 2000`), wanted);
      assert.deepEqual(of(`t ${name}\n0 1500\n1 2000`), wanted);
      assert.deepEqual(of(`${name},\n1500,\n2000,\n`), wanted);
    }
  }
});

test('what is wrong with a file is named with its line', () => {
  const refuses = (text, message, interval = 1) =>
    assert.throws(() => currentOfText(text, interval, { comma: 'columns' }), { name: 'TypeError', message });
  refuses('', /no numbers/);
  refuses('# only a comment\n\n', /no numbers/);
  refuses('5', /two values/);
  refuses('0,1\n\n# note\n1,x\n', /^Line 4: I = “x” is not a number/);
  refuses('0,1.5\n1\n', /^Line 2: there is no I/);
  refuses('0,1\n2,1\n1,1\n', /^Line 3: t = 1 ms does not come after 2 ms/);
  refuses('0,1\n1,Infinity\n', /^Line 2: I = “Infinity”/);
  refuses('0,1\n1,=HYPERLINK("x")\n', /^Line 2/);
  refuses('0,1,2\n1,2,3', /Which column is the time/);
  refuses('t,I,x\n0,"1\n1,2', /^Line 2: a quotation mark/);
  refuses('t (h),I\n0,1\n1,2\n', /^Line 1: the unit “h”/);
  refuses('I (pA, filtered)\n1\n2\n', /^Line 1: the unit “pA, filtered”/);
  refuses('t (ms) I (pA)\n1\n2\n', /Which column is the current/);
  refuses('t x y (pA)\n0 1\n1 2\n', /^Line 1: which units/);
  refuses('1\n2\n', /Interval = 0 ms/, 0);
  refuses('1\n2\n', /Interval = NaN ms/, NaN);
  refuses('1\n'.repeat(4_000_001), /More than 4,000,000 lines/);
});

test('no value is taken from another cell, line or number than its own', () => {
  const refuses = (text, message, choice) =>
    assert.throws(() => currentOfText(text, 1, choice), { name: 'TypeError', message }, text);
  const columns = { comma: 'columns' };
  const firstTwo = { ...columns, time: 0, current: 1 };
  for (const sign of [',', ';', '\t']) {
    const row = (...cells) => cells.join(sign);
    refuses([row(0, 1, 5), row(1, '', 7), row(2, 1, 5)].join('\n'), /^Line 2: there is no I/, firstTwo);
    refuses([row(0, 1, 5), row('', 1, 7)].join('\n'), /^Line 2: there is no t/, firstTwo);
    refuses([row('', 1), row(1, 1)].join('\n'), /^Line 1: there is no t/, columns);
    refuses(row(1, '', 3), /^Line 1: there is no I/);
    refuses([row('t', 'I'), row(0, ''), row(1, '')].join('\n'), /^Line 2: there is no I/);
    const trailing = [row(0, 1, '', ''), row('', '', ''), row(1, 2, ''), row(2, 3)].join('\n');
    assert.deepEqual(currentOfText(trailing, NaN, { comma: 'columns' }).input[0].values, [1, 2, 3]);
    assert.deepEqual(currentOfText(row(1, 2, 3, '', ''), 1).input[0].values, [1, 2, 3]);
  }
  for (const text of [
    'NaN\n1\n2',
    'inf\n1\n2',
    '-Infinity\n1\n2',
    '0x10\n1\n2',
    '\u22121\n1\n2',
    '1.5O\n1\n2',
  ]) {
    refuses(text, /^Line 1: I = “.*” is not a number/);
  }
  refuses('0,1\n1,1e999\n', /^Line 2: I = “1e999”/);
  refuses('I (A)\n1e308\n1\n', /^Line 2: I = “1e308”/);
  refuses('x,1\n0,1\n1,2', /^Line 1: t = “x”/);
  // Signs for thousands, wherever they can be told from delimiters and decimal signs.
  for (const text of ['900\n1,000\n', '1,000\n900\n', '"1,234"\n"2,345"\n', '0,1\n0,2\n'])
    refuses(text, /What is a comma in it/);
  refuses('900\n1,000\n', /^Line 2: more columns than the 1/, columns);
  refuses('900\n1 000\n', /^Line 2: more columns than the 1/);
  refuses('1,000\n900\n', /^Line 2: there is no I/, columns);
  refuses('0,999\n1,1,000\n', /^Line 2: more columns than the 2/);
  refuses("1'000\n2'000\n", /^Line 1: I = “1'000”/);
  refuses('0;1.234,5\n1;2\n', /^Line 1: I = “1.234,5”/);
  refuses('0\t1,234.5\n1\t2\n', /^Line 1: I = “1,234.5”/);
  refuses('0;1.234\n1;999,5\n', /^Line 1 has a decimal point, but line 2 a decimal comma/);
  refuses('0,1\n0,2\n', /two different times/, columns);
  refuses('t (ms),I (nA),u (mV)\n0,1,2\n', /two values/);
  refuses('t (ms),I (nA)\n', /two values/);
});

test('outside a stroke the current stays what it was, at any amplitude', () => {
  for (const amplitude of [0, 1, 2.5]) {
    const store = createStore(initialState(`#experiment=time&waveform=own&amplitude=${amplitude}`));
    const current = () => {
      const { values, experiment } = store.get();
      const [{ request }] = experiments.find(({ id }) => id === experiment).cases(values[experiment]);
      return iaf.simulate({ ...request, method: 'euler', dt: 0.5 }).current;
    };
    const before = current();
    drawInput(store, { t: 60, current: 5 }, { t: 62, current: 5 });
    const after = current();
    before.forEach((I, k) => {
      const t = 0.5 * k;
      const wanted = t >= 60 && t <= 62 ? 5 : I;
      assert.ok(Math.abs(after[k] - wanted) < 1e-9, `${after[k]} nA at ${t} ms, amplitude ${amplitude}`);
    });
  }
});

test('the input of a link, in words', () => {
  const line = 'samples interval 0.5 values 0 1 -2.5e-7 and constant amplitude -0 start 20 stop 120';
  assert.equal(inputText(inputOf(line)), line);
  for (const [wrong, message] of [
    ['no-kind 1', /“no-kind” is none of/],
    ['constant height 2', /“height” is no field/],
    ['constant amplitude', /wants one number/],
    ['constant amplitude 1 2', /wants one number/],
    ['constant amplitude Infinity', /wants one number/],
    ['samples values 0 1 x', /“x” is no field/],
    ['__proto__ values 1', /“__proto__” is none of/],
    ['constructor amplitude 1', /“constructor” is none of/],
  ]) {
    assert.throws(
      () => inputOf(wrong),
      ({ name, cause }) => name === 'TypeError' && message.test(inputFault(cause)),
    );
  }
});

test('what a link leaves out of a component is what the core takes', () => {
  for (const [kind, whole] of Object.entries(defaults.components)) {
    const { values } = initialState(`experiment=time&waveform=own&input=${kind}`, defaults);
    assert.deepEqual(values.time.input, [{ ...whole }]);
  }
  const short = initialState('experiment=time&waveform=own&input=sine+amplitude+3', defaults);
  const store = createStore(short);
  drawInput(store, { t: 50, current: 9 }, { t: 50, current: 9 });
  const [{ interval, values }] = store.get().values.time.input;
  values.forEach((value, k) => {
    const sine = 3 * Math.sin((2 * Math.PI * 100 * k * interval) / 1000);
    assert.ok(Math.abs(value - (k === 100 ? 9 : sine)) < 1e-12, `${value} at ${k * interval} ms`);
  });
  const [{ request }] = experiments.find(({ id }) => id === 'time').cases(short.values.time);
  const [sine] = request.input;
  const spikes = Float64Array.from({ length: 20 }, (_, k) => 5 + 20 * k); // two periods of 100 Hz apart
  assert.deepEqual(lockingOf(spikes, sine), { spikes: 1, periods: 2 });
});

test('a bad link applies what is good and names the rest', () => {
  const { values, problems, experiment } = decode(
    '#experiment=two&theta=6&colour=red&amplitude_1=many&v=9&__proto__=1&R=Infinity',
  );
  assert.equal(experiment, 'two');
  assert.equal(values.theta, 6);
  assert.equal(values.amplitude_1, 1);
  assert.match(
    problems.join(),
    /v = 9 .*version 1.*colour = red .*amplitude_1 = many .*not a number.*2 more/,
  );
  const many = decode(Array.from({ length: 5000 }, (_, i) => `k${i}=<b>`).join('&'));
  assert.equal(many.problems.length, 4);
  assert.ok(many.problems.join().length < 400);
});

test('a stroke of the pen draws the current it goes over, and leaves the rest', () => {
  const before = complete([{ kind: 'sine', amplitude: 1, frequency: 10 }], defaults);
  const [first] = drawnOver(before, 100, { t: 20, current: 2 }, { t: 40, current: 4 });
  assert.equal(first.values.length, 201);
  assert.equal(first.interval, 0.5);
  [2, 2.5, 3, 4].forEach((value, k) => assert.equal(first.values[[40, 50, 60, 80][k]], value));
  assert.ok(Math.abs(first.values[20] - Math.sin(0.2 * Math.PI)) < 1e-12);
  const [again] = drawnOver([first], 100, { t: 60, current: 1 }, { t: 50, current: 1 });
  assert.equal(again.values[60], 3);
  assert.deepEqual(
    again.values.slice(100, 121),
    Array.from({ length: 21 }, () => 1),
  );
  const [held] = drawnOver([again], 100, { t: -5, current: 7 }, { t: 500, current: 7 });
  assert.ok(held.values.every((value) => value === 7));
});

test('CITATION.cff, the package and CMake name one version', async () => {
  const { version } = JSON.parse(await read('web/package.json'));
  assert.match(await read('CITATION.cff'), new RegExp(`^version: ${version}$`, 'm'));
  assert.match(await read('CMakeLists.txt'), new RegExp(`VERSION ${version}\\b`));
});
