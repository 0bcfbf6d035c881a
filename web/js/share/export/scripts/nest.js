import { completeCases, edges, steepness } from './cases.js';
import { delayLines, gridStep } from './grid.js';
import { brief, number } from './numbers.js';
import { caseTable, currentFunctions, opening, runCases, samplingCost, tidy } from './python.js';

/** NEST's smallest step, a tic, as it is installed: ms. */
const tic = 0.001;

/**
 * A script for NEST 3.
 * @param {import('./cases.js').Requests} requests
 * @param {import('./cases.js').About} about
 * @returns {string}
 */
export function nestScript(requests, about) {
  const cases = completeCases(requests, about);
  const wanted = gridStep(cases, 0.01);
  const dt = Math.max(tic, Math.round(wanted / tic) * tic);
  const step = Number(dt.toFixed(3));
  const slope = Math.max(...cases.map(steepness));
  const jumps = cases.some((each) => edges(each).length > 0);
  const lines = [
    'NOT RUN BY OUR TESTS: they check it against the names and units of the NEST documentation, no more.',
    '',
    'Run: python3 script.py   (needs NEST 3, numpy and matplotlib)',
    '',
    `iaf_psc_delta is this neuron, solved exactly from step to step on a grid of ${number(step)} ms. Spikes lie on that grid:`,
    `each is found up to ${brief(step)} ms late, u starts again from there, and so these delays add up from spike to spike.`,
    ...delayLines(cases, { dt: step, method: 'exponential' }),
    '(iaf_psc_delta_ps finds them exactly, but wants t_ref of at least a step.)',
    'The current is I_e, constant over every step at its value in the middle of the step;',
    `${samplingCost(slope, step / 2)}. A step_current_generator would do the same, but NEST lets`,
    'a generator act on a neuron only after a delay of a step or more; I_e acts at once.',
    ...(jumps
      ? [`Where the input begins or ends inside a step, it does so up to ${brief(step / 2)} ms off.`]
      : []),
    ...(Math.abs(wanted - step) > 1e-12
      ? [
          `The step asked for, ${number(wanted)} ms, is no multiple of NEST's tic of ${number(tic)} ms; the nearest is.`,
        ]
      : []),
  ];
  return tidy(`${opening(about, 'NEST', lines)}

import math

import nest
import numpy as np

nest.set_verbosity("M_ERROR")  # or its notes on every Simulate bury the spikes

DT = ${number(step)}  # ms
${currentFunctions(cases)}

${caseTable(cases)}


def simulate(case):
    """The grid, u on it and the spike times."""
    nest.ResetKernel()
    nest.resolution = DT
    hold = math.ceil(case["t_ref"] / DT - 1e-9)  # steps
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
    # The shortest delay, 1 ms unless told, is how often NEST records; and every Simulate is to be a multiple of it.
    nest.Connect(neuron, recorder, syn_spec={"delay": DT})
    nest.Connect(meter, neuron, syn_spec={"delay": DT})

    count = math.floor(case["duration"] / DT + 1e-9)
    current = case["current"]((np.arange(count) + 0.5) * DT) * 1000  # nA -> pA
    # One Simulate for each stretch of steps with the same current.
    first = np.flatnonzero(np.diff(current, prepend=np.nan) != 0)
    for begin, end in zip(first, np.append(first[1:], count)):
        neuron.I_e = float(current[begin])
        nest.Simulate(float((end - begin) * DT))
    nest.Simulate(DT)  # what happened in the last step is delivered in the next
    over = (count + 0.5) * DT
    times, V_m = np.asarray(meter.events["times"]), np.asarray(meter.events["V_m"])
    spikes = np.sort(recorder.events["times"])
    return times[times < over], V_m[times < over], spikes[spikes < over]

${runCases}`);
}
