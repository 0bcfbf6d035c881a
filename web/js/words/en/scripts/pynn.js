// What the PyNN script says of itself. Numbers come as the script writes them.

/** How to run it, and what it needs. */
export const running = [
  'Run: python3 script.py [neuron | nest | brian2] [neurons, 1 or more]   (needs PyNN, that simulator and matplotlib)',
  'On many cores or machines: mpirun -n 4 python3 script.py neuron 1000   (needs mpi4py too)',
  '(with NEURON and NEST; Brian2 knows no MPI)',
  'If it says that NEURON mechanisms are not found: run nrnivmodl once in the folder it names. With the packages of',
  'Debian that is not enough: tests/handoff/prepare-pynn.sh, in the sources of Integrate & Fire, does it in a copy of PyNN.',
];

/** @param {string} step ms @param {string} late ms */
export function grid(step, late) {
  return [
    `Spikes are found on a grid of ${step} ms: each up to ${late} ms late, u starts again from there, and so these`,
    'delays add up from spike to spike. With NEURON, u follows the backward Euler method, whose error',
    'is of first order in DT; with NEST it is exact from step to step for this current. A finer DT makes both smaller.',
  ];
}

export const delaysHead = 'With NEURON, against the exact solution, that adds up to about:';

/** @param {string} cost of taking the current in the middle of every step */
export function current(cost) {
  return [
    'Constants that are on all the time are i_offset, exactly. All else is a StepCurrentSource that takes the current at',
    `the middle of every step: ${cost}. (ACSource does the`,
    'same for a sine, but at the start of every step, half a step off.)',
  ];
}

export const tested = [
  'NEST lets no current source act before a step or two have passed; i_offset acts at once.',
  'Our tests run this kind of script on NEURON, also under MPI, and not on NEST.',
];

/** Said where it is started with another simulator: both are expressions of Python. @param {string} backend @param {string} known */
export function noSuchBackend(backend, known) {
  return `${backend} is not one of ${known}`;
}

/** Said where it is started with no number of neurons, which is an expression of Python. @param {string} size */
export function noSuchSize(size) {
  return `neurons is ${size}: must be a whole number, 1 or more`;
}

export const size = 'neurons of each case, all alike';
export const stepsOf =
  'Times (ms) and amplitudes (nA) of the current beyond the offset; only where it changes.';
export const create =
  'A population of SIZE neurons. Times in ms, potentials in mV, cm in nF, i_offset in nA: the units of the lab.';
export const refractory = 'Brian2 counts them from the start of the step in which the spike is found';
export const exchange = [
  'NEURON exchanges spikes between processes every min_delay, which must be fewer than 255 steps; without connections',
  "it has to be told. Put your own connections' least delay here (and 1.0 ms is a common choice).",
];
export const connect = 'Connect them here: sim.Projection(...)';
export const localResults =
  'The spike trains of this process by neuron, and t and u of neuron 0 if it lives here.';
export const filed = 'Brian2 files a spike under the start of its step';
export const offset = 'offset: the sum of the constants that are on all the time, nA';

/** Printed at the end: the three are expressions of Python. @param {string} processes @param {string} neurons @param {string} alike */
export function finished(processes, neurons, alike) {
  return `${processes} processes, ${neurons} neurons, ${alike} of them with these spikes`;
}
