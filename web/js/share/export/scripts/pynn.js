import { completeCases, edges, isSteady, steepness } from './cases.js';
import { delayLines, gridStep } from './grid.js';
import { brief, number } from './numbers.js';
import {
  caseTable,
  currentFunctions,
  opening,
  plotFunction,
  printSpikes,
  samplingCost,
  tidy,
} from './python.js';

/** @typedef {import('./cases.js').Case} Case */

/** What comes of the command line. */
const commandLine = `
BACKENDS = ("neuron", "nest", "brian2")
backend = sys.argv[1] if len(sys.argv) > 1 else BACKENDS[0]
if backend not in BACKENDS:
    sys.exit(f"{backend} is not one of {', '.join(BACKENDS)}")
size = sys.argv[2] if len(sys.argv) > 2 else "1"
if not size.isdecimal() or int(size) < 1:
    sys.exit(f"neurons is {size}: must be a whole number, 1 or more")
SIZE = int(size)  # neurons of each case, all alike
sim = importlib.import_module(f"pyNN.{backend}")
`;

/** Makes the populations; needs DT and CASES. */
const populations = `
def steps_of(case):
    """Times (ms) and amplitudes (nA) of the current beyond the offset; only where it changes."""
    starts = np.arange(math.floor(case["duration"] / DT + 1e-9)) * DT
    amplitudes = case["current"](starts + DT / 2) - case["offset"]
    amplitudes[np.abs(amplitudes) < 1e-12 * (1 + abs(case["offset"]))] = 0.0
    change = np.flatnonzero(np.diff(amplitudes, prepend=0.0))
    return starts[change], amplitudes[change]


def create(case):
    """A population of SIZE neurons. Times in ms, potentials in mV, cm in nF, i_offset in nA: the units of the lab."""
    hold = math.ceil(case["t_ref"] / DT - 1e-9)  # steps
    if backend == "brian2" and hold > 0:
        hold += 1  # Brian2 counts them from the start of the step in which the spike is found
    cell = sim.IF_curr_exp(
        tau_m=case["R"] * case["C"],
        cm=case["C"],
        v_rest=case["u_rest"],
        v_reset=case["u_reset"],
        v_thresh=case["theta"],
        tau_refrac=hold * DT,
        i_offset=case["offset"],
    )
    population = sim.Population(SIZE, cell, initial_values={"v": case["u_0"]})
    times, amplitudes = steps_of(case)
    if len(times):
        sim.StepCurrentSource(times=times, amplitudes=amplitudes).inject_into(population)
    population.record("spikes")
    population[0:1].record("v")
    return population
`;

/** Makes and runs all cases at once. */
const run = `
# NEURON exchanges spikes between processes every min_delay, which must be fewer than 255 steps; without connections
# it has to be told. Put your own connections' least delay here (and 1.0 ms is a common choice).
exchange = 100 * DT if backend == "neuron" else DT
sim.setup(timestep=DT, min_delay=exchange)
if backend == "neuron":
    sim.simulator.state.default_maxstep = exchange

populations = [create(case) for case in CASES]
# Connect them here: sim.Projection(...)
sim.run(max(case["duration"] for case in CASES))
`;

/** Brings the results of all processes together. */
const gather = `
def local_results(case, population):
    """The spike trains of this process by neuron, and t and u of neuron 0 if it lives here."""
    segment = population.get_data(gather=False).segments[0]
    late = DT if backend == "brian2" else 0.0  # Brian2 files a spike under the start of its step
    trains = {}
    for cell, train in zip(population.local_cells, segment.spiketrains):
        times = np.asarray(train.rescale("ms").magnitude) + late
        trains[int(cell) - int(population.first_id)] = times[times <= case["duration"] + DT / 2]
    trace = None
    for signal in segment.analogsignals:
        if signal.size:
            t, u = np.asarray(signal.times.rescale("ms").magnitude), np.asarray(signal.magnitude)[:, 0]
            inside = t <= case["duration"] + DT / 2
            trace = t[inside], u[inside]
    return trains, trace


mine = [local_results(case, population) for case, population in zip(CASES, populations)]
if sim.num_processes() > 1:
    from mpi4py import MPI

    gathered = MPI.COMM_WORLD.gather(mine, root=0)
else:
    gathered = [mine]
`;

/** Prints and plots, in one process; needs print_spikes and plot. */
const report = `
if sim.rank() == 0:
    results = []
    for number, case in enumerate(CASES, start=1):
        parts = [part[number - 1] for part in gathered]
        trains = {neuron: times for trains, _ in parts for neuron, times in trains.items()}
        t, u = next(trace for _, trace in parts if trace is not None)
        spikes = trains[0]
        alike = sum(len(times) == len(spikes) and np.allclose(times, spikes) for times in trains.values())
        print(f"# {sim.num_processes()} processes, {len(trains)} neurons, {alike} of them with these spikes")
        print_spikes(number, case, spikes)
        results.append((case, t, u, spikes))
    plot(results)
sim.end()
`;

/** What is not on all the time. @param {Case} each @returns {Case} */
function varying(each) {
  return { ...each, input: each.input.filter((component) => !isSteady(component, each.duration)) };
}

/** The sum of the constants that are on all the time, in Python. @param {Case} each */
function offset({ input, duration }) {
  const steady = input.filter((component) => isSteady(component, duration));
  return steady.map(({ amplitude }) => number(amplitude)).join(' + ') || '0.0';
}

/**
 * What the script says of itself.
 * @param {Case[]} cases
 * @param {number} dt ms
 */
function header(cases, dt) {
  const slope = Math.max(...cases.map((each) => steepness(varying(each))));
  const jumps = cases.some((each) => edges(each).length > 0);
  return [
    'Run: python3 script.py [neuron | nest | brian2] [neurons, 1 or more]   (needs PyNN, that simulator and matplotlib)',
    'On many cores or machines: mpirun -n 4 python3 script.py neuron 1000   (needs mpi4py too)',
    '(with NEURON and NEST; Brian2 knows no MPI)',
    'If it says that NEURON mechanisms are not found: run nrnivmodl once in the folder it names. With the packages of',
    'Debian that is not enough: tests/handoff/prepare-pynn.sh, in the sources of Integrate & Fire, does it in a copy of PyNN.',
    '',
    `Spikes are found on a grid of ${number(dt)} ms: each up to ${brief(dt)} ms late, u starts again from there, and so these`,
    'delays add up from spike to spike. With NEURON, u follows the backward Euler method, whose error',
    'is of first order in DT; with NEST it is exact from step to step for this current. A finer DT makes both smaller.',
    ...delayLines(
      cases,
      { dt, method: 'backward' },
      'With NEURON, against the exact solution, that adds up to about:',
    ),
    'Constants that are on all the time are i_offset, exactly. All else is a StepCurrentSource that takes the current at',
    `the middle of every step: ${samplingCost(slope, dt / 2)}. (ACSource does the`,
    'same for a sine, but at the start of every step, half a step off.)',
    ...(jumps
      ? [`Where the input begins or ends inside a step, it does so up to ${brief(dt / 2)} ms off.`]
      : []),
    'NEST lets no current source act before a step or two have passed; i_offset acts at once.',
    'Our tests run this kind of script on NEURON, also under MPI, and not on NEST.',
  ];
}

/**
 * A script for PyNN: one population a case, on NEURON, NEST or Brian2, also under MPI.
 * @param {import('./cases.js').Requests} requests
 * @param {import('./cases.js').About} about
 * @returns {string}
 */
export function pynnScript(requests, about) {
  const cases = completeCases(requests, about);
  const dt = gridStep(cases, 0.01);
  return tidy(`${opening(about, 'PyNN', header(cases, dt))}

import importlib
import math
import sys

import numpy as np
${commandLine}
DT = ${number(dt)}  # ms
${currentFunctions(cases)}

# offset: the sum of the constants that are on all the time, nA
${caseTable(cases, (each) => [['offset', offset(each), 'nA']])}

${populations}
${run}
${gather}
${printSpikes}
${plotFunction}
${report}`);
}
