import { completeCases, edges, steepness } from './cases.js';
import { scriptStep } from './grid.js';
import { brief, number } from './numbers.js';
import { caseTable, currentFunctions, list, opening, runCases, samplingCost, tidy } from './python.js';

const eulerStep = `
def step(u, tau_m, case, I_now, I_middle, I_next):
    """Forward Euler."""
    return u + DT / tau_m * ((case["u_rest"] - u) + case["R"] * I_now)
`;

const rk4Step = `
def step(u, tau_m, case, I_now, I_middle, I_next):
    """The classic Runge-Kutta method of fourth order."""
    x, rest, R = DT / tau_m, case["u_rest"], case["R"]
    k1 = x * (rest - u + R * I_now)
    k2 = x * (rest - (u + k1 / 2) + R * I_middle)
    k3 = x * (rest - (u + k2 / 2) + R * I_middle)
    k4 = x * (rest - (u + k3) + R * I_next)
    return u + (k1 + 2 * (k2 + k3) + k4) / 6
`;

/** As in the notebook: reset and spike at grid points. */
const simulateOnGrid = `
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
`;

/** The notebook's loop, with the solution for the current at mid-step in place of Euler's step. */
const simulateExactly = `
def simulate(case):
    """The grid, u on it and the spike times, which lie between the grid points."""
    tau_m = case["R"] * case["C"]  # ms
    theta, duration = case["theta"], case["duration"]
    t = np.unique(np.concatenate([np.arange(0, duration, DT), case["edges"], [duration]]))
    steady = case["u_rest"] + case["R"] * case["current"]((t[:-1] + t[1:]) / 2)  # where u goes in each step, mV
    u = [case["u_0"]]
    spikes = []
    held_until = 0.0  # the time up to which u stays at u_reset
    for begin, end, goal in zip(t[:-1].tolist(), t[1:].tolist(), steady.tolist()):
        now, next_u = max(begin, held_until), u[-1]
        while now < end:
            reached = next_u + (goal - next_u) * -math.expm1(-(end - now) / tau_m)
            if reached < theta or goal <= theta:
                next_u = reached
                break
            now -= tau_m * math.log1p(-(theta - next_u) / (goal - next_u))  # when u is theta
            spikes.append(now)
            next_u = case["u_reset"]
            now = held_until = now + case["t_ref"]
        u.append(next_u)
    return t, u, spikes
`;

/**
 * What each method's script says of itself, and does.
 * @type {Record<'exact' | 'euler' | 'rk4', { about: (dt: number, cost: (reach: number) => string) => string[], code: string }>}
 */
const methods = {
  exact: {
    about: (dt, cost) => [
      `The notebook's loop over a grid, here of ${number(dt)} ms, but with the solution in place of Euler's step, and every`,
      'crossing where it is between two grid points. Each step takes the current at its middle:',
      `${cost(dt / 2)}.`,
      `In our tests it finds every spike of the exact solution, up to 232 of them, each within ${number(dt)} ms.`,
    ],
    code: simulateExactly,
  },
  euler: {
    about: (dt, cost) => [
      `Forward Euler on a grid of ${number(dt)} ms, as in the notebook; its error is of first order in the step.`,
      `Over a step the current is the one at its start: ${cost(dt)}.`,
    ],
    code: `${eulerStep}\n${simulateOnGrid}`,
  },
  rk4: {
    about: (dt) => [`Runge-Kutta on a grid of ${number(dt)} ms.`],
    code: `${rk4Step}\n${simulateOnGrid}`,
  },
};

/**
 * A script of Python and NumPy alone, in the style of the notebook: a loop over a grid in time.
 * @param {import('./cases.js').Requests} requests
 * @param {import('./cases.js').About} about
 * @returns {string}
 */
export function numpyScript(requests, about) {
  const cases = completeCases(requests, about);
  const { method } = cases[0];
  const dt = scriptStep(cases, 0.001);
  const slope = Math.max(...cases.map(steepness));
  const jumps = method !== 'exact' && cases.some((each) => edges(each).length > 0);
  const lines = [
    'Run: python3 script.py   (needs numpy and matplotlib)',
    '',
    ...methods[method].about(dt, (reach) => samplingCost(slope, reach)),
    ...(jumps
      ? [`Where the input begins or ends between two grid points, it does so up to ${brief(dt)} ms late.`]
      : []),
  ];
  const table = caseTable(cases, (each) =>
    method === 'exact'
      ? [['edges', list(edges(each), '        '), 'where the input or its slope jumps, ms']]
      : [],
  );
  return tidy(`${opening(about, 'NumPy', lines)}

import math

import numpy as np

DT = ${number(dt)}  # ms
${currentFunctions(cases)}

${table}

${methods[method].code}
${runCases}`);
}
