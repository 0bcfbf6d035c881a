// Which rows an experiment has, and which datasets each row gives.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Color } from '../../../web/js/draw/no-color.js';
import { arrange, countsSpikes, datasetsOf, pointOf, rangesOf, titleOf } from '../../../web/js/plots/rows.js';
import { iaf } from '../simulator.mjs';

const palette = Object.fromEntries(
  ['ink', 'muted', 'line', 'surface', 'current', 'potential', 'threshold'].map((name) => [name, name]),
);
const window = { columns: 900, from: 0, to: 100 };

/** A run of 2.2 nA, and the scene it is shown in. */
function sceneOf({ method = 'exact', twin = true, amplitude = 2.2, traces = [] } = {}) {
  const whole = {
    duration: 100,
    dt: 0.1,
    neuron: { R: 10, C: 1, u_rest: -65, u_reset: -70, theta: -50, u_0: -65, t_ref: 0 },
    input: [{ kind: 'constant', amplitude }],
  };
  const truth = iaf.view({ ...whole, method: 'exact' }, window);
  const view = { ...(method === 'exact' ? truth : iaf.view({ ...whole, method }, window)), traces };
  const exact = method === 'exact' || !twin ? view : truth;
  const results = { view, reference: twin ? exact : undefined };
  const run = { title: '', fields: {}, request: { ...whole, method }, ...results, drawn: results };
  const shown = { values: {}, numerics: { method, dt: 0.1 } };
  const picture = { experiment: {}, runs: [run], window, shown, pending: false };
  const kinds = ['current', 'potential', 'raster', 'w'];
  const reading = { t: 50, points: [{ current: 2.2, u: -55 }] };
  return { picture, palette, reading, still: false, movable: true, ranges: rangesOf(picture, kinds) };
}

const setsOf = (kind, scene) => datasetsOf({ kind, run: 0, labels: true }, scene, 900);
const usual = ['current', 'potential', 'raster'];
const types = (sets) => sets.map(({ type }) => type).join(' ');

test('rows are dealt as they are named', () => {
  const kinds = (charts) => charts.map((rows) => rows.map(({ kind, run }) => `${kind}${run}`).join(' '));
  assert.deepEqual(kinds(arrange(1, false, usual)), ['current0 potential0 raster0']);
  assert.deepEqual(kinds(arrange(1, true, usual)), ['current0 potential0 raster0']);
  assert.deepEqual(kinds(arrange(2, false, ['current', 'potential'])), [
    'current0 current1',
    'potential0 potential1',
  ]);
  assert.deepEqual(kinds(arrange(4, true, ['current', 'potential'])), [
    'current0 potential0 current2 potential2',
    'current1 potential1 current3 potential3',
  ]);
  assert.deepEqual(kinds(arrange(1, false, ['potential', 'w'])), ['potential0 w0']);
  assert.deepEqual(kinds(arrange(2, false, usual)), [
    'current0 current1',
    'potential0 raster0 potential1 raster1',
  ]);
});

test('one row of a run says how many spikes there are', () => {
  const [rows] = arrange(1, false, usual);
  assert.deepEqual(
    rows.map((row) => countsSpikes(row, rows)),
    [false, false, true],
  );
  const [, several] = arrange(2, false, ['current', 'potential']);
  assert.ok(several.every((row) => countsSpikes(row, several)));
});

test('an exact run gives its own arrays, not copies', () => {
  const scene = sceneOf();
  const { view } = scene.picture.runs[0];
  const current = setsOf('current', scene);
  assert.equal(types(current), 'level trace');
  assert.ok(current[1].t === view.t && current[1].values === view.current);
  const potential = setsOf('potential', scene);
  assert.equal(types(potential), 'level trace spike spike');
  assert.ok(potential[1].values === view.u && potential[2].times === view.spikes);
  assert.deepEqual(
    potential[0].levels.map(({ symbol, value }) => [symbol, value]),
    [
      ['θ', -50],
      ['u_rest', -65],
    ],
  );
  assert.equal(types(setsOf('raster', scene)), 'spike');
});

test('a run on a grid gives the exact one besides, where there is one', () => {
  const scene = sceneOf({ method: 'euler' });
  assert.equal(types(setsOf('potential', scene)), 'level trace trace spike');
  const [, , own] = setsOf('potential', scene);
  assert.ok(own.peaks && own.dots);
  assert.equal(types(setsOf('raster', scene)), 'level spike spike');

  const alone = sceneOf({ method: 'euler', twin: false });
  assert.equal(types(setsOf('potential', alone)), 'level trace spike');
  assert.ok(setsOf('potential', alone)[1].peaks);
  assert.equal(types(setsOf('raster', alone)), 'spike');
  assert.deepEqual(alone.ranges.current, scene.ranges.current);
});

test('where spikes crowd, traces and spikes know it', () => {
  const scene = sceneOf({ amplitude: 100 });
  for (const set of [...setsOf('potential', scene).slice(1), ...setsOf('raster', scene)]) {
    assert.equal(set.crowds.length, 1);
  }
});

test('a further trace has a row by its name', () => {
  const values = Float64Array.from({ length: 10 }, (_, k) => k / 10);
  const scene = sceneOf({ traces: [{ name: 'w', symbol: 'w', unit: 'nA', values }] });
  const [row] = arrange(1, false, ['w'])[0];
  const [trace] = datasetsOf(row, scene, 900);
  assert.equal(trace.type, 'trace');
  assert.ok(trace.values === values);
  assert.deepEqual(scene.ranges.w, { min: 0, max: 1, step: 0.2 });
  assert.deepEqual(titleOf(row, scene.picture.runs[0], scene, false, false), [
    { symbol: 'w' },
    { aside: ' (nA)' },
  ]);
  assert.equal(pointOf(row, scene), null);
  assert.deepEqual(setsOf('w', sceneOf()), []);
});

test('I and u keep their titles where a view names its traces', () => {
  const traces = ['u', 'current'].map((name) => ({
    name,
    symbol: name,
    unit: '',
    values: new Float64Array(3),
  }));
  for (const scene of [sceneOf(), sceneOf({ traces })]) {
    const [text] = titleOf({ kind: 'current', run: 0 }, scene.picture.runs[0], scene, false, false);
    assert.deepEqual(text, { text: 'Input current ' });
  }
});

test('the cursor meets I and u', () => {
  const scene = sceneOf();
  assert.deepEqual(pointOf({ kind: 'current', run: 0 }, scene), { value: 2.2, colour: 'current' });
  assert.deepEqual(pointOf({ kind: 'potential', run: 0 }, scene), { value: -55, colour: 'potential' });
  assert.equal(pointOf({ kind: 'raster', run: 0 }, scene), null);
});

test('what stands in for colours that are mixed leaves them as they are', () => {
  const colour = new Color('#123456');
  assert.equal(colour.valid, false);
  assert.equal(colour.saturate(0.5).darken(0.1).hexString(), '#123456');
  assert.equal(colour.mix(colour, 0.5).hexString(), '#123456');
});

test('of a neuron without a rest no level of it is drawn, and the axis holds the others', () => {
  const scene = sceneOf();
  delete scene.picture.runs[0].request.neuron.u_rest;
  const { potential } = rangesOf(scene.picture, usual);
  assert.ok(potential.min <= -70 && potential.max >= -50, JSON.stringify(potential));
  const [{ levels }] = setsOf('potential', scene);
  assert.deepEqual(
    levels.map(({ symbol }) => symbol),
    ['θ'],
  );
});
