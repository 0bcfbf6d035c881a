// Prints the spike-time errors of the methods on the notebook's experiments that fire, against the
// 20-digit spike trains of tests/reference/exact.json; and those of Brian2's exact integration on its
// grid (tests/reference/brian2.json).

import { readFile } from 'node:fs/promises';

import { loadSimulator } from '../../build/site/iaf.js';
import { table } from './table.mjs';

const reference = async (name) =>
  JSON.parse(await readFile(new URL(`../reference/${name}`, import.meta.url), 'utf8'));
const iaf = await loadSimulator();
const truth = Object.fromEntries((await reference('exact.json')).map((entry) => [entry.name, entry]));
const brian2 = await reference('brian2.json');

/** What an experiment goes by in exact.json and in brian2.json. */
const experiments = {
  constant: ['constant', 'constant'],
  'time-varying': ['sine-tau', 'time-varying'],
  'two currents': ['two-constants', 'two'],
  'high, short': ['exponential-scenario-1', 'high-short'],
  'high, long': ['exponential-scenario-3', 'high-long'],
};

/** Errors of k-th spikes, ms; the train may be shorter or longer than the truth. */
function errors(found, wanted) {
  const pairs = Math.min(found.length, wanted.length);
  return Array.from({ length: pairs }, (_, k) => Math.abs(found[k] - wanted[k])).sort((a, b) => a - b);
}

const short = (x) => (x === 0 ? '0' : x < 1e-3 ? x.toExponential(0).replace('e-', '·10⁻') : x.toPrecision(2));
const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const tidy = (text) => text.replace(/(?<=⁻)\d+/, (n) => [...n].map((digit) => digits[digit]).join(''));

const rows = [];
for (const [experiment, [name, brian2Name]] of Object.entries(experiments)) {
  const { neuron, input, duration, spikes } = truth[name];
  const wanted = spikes.map(Number);
  for (const [method, dt] of [
    ['exact', null],
    ...['euler', 'rk4', 'Brian2 exact'].flatMap((other) => [0.1, 0.01].map((step) => [other, step])),
  ]) {
    const found =
      method === 'Brian2 exact'
        ? brian2.find((run) => run.name === `${brian2Name}, dt ${dt} ms`).spikes.map(Number)
        : iaf.simulate({ neuron, input, duration, method, dt: dt ?? 0.1 }).spikes;
    const sorted = errors(found, wanted);
    rows.push({
      experiment,
      method,
      'dt (ms)': dt ?? 'any',
      spikes: `${found.length} of ${wanted.length}`,
      'median error (ms)': tidy(short(sorted[Math.floor(sorted.length / 2)])),
      'worst error (ms)': tidy(short(sorted.at(-1))),
    });
  }
}
console.log(table(rows));
