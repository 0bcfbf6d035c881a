import assert from 'node:assert/strict';
import { test } from 'node:test';

import { iaf, issuesOf } from '../simulator.mjs';

const pulse = {
  neuron: { R: 10, C: 1, u_rest: -65, u_reset: -70, theta: -50, u_0: -65, t_ref: 2 },
  input: [{ kind: 'constant', amplitude: 2.2, start: 20, stop: 120 }],
  method: 'exact',
  dt: 0.1,
  duration: 200,
  probe: [3.5, 77],
};

test('the run of the design note', () => {
  const run = iaf.simulate(pulse);
  assert.deepEqual(Object.keys(run).sort(), ['current', 'spikes', 't', 'u', 'u_at_probe']);
  for (const array of Object.values(run)) assert.ok(array instanceof Float64Array);
  assert.equal(run.t.length, 2001 + 2 * run.spikes.length);
  assert.equal(run.u.length, run.t.length);
  assert.equal(run.current.length, run.t.length);
  assert.equal(run.spikes.length, 6);
  assert.equal(run.u_at_probe[0], -65);
  const at = run.t.indexOf(run.spikes[0]);
  assert.deepEqual([...run.t.slice(at, at + 2)], [run.spikes[0], run.spikes[0]]);
  assert.deepEqual([...run.u.slice(at, at + 2)], [-50, -70]);
});

test('nothing returned is a view of wasm memory', () => {
  const run = iaf.simulate(pulse);
  const copy = structuredClone(run);
  iaf.simulate({ ...pulse, dt: 1e-4 }); // grows the memory, which detaches any view of it
  assert.deepEqual(run, copy);
  assert.equal(run.u.buffer.byteLength, run.u.byteLength);
});

test('missing fields take the defaults', () => {
  const { components, ...request } = iaf.defaults;
  assert.deepEqual(iaf.simulate({}), iaf.simulate(request));
  assert.deepEqual(
    iaf.simulate({ neuron: { R: 7 } }),
    iaf.simulate({ ...request, neuron: { ...request.neuron, R: 7 } }),
  );
  for (const [kind, component] of Object.entries(components)) {
    assert.equal(component.kind, kind);
    const values = kind === 'samples' ? { values: [1, 2, 3] } : {};
    const bare = iaf.simulate({ input: [{ kind, ...values }] });
    assert.deepEqual(bare, iaf.simulate({ input: [{ ...component, ...values }] }));
  }
});

test('undefined is missing, null is not', () => {
  assert.deepEqual(iaf.simulate({ neuron: { R: undefined } }), iaf.simulate({}));
  assert.equal(issuesOf(() => iaf.simulate({ neuron: { R: null } }))[0].field, 'neuron.R');
});

test('arrays may be plain or typed', () => {
  const values = [0, 1, 2, 0.5];
  const run = iaf.simulate({ input: [{ kind: 'samples', values, interval: 20 }] });
  for (const Type of [Float64Array, Float32Array]) {
    assert.deepEqual(
      iaf.simulate({ input: [{ kind: 'samples', values: Type.from(values), interval: 20 }] }),
      run,
    );
  }
  const whole = iaf.simulate({
    input: [{ kind: 'samples', values: Int8Array.from([0, 1, 2]), interval: 20 }],
  });
  assert.deepEqual(iaf.simulate({ input: [{ kind: 'samples', values: [0, 1, 2], interval: 20 }] }), whole);
});

test('the three methods agree where all are fine', () => {
  const [exact, rk4, euler] = ['exact', 'rk4', 'euler'].map(
    (method) => iaf.simulate({ method, dt: 0.001 }).spikes,
  );
  assert.equal(exact.length, 4);
  exact.forEach((t, i) => {
    assert.ok(rk4[i] >= t && rk4[i] <= t + 0.001 * (i + 1));
    assert.ok(Math.abs(euler[i] - t) < 0.02);
  });
});

test('every fault is an issue with field, value and what is allowed', () => {
  const cases = [
    [{ neuron: { R: -1 } }, 'neuron.R', -1, /positive/],
    [{ neuron: { theta: NaN } }, 'neuron.theta', NaN, /number/],
    [{ neuron: { C: '1' } }, 'neuron.C', '1', /must be a number/],
    [{ neuron: { u_reset: 6 } }, 'neuron.u_reset', 6, /below theta = 5 mV/],
    [{ neuron: { u_0: 5 } }, 'neuron.u_0', 5, /below theta = 5 mV/],
    [{ neuron: 3 }, 'neuron', 3, /must be an object/],
    [{ nose: 1 }, 'nose', 1, /not a known field/],
    [{ input: [{ kind: 'saw' }] }, 'input[0].kind', 'saw', /constant, ramp, sine, exponential, samples/],
    [{ input: [{ kind: 'ramp' }, { kind: 'exponential', tau: 0 }] }, 'input[1].tau', 0, /positive/],
    [{ input: [{ kind: 'samples' }] }, 'input[0].values', undefined, /at least one/],
    [{ input: [{ kind: 'samples', values: [1, 'two'] }] }, 'input[0].values[1]', 'two', /must be a number/],
    [{ input: [{ kind: 'constant', start: 3, stop: 3 }] }, 'input[0].stop', 3, /after start = 3 ms/],
    [{ method: 'magic' }, 'method', 'magic', /exact, euler, rk4/],
    [{ dt: 0 }, 'dt', 0, /positive/],
    [{ dt: 1e-9 }, 'dt', 1e-9, /increase dt or shorten duration/],
    [{ duration: -5 }, 'duration', -5, /positive/],
    [{ probe: [1, 101] }, 'probe[1]', 101, /0 to duration = 100 ms/],
  ];
  for (const [request, field, value, rule] of cases) {
    const issues = issuesOf(() => iaf.simulate(request));
    assert.equal(issues.length, 1, JSON.stringify(issues));
    assert.equal(issues[0].field, field);
    assert.deepEqual(issues[0].value, value);
    assert.match(issues[0].message, rule);
    assert.ok(issues[0].message.includes(field));
  }
});

test('the value of an issue is what stands in the request, or the number that stands for it', () => {
  const cases = [
    [() => iaf.simulate({ neuron: { theta: 0.2 } }), 'neuron.u_reset', 0.4],
    [() => iaf.simulate({ neuron: { R: null } }), 'neuron.R', null],
    [() => iaf.simulate({ input: [{ kind: 'samples', values: 'abc' }] }), 'input[0].values', 'abc'],
    [() => iaf.firingRates({}), 'axes', 0],
    [
      () => iaf.firingRates({ neuron: { u_0: 10 }, axes: [{ field: 'neuron.R', values: [1] }] }),
      'neuron.u_0',
      10,
    ],
    [() => iaf.view({}, { columns: 1.5 }), 'columns', 1.5],
    [() => iaf.view({}, { columns: NaN }), 'columns', NaN],
    [() => iaf.view({}, { columns: 100, from: -1 }), 'from', -1],
  ];
  for (const [call, field, value] of cases) {
    const [issue] = issuesOf(call);
    assert.equal(issue.field, field);
    assert.deepEqual(issue.value, value);
  }
});

test('a view refuses what is no request, no window or no number like a run does', () => {
  for (const request of [null, undefined, 3, 'x', { duration: 2n }, { duration: Symbol('x') }]) {
    const [expected] = issuesOf(() => iaf.simulate(request));
    assert.deepEqual(issuesOf(() => iaf.view(request, { columns: 100 }))[0], expected);
    assert.deepEqual(issuesOf(() => iaf.view(request))[0], expected);
  }
  assert.equal(issuesOf(() => iaf.view({}))[0].field, 'columns');
  assert.equal(issuesOf(() => iaf.view({}, { columns: 100, to: 2n }))[0].field, 'from');
});

test('a million faults make no list of a million', () => {
  for (const item of [null, {}, 1]) {
    const issues = issuesOf(() =>
      iaf.simulate({ input: Array(1e5).fill(item), probe: Array(1e5).fill('x') }),
    );
    assert.ok(issues.length <= 100);
    assert.ok(issues.reduce((sum, { message }) => sum + message.length, 0) < 1e4);
  }
  assert.equal(
    issuesOf(() => iaf.firingRates({ axes: Array(1e4).fill({ field: 'x', values: [] }) })).length,
    1,
  );
});

test('all faults are reported at once', () => {
  const issues = issuesOf(() => iaf.simulate({ neuron: { R: 0, x: 1 }, dt: -1, method: 'no' }));
  assert.deepEqual(issues.map((issue) => issue.field).sort(), ['dt', 'method', 'neuron.R', 'neuron.x']);
});

test('whatever is thrown at it gives a run or issues', () => {
  const circle = {};
  circle.neuron = circle;
  const strange = [
    undefined,
    null,
    0,
    '',
    [],
    [[]],
    () => 1,
    Symbol('x'),
    10n,
    new Date(),
    new Map(),
    circle,
    { input: {} },
    { input: [[]] },
    { input: [1, 2] },
    { input: new Float64Array(3) },
    { probe: 'x' },
    { probe: [[1]] },
    { input: [{ kind: 'samples', values: { length: 3 } }] },
    { neuron: [] },
    { ['x'.repeat(1e6)]: 1 },
    { 'ünï\u0000': 1 },
  ];
  for (const request of strange) assert.ok(issuesOf(() => iaf.simulate(request)).length > 0);
  assert.ok(issuesOf(() => iaf.simulate({ probe: new Float64Array(2 ** 26) })).length > 0);
});

test('firing rates over one and two axes', () => {
  const amplitude = { field: 'input[0].amplitude', values: [0.5, 0.8, 2] };
  const curve = iaf.firingRates({ axes: [amplitude] });
  assert.ok(curve instanceof Float64Array);
  assert.equal(curve[0], 0);
  const wanted = 1000 / (5.76 * Math.log((0.8 * 6.4 - 0.4) / (0.8 * 6.4 - 5)));
  assert.ok(Math.abs(curve[1] - wanted) < 1e-10 * wanted);

  const map = iaf.firingRates({ axes: [{ field: 'neuron.t_ref', values: [0, 5] }, amplitude] });
  assert.deepEqual([...map.slice(0, 3)], [...curve]);
  assert.ok(Math.abs(1000 / map[5] - 1000 / curve[2] - 5) < 1e-9);

  assert.equal(
    issuesOf(() => iaf.firingRates({ axes: [{ field: 'neuron.R', values: [1, -1] }] }))[0].field,
    'axes[0].values[1]',
  );
  assert.equal(issuesOf(() => iaf.firingRates({}))[0].field, 'axes');
  assert.equal(issuesOf(() => iaf.simulate({ axes: [] }))[0].field, 'axes');
});

test('the wasm heap peaks at what it returns and 2 MiB', async () => {
  // A fresh instance, and its memory as the page would see it.
  const grown = [];
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...args) => {
    const result = await instantiate.apply(WebAssembly, args);
    const exports = (result.instance ?? result).exports;
    grown.push(...Object.values(exports).filter((item) => item instanceof WebAssembly.Memory));
    return result;
  };
  const { loadSimulator } = await import('../../../build/site/iaf.js');
  const fresh = await loadSimulator();
  WebAssembly.instantiate = instantiate;
  for (const method of ['exact', 'euler', 'rk4']) {
    const run = fresh.simulate({ duration: 1000, dt: 0.01, method });
    const returned = Object.values(run).reduce((sum, array) => sum + array.byteLength, 0);
    const heap = grown[0].buffer.byteLength;
    assert.ok(heap <= returned + 2 * 2 ** 20, `${method}: ${heap} bytes for ${returned}`);
  }
});
