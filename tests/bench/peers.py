"""Times the same jobs in Brian2 and in the notebook's own loop; prints one line of JSON a figure.

10,000 neurons, 100 ms, dt = 0.01 ms, under a constant and a sine current, amplitudes spread evenly
from 0 to 10 nA; and one run of the notebook's loop with a redraw by matplotlib. Seconds, medians.
"""

import json
import statistics
import time


def median(call, runs):
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def show(name, seconds, note):
    print(json.dumps({"name": name, "seconds": seconds, "note": note}), flush=True)


def brian2_jobs():
    import brian2 as b2

    b2.defaultclock.dt = 0.01 * b2.ms
    currents = {
        "constant": "amplitude",
        "sine": "amplitude * sin(2 * pi * 100 * Hz * t)",
    }
    for name, current in currents.items():
        equations = f"""
            du/dt = (-u + R * ({current})) / (R * C) : volt
            amplitude : amp
        """
        namespace = {"R": 5 * b2.Mohm, "C": 0.5 * b2.nF, "theta": 5 * b2.mV}
        neurons = b2.NeuronGroup(
            10_000,
            equations,
            threshold="u >= theta",
            reset="u = 0 * volt",
            method="euler",
            namespace=namespace,
        )
        neurons.amplitude = "10 * nA * i / 9999"
        monitor = b2.SpikeMonitor(neurons, record=False)
        network = b2.Network(neurons, monitor)
        network.run(0.01 * b2.ms)  # compiles
        seconds = median(lambda: network.run(100 * b2.ms), 3)
        show(name, seconds, f"Brian2 {b2.__version__}, {neurons.state_updater.codeobj.class_name}")


def notebook_job():
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt
    import numpy as np

    def run():
        dt, duration = 0.01, 100.0
        R, C, theta, u_reset, current = 6.4, 0.9, 5.0, 0.4, 0.8
        t = np.arange(0, duration, dt)
        u = np.zeros(t.size)
        u[0] = u_reset
        for i in range(1, t.size):
            u[i] = u[i - 1] + (current - u[i - 1] / R) / C * dt
            if u[i] >= theta:
                u[i] = u_reset
        figure, (above, below) = plt.subplots(2)
        above.plot(t, np.full(t.size, current))
        below.plot(t, u)
        figure.canvas.draw()
        plt.close(figure)

    show("notebook tick", median(run, 5), f"numpy {np.__version__}, matplotlib {matplotlib.__version__}")


for job in (brian2_jobs, notebook_job):
    try:
        job()
    except ImportError:
        pass
