// Sweeps through the built simulator in Node, against the aims of the project and, where they are
// installed, against Brian2 and the notebook's own loop on the same jobs.

import { execFileSync } from 'node:child_process';

import { loadSimulator } from '../../build/site/iaf.js';
import { medianTime, table } from './table.mjs';

const iaf = await loadSimulator();
const neuron = { R: 5, C: 0.5, u_rest: 0, u_reset: 0, theta: 5, u_0: 0, t_ref: 0 };
const range = (count, low, high) =>
  Float64Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1));
const amplitudes = (count) => ({ field: 'input[0].amplitude', values: range(count, 0, 10) });
const resistances = (count) => ({ field: 'neuron.R', values: range(count, 1, 10) });
const constant = { neuron, input: [{ kind: 'constant', amplitude: 1 }] };
const sine = { neuron, input: [{ kind: 'sine', amplitude: 1, frequency: 100 }] };

const jobs = [
  ['f-I curve, 200 points, constant', { ...constant, axes: [amplitudes(200)] }, 0.02],
  ['f-I curve, 200 points, sine', { ...sine, axes: [amplitudes(200)] }, 2],
  ['map, 100 × 100, constant', { ...constant, axes: [amplitudes(100), resistances(100)] }, 0.5],
  ['map, 64 × 64, sine', { ...sine, axes: [amplitudes(64), resistances(64)] }, 50],
  ['10,000 neurons, constant', { ...constant, axes: [amplitudes(10000)] }],
  ['10,000 neurons, sine', { ...sine, axes: [amplitudes(10000)] }],
  [
    '10,000 neurons, constant, euler at dt 0.01',
    { ...constant, method: 'euler', dt: 0.01, axes: [amplitudes(10000)] },
  ],
  [
    '10,000 neurons, constant, rk4 at dt 0.01',
    { ...constant, method: 'rk4', dt: 0.01, axes: [amplitudes(10000)] },
  ],
];

/** Seconds of the same jobs elsewhere, by name. */
function peers() {
  try {
    const out = execFileSync('/usr/bin/python3', [new URL('peers.py', import.meta.url).pathname], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const lines = out.trim().split('\n').filter(Boolean);
    return Object.fromEntries(lines.map((line) => JSON.parse(line)).map((figure) => [figure.name, figure]));
  } catch {
    return {};
  }
}

const elsewhere = peers();
const rows = jobs.map(([name, sweep, aim]) => {
  const neurons = sweep.axes.reduce((product, axis) => product * axis.values.length, 1);
  const ms = medianTime(() => iaf.firingRates(sweep), neurons > 5000 ? 7 : 31);
  const steps = sweep.method ? neurons * (100 / sweep.dt) : 0;
  const peer = neurons === 10000 && !steps && elsewhere[name.includes('sine') ? 'sine' : 'constant'];
  return {
    'sweep (100 ms each)': name,
    ms: ms.toPrecision(3),
    'aim (ms)': aim ?? '',
    'ns per neuron': ((ms * 1e6) / neurons).toPrecision(3),
    'ns per neuron and step of the grid': steps ? ((ms * 1e6) / steps).toPrecision(2) : '',
    'Brian2 at dt 0.01 (ms)': peer ? (1000 * peer.seconds).toFixed(0) : '',
    'Brian2 : this': peer ? ((1000 * peer.seconds) / ms).toFixed(1) : '',
  };
});
console.log(table(rows));
for (const { name, seconds, note } of Object.values(elsewhere))
  console.log(`${name}: ${(1000 * seconds).toFixed(0)} ms (${note})`);
