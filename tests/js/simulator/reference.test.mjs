import assert from 'node:assert/strict';
import { test } from 'node:test';

import { iaf, reference } from '../simulator.mjs';

for (const { name, neuron, input, duration, probe, spikes, u_at_probe } of await reference('exact.json')) {
  test(`exact: ${name}`, () => {
    const run = iaf.simulate({ neuron, input, duration, probe });
    assert.equal(run.spikes.length, spikes.length);
    spikes.forEach((text, i) => {
      const wanted = Number(text);
      // Where u only grazes theta, its own rounding moves the crossing: by that over the slope there.
      const h = 1e-6;
      const before = iaf.simulate({ neuron, input, duration: wanted, probe: [wanted - 2 * h, wanted - h] });
      const slope = Math.max((before.u_at_probe[1] - before.u_at_probe[0]) / h, 1e-12);
      const scale = Math.max(Math.abs(neuron.theta), Math.abs(neuron.u_rest), 1);
      const tolerance = 2e-12 + 2e-14 * wanted + (8 * Number.EPSILON * scale) / slope;
      const error = Math.abs(run.spikes[i] - wanted);
      assert.ok(error <= tolerance, `spike ${i}: ${run.spikes[i]}, not ${text} (${error} > ${tolerance})`);
    });
    u_at_probe.forEach((text, i) => {
      assert.ok(
        Math.abs(run.u_at_probe[i] - Number(text)) <= 1e-9,
        `u(${probe[i]}) = ${run.u_at_probe[i]}, not ${text}`,
      );
    });
  });
}

/** The notebook's sliders as a request; see the README of the reference data. */
function fromNotebook({ panel, args, dt, samples }) {
  const neuron = { R: args.R, C: args.C, theta: args.theta, u_rest: 0, u_reset: 0, u_0: 0, t_ref: 0 };
  const common = { method: 'euler', dt, duration: (samples - 1) * dt };
  if (panel === 'tau') {
    const R = args.R / args.tau_m;
    const tau = { R, C: args.tau_m / R, u_rest: args.u_rest, u_reset: args.u_r };
    return {
      ...common,
      neuron: { ...neuron, ...tau },
      input: [{ kind: 'sine', amplitude: 1, frequency: 1000 / (2 * Math.PI) }],
    };
  }
  const input = {
    constant: () => ({ kind: 'constant', amplitude: args.I }),
    two: () => ({ kind: 'constant', amplitude: args.I1 + args.I2 }),
    sine: () => ({
      kind: 'sine',
      amplitude: args.I_max,
      frequency: 1000 * args.freq,
      phase: 2 * Math.PI * args.freq * dt,
    }),
    decay: () => ({ kind: 'exponential', amplitude: args.I_peak * Math.exp(-dt / args.tau), tau: args.tau }),
  }[panel]();
  const start = panel === 'constant' || panel === 'two' ? args.u_rest : 0;
  return { ...common, neuron: { ...neuron, u_reset: start, u_0: start }, input: [input] };
}

for (const wanted of await reference('notebook.json')) {
  test(`notebook: ${wanted.name}`, () => {
    const run = iaf.simulate(fromNotebook(wanted));
    assert.equal(run.t.length, wanted.samples);
    assert.deepEqual(
      [...run.spikes],
      wanted.spike_step.map((step) => step * wanted.dt),
    );
    wanted.u_step.forEach((step, i) => {
      assert.ok(
        Math.abs(run.u[step] - wanted.u[i]) <= 1e-9,
        `u at step ${step}: ${run.u[step]}, not ${wanted.u[i]}`,
      );
    });
  });
}
