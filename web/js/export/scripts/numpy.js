import { completeCases, edges, scriptStep, steepness } from './cases.js';
import { brief, number } from './numbers.js';
import { caseTable, currentFunctions, opening, runCases, samplingCost, tidy } from './python.js';

const steps = {
  euler: `
def step(u, tau_m, case, I_now, I_middle, I_next):
    """Forward Euler."""
    return u + DT / tau_m * ((case["u_rest"] - u) + case["R"] * I_now)
`,
  rk4: `
def step(u, tau_m, case, I_now, I_middle, I_next):
    """The classic Runge-Kutta method of fourth order."""
    x, rest, R = DT / tau_m, case["u_rest"], case["R"]
    k1 = x * (rest - u + R * I_now)
    k2 = x * (rest - (u + k1 / 2) + R * I_middle)
    k3 = x * (rest - (u + k2 / 2) + R * I_middle)
    k4 = x * (rest - (u + k3) + R * I_next)
    return u + (k1 + 2 * (k2 + k3) + k4) / 6
`,
};

/**
 * A script of Python and NumPy alone, in the style of the notebook: a loop over a grid in time.
 * @param {import('./cases.js').Requests} requests
 * @param {import('./cases.js').About} about
 * @returns {string}
 */
export function numpyScript(requests, about) {
  const cases = completeCases(requests, about);
  const dt = scriptStep(cases, 0.001);
  const method = cases[0].method === 'rk4' ? 'rk4' : 'euler';
  const slope = Math.max(...cases.map(steepness));
  const jumps = cases.some((each) => edges(each).length > 0);
  const cost =
    method === 'euler'
      ? [`Over a step the current is the one at its start: ${samplingCost(slope, dt)}.`]
      : [];
  const lines = [
    'Run: python3 script.py   (needs numpy and matplotlib)',
    '',
    method === 'rk4'
      ? `Runge-Kutta on a grid of ${number(dt)} ms.`
      : `Forward Euler on a grid of ${number(dt)} ms, as in the notebook; its error is of first order in the step.`,
    ...(cases[0].method === 'exact'
      ? [
          'The lab solved this run exactly; here a fine grid stands in for that. Every spike is found at the next grid',
          `point, up to ${brief(dt)} ms late, and these delays add up from spike to spike.`,
        ]
      : []),
    ...cost,
    ...(jumps
      ? [`Where the input begins or ends between two grid points, it does so up to ${brief(dt)} ms late.`]
      : []),
  ];
  return tidy(`${opening(about, 'NumPy', lines)}

import math

import numpy as np

DT = ${number(dt)}  # ms
${currentFunctions(cases)}

${caseTable(cases)}

${steps[method]}

def simulate(case):
    """The grid, u on it (already reset where it spikes) and the spike times."""
    tau_m = case["R"] * case["C"]  # ms
    count = math.floor(case["duration"] / DT + 1e-9)
    t = np.arange(count + 1) * DT
    now, middle = case["current"](t).tolist(), case["current"](t + DT / 2).tolist()
    hold = math.ceil(case["t_ref"] / DT - 1e-9)  # steps
    u = [case["u_0"]]
    spikes = []
    held_until = 0  # the step up to which u stays at u_reset
    for i in range(count):
        if i + 1 > held_until:
            next_u = step(u[i], tau_m, case, now[i], middle[i], now[i + 1])
        else:
            next_u = u[i]
        if next_u >= case["theta"]:
            spikes.append(t[i + 1])
            next_u = case["u_reset"]
            held_until = i + 1 + hold
        u.append(next_u)
    return t, u, spikes

${runCases}`);
}
