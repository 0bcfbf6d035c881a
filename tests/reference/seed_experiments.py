"""The experiments the original notebook starts with, for the other simulators to run."""

import math

_SCENARIO = {"R": 5, "C": 0.5, "u_rest": 0, "u_reset": 0, "theta": 5, "u_0": 0, "t_ref": 0}


def _decay(high, tau):
    return [{"kind": "exponential", "amplitude": high, "tau": tau}]


EXPERIMENTS = [
    {"name": "constant", "input": [{"kind": "constant", "amplitude": 0.8}],
     "neuron": {"R": 6.4, "C": 0.9, "u_rest": 0, "u_reset": 0.4, "theta": 5, "u_0": 0.4, "t_ref": 0}},
    {"name": "time-varying",
     "input": [{"kind": "sine", "amplitude": 1.0, "frequency": 1000 / (2 * math.pi), "phase": 0.0}],
     "neuron": {"R": 100 / 6.3, "C": 0.3969, "u_rest": 48.4, "u_reset": -70, "theta": 48.2, "u_0": 0,
                "t_ref": 0}},
    {"name": "two", "input": [{"kind": "constant", "amplitude": A} for A in (1.0, 1.3)],
     "neuron": {"R": 3.3, "C": 1.0, "u_rest": 0, "u_reset": 0.2, "theta": 7.5, "u_0": 0.2, "t_ref": 0}},
    {"name": "high-short", "input": _decay(10.0, 10.0), "neuron": _SCENARIO},
    {"name": "low-long", "input": _decay(1.0, 100.0), "neuron": _SCENARIO},
    {"name": "high-long", "input": _decay(10.0, 100.0), "neuron": _SCENARIO},
    {"name": "low-short", "input": _decay(1.0, 10.0), "neuron": _SCENARIO},
]
for experiment in EXPERIMENTS:
    experiment["duration"] = 100.0
