import { casesOfScript, edges, steepness } from './cases.js';
import { scriptStep } from './grid.js';
import { brief, number } from './numbers.js';
import { caseTable, currentFunctions, list, opening, runCases, samplingCost, tidy } from './python.js';
import * as words from '../../../words/en/scripts/numpy.js';
import * as pythonWords from '../../../words/en/scripts/python.js';

const eulerStep = /* python */ `
def step(u, tau_m, case, I_now, I_middle, I_next):
    """${words.eulerStep}"""
    return u + DT / tau_m * ((case["u_rest"] - u) + case["R"] * I_now)
`;

const rk4Step = /* python */ `
def step(u, tau_m, case, I_now, I_middle, I_next):
    """${words.rk4Step}"""
    x, rest, R = DT / tau_m, case["u_rest"], case["R"]
    k1 = x * (rest - u + R * I_now)
    k2 = x * (rest - (u + k1 / 2) + R * I_middle)
    k3 = x * (rest - (u + k2 / 2) + R * I_middle)
    k4 = x * (rest - (u + k3) + R * I_next)
    return u + (k1 + 2 * (k2 + k3) + k4) / 6
`;

/** As in the notebook: reset and spike at grid points. */
const simulateOnGrid = /* python */ `
def simulate(case):
    """${words.onGrid}"""
    tau_m = case["R"] * case["C"]  # ms
    count = math.floor(case["duration"] / DT + 1e-9)
    t = np.arange(count + 1) * DT
    now, middle = case["current"](t).tolist(), case["current"](t + DT / 2).tolist()
    hold = math.ceil(case["t_ref"] / DT - 1e-9)  # ${pythonWords.steps}
    u = [case["u_0"]]
    spikes = []
    held_until = 0  # ${words.heldSteps}
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
const simulateExactly = /* python */ `
def simulate(case):
    """${words.exactly}"""
    tau_m = case["R"] * case["C"]  # ms
    theta, duration = case["theta"], case["duration"]
    t = np.unique(np.concatenate([np.arange(0, duration, DT), case["edges"], [duration]]))
    steady = case["u_rest"] + case["R"] * case["current"]((t[:-1] + t[1:]) / 2)  # ${words.steady}
    u = [case["u_0"]]
    spikes = []
    held_until = 0.0  # ${words.heldTime}
    for begin, end, goal in zip(t[:-1].tolist(), t[1:].tolist(), steady.tolist()):
        now, next_u = max(begin, held_until), u[-1]
        while now < end:
            reached = next_u + (goal - next_u) * -math.expm1(-(end - now) / tau_m)
            if reached < theta or goal <= theta:
                next_u = reached
                break
            now -= tau_m * math.log1p(-(theta - next_u) / (goal - next_u))  # ${words.crossing}
            spikes.append(now)
            next_u = case["u_reset"]
            now = held_until = now + case["t_ref"]
        u.append(next_u)
    return t, u, spikes
`;

/** How each method takes its steps: the farthest it is from the time at which it takes the current, in steps; and its code. */
const methods = {
  exact: { reach: 0.5, code: simulateExactly },
  euler: { reach: 1, code: `${eulerStep}\n${simulateOnGrid}` },
  rk4: { reach: 0.5, code: `${rk4Step}\n${simulateOnGrid}` },
};

/**
 * A script of Python and NumPy alone, in the style of the notebook: a loop over a grid in time.
 * @param {import('./cases.js').Requests} requests
 * @param {import('./cases.js').About} about
 * @returns {string}
 */
export function numpyScript(requests, about) {
  const cases = casesOfScript(requests, about);
  const { method } = cases[0];
  const dt = scriptStep(cases, 0.001);
  const slope = Math.max(...cases.map(steepness));
  const jumps = method !== 'exact' && cases.some((each) => edges(each).length > 0);
  const lines = [
    pythonWords.runWith(words.packages),
    '',
    ...words.methods[method](number(dt), samplingCost(slope, methods[method].reach * dt)),
    ...(jumps ? [pythonWords.edgesBetweenPoints(brief(dt))] : []),
  ];
  const table = caseTable(cases, (each) =>
    method === 'exact' ? [['edges', list(edges(each), '        '), pythonWords.parameters.edges]] : [],
  );
  return tidy(/* python */ `${opening(about, 'NumPy', lines)}

import math

import numpy as np

DT = ${number(dt)}  # ms
${currentFunctions(cases)}

${table}

${methods[method].code}
${runCases}`);
}
