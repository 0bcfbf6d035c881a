import { casesOfScript, edges, isSteady, steepness } from './cases.js';
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
import * as words from '../../../words/en/scripts/pynn.js';
import * as pythonWords from '../../../words/en/scripts/python.js';

/** @typedef {import('./cases.js').Case} Case */

/** What comes of the command line. */
const commandLine = /* python */ `
BACKENDS = ("neuron", "nest", "brian2")
backend = sys.argv[1] if len(sys.argv) > 1 else BACKENDS[0]
if backend not in BACKENDS:
    sys.exit(f"${words.noSuchBackend('{backend}', "{', '.join(BACKENDS)}")}")
size = sys.argv[2] if len(sys.argv) > 2 else "1"
if not size.isdecimal() or int(size) < 1:
    sys.exit(f"${words.noSuchSize('{size}')}")
SIZE = int(size)  # ${words.size}
sim = importlib.import_module(f"pyNN.{backend}")
`;

/** Makes the populations; needs DT and CASES. */
const populations = /* python */ `
def steps_of(case):
    """${words.stepsOf}"""
    starts = np.arange(math.floor(case["duration"] / DT + 1e-9)) * DT
    amplitudes = case["current"](starts + DT / 2) - case["offset"]
    amplitudes[np.abs(amplitudes) < 1e-12 * (1 + abs(case["offset"]))] = 0.0
    change = np.flatnonzero(np.diff(amplitudes, prepend=0.0))
    return starts[change], amplitudes[change]


def create(case):
    """${words.create}"""
    hold = math.ceil(case["t_ref"] / DT - 1e-9)  # ${pythonWords.steps}
    if backend == "brian2" and hold > 0:
        hold += 1  # ${words.refractory}
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
const run = /* python */ `
${words.exchange.map((line) => `# ${line}`).join('\n')}
exchange = 100 * DT if backend == "neuron" else DT
sim.setup(timestep=DT, min_delay=exchange)
if backend == "neuron":
    sim.simulator.state.default_maxstep = exchange

populations = [create(case) for case in CASES]
# ${words.connect}
sim.run(max(case["duration"] for case in CASES))
`;

/** Brings the results of all processes together. */
const gather = /* python */ `
def local_results(case, population):
    """${words.localResults}"""
    segment = population.get_data(gather=False).segments[0]
    late = DT if backend == "brian2" else 0.0  # ${words.filed}
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
const report = /* python */ `
if sim.rank() == 0:
    results = []
    for number, case in enumerate(CASES, start=1):
        parts = [part[number - 1] for part in gathered]
        trains = {neuron: times for trains, _ in parts for neuron, times in trains.items()}
        t, u = next(trace for _, trace in parts if trace is not None)
        spikes = trains[0]
        alike = sum(len(times) == len(spikes) and np.allclose(times, spikes) for times in trains.values())
        print(f"# ${words.finished('{sim.num_processes()}', '{len(trains)}', '{alike}')}")
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
    ...words.running,
    '',
    ...words.grid(number(dt), brief(dt)),
    ...delayLines(cases, { dt, method: 'backward' }, words.delaysHead),
    ...words.current(samplingCost(slope, dt / 2)),
    ...(jumps ? [pythonWords.edgesInsideSteps(brief(dt / 2))] : []),
    ...words.tested,
  ];
}

/**
 * A script for PyNN: one population a case, on NEURON, NEST or Brian2, also under MPI.
 * @param {import('./cases.js').Requests} requests
 * @param {import('./cases.js').About} about
 * @returns {string}
 */
export function pynnScript(requests, about) {
  const cases = casesOfScript(requests, about);
  const dt = gridStep(cases, 0.01);
  return tidy(/* python */ `${opening(about, 'PyNN', header(cases, dt))}

import importlib
import math
import sys

import numpy as np
${commandLine}
DT = ${number(dt)}  # ms
${currentFunctions(cases)}

# ${words.offset}
${caseTable(cases, (each) => [['offset', offset(each), 'nA']])}

${populations}
${run}
${gather}
${printSpikes}
${plotFunction}
${report}`);
}
