import { casesOfScript, edges, steepness } from './cases.js';
import { delayLines, gridStep } from './grid.js';
import { brief, number } from './numbers.js';
import { caseTable, currentFunctions, opening, runCases, samplingCost, tidy } from './python.js';
import * as words from '../../../words/en/scripts/nest.js';
import * as pythonWords from '../../../words/en/scripts/python.js';

/** NEST's smallest step, a tic, as it is installed: ms. */
const tic = 0.001;

/**
 * A script for NEST 3.
 * @param {import('./cases.js').Requests} requests
 * @param {import('./cases.js').About} about
 * @returns {string}
 */
export function nestScript(requests, about) {
  const cases = casesOfScript(requests, about);
  const wanted = gridStep(cases, 0.01);
  const dt = Math.max(tic, Math.round(wanted / tic) * tic);
  const step = Number(dt.toFixed(3));
  const slope = Math.max(...cases.map(steepness));
  const jumps = cases.some((each) => edges(each).length > 0);
  const lines = [
    words.checked(pythonWords.notRun),
    '',
    pythonWords.runWith(words.packages),
    '',
    ...words.grid(number(step), brief(step)),
    ...delayLines(cases, { dt: step, method: 'exponential' }),
    ...words.current(samplingCost(slope, step / 2)),
    ...(jumps ? [pythonWords.edgesInsideSteps(brief(step / 2))] : []),
    ...(Math.abs(wanted - step) > 1e-12 ? [words.otherStep(number(wanted), number(tic))] : []),
  ];
  return tidy(/* python */ `${opening(about, 'NEST', lines)}

import math

import nest
import numpy as np

nest.set_verbosity("M_ERROR")  # ${words.quiet}

DT = ${number(step)}  # ms
${currentFunctions(cases)}

${caseTable(cases)}


def simulate(case):
    """${pythonWords.simulateOnGrid}"""
    nest.ResetKernel()
    nest.resolution = DT
    hold = math.ceil(case["t_ref"] / DT - 1e-9)  # ${pythonWords.steps}
    neuron = nest.Create(
        "iaf_psc_delta",
        params={
            "E_L": case["u_rest"],  # mV
            "C_m": case["C"] * 1000,  # nF -> pF
            "tau_m": case["R"] * case["C"],  # MΩ nF = ms
            "t_ref": hold * DT,  # ms
            "V_th": case["theta"],  # mV
            "V_reset": case["u_reset"],  # mV
            "V_m": case["u_0"],  # mV
        },
    )
    recorder = nest.Create("spike_recorder")
    meter = nest.Create("multimeter", params={"record_from": ["V_m"], "interval": DT})
    # ${words.delays}
    nest.Connect(neuron, recorder, syn_spec={"delay": DT})
    nest.Connect(meter, neuron, syn_spec={"delay": DT})

    count = math.floor(case["duration"] / DT + 1e-9)
    current = case["current"]((np.arange(count) + 0.5) * DT) * 1000  # nA -> pA
    # ${words.stretches}
    first = np.flatnonzero(np.diff(current, prepend=np.nan) != 0)
    for begin, end in zip(first, np.append(first[1:], count)):
        neuron.I_e = float(current[begin])
        nest.Simulate(float((end - begin) * DT))
    nest.Simulate(DT)  # ${words.lastStep}
    over = (count + 0.5) * DT
    times, V_m = np.asarray(meter.events["times"]), np.asarray(meter.events["V_m"])
    spikes = np.sort(recorder.events["times"])
    return times[times < over], V_m[times < over], spikes[spikes < over]

${runCases}`);
}
