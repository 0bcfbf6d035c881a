import { completeCases, edges, steepness } from './cases.js';
import { delayLines, gridStep } from './grid.js';
import { brief, number } from './numbers.js';
import { caseTable, currentFunctions, opening, runCases, samplingCost, tidy } from './python.js';

/**
 * A script for Brian2.
 * @param {import('./cases.js').Requests} requests
 * @param {import('./cases.js').About} about
 * @returns {string}
 */
export function brian2Script(requests, about) {
  const cases = completeCases(requests, about);
  const dt = gridStep(cases, 0.01);
  const euler = cases[0].method === 'euler';
  const slope = Math.max(...cases.map(steepness));
  const jumps = cases.some((each) => edges(each).length > 0);
  const lines = [
    'Run: python3 script.py   (needs brian2 and matplotlib)',
    '',
    `Brian2 looks for spikes on a grid, here of ${number(dt)} ms: each is found up to ${brief(dt)} ms late, u starts again`,
    'from there, and so these delays add up from spike to spike. A finer DT makes them smaller.',
    ...delayLines(cases, { dt, method: euler ? 'forward' : 'exponential' }),
    ...(euler
      ? ["Between grid points: Brian2's 'euler', with the current at the start of every step, as in the lab;"]
      : [
          "Between grid points: Brian2's 'exact', which wants a current that is constant over a step. It is the one",
          'at the middle of the step;',
        ]),
    `${samplingCost(slope, euler ? dt : dt / 2)}.`,
    ...(jumps ? [`Where the input begins or ends inside a step, it does so up to ${brief(dt)} ms off.`] : []),
  ];
  return tidy(`${opening(about, 'Brian2', lines)}

import math

import numpy as np
from brian2 import (
    Clock, Mohm, Network, NeuronGroup, SpikeMonitor, StateMonitor, TimedArray, mV, ms, nA, nF, prefs, second, volt
)

prefs.codegen.target = "numpy"  # no compiler needed; delete this line for larger networks

DT = ${number(dt)}  # ms
${currentFunctions(cases)}

${caseTable(cases)}


def simulate(case):
    """The grid, u on it and the spike times."""
    count = math.floor(case["duration"] / DT + 1e-9)
    starts = np.arange(count + 1) * DT
    I = TimedArray(case["current"](starts${euler ? '' : ' + DT / 2'}) * nA, dt=DT * ms)
    hold = math.ceil(case["t_ref"] / DT - 1e-9)  # steps
    parameters = {
        "R": case["R"] * Mohm,
        "tau_m": case["R"] * Mohm * case["C"] * nF,
        "u_rest": case["u_rest"] * mV,
        "u_reset": case["u_reset"] * mV,
        "theta": case["theta"] * mV,
        "I": I,
    }
    neuron = NeuronGroup(
        1,
        "du/dt = (u_rest - u + R * I(t)) / tau_m : volt (unless refractory)",
        threshold="u >= theta",
        reset="u = u_reset",
        # Brian2 counts it from the start of the step in which the spike is found: one more
        refractory=(hold + 1 if hold > 0 else 0) * DT * ms,
        method="${euler ? 'euler' : 'exact'}",
        namespace=parameters,
        clock=Clock(dt=DT * ms),
    )
    neuron.u = case["u_0"] * mV
    spikes, trace = SpikeMonitor(neuron), StateMonitor(neuron, "u", record=True)
    Network(neuron, spikes, trace).run(count * DT * ms)
    # Brian2 files a spike under the start of the step at whose end u starts again.
    steps = np.rint(np.asarray(spikes.t / second) * 1000 / DT).astype(int) + 1
    return np.asarray(trace.t / second) * 1000, np.asarray(trace.u[0] / volt) * 1000, steps * DT

${runCases}`);
}
