#!/usr/bin/python3
"""Writes brian2.json: the seed's experiments run by Brian2 with method='exact', on two grids.

An exponential input becomes a state variable of its own, so that the equations are linear with
constant coefficients and Brian2 solves them exactly from grid point to grid point. A sine would make
its solution complex, which Brian2 declines: there the method is its rk4. Threshold and reset live on the grid: a spike that Brian2 files under t was found
at t + dt, where u starts again from u_reset. `spikes` holds these t + dt.

Run: /usr/bin/python3 tests/reference/make_brian2.py (python3-brian of Debian 12).
"""

import json
import math
import pathlib

import brian2
from brian2 import ms, second

from seed_experiments import EXPERIMENTS

brian2.prefs.codegen.target = "numpy"


def method(experiment):
    return "rk4" if any(c["kind"] == "sine" for c in experiment["input"]) else "exact"


def spike_steps(experiment, dt):
    n = experiment["neuron"]
    drive, equations, start = [], "", {}
    for i, c in enumerate(experiment["input"]):
        if c["kind"] == "constant":
            drive.append(repr(c["amplitude"]))
        elif c["kind"] == "exponential":
            equations += f"dI{i}/dt = -I{i}/({c['tau']!r}*ms) : 1\n"
            start[f"I{i}"] = c["amplitude"]
            drive.append(f"I{i}")
        else:
            turn = 2 * math.pi * c["frequency"] / 1000
            drive.append(f"{c['amplitude']!r}*sin({turn!r}*t/ms + {c['phase']!r})")
    tau = n["R"] * n["C"]
    equations += f"du/dt = ({n['u_rest']!r} - u + {n['R']!r}*({' + '.join(drive)}))/({tau!r}*ms) : 1\n"
    brian2.start_scope()
    clock = brian2.Clock(dt=dt * ms)
    group = brian2.NeuronGroup(1, equations, threshold=f"u >= {n['theta']!r}",
                               reset=f"u = {n['u_reset']!r}", method=method(experiment), clock=clock)
    group.u = n["u_0"]
    for name, value in start.items():
        setattr(group, name, value)
    monitor = brian2.SpikeMonitor(group)
    brian2.Network(group, monitor).run(experiment["duration"] * ms)
    return [round(float(t / second) * 1000 / dt) + 1 for t in monitor.t]


def main():
    cases = []
    for experiment in EXPERIMENTS:
        for dt in (0.1, 0.01):
            case = {"name": f"{experiment['name']}, dt {dt} ms", "made_by": f"Brian2 {brian2.__version__}"}
            case |= {key: experiment[key] for key in ("neuron", "input", "duration")}
            case |= {"method": method(experiment), "dt": dt, "probe": [], "u_at_probe": []}
            case["spikes"] = [f"{n * dt:.10g}" for n in spike_steps(experiment, dt)]
            print(case["name"], len(case["spikes"]))
            cases.append(case)
    lines = ",\n".join(json.dumps(case) for case in cases)
    (pathlib.Path(__file__).parent / "brian2.json").write_text("[\n" + lines + "\n]\n")


main()
