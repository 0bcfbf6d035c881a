// What each simulator ought to do, in a few lines of plain JavaScript: one loop over a grid, with the step of the
// method, the time at which that method looks at the current, and the rules for spike, reset and refractory period.
// They are independent of the scripts and of the simulator's core.

import { currentOf } from '../../web/js/model/inputs/index.js';
import { completeCases } from '../../web/js/share/export/scripts/cases.js';

const methods = {
  // u + dt f(u, I at the start of the step)
  forward: { at: 0, step: (u, x, rest, drive) => u + x * (rest - u + drive) },
  // the solution for the I at the middle of the step
  exponential: { at: 0.5, step: (u, x, rest, drive) => u + (rest + drive - u) * -Math.expm1(-x) },
  // u + dt f(next u, I at the middle of the step)
  backward: { at: 0.5, step: (u, x, rest, drive) => (u + x * (rest + drive)) / (1 + x) },
};

/**
 * The steps at whose ends there are spikes.
 * @param {object} each a case, as of completeCases
 * @param {{ method: keyof methods, dt: number, lag?: number }} how lag: steps from the crossing to the spike
 * @returns {number[]} spike times, ms
 */
export function onGrid({ neuron, input, duration }, { method, dt, lag = 0 }) {
  const { R, C, u_rest, u_reset, theta, u_0, t_ref } = neuron;
  const { at, step } = methods[method];
  const count = Math.floor(duration / dt + 1e-9);
  const hold = Math.ceil(t_ref / dt - 1e-9);
  const spikes = [];
  let u = u_0;
  let held = 0;
  for (let i = 0; i < count; i++) {
    const t = i * dt + at * dt;
    const drive = R * input.reduce((sum, component) => sum + currentOf(component, t), 0);
    if (i >= held) u = step(u, dt / (R * C), u_rest, drive);
    if (u < theta) continue;
    spikes.push((i + 1 + lag) * dt);
    u = u_reset;
    held = i + 1 + lag + hold;
  }
  return spikes;
}

export { completeCases };
