import { casesOfScript, edges, steepness } from './cases.js';
import { scriptStep } from './grid.js';
import { brief, number } from './numbers.js';
import { caseTable, currentFunctions, list, opening, runCases, tidy } from './python.js';
import * as words from '../../../words/en/scripts/neuron.js';
import * as pythonWords from '../../../words/en/scripts/python.js';

/**
 * A script for NEURON, from Python: a passive compartment and an event at every crossing.
 * @param {import('./cases.js').Requests} requests
 * @param {import('./cases.js').About} about
 * @returns {string}
 */
export function neuronScript(requests, about) {
  const cases = casesOfScript(requests, about);
  const dt = scriptStep(
    cases.map((each) => ({ ...each, method: 'exact' })),
    0.01,
  );
  const slope = Math.max(...cases.map(steepness));
  const lines = [
    pythonWords.runWith(words.packages),
    '',
    ...words.method(number(dt), slope === 0 ? null : brief((slope * dt) / 2)),
  ];
  const table = caseTable(cases, (each) => [
    ['edges', list(edges(each), '        '), pythonWords.parameters.edges],
  ]);
  return tidy(/* python */ `${opening(about, 'NEURON', lines)}

import math

import numpy as np
from neuron import h

h.load_file("stdrun.hoc")

DT = ${number(dt)}  # ${words.step}
TOLERANCE = 1e-11  # ${words.tolerance}
AREA = 1e5  # um2 = 1e-3 cm2
${currentFunctions(cases)}

${table}


def simulate(case):
    """${words.simulate}"""
    soma = h.Section(name="soma")
    soma.nseg = 1
    soma.L = soma.diam = math.sqrt(AREA / math.pi)  # ${words.cylinder}
    area = AREA * 1e-8  # cm2
    soma.cm = case["C"] * 1e-3 / area  # nF = 1e-3 uF; uF/cm2
    leak = 1e-6 / case["R"] / area  # 1/MΩ = 1e-6 S; S/cm2
    soma.insert("pas")
    soma(0.5).pas.g = leak
    soma(0.5).pas.e = case["u_rest"]

    clamp = h.IClamp(soma(0.5))
    clamp.delay, clamp.dur = 0, 1e9
    edges = np.array(case["edges"])
    times = np.sort(np.concatenate([np.arange(0, case["duration"] + 2 * DT, DT), edges, np.nextafter(edges, -1)]))
    times, values = h.Vector(times), h.Vector(case["current"](times))  # ms, nA
    values.play(clamp._ref_amp, times, True)  # ${words.straight}

    cvode = h.CVode()
    cvode.active(True)
    cvode.atol(TOLERANCE)
    cvode.rtol(0)
    cvode.condition_order(2)  # ${words.interpolated}
    cvode.maxstep(DT)
    spikes = []

    def resume():
        soma(0.5).pas.g = leak
        cvode.re_init()

    def spike():
        spikes.append(h.t)
        soma(0.5).v = case["u_reset"]
        if case["t_ref"] > 0:
            soma(0.5).pas.g = 0
            clamp.delay = h.t + case["t_ref"]
            cvode.event(h.t + case["t_ref"], resume)
        cvode.re_init()

    watch = h.NetCon(soma(0.5)._ref_v, None, sec=soma)
    watch.threshold = case["theta"]
    watch.record(spike)
    t, u = h.Vector().record(h._ref_t), h.Vector().record(soma(0.5)._ref_v)
    h.finitialize(case["u_0"])
    for edge in case["edges"]:
        cvode.event(edge, cvode.re_init)
    h.continuerun(case["duration"])
    return t.to_python(), u.to_python(), [time for time in spikes if time <= case["duration"]]

${runCases}`);
}
