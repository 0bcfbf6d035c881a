#!/usr/bin/python3
"""Writes neuron.json: the constant and the sine experiment of the seed run by NEURON, variable step.

A passive compartment of 10^5 um² is the neuron (so that C in nF is cm in uF/cm²), NetCon finds the
crossings by interpolation inside a step (condition_order(2)), an event puts v back to u_reset. The
sine is played in as a line through points 0.0005 ms apart. CVode's own tolerance is of v and per
step; what can be said of the spike times is how much they move when tolerance and longest step are
tightened. `tolerance` is the double of that.

Run: /usr/bin/python3 tests/reference/make_neuron.py (python3-neuron of Debian 12).
"""

import json
import math
import pathlib

import neuron
from neuron import h

from seed_experiments import EXPERIMENTS

h.load_file("stdrun.hoc")


def spikes(experiment, tolerance, step):
    n = experiment["neuron"]
    soma = h.Section(name="soma")
    soma.L = soma.diam = math.sqrt(1e5 / math.pi)
    soma.cm = n["C"]
    soma.insert("pas")
    soma(0.5).pas.g = 1e-3 / n["R"]
    soma(0.5).pas.e = n["u_rest"]
    clamp = h.IClamp(soma(0.5))
    clamp.delay, clamp.dur = 0, 1e9
    [component] = experiment["input"]
    if component["kind"] == "constant":
        clamp.amp = component["amplitude"]
    else:
        times = h.Vector().indgen(0, experiment["duration"] + 1, 0.0005)
        turn = 2 * math.pi * component["frequency"] / 1000
        values = h.Vector([component["amplitude"] * math.sin(turn * t + component["phase"]) for t in times])
        values.play(clamp._ref_amp, times, True)
    cvode = h.CVode()
    cvode.active(True)
    cvode.atol(tolerance)
    cvode.rtol(tolerance)
    cvode.condition_order(2)
    cvode.maxstep(step)
    found = []

    def reset():
        found.append(h.t)
        soma(0.5).v = n["u_reset"]
        cvode.re_init()

    watch = h.NetCon(soma(0.5)._ref_v, None, sec=soma)
    watch.threshold = n["theta"]
    watch.record(reset)
    h.finitialize(n["u_0"])
    h.continuerun(experiment["duration"])
    return found


def main():
    cases = []
    for experiment in EXPERIMENTS:
        if experiment["name"] not in ("constant", "time-varying"):
            continue
        coarse, fine = spikes(experiment, 1e-8, 0.002), spikes(experiment, 1e-9, 0.001)
        assert len(coarse) == len(fine)
        case = {"name": experiment["name"], "made_by": f"NEURON {neuron.__version__}"}
        case |= {key: experiment[key] for key in ("neuron", "input", "duration")}
        change = max(abs(a - b) for a, b in zip(coarse, fine))
        case |= {"tolerance": float(f"{2 * change:.1g}"), "probe": [], "u_at_probe": [],
                 "spikes": [repr(t) for t in fine]}
        print(case["name"], case["spikes"], case["tolerance"])
        cases.append(case)
    lines = ",\n".join(json.dumps(case) for case in cases)
    (pathlib.Path(__file__).parent / "neuron.json").write_text("[\n" + lines + "\n]\n")


main()
