// The pure functions of web/js/share/export: what leaves the page is complete, comes back the same, and runs nothing it
// should not. tests/handoff runs the scripts.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { citations } from '../../../web/js/share/export/cite.js';
import { requestOfCsv, samplesCsv, spikesCsv } from '../../../web/js/share/export/csv.js';
import { fromJson, toJson } from '../../../web/js/share/export/json.js';
import { currentOf } from '../../../web/js/model/inputs/index.js';
import { completeCases, edges, steepness } from '../../../web/js/share/export/scripts/cases.js';
import { gridStep, scriptStep, spikeTimes } from '../../../web/js/share/export/scripts/grid.js';
import { targets } from '../../../web/js/share/export/scripts/index.js';
import { number } from '../../../web/js/share/export/scripts/numbers.js';
import { experiments, startValues } from '../../../web/js/model/experiments/index.js';
import { announcedDelay, greatestDifference } from '../../handoff/compare.mjs';
import { random, randomRequest, states } from '../../handoff/states.mjs';
import { iaf } from '../simulator.mjs';
import { caseTitle, experimentTitle } from '../../../web/js/words/en/experiments.js';

const { defaults } = iaf;
const about = { defaults, title: 'Test' };
const write = (id, request, more) =>
  targets.find((each) => each.id === id).write(request, { ...about, ...more });

const marked = {
  neuron: { R: 3.125, C: 0.1875, u_rest: -61.5, u_reset: -63.25, theta: -51.125, u_0: -62.0625, t_ref: 1.75 },
  input: [
    { kind: 'constant', amplitude: 1.0625, start: 3.5, stop: 77.25 },
    { kind: 'ramp', amplitude: 0.03125, start: 5.5 },
    { kind: 'sine', amplitude: 0.4375, frequency: 62.5, phase: 0.9375 },
    { kind: 'exponential', amplitude: 2.6875, tau: 13.125, stop: 55.75 },
    { kind: 'samples', values: [0.1875, -0.3125, 0.5625], interval: 7.625, start: 11.25 },
  ],
  method: 'exact',
  dt: 0.1,
  duration: 98.5,
};

test('a script has every number of its request', () => {
  const numbers = [
    ...Object.values(marked.neuron),
    ...marked.input.flatMap((each) => [...Object.values(each), ...(each.values ?? [])]),
    marked.duration,
  ].filter((value) => typeof value === 'number');
  for (const { id, write } of targets) {
    const script = write(marked, about);
    for (const value of numbers) {
      if (id === 'neuroml' && /^(7\.625|62\.5|77\.25|55\.75|0\.03125)$/.test(String(value))) continue; // below
      assert.ok(script.includes(number(value)), `${id} has no ${value}`);
    }
  }
});

test('NeuroML has durations for stops, a period for the frequency, ramps for samples', () => {
  const document = write('neuroml', marked);
  const has = (text) => assert.ok(document.includes(text), `no ${text} in ${document}`);
  has('<pulseGenerator id="current_1_1" delay="3.5 ms" duration="73.75 ms" amplitude="1.0625 nA"/>');
  has('startAmplitude="0.0 nA" finishAmplitude="2.9375 nA"'); // 0.03125 nA/ms for 99.5 - 5.5 ms
  has('period="16.0 ms" phase="0.9375"');
  has('<exponentialGenerator id="current_1_4" delay="0.0 ms" duration="55.75 ms"');
  has('delay="11.25 ms" duration="7.625 ms" startAmplitude="0.1875 nA" finishAmplitude="-0.3125 nA"');
  has('delay="18.875 ms" duration="7.625 ms" startAmplitude="-0.3125 nA" finishAmplitude="0.5625 nA"');
  has('R="3.125 Mohm" C="0.1875 nF"');
});

test('units of each target', () => {
  const has = (id, ...texts) => {
    const script = write(id, marked);
    for (const text of texts) assert.ok(script.includes(text), `${id}: no ${text}`);
  };
  has('brian2', '* Mohm,', '* nF,', '["theta"] * mV', '* nA, dt=DT * ms');
  has('nest', '["C"] * 1000,  # nF -> pF', '* 1000  # nA -> pA');
  has('neuron', 'AREA * 1e-8  # cm2', '["C"] * 1e-3 / area', '1e-6 / case["R"] / area');
  has('pynn', 'tau_m=case["R"] * case["C"]', 'cm=case["C"]');
});

test('missing fields take the defaults', () => {
  const { neuron, input, method, dt, duration } = defaults;
  for (const { write } of targets) {
    assert.equal(write({}, about), write({ neuron, input, method, dt, duration }, about));
  }
  for (const kind of Object.keys(defaults.components)) {
    const [each] = completeCases({ input: [{ kind, values: [1] }] }, about);
    for (const [field, value] of Object.entries(defaults.components[kind])) {
      if (field !== 'values') assert.equal(each.input[0][field], value);
    }
  }
});

test('every experiment has a script for every target, with each of its cases', () => {
  for (const experiment of experiments) {
    const cases = experiment
      .cases(startValues(experiment))
      .map((each) => ({ ...each, title: caseTitle(each) }));
    for (const { id, write } of targets) {
      const script = write(cases, { ...about, title: experimentTitle(experiment.id) });
      for (const { title } of cases) assert.ok(script.includes(title), `${id}: no ${title}`);
      assert.ok(!/undefined|NaN|\[object|null/.test(script), `${id} of ${experiment.id}`);
    }
  }
});

test('NEST and NeuroML say that nothing here runs them', () => {
  for (const { id, tested, write } of targets) {
    assert.equal(write({}, about).includes('NOT RUN BY OUR TESTS'), !tested, id);
  }
});

test('PyNN says what it needs beyond the simulator', () => {
  const [, header] = write('pynn', {}).split('"""');
  assert.match(header, /mpirun .*needs mpi4py/);
  assert.match(header, /mechanisms are not found: run nrnivmodl[^]*Debian[^]*prepare-pynn\.sh/);
  assert.match(header, /neurons, 1 or more/);
});

test('the current in JavaScript is that of the simulator', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const request = randomRequest(seed, 'euler');
    const [each] = completeCases(request, about);
    const { t, current } = iaf.simulate({ ...request, dt: 0.37 });
    t.forEach((time, i) => {
      const sum = each.input.reduce((total, component) => total + currentOf(component, time), 0);
      assert.ok(Math.abs(sum - current[i]) <= 1e-12 * (1 + Math.abs(sum)), `seed ${seed}, I(${time})`);
    });
  }
});

test('the steepness bounds every difference of the current, edges apart', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const [each] = completeCases(randomRequest(seed, 'exact'), about);
    const most = steepness(each);
    const jumps = edges(each);
    const I = (t) => each.input.reduce((total, component) => total + currentOf(component, t), 0);
    for (let t = 0.005; t < each.duration; t += 0.1) {
      if (jumps.some((edge) => Math.abs(edge - t) <= 0.01)) continue;
      assert.ok(Math.abs(I(t + 0.01) - I(t)) <= most * 0.01 * (1 + 1e-9) + 1e-12, `seed ${seed}, t ${t}`);
    }
  }
});

test('the step of a script: the request’s own, or a round one fine enough', () => {
  const step = (request, fine) => scriptStep(completeCases(request, about), fine);
  assert.equal(step({ method: 'euler', dt: 0.07 }, 0.01), 0.07);
  assert.equal(step({ method: 'exact', dt: 0.5 }, 0.01), 0.01);
  assert.equal(step({ neuron: { R: 0.1, C: 1 } }, 0.01), 0.002);
  assert.equal(step({ neuron: { R: 1, C: 0.4 } }, 0.01), 0.005);
  assert.ok(step({ duration: 1e6 }, 0.01) >= 0.2, 'a long run has a coarser step');
});

test('the step of a script with spikes on the grid: less where many spikes would go missing, if that is cheap', () => {
  const step = (request) => gridStep(completeCases(request, about), 0.01);
  const firing = (amplitude, duration) => ({ input: [{ kind: 'constant', amplitude }], duration });
  for (const request of [
    firing(0, 100),
    firing(3, 100),
    firing(30, 100),
    firing(300, 200),
    firing(30, 1e4),
  ]) {
    const dt = step(request);
    const { length } = iaf.simulate(request).spikes;
    const wanted = Math.min(0.01, request.duration / 2 / length ** 2);
    assert.ok(dt <= 0.01 * (1 + 1e-9), `${dt} ms for ${length} spikes`);
    assert.ok(dt <= wanted * (1 + 1e-9) || dt <= request.duration / 1e5, `${dt} ms for ${length} spikes`);
    assert.ok(dt > 0.4 * Math.max(wanted, request.duration / 1e5) || dt === 0.01, `${dt} ms for ${length}`);
  }
  assert.equal(step({ ...firing(300, 100), method: 'euler', dt: 0.05 }), 0.05);
});

test('spikes as the scripts expect them are those of the simulator', () => {
  for (const { id, requests } of states) {
    completeCases(requests, about).forEach((each, i) => {
      const { request } = requests[i];
      const exact = iaf.simulate({ ...request, method: 'exact' }).spikes;
      const found = spikeTimes(each, { dt: 0.01, method: 'exact' });
      assert.equal(found.length, exact.length, `${id}: number`);
      assert.ok(greatestDifference(found, exact) < 1e-3, `${id}: ${greatestDifference(found, exact)} ms`);
      if (edges(each).length > 0) return; // the simulator's euler knows edges between its grid points
      const euler = iaf.simulate({ ...request, method: 'euler', dt: 0.01 }).spikes;
      const forward = spikeTimes(each, { dt: 0.01, method: 'forward' });
      assert.equal(forward.length, euler.length, `${id}: number on the grid`);
      assert.ok(greatestDifference(forward, euler) < 1e-6, id);
    });
  }
});

test('a script whose spikes lie on a grid says what the delays add up to', () => {
  for (const { requests, title } of states) {
    for (const id of ['brian2', 'pynn', 'nest', 'neuroml']) {
      const script = write(id, requests, { title });
      completeCases(requests, { ...about, title }).forEach(({ name }, i) => {
        const { length } = iaf.simulate({ ...requests[i].request, method: 'exact' }).spikes;
        if (length === 0) assert.ok(!script.includes(`    ${name}: `), `${id} of ${title}: no spikes`);
        else assert.equal(announcedDelay(script, name).exact, length, `${id} of ${title}`);
      });
    }
  }
});

test('a state that no simulator can run has its scripts in the end', () => {
  const neuron = { theta: 1, u_reset: 2, u_0: 0, u_rest: 0 };
  const endless = [
    { neuron, input: [{ kind: 'constant', amplitude: 100 }] },
    { neuron: { R: 0 } },
    { neuron: { C: -1 } },
    { input: [{ kind: 'constant', amplitude: 1e12 }] },
    { method: 'euler', dt: 1e-12 },
    { method: 'euler', dt: 0 },
    { method: 'euler', dt: -1 },
    { duration: 1e12 },
    { duration: -5 },
  ];
  for (const request of endless) for (const { write } of targets) write(request, about);
  for (const id of ['brian2', 'pynn', 'nest', 'neuroml'])
    assert.match(write(id, { duration: 1e9 }), /^ {4}Test: up to 500 ms more with every spike$/m);
});

test('request → JSON → request', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const request = randomRequest(seed, ['exact', 'euler', 'rk4'][seed % 3]);
    assert.deepEqual(fromJson(toJson(request)), request);
    const loaded = fromJson(toJson(request, iaf.simulate(request)));
    assert.deepEqual(loaded, request);
  }
  const open = { input: [{ kind: 'constant', amplitude: 2, start: 1, stop: Infinity }] };
  assert.deepEqual(fromJson(toJson(open)), { input: [{ kind: 'constant', amplitude: 2, start: 1 }] });
  const typed = {
    input: [{ kind: 'samples', values: new Float64Array([0.1, -2]) }],
    probe: new Float32Array([1]),
  };
  assert.deepEqual(fromJson(toJson(typed)), { input: [{ kind: 'samples', values: [0.1, -2] }], probe: [1] });
  assert.deepEqual(fromJson('{"duration": 5}'), { duration: 5 });
});

test('JSON keeps the result to the last digit', () => {
  const run = iaf.simulate(marked);
  const { result, version, units } = JSON.parse(toJson(marked, run));
  for (const name of ['t', 'current', 'u', 'spikes', 'u_at_probe'])
    assert.deepEqual(result[name], [...run[name]]);
  assert.equal(version, 1);
  assert.equal(units.u, 'mV');
});

test('a JSON file that is no request is refused by name', () => {
  const refuses = (text, message) => assert.throws(() => fromJson(text), message);
  refuses('', SyntaxError);
  refuses('[1]', /the file is a list: must be an object/);
  refuses('{"format":"x"}', /format is "x"/);
  refuses('{"format":"integrate-and-fire","version":2,"request":{}}', /version is 2/);
  refuses('{"neuron":{"R":"1"}}', /neuron\.R is "1": must be a finite number/);
  refuses('{"neuron":{"Q":1}}', /neuron: there is no field "Q"/);
  refuses('{"input":[{"kind":"noise"}]}', /input\[0\]\.kind is "noise"/);
  refuses('{"input":[{"kind":"constructor"}]}', /input\[0\]\.kind/);
  refuses('{"input":[{"kind":"samples","values":[1,null]}]}', /input\[0\]\.values\[1\] is null/);
  refuses('{"method":"<b>"}', /method/);
  refuses('{"__proto__":{"x":1}}', /there is no field "__proto__"/);
  assert.equal({}.x, undefined);
  assert.throws(() => toJson({ dt: NaN }), /request\.dt is NaN/);
});

/** @param {string} text */
function cells(text) {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line) => line.split(','));
}

test('CSV → the same doubles, and the same request', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const request = randomRequest(seed, 'exact');
    const run = iaf.simulate(request);
    const [header, ...rows] = cells(samplesCsv(request, run));
    assert.deepEqual(header, ['t (ms)', 'I (nA)', 'u (mV)']);
    assert.deepEqual(
      rows.map(([t]) => Number(t)),
      [...run.t],
    );
    assert.deepEqual(
      rows.map(([, I]) => Number(I)),
      [...run.current],
    );
    assert.deepEqual(
      rows.map(([, , u]) => Number(u)),
      [...run.u],
    );
    const [spikeHeader, ...spikes] = cells(spikesCsv(request, run));
    assert.deepEqual(spikeHeader, ['spike', 'time (ms)', 'interval (ms)']);
    assert.deepEqual(
      spikes.map(([, time]) => Number(time)),
      [...run.spikes],
    );
    assert.deepEqual(requestOfCsv(samplesCsv(request, run)), request);
    assert.deepEqual(requestOfCsv(spikesCsv(request, run)), request);
  }
  assert.equal(requestOfCsv('t,I\n1,2\n'), null);
});

test('no cell of a CSV is a formula', () => {
  const request = randomRequest(7, 'exact');
  const run = iaf.simulate(request);
  const text = samplesCsv(request, run) + spikesCsv(request, run);
  for (const cell of text.split(/[,;\t\n"]/)) {
    const harmless = /^-?[0-9.e+-]*$/.test(cell) && cell === (cell === '' ? '' : String(Number(cell)));
    assert.ok(harmless || /^[a-zA-Z#:{}[\] ]/.test(cell), `cell ${cell}`);
    assert.ok(!/^[=+@\t\r]/.test(cell), `cell ${cell}`);
  }
});

const hostile = [
  '"""\nimport os\nos.system("x")',
  "'); import os #",
  '=cmd|x!A1',
  '--><script>alert(1)</script>',
  '${process.exit()}',
  '\\',
  '1\n2',
];

test('nothing but numbers gets from a request into a script, a CSV or JSON', () => {
  const fields = [
    (x) => ({ neuron: { R: x } }),
    (x) => ({ neuron: { t_ref: x } }),
    (x) => ({ duration: x }),
    (x) => ({ dt: x }),
    (x) => ({ method: x }),
    (x) => ({ input: [{ kind: x }] }),
    (x) => ({ input: [{ kind: 'constant', amplitude: x }] }),
    (x) => ({ input: [{ kind: 'constant', stop: x }] }),
    (x) => ({ input: [{ kind: 'sine', frequency: x }] }),
    (x) => ({ input: [{ kind: 'samples', values: [1, x] }] }),
    (x) => ({ input: [{ kind: 'samples', values: [1], interval: x }] }),
  ];
  const shapes = [...hostile, NaN, -Infinity, { toString: () => '1' }, [1], { valueOf: () => 1 }, true];
  const run = iaf.simulate({});
  for (const make of fields) {
    for (const value of shapes) {
      for (const { write } of targets) assert.throws(() => write(make(value), about), TypeError);
      assert.throws(() => toJson(make(value)), TypeError);
      assert.throws(() => samplesCsv(make(value), run), TypeError);
      assert.throws(() => spikesCsv(make(value), run), TypeError);
    }
  }
});

test('titles and links end no string, comment or element', () => {
  for (const text of [
    ...hostile,
    'https://a.b/"""',
    'https://a.b/-->',
    'javascript:alert(1)',
    'https://a.b/\nx',
  ]) {
    for (const { id, write } of targets) {
      const script = write([{ title: text, request: {} }], { defaults, title: text, link: text });
      const clean = write([{ title: 'x', request: {} }], { defaults, title: 'x' });
      assert.equal(script.split('\n').length, clean.split('\n').length, `${id} ${text}: another line`);
      for (const sign of ['"""', "'", '\\', '-->', '<', '{'])
        assert.equal(script.split(sign).length, clean.split(sign).length, `${id} ${text}: ${sign}`);
    }
  }
  const link = 'https://a.b/lab/index.html#experiment=time&R=6.4&u_rest=-3';
  for (const { id, write } of targets) assert.ok(write({}, { ...about, link }).includes(link), id);
});

test('numbers are written to the last digit, as all targets read them', () => {
  const next = random(5);
  for (let i = 0; i < 1000; i++) {
    const value = (next() - 0.5) * 10 ** Math.floor(40 * (next() - 0.5));
    assert.equal(Number(number(value)), value);
    assert.match(number(value), /^-?[0-9]+(\.[0-9]+)?(e-?[0-9]+)?$/); // Nml2Quantity allows no e+
  }
  assert.equal(number(5), '5.0');
  assert.equal(number(1e21), '1e21');
  assert.ok(Object.is(Number(number(-0)), -0));
});

test('citations', () => {
  const [notebook, project] = citations({ version: '0.2.0', year: 2026 });
  assert.equal(
    notebook.text,
    'Musacchio (2023), The Integrate and Fire Model: A simple neuronal model, https://www.fabriziomusacchio.com/blog/2023-07-03-integrate-and-fire-model/',
  );
  assert.match(notebook.bibtex, /^@misc\{Musacchio2023,\n {2}author = \{Musacchio, Fabrizio\},/);
  assert.match(project.bibtex, /version = \{0\.2\.0\}/);
  for (const { bibtex } of [notebook, project]) {
    assert.equal(bibtex.split('{').length, bibtex.split('}').length);
  }
  assert.throws(() => citations({ version: '1}\n', year: 2026 }), TypeError);
});
