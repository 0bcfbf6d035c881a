"""A stand-in for PyNEST that knows only what the generated script uses, under the names and units of its documentation.

It proves that the script is consistent with that documentation, not that NEST is. Sources:
iaf_psc_delta: https://nest-simulator.readthedocs.io/en/stable/models/iaf_psc_delta.html
    V_m, E_L, V_th, V_reset in mV; C_m in pF; tau_m and t_ref in ms; I_e in pA; spikes at the ends of steps
spike_recorder, multimeter (record_from, interval; events), ResetKernel, resolution, Create, Connect (syn_spec with delay,
ms), Simulate, set_verbosity (level: one of the names below):
    https://nest-simulator.readthedocs.io/en/stable/ref_material/pynest_api/
The shortest delay of all connections, 1 ms unless told, is the slice of the kernel. Simulate warns unless it is given a
multiple of it; what a multimeter sampled during a slice reaches it at the start of the next. As in NEST's sources:
    nestkernel/simulation_manager.cpp (run), nestkernel/universal_data_logger_impl.h (handle)
"""

import math

resolution = None
_nodes = []
_step = 0
_slice = None  # steps
_levels = {"M_ALL": 0, "M_INFO": 10, "M_DEPRECATED": 18, "M_WARNING": 20, "M_ERROR": 30, "M_FATAL": 40}
_verbosity = _levels["M_INFO"]

_PARAMETERS = {
    "iaf_psc_delta": {"V_m", "E_L", "C_m", "tau_m", "t_ref", "V_th", "V_reset", "I_e", "V_min", "refractory_input"},
    "spike_recorder": set(),
    "multimeter": {"record_from", "interval"},
}


class Node:
    def __init__(self, model, params):
        unknown = set(params) - _PARAMETERS[model]
        if unknown:
            raise KeyError(f"{model} has no {unknown}")
        object.__setattr__(self, "_model", model)
        object.__setattr__(self, "_values", {"I_e": 0.0, **params})
        object.__setattr__(self, "_sources", [])
        object.__setattr__(self, "_held", 0)
        object.__setattr__(self, "_sampled", [])
        object.__setattr__(self, "events", {"times": [], "V_m": [], "senders": []})

    def __setattr__(self, name, value):
        if name not in _PARAMETERS[self._model]:
            raise KeyError(f"{self._model} has no {name}")
        if not isinstance(value, float):
            raise TypeError(f"{name} is a {type(value)}")
        self._values[name] = value


def set_verbosity(level):
    global _verbosity
    _verbosity = _levels[level]


def _say(level, text):
    if _levels[level] >= _verbosity:
        print(f"[{level}] {text}")


def ResetKernel():
    global resolution, _step, _slice
    resolution, _step, _slice = None, 0, None
    _nodes.clear()


def Create(model, n=1, params=None):
    assert resolution is not None and abs(resolution / 0.001 - round(resolution / 0.001)) < 1e-9, "not in tics"
    node = Node(model, params or {})
    _nodes.append(node)
    return node


def Connect(pre, post, conn_spec=None, syn_spec=None):
    global _slice
    assert conn_spec is None and set(syn_spec or {}) <= {"delay"}
    delay = round((syn_spec or {}).get("delay", 1.0) / resolution)
    assert delay >= 1
    _slice = delay if _slice is None else min(_slice, delay)
    # A spike recorder is a target of the neuron; a multimeter a source to it.
    assert (pre._model, post._model) in (("iaf_psc_delta", "spike_recorder"), ("multimeter", "iaf_psc_delta"))
    neuron, device = (pre, post) if pre._model == "iaf_psc_delta" else (post, pre)
    neuron._sources.append(device)


def Simulate(t):
    global _step
    steps = round(t / resolution)
    assert isinstance(t, float) and steps >= 1 and abs(t - steps * resolution) < 1e-6
    _say("M_INFO", f"Simulating {t} ms.")
    if steps % _slice:
        _say("M_WARNING", "The requested simulation time is not an integer multiple of the minimal delay")
    for neuron in _nodes:
        if neuron._model == "iaf_psc_delta":
            for i in range(_step, _step + steps):
                _advance(neuron, i)
    _step += steps


def _advance(neuron, i):
    p = neuron._values
    if i % _slice == 0:
        for device in neuron._sources:
            for time, V_m in device._sampled:
                device.events["times"].append(time)
                device.events["V_m"].append(V_m)
            device._sampled.clear()
    if i >= neuron._held:
        steady = p["E_L"] + p["tau_m"] / p["C_m"] * p["I_e"]  # ms/pF · pA = mV
        p["V_m"] += (steady - p["V_m"]) * -math.expm1(-resolution / p["tau_m"])
    time = (i + 1) * resolution
    spiked = p["V_m"] >= p["V_th"]
    if spiked:
        p["V_m"] = p["V_reset"]
        object.__setattr__(neuron, "_held", i + 1 + round(p["t_ref"] / resolution))
    for device in neuron._sources:
        if device._model == "multimeter":
            assert device._values["record_from"] == ["V_m"]
            device._sampled.append((time, p["V_m"]))
        elif spiked:
            device.events["times"].append(time)
