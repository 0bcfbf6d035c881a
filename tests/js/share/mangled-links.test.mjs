// Links as they arrive: changed, cut or added to on their way.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { experimentOf } from '../../../web/js/model/experiments/index.js';
import { readOptions } from '../../../web/js/share/figure/read-options.js';
import { linkIn, LONGEST_LINK, pairsOf } from '../../../web/js/share/link-pairs.js';
import { encode } from '../../../web/js/share/permalink.js';
import { decode } from '../../../web/js/share/read-link.js';
import { iaf } from '../simulator.mjs';

/** The value that a link sets, where nothing of it is ignored. */
function valueOf(link, key, experiment) {
  const state = decode(link, iaf.defaults);
  assert.deepEqual(state.problems, [], link);
  if (experiment) assert.equal(state.experiment, experiment, link);
  return state.values[key];
}

test('& and = in other spellings', () => {
  for (const link of [
    'v=1&amp;experiment=two&amp;amplitude_1=2',
    'v=1&amp;amp;experiment=two&amp;amp;amplitude_1=2',
    'v=1&#38;experiment=two&#38;amplitude_1=2',
    'v=1%26experiment=two%26amplitude_1=2',
    'v%3D1%26experiment%3Dtwo%26amplitude_1%3D2',
    'v%3d1%2526experiment%253Dtwo%25252526amplitude_1=2',
    'v=1%26amp%3Bexperiment=two%26amp%3Bamplitude_1=2',
    'v=3D1&experiment=3Dtwo&amplitude_1=3D2',
  ]) {
    assert.equal(valueOf(`#${link}`, 'amplitude_1', 'two'), 2, link);
    assert.equal(decode(readOptions(link).link).values.amplitude_1, 2, link);
  }
});

test('the signs of the sentence around a link', () => {
  const [{ request }] = experimentOf('constant').cases(
    decode('v=1&experiment=constant&amplitude=1.2&R=8)').values,
  );
  assert.equal(iaf.view(request, { columns: 10 }).spikes.length, 20);
  for (const sign of [
    '.',
    ',',
    ';',
    ':',
    '!',
    '?',
    ')',
    ']',
    '}',
    '>',
    '"',
    "'",
    '…',
    '*',
    '_',
    ').',
    '"…)',
    '’',
    '%29',
    '%E2%80%A6',
  ]) {
    assert.equal(valueOf(`v=1&R=8${sign}`, 'R', 'constant'), 8, sign);
    assert.equal(valueOf(`v=1&R=8&experiment=two${sign}`, 'R', 'two'), 8, sign);
    assert.equal(valueOf(`v=1&R=-8${sign}&utm_source=x`, 'R'), -8, sign);
    assert.equal(decode(`R=8&panel=fi${sign}`).panel, 'fi', sign);
  }
});

test('signs that are not seen, a minus of its own, a decimal comma, capitals', () => {
  const zeroWidth = '\u200b\u200d\ufeff\u2060\u00ad';
  assert.equal(
    valueOf(`v=1&expe${zeroWidth}riment=two&R${zeroWidth}=${zeroWidth}8${zeroWidth}`, 'R', 'two'),
    8,
  );
  assert.equal(valueOf('v=1&experiment=two%E2%80%8B&R=8', 'R', 'two'), 8);
  for (const minus of ['−', '%E2%88%92', '–', '-']) {
    assert.equal(valueOf(`v=1&experiment=time&u_reset=${minus}60`, 'u_reset', 'time'), -60);
    assert.deepEqual(
      valueOf(`experiment=time&input=samples+interval+1e${minus}1+values+0+${minus}2`, 'input')[0].values,
      [0, -2],
    );
  }
  for (const [text, value] of [
    ['7,5', 7.5],
    ['7,50', 7.5],
    ['0,125', 0.125],
    ['-,5', -0.5],
    ['1234,567', 1234.567],
    ['7,5e1', 75],
    ['7%2C5', 7.5],
  ]) {
    assert.equal(valueOf(`v=1&experiment=constant&R=${text}`, 'R', 'constant'), value, text);
  }
  const capitals =
    'V=1&EXPERIMENT=TIME&WAVEFORM=OWN&TAU_M=8&R=9&INPUT=SAMPLES+INTERVAL+2+VALUES+1E-1+3&PANEL=FI&METHOD=RK4';
  const { values, panel, method } = decode(capitals, iaf.defaults);
  const { R, tau_m, waveform, input } = values;
  assert.equal(valueOf(capitals, 'tau_m', 'time'), 8);
  assert.deepEqual([R, tau_m, waveform, panel, method], [9, 8, 'own', 'fi', 'rk4']);
  assert.deepEqual([input[0].interval, input[0].values], [2, [0.1, 3]]);
});

test('a comma that may part thousands is asked about', () => {
  for (const text of ['1,500', '-12,345', '+999,000']) {
    const { values, problems } = decode(`R=${text}`);
    assert.equal(values.R, 6.4);
    assert.match(problems[0], /^R = .*(1\.500 or 1500|-12\.345 or -12345|999\.000 or .?999000)/, text);
  }
  for (const text of ['1,2,3', '1.5,5', ',', '7,', '1,5,']) {
    assert.match(decode(`R=${text}&theta=4`).problems.join(), /^R = .*not a number/, text);
  }
});

test('what programs add to count visits is passed over; anything else is named', () => {
  for (const more of [
    'utm_source=newsletter',
    'utm_medium=mail&utm_campaign=a%20b',
    'fbclid=IwAR0abc',
    'gclid=x',
    '_gl=1*abc*_ga*MTIz',
    'msclkid=1&mc_cid=2&mc_eid=3&igshid=4',
    ':~:text=spikes',
  ]) {
    assert.equal(valueOf(`v=1&experiment=two&amplitude_1=2&${more}`, 'amplitude_1', 'two'), 2, more);
  }
  for (const more of ['source=x', 'utm=1', 'clid=1', 'fbid=3']) {
    assert.equal(decode(`v=1&experiment=two&${more}`).problems.length, 1, more);
  }
});

test('a link in the query of an address without one in its fragment', () => {
  const of = (search, hash) => decode(linkIn({ search, hash })).values.amplitude_1;
  assert.equal(of('?v=1&experiment=two&amplitude_1=2', ''), 2);
  assert.equal(of('?experiment=two&amp;amplitude_1=2', '#fbclid=3'), 2);
  assert.equal(of('?experiment=two&amplitude_1=2', '#experiment=two'), 1);
  for (const search of ['', '?lang=en', '?v=20260101', '?R=3']) {
    assert.deepEqual(decode(linkIn({ search, hash: '' })), decode(''), search);
  }
});

test('an experiment that there is none of: those there are', () => {
  const { experiment, problems } = decode('experiment=zork&R=3');
  assert.equal(experiment, 'constant');
  assert.deepEqual(problems, ['experiment = zork (not one of constant, time, two, intensity)']);
});

const own = 'v=1&experiment=time&waveform=own&input=samples+interval+0.25+values';

test('a link that is cut within its samples is named, with their number or without', () => {
  for (const end of ['+0+3+3+3+0.', '+0+3+-', '+0+1e', '+0+1e-', '+0+3…', '+0+3...', '+0.)', '+0.5+0.']) {
    const { values, problems } = decode(own + end, iaf.defaults);
    assert.deepEqual(values.input, decode('experiment=time').values.input, end);
    assert.match(problems.join(), /^input = samples interval 0\.25 va… \(cut off within a number/, end);
  }
  // Those of earlier releases stay valid, and so does NumPy's way to write whole numbers.
  for (const end of ['+0+3+3+3+0.5', '+0.+1.+2.', '+0.+1&theta=4', '+0.&theta=4.']) {
    assert.deepEqual(decode(own + end, iaf.defaults).problems, [], end);
  }
});

test('wherever a link with samples is cut, nothing in it becomes another value', () => {
  const state = {
    ...decode('experiment=time&theta=47.25&u_0=-12.5&waveform=own&panel=fi&from=10.5&to=20.25&row=0'),
  };
  state.values.input = [
    { kind: 'samples', interval: 0.25, start: 12.5, stop: Infinity, values: [0, 3.25, -1.5e-7, 12.75] },
    { kind: 'constant', amplitude: 12.5, start: 10, stop: 20.5 },
    { kind: 'samples', interval: 10, start: 0, stop: Infinity, values: [1, 25] },
  ];
  const start = decode('experiment=time');
  const link = encode(state);
  assert.match(link, /^v=1&experiment=time&samples=6&.*&input=.*&end=$/);
  for (const whole of [link, link.slice(0, -1), `${link}.`, `${link.slice(0, -1)}).`, `${link}&fbclid=3`]) {
    assert.deepEqual(decode(whole, iaf.defaults), { ...state, problems: [] });
  }
  let named = 0;
  for (let length = link.indexOf('&samples=') + 10; length < link.length - 1; length += 1) {
    for (const after of ['', '…', '...', '.']) {
      const { values, problems, ...rest } = decode(link.slice(0, length) + after, iaf.defaults);
      assert.match(problems.join(), /^input = .*\(the link was cut on its way/, link.slice(0, length));
      for (const [key, value] of Object.entries(values)) {
        assert.ok([state.values[key], start.values[key]].includes(value) || key === 'input', key);
      }
      assert.deepEqual(values.input, start.values.input);
      for (const key of ['from', 'to', 'panel']) assert.ok([state[key], null].includes(rest[key]), key);
      named += 1;
    }
  }
  assert.ok(named > 800);
});

test('a link with more or fewer samples than it says', () => {
  for (const [told, count] of [
    [3, 2],
    [1, 2],
    ['x', 2],
  ]) {
    const { values, problems } = decode(
      `experiment=time&samples=${told}&waveform=own&R=3&input=samples+values+1+2&end=`,
    );
    assert.match(problems.join(), new RegExp(`^input = .*says samples = ${told}, but there are ${count}`));
    assert.deepEqual([values.R, values.input], [3, decode('experiment=time').values.input]);
  }
  assert.match(decode('experiment=time&samples=3&end=').problems.join(), /says samples = 3, but there are 0/);
  assert.match(decode('experiment=constant&samples=3&end=').problems.join(), /no such parameter/);
});

test('a link longer than any is not read, whatever it holds', () => {
  const { problems, ...state } = decode(`R=3&theta=${'4'.repeat(LONGEST_LINK)}`);
  assert.match(problems.join(), /all of the link \(it has 4,000,010 characters: must be 4,000,000 at most\)/);
  assert.deepEqual({ ...state, problems: [] }, decode(''));
  assert.deepEqual(pairsOf('&'.repeat(LONGEST_LINK + 1)), []);
});

test('options of the lab: what it shows, which controls, the cursor, several panels', () => {
  const read = (link) => {
    const { options, link: rest, problems } = readOptions(link, 'lab');
    return { ...options, ...decode(rest), problems: [...problems, ...decode(rest).problems] };
  };
  const all = ['summary', 'plots', 'readouts', 'regime', 'spikes', 'statistics', 'fi', 'map', 'numerics'];
  assert.deepEqual(read('R=3').show, all);
  assert.deepEqual([read('R=3').controls, read('R=3').panel], [undefined, null]);
  assert.deepEqual(read('show=plots,regime').show, ['plots', 'regime']);
  assert.deepEqual(
    [read('show=plots,map,fi').show, read('show=plots,map,fi').panel],
    [['plots', 'map', 'fi'], 'map'],
  );
  assert.deepEqual(
    [read('hide=regime,summary').show, read('hide=regime').panel],
    [all.filter((part) => !['regime', 'summary'].includes(part)), null],
  );
  assert.deepEqual(read('hide=controls').controls, []);
  assert.deepEqual(read('controls=R,theta').controls, ['R', 'theta']);
  assert.equal(read('controls=all').controls, undefined);
  assert.equal(read('cursor=35.5').cursor, 35.5);
  const { show, panel } = read('show=plots&panel=fi&panel=map');
  assert.deepEqual([show, panel], [['plots', 'fi', 'map'], 'fi']);
  assert.equal(read('panel=map&panel=fi').panel, 'map');
  for (const [link, named] of [
    ['cursor=-1', /cursor = -1 \(not a time of the run/],
    ['cursor=101', /cursor = 101 \(not a time of the run/],
    ['duration=50&cursor=60', /cursor = 60/],
    ['hide=zork', /hide = zork \(there is none of that name/],
    ['panel=fi&panel=zork', /panel = zork/],
    ['controls=amplitude_1', /controls = amplitude_1/],
    ['theme=dark', /theme = dark \(no such parameter here/],
    [`show=${'a,'.repeat(500)}`, /; ?497 more|497 more/],
  ]) {
    assert.match(read(link).problems.join('; '), named, link);
    assert.ok(read(link).problems.length <= 4);
  }
  assert.deepEqual(readOptions('hide=regime').options.show, ['plots', 'readouts']);
});

test('what is named of a cut link is what stands in it', () => {
  const { problems } = decode(
    'experiment=time&samples=5&waveform=own&input=samples+values+1+2',
    iaf.defaults,
  );
  assert.match(problems.join(), /^input = samples values 1 2 \(the link was cut/);
});
