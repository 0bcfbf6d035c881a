#!/usr/bin/python3
"""Writes random.json: spike trains of the model to 20 digits, by mpmath and none of this project's code.

u is the textbook closed form, term by term, at 50 digits: enough to lose 30 where two time constants
meet. The first crossing is found by halving: with M no less than |u''| on [a, b],
  - u stays below max(u(a), u(b)) + M (b - a)^2/8, so an interval where that is below theta has none;
  - where u'(a) > M (b - a) it rises throughout, and the ends say whether there is one;
  - any other interval is cut in two, and the left half looked at first.
Every spike and every silence is checked afterwards against Runge-Kutta in small steps (`scan`).

Same format as exact.json. Run: /usr/bin/python3 tests/reference/make_random.py (python3-mpmath of Debian 12; with
python3-gmpy2 five minutes, nearly all of them in `scan`).
"""

import json
import math
import pathlib
import random
import sys

import mpmath
from mpmath import mp, mpf

mp.dps = 50
HERE = pathlib.Path(__file__).parent
INFINITY = math.inf


class Piece:
    """The closed form of u from t0 to t1, between two edges of the input."""

    def __init__(self, case, t0, t1, u0):
        n = case["neuron"]
        self.R, self.tau, self.rest = mpf(n["R"]), mpf(n["R"]) * mpf(n["C"]), mpf(n["u_rest"])
        self.t0, self.length, self.u0 = t0, t1 - t0, u0
        self.constant, self.slope, self.decays, self.waves = mpf(0), mpf(0), [], []
        middle = (t0 + t1) / 2
        for c in case["input"]:
            start, stop = mpf(c.get("start", 0)), mpf(c.get("stop", INFINITY))
            if not start <= middle < stop:
                continue
            since, A = t0 - start, mpf(c.get("amplitude", 0))
            if c["kind"] == "constant":
                self.constant += A
            elif c["kind"] == "ramp":
                self.constant += A * since
                self.slope += A
            elif c["kind"] == "exponential":
                tau = mpf(c["tau"])
                self.decays.append((A * mp.exp(-since / tau), tau))
            elif c["kind"] == "sine":
                omega = 2 * mp.pi * mpf(c["frequency"]) / 1000
                self.waves.append((A, omega, omega * since + mpf(c["phase"])))
            else:
                values, interval = c["values"], mpf(c["interval"])
                k = int(mp.floor((middle - start) / interval))
                if k + 1 < len(values):
                    slope = (mpf(values[k + 1]) - mpf(values[k])) / interval
                    self.constant += mpf(values[k]) + slope * (since - k * interval)
                    self.slope += slope

    def current(self, s):
        total = self.constant + self.slope * s
        total += sum(A * mp.exp(-s / tau) for A, tau in self.decays)
        return total + sum(A * mp.sin(omega * s + phase) for A, omega, phase in self.waves)

    def u(self, s):
        leak = mp.exp(-s / self.tau)
        response = self.constant * (1 - leak) + self.slope * (s - self.tau * (1 - leak))
        for A, tau in self.decays:
            if tau == self.tau:
                response += A * s / tau * leak
            else:
                response += A * (mp.exp(-s / tau) - leak) / (1 - self.tau / tau)
        for A, omega, phase in self.waves:
            turn = mp.expj(omega * s + phase) - mp.expj(phase) * leak
            response += A * (turn / mp.mpc(1, omega * self.tau)).imag
        return self.rest + (self.u0 - self.rest) * leak + self.R * response

    def du(self, s, u):
        return (self.rest - u + self.R * self.current(s)) / self.tau

    def bend(self, a, du):
        """No less than |u''| from a on: tau u'' = R I' - u', and u' is pulled to R I'."""
        steep = abs(self.slope) + sum(abs(A) * omega for A, omega, _ in self.waves)
        steep += sum(abs(A) / tau * mp.exp(-a / tau) for A, tau in self.decays)
        return (self.R * steep + max(abs(du), self.R * steep)) / self.tau

    def crossing(self, theta):
        """The first s with u = theta, or None."""
        todo = [(mpf(0), self.length, self.u(self.length))]
        a, ua = mpf(0), self.u0
        while todo:
            a, b, ub = todo.pop()
            ua = self.u(a) if a > 0 else self.u0
            slope, h = self.du(a, ua), b - a
            M = self.bend(a, slope)
            if max(ua, ub) + M * h * h / 8 < theta:
                continue
            if slope > M * h:
                if ub >= theta:
                    return self.root(theta, a, b)
                continue
            if h < mpf(10) ** -30:
                raise ArithmeticError("a touch that 50 digits cannot decide")
            middle = (a + b) / 2
            todo.append((middle, b, ub))
            todo.append((a, middle, self.u(middle)))
        return None

    def root(self, theta, a, b):
        s = (a + b) / 2
        for _ in range(300):
            u = self.u(s)
            a, b = (a, s) if u >= theta else (s, b)
            step = s - (u - theta) / self.du(s, u)
            nearer = step if a <= step <= b else (a + b) / 2
            if abs(nearer - s) < mpf(10) ** -40 * (1 + s):
                return nearer
            s = nearer
        raise ArithmeticError("no convergence")


def edges(case):
    found = set()
    for c in case["input"]:
        start, stop = mpf(c.get("start", 0)), mpf(c.get("stop", INFINITY))
        found |= {start, stop}
        if c["kind"] == "samples":
            knots = (start + k * mpf(c["interval"]) for k in range(len(c["values"])))
            found |= {t for t in knots if t < stop}
    return sorted(t for t in found if 0 < t < case["duration"])


def solve(case, most=60):
    """Fills in spikes and u_at_probe; False where there are more than `most` spikes."""
    n, end, breaks = case["neuron"], mpf(case["duration"]), edges(case)
    theta, t, u = mpf(n["theta"]), mpf(0), mpf(n["u_0"])
    spikes, pieces, held = [], [], []
    while t < end:
        piece = Piece(case, t, min([e for e in breaks if e > t] + [end]), u)
        pieces.append(piece)
        s = piece.crossing(theta)
        if s is None:
            t, u = t + piece.length, piece.u(piece.length)
            continue
        if t + s > end:
            break
        spikes.append(t + s)
        if len(spikes) > most:
            return False
        held.append((t + s, t + s + mpf(n["t_ref"])))
        t, u = held[-1][1], mpf(n["u_reset"])
    def u_at(time):
        time = mpf(time)
        if any(a < time < b for a, b in held):
            return mpf(n["u_reset"])
        piece = [p for p in pieces if p.t0 <= time][-1]
        return piece.u(time - piece.t0)
    case["spikes"] = [mp.nstr(x, 20) for x in spikes]
    case["u_at_probe"] = [mp.nstr(u_at(x), 20) for x in case["probe"]]
    return True


def scan(case):
    """Runge-Kutta from each known spike to the next: it crosses in the same step, and never else."""
    n = case["neuron"]
    R, tau, rest, theta = n["R"], n["R"] * n["C"], n["u_rest"], n["theta"]
    if case["name"] in ("far--9", "far--6"):
        return None  # steps that resolve them would be too many
    fastest = min([tau] + [c["tau"] for c in case["input"] if c["kind"] == "exponential"] +
                  [1000 / c["frequency"] for c in case["input"] if c["kind"] == "sine"])
    most = min(fastest / 40, case["duration"] / 4000)

    def current(t, middle):
        total = 0
        for c in case["input"]:
            start, A = c.get("start", 0), c.get("amplitude", 0)
            if not start <= middle < c.get("stop", INFINITY):
                continue
            s = t - start
            if c["kind"] == "constant":
                total += A
            elif c["kind"] == "ramp":
                total += A * s
            elif c["kind"] == "exponential":
                total += A * math.exp(-s / c["tau"])
            elif c["kind"] == "sine":
                total += A * math.sin(2 * math.pi * c["frequency"] * s / 1000 + c["phase"])
            else:
                k = math.floor((middle - start) / c["interval"])
                if k + 1 < len(c["values"]):
                    v, w = c["values"][k], c["values"][k + 1]
                    total += v + (w - v) * (s / c["interval"] - k)
        return total

    breaks = [float(e) for e in edges(case)]
    spikes = [float(s) for s in case["spikes"]]
    starts = [(0.0, n["u_0"])] + [(s + n["t_ref"], n["u_reset"]) for s in spikes]
    for (t, u), wanted in zip(starts, spikes + [None]):
        last = case["duration"] if wanted is None else wanted
        stops = [b for b in breaks if t < b < last] + [last]
        for stop in stops:
            count = max(1, math.ceil((stop - t) / most))
            h = (stop - t) / count
            for i in range(count):
                a, x = t + i * h, h / tau
                middle = a + h / 2
                i0, i1, i2 = (rest + R * current(v, middle) for v in (a, middle, a + h))
                k1 = x * (i0 - u)
                k2 = x * (i1 - u - k1 / 2)
                k3 = x * (i1 - u - k2 / 2)
                k4 = x * (i2 - u - k3)
                u += (k1 + 2 * k2 + 2 * k3 + k4) / 6
                near = 1e-4 * (abs(theta) + abs(u) + abs(rest))
                if u > theta + near:
                    return f"above theta at {a + h}, expected {wanted}"
            t = stop
        if wanted is not None and abs(u - theta) > near:
            return f"u = {u} at the spike {wanted}"
    return None


rng = random.Random(20240607)


def digits(x, n=4):
    return float(f"{x:.{n}g}")


def some(low, high):
    return digits(math.exp(rng.uniform(math.log(low), math.log(high))))


def component(kind, strength, duration):
    A = digits(strength * rng.uniform(-0.5, 1.5))
    c = {"kind": kind, "amplitude": A}
    if kind == "ramp":
        c["amplitude"] = digits(2 * A / duration)
    if kind == "sine":
        c.update(frequency=some(1, 2000), phase=digits(rng.uniform(-4, 4)))
    if kind == "exponential":
        c.update(tau=some(0.1, 100))
    if kind == "samples":
        del c["amplitude"]
        count = rng.randint(1, 12)
        c.update(values=[digits(strength * rng.uniform(-1, 2), 3) for _ in range(count)],
                 interval=some(0.3, duration / count))
    if rng.random() < 0.6:
        c["start"] = digits(duration * rng.uniform(-0.2, 0.6))
        if rng.random() < 0.7:
            c["stop"] = digits(c["start"] + duration * rng.uniform(0.01, 0.8), 6)
    return c


def probes(duration, n=5):
    return sorted(digits(duration * rng.random(), 6) for _ in range(n))


def neuron():
    theta, gap = digits(rng.uniform(-60, 20)), some(3, 30)
    n = {"R": some(0.5, 100), "C": 0, "u_rest": 0, "u_reset": digits(theta - gap * rng.uniform(0.3, 1.5)),
         "theta": theta, "u_0": digits(theta - gap * rng.uniform(0.1, 1.5)),
         "t_ref": rng.choice([0, 0, digits(rng.uniform(0.1, 5))])}
    n["C"] = digits(some(0.5, 40) / n["R"])
    above = rng.random() < 0.15
    n["u_rest"] = digits(theta + gap * (rng.uniform(0, 0.4) if above else -rng.uniform(0, 1.2)))
    return n, gap


def sums(count):
    while count:
        n, gap = neuron()
        duration = some(20, 300)
        strength = gap / n["R"]
        kinds = [rng.choice(["constant", "ramp", "sine", "sine", "exponential", "exponential", "samples"])
                 for _ in range(rng.randint(1, 5))]
        case = {"name": f"sum-{count}", "neuron": n, "duration": duration,
                "input": [component(k, strength, duration) for k in kinds], "probe": probes(duration)}
        if solve(case, 40) and (case["spikes"] or count % 8 == 0):
            yield case
            count -= 1


def resonances():
    """tau_m = 10 ms exactly; the exponential differs from it by one part in 10^k, or not at all."""
    for k in range(2, 17):
        for sign in (1, -1):
            if k == 16 and sign < 0:
                continue
            tau = 10 * (1 + sign * 10.0 ** -k) if k < 16 else 10.0
            case = {"name": f"resonance{'+' if sign > 0 else '-'}{k}" if k < 16 else "resonance",
                    "neuron": {"R": 10, "C": 1, "u_rest": -65, "u_reset": -70, "theta": -50,
                               "u_0": -65, "t_ref": rng.choice([0, 1.5])},
                    "input": [{"kind": "exponential", "amplitude": digits(rng.uniform(5, 9)), "tau": tau},
                              {"kind": "exponential", "amplitude": digits(rng.uniform(-40, -20)), "tau": tau,
                               "start": 20},
                              {"kind": "exponential", "amplitude": digits(rng.uniform(40, 70)), "tau": tau,
                               "start": 21},
                              {"kind": "sine", "amplitude": 0.7, "frequency": 90, "phase": 1}],
                    "duration": 80, "probe": probes(80)}
            assert solve(case)
            yield case


def grazes():
    """theta a part in 10^k below or above the top of a bump."""
    shapes = [
        [{"kind": "exponential", "amplitude": 3.1, "tau": 4.0, "start": 5}],
        [{"kind": "exponential", "amplitude": 2.7, "tau": 10.0, "start": 3}],
        [{"kind": "sine", "amplitude": 1.9, "frequency": 35, "phase": 0.3, "start": 2, "stop": 24}],
        [{"kind": "samples", "values": [0, 1.3, 2.9, 0.4, -1.0, 0], "interval": 3.7, "start": 1}],
        [{"kind": "ramp", "amplitude": -0.15, "start": 4},
         {"kind": "constant", "amplitude": 2.3, "start": 4}],
    ]
    for k in range(3, 13):
        for side, sign in (("pass", -1), ("miss", 1)):
            case = {"name": f"graze-{side}-{k}",
                    "neuron": {"R": 10, "C": 1, "u_rest": 0.5, "u_reset": 0, "theta": 1e9, "u_0": 0.25, "t_ref": 0},
                    "input": shapes[(k + (sign > 0)) % 5], "duration": 30, "probe": probes(30)}
            top = summit(case)
            case["neuron"]["theta"] = float(top * (1 + sign * mpf(10) ** -k))
            assert solve(case) and bool(case["spikes"]) == (sign < 0), case["name"]
            yield case


def summit(case):
    """The highest u: the greatest of the roots of u' (the shapes have one top a piece)."""
    t, u, tops = mpf(0), mpf(case["neuron"]["u_0"]), []
    for edge in edges(case) + [mpf(case["duration"])]:
        p = Piece(case, t, edge, u)
        slope = lambda s: p.du(s, p.u(s))
        grid = [p.length * i / 400 for i in range(401)]
        tops += [p.u(s) for s in grid]
        for a, b in zip(grid, grid[1:]):
            if slope(a) > 0 > slope(b):
                for _ in range(160):
                    m = (a + b) / 2
                    a, b = (m, b) if slope(m) > 0 else (a, m)
                tops.append(p.u(a))
        t, u = edge, p.u(p.length)
    return max(tops)


def frequencies():
    """Sines from 0.01 Hz to 100 kHz, strong enough to fire through the filter of the membrane."""
    for exponent in range(-2, 6):
        f = 10.0 ** exponent
        tau, duration = 10.0, {-2: 60000.0, -1: 8000.0}.get(exponent, min(2000.0, 2.5e4 / f + 60))
        gain = 10 / math.hypot(1, 2 * math.pi * f / 1000 * tau)
        case = {"name": f"sine-{f:g}-Hz",
                "neuron": {"R": 10, "C": 1, "u_rest": 0, "u_reset": 0, "theta": 10, "u_0": 0,
                           "t_ref": 500 if exponent < 0 else digits(duration / 40)},
                "input": [{"kind": "sine", "amplitude": digits(3.3 / gain), "frequency": f, "phase": 0.1},
                          {"kind": "constant", "amplitude": 1.2}],
                "duration": duration, "probe": probes(duration)}
        assert solve(case, 200), case["name"]
        yield case


def far():
    """Time constants of the input 10^9 times shorter to 10^9 times longer than tau_m, of equal effect."""
    for k in (-9, -6, -3, 3, 6, 9):
        tau = 10.0 * 10.0 ** k
        kick = {"kind": "exponential", "amplitude": 12 / min(tau, 10.0), "tau": tau}
        case = {"name": f"far-{k}",
                "neuron": {"R": 10, "C": 1, "u_rest": 0, "u_reset": 0, "theta": 10, "u_0": 0, "t_ref": 2},
                "input": [kick | {"start": t, "stop": t + 12} for t in (1, 13, 25.5)] +
                         [{"kind": "sine", "amplitude": 0.9, "frequency": 130, "phase": 2}],
                "duration": 60, "probe": probes(60)}
        assert solve(case)
        yield case


def cancelling():
    """Large inputs of which little is left."""
    for k in (3, 6, 9):
        A = 10.0 ** k
        case = {"name": f"cancelling-{k}",
                "neuron": {"R": 10, "C": 1, "u_rest": 0, "u_reset": 0, "theta": 10, "u_0": 0, "t_ref": 1},
                "input": [{"kind": "exponential", "amplitude": A, "tau": 30.0},
                          {"kind": "exponential", "amplitude": -A, "tau": 30.0 * (1 - 3 / A)},
                          {"kind": "sine", "amplitude": A, "frequency": 50, "phase": 1},
                          {"kind": "sine", "amplitude": -A, "frequency": 50, "phase": 1 + 2 / A},
                          {"kind": "constant", "amplitude": A}, {"kind": "constant", "amplitude": 1.3 - A}],
                "duration": 60, "probe": probes(60)}
        assert solve(case)
        yield case


def main():
    cases = []
    for family in (frequencies(), grazes(), resonances(), far(), cancelling(), sums(60)):
        for case in family:
            fault = scan(case)
            print(case["name"], len(case["spikes"]), fault or "", file=sys.stderr, flush=True)
            assert fault is None
            case["made_by"] = f"mpmath {mpmath.__version__}"
            cases.append(case)
    order = ("name", "made_by", "neuron", "input", "duration", "probe", "spikes", "u_at_probe")
    lines = (json.dumps({key: case[key] for key in order}) for case in cases)
    (HERE / "random.json").write_text("[\n" + ",\n".join(lines) + "\n]\n")


main()
