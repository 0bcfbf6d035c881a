import { casesOfScript, edges, steepness } from './cases.js';
import { delayLines, gridStep } from './grid.js';
import { brief, number } from './numbers.js';
import { caseTable, currentFunctions, opening, runCases, samplingCost, tidy } from './python.js';
import * as words from '../../../words/en/scripts/brian2.js';
import * as pythonWords from '../../../words/en/scripts/python.js';

/**
 * A script for Brian2.
 * @param {import('./cases.js').Requests} requests
 * @param {import('./cases.js').About} about
 * @returns {string}
 */
export function brian2Script(requests, about) {
  const cases = casesOfScript(requests, about);
  const dt = gridStep(cases, 0.01);
  const euler = cases[0].method === 'euler';
  const slope = Math.max(...cases.map(steepness));
  const jumps = cases.some((each) => edges(each).length > 0);
  const lines = [
    pythonWords.runWith(words.packages),
    '',
    ...words.grid(number(dt), brief(dt)),
    ...delayLines(cases, { dt, method: euler ? 'forward' : 'exponential' }),
    ...words.stepping[euler ? 'euler' : 'exact'],
    `${samplingCost(slope, euler ? dt : dt / 2)}.`,
    ...(jumps ? [pythonWords.edgesInsideSteps(brief(dt))] : []),
  ];
  return tidy(/* python */ `${opening(about, 'Brian2', lines)}

import math

import numpy as np
from brian2 import (
    Clock, Mohm, Network, NeuronGroup, SpikeMonitor, StateMonitor, TimedArray, mV, ms, nA, nF, prefs, second, volt
)

prefs.codegen.target = "numpy"  # ${words.noCompiler}

DT = ${number(dt)}  # ms
${currentFunctions(cases)}

${caseTable(cases)}


def simulate(case):
    """${pythonWords.simulateOnGrid}"""
    count = math.floor(case["duration"] / DT + 1e-9)
    starts = np.arange(count + 1) * DT
    I = TimedArray(case["current"](starts${euler ? '' : ' + DT / 2'}) * nA, dt=DT * ms)
    hold = math.ceil(case["t_ref"] / DT - 1e-9)  # ${pythonWords.steps}
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
        # ${words.refractory}
        refractory=(hold + 1 if hold > 0 else 0) * DT * ms,
        method="${euler ? 'euler' : 'exact'}",
        namespace=parameters,
        clock=Clock(dt=DT * ms),
    )
    neuron.u = case["u_0"] * mV
    spikes, trace = SpikeMonitor(neuron), StateMonitor(neuron, "u", record=True)
    Network(neuron, spikes, trace).run(count * DT * ms)
    # ${words.filed}
    steps = np.rint(np.asarray(spikes.t / second) * 1000 / DT).astype(int) + 1
    return np.asarray(trace.t / second) * 1000, np.asarray(trace.u[0] / volt) * 1000, steps * DT

${runCases}`);
}
