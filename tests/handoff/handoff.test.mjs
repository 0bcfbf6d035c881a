// "Continue in …": the scripts for NumPy, Brian2, PyNN (on NEURON, also under MPI) and NEURON run, and their spikes
// are those of the simulator. See compare.mjs for what that means on a grid. Needs Debian's packages (make test-handoff).

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';

import { loadSimulator } from '../../build/site/iaf.js';
import { completeCases, edges } from '../../web/js/share/export/scripts/cases.js';
import { gridStep, scriptStep } from '../../web/js/share/export/scripts/grid.js';
import { announcedDelay, assertEachInterval, greatestDifference } from './compare.mjs';
import { onGrid } from './oracles.mjs';
import { build, preparePynn, runScript } from './run.mjs';
import { states } from './states.mjs';

const iaf = await loadSimulator();
const { defaults } = iaf;

/** NEURON's crossings are off by its tolerance and by the straight lines its current is made of, ms a spike. */
const neuronTolerance = 1e-4;

/** How each target that lives on a grid goes from point to point. @type {Record<string, (cases: any[]) => any>} */
const grids = {
  numpy: (cases) => ({
    dt: scriptStep(cases, 0.001),
    method: { exact: 'exact', euler: 'forward', rk4: 'rk4' }[cases[0].method],
  }),
  brian2: (cases) => ({
    dt: gridStep(cases, 0.01),
    method: cases[0].method === 'euler' ? 'forward' : 'exponential',
  }),
  pynn: (cases) => ({ dt: gridStep(cases, 0.01), method: 'backward' }),
};

/** @type {string[]} */
const table = [];
const seconds = {};

before(preparePynn);
after(async () => {
  const head =
    '| state | case | target | spikes | exact | against its own method, ms | an interval late by, ms | last spike off by, ms |';
  const text = [head, head.replace(/[^|]+/g, '---'), ...table].join('\n');
  await writeFile(`${build}table.md`, `${text}\n`);
  console.log(text);
  console.log(
    Object.entries(seconds)
      .map(([id, s]) => `${id} ${s.toFixed(0)} s`)
      .join(', '),
  );
});

/** @param {string} id */
async function spikesOf(id, state, how = {}) {
  const result = await runScript(id, state, defaults, how);
  const name = how.processes ? `${id} under MPI` : id;
  seconds[name] = (seconds[name] ?? 0) + result.seconds;
  return result;
}

/** Where a grid's delays cannot change the number of spikes: no exact spike so near the end that they could push it out. */
function countIsSafe(exact, duration, dt) {
  const late = 2 * dt * (exact.length + 1);
  return exact.every((time) => time < duration - late);
}

/** The same number of spikes as the exact solution, and the same times. */
function checkExact(id, state, cases, found, tolerance, name) {
  cases.forEach((each, i) => {
    const exact = iaf.simulate({ ...state.requests[i].request, method: 'exact' }).spikes;
    assert.equal(found[i].length, exact.length, `${each.name}: number of spikes`);
    const most = greatestDifference(found[i], exact);
    assert.ok(most < tolerance, `${each.name}: a spike is off by ${most} ms`);
    table.push(
      `| ${state.id} | ${each.name} | ${id}, ${name} | ${found[i].length} | ${exact.length} | | | ${most.toExponential(1)} (most) |`,
    );
  });
}

function checkOnGrid(id, state, cases, found, script) {
  const how = grids[id](cases);
  cases.forEach((each, i) => {
    const spikes = found[i];
    const { request } = state.requests[i];
    const exact = [...iaf.simulate({ ...request, method: 'exact' }).spikes];
    const title = `${each.name}`;

    // The same steps as the method itself, in plain JavaScript …
    const wanted =
      how.method === 'rk4'
        ? [...iaf.simulate({ ...request, method: 'rk4', dt: how.dt }).spikes]
        : onGrid(each, how);
    const own = greatestDifference(spikes, wanted);
    if (how.method !== 'rk4' || edges(each).length === 0) {
      assert.equal(spikes.length, wanted.length, `${title}: number of spikes of its own method`);
      assert.ok(own < 1e-6, `${title}: a spike ${own} ms from its own method's`);
    }
    // … and for Euler's as in the simulator, where the input has no edges inside a step.
    if (how.method === 'forward' && edges(each).length === 0) {
      const euler = iaf.simulate({ ...request, method: 'euler', dt: how.dt }).spikes;
      assert.equal(spikes.length, euler.length, `${title}: number of spikes of the simulator's euler`);
      assert.ok(greatestDifference(spikes, euler) < 1e-6);
    }

    // Every interval is that of the exact solution, to a step.
    const bounded = how.method === 'rk4' ? { ...how, method: 'exponential' } : how;
    const late = assertEachInterval(iaf, each, spikes, bounded);

    // And where the delays cannot add up to a spike more or less, the number is the exact one.
    if (countIsSafe(exact, each.duration, how.dt))
      assert.equal(spikes.length, exact.length, `${title}: number`);
    const last = Math.min(spikes.length, exact.length) - 1;

    // The script said so: the numbers, and how late the last spike is, to one in a hundred or 0.1 µs.
    if (id !== 'numpy' && last >= 0) {
      const said = announcedDelay(script, each.name);
      assert.deepEqual(
        [said.found, said.exact],
        [spikes.length, exact.length],
        `${title}: numbers announced`,
      );
      const late = spikes[last] - exact[last];
      assert.ok(
        Math.abs(said.late - late) < 1e-4 + 0.01 * Math.abs(late),
        `${title}: ${said.late}, not ${late}`,
      );
    }
    const off = last >= 0 ? (spikes[last] - exact[last]).toFixed(4) : '';
    table.push(
      `| ${state.id} | ${each.name} | ${id}, ${how.method}, ${how.dt} ms | ${spikes.length} | ${exact.length} | ${own.toExponential(0)} | ${late.toFixed(4)} | ${off} |`,
    );
  });
}

for (const state of states) {
  const cases = completeCases(state.requests, { defaults, title: state.title });

  test(state.id, { concurrency: true }, async (t) => {
    const parts = Object.keys(grids).map((id) =>
      t.test(id, async () => {
        const { cases: found, script } = await spikesOf(id, state);
        assert.equal(found.length, cases.length);
        const { dt, method } = grids[id](cases);
        if (method === 'exact') checkExact(id, state, cases, found, dt, `crossings solved, ${dt} ms`);
        else checkOnGrid(id, state, cases, found, script);
      }),
    );
    parts.push(
      t.test('neuron', async () => {
        const { cases: found } = await spikesOf('neuron', state);
        checkExact('neuron', state, cases, found, neuronTolerance, 'CVode');
      }),
    );
    await Promise.all(parts);
  });
}

for (const state of states.slice(0, 6)) {
  test(`${state.id}: PyNN on NEURON under mpirun -n 2, five neurons`, async () => {
    const parallel = await spikesOf('pynn', state, { processes: 2, parameters: ['neuron', '5'] });
    const alone = await runScript('pynn', state, defaults);
    assert.deepEqual(parallel.cases, alone.cases);
    const alike = parallel.output.match(/^# 2 processes, 5 neurons, 5 of them with these spikes$/gm);
    assert.equal(alike?.length, alone.cases.length);
  });
}

test('PyNN: a number of neurons that is none is refused, with what is allowed', async () => {
  for (const size of ['0', '-1', '1.5', 'ten']) {
    await assert.rejects(runScript('pynn', states[0], defaults, { parameters: ['neuron', size] }), {
      stderr: `neurons is ${size}: must be a whole number, 1 or more\n`,
    });
  }
});

test('PyNN on Brian2: a constant and a refractory period', async () => {
  const neuron = { ...defaults.neuron, t_ref: 3 };
  const state = { id: 'refractory', title: 'Refractory', requests: [{ request: { neuron, duration: 60 } }] };
  const [each] = completeCases(state.requests, { defaults });
  const { cases: found } = await spikesOf('pynn', state, { parameters: ['brian2', '2'] });
  const wanted = onGrid(each, { method: 'exponential', dt: 0.01 });
  assert.equal(found[0].length, wanted.length);
  assert.ok(wanted.length >= 2 && greatestDifference(found[0], wanted) < 1e-6);
});
