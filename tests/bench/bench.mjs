// Prints how fast the core is, natively and as wasm in Node, from one run on one machine.

import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';

import { table } from './table.mjs';

const root = new URL('../../build/', import.meta.url).pathname;
const figures = (command, ...args) =>
  execFileSync(command, args, { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

const native = figures(`${root}native/tests/bench/bench`);
const wasm = figures(process.execPath, '--no-experimental-fetch', `${root}wasm/tests/bench/bench.js`);

const us = (ns) => (ns / 1000).toFixed(1);
const rows = native.flatMap((row, i) =>
  [
    ['native', row],
    ['wasm', wasm[i]],
  ].map(([build, at]) => ({
    experiment: at.experiment,
    spikes: at.spikes,
    build,
    'exact µs': us(at.exact),
    'exact µs (dt 0.01)': us(at.exact_fine),
    'euler ns/step': (at.euler / at.steps).toFixed(2),
    'rk4 ns/step': (at.rk4 / at.steps).toFixed(2),
    'exact : euler (dt 0.01)': (at.exact_fine / at.euler).toFixed(2),
  })),
);

console.log(
  `${cpus()[0].model}, ${cpus().length} cores, Node ${process.version}; medians of 15; 100 ms of each experiment`,
);
console.log(table(rows));
