// What the Python scripts say of themselves, in their openings, comments and prints. Numbers come as the script writes
// them.

/** Where a script is asked for that no template is there for. @param {string} model of the neuron */
export function noSuchModel(model) {
  return `The scripts have no neuron of the model ${model} yet.`;
}

/** Likewise. @param {string} kind of input */
export function noSuchInput(kind) {
  return `The scripts have no input of the kind ${kind} yet.`;
}

/** @param {number} index from 1 */
export function caseName(index) {
  return `Case ${index}`;
}

/** @param {string} title of the experiment, if any @param {string} simulator */
export function headline(title, simulator) {
  return `${title ? `${title}: an` : 'An'} integrate-and-fire neuron in ${simulator}.`;
}

/** The model, under its equation. */
export const model = 'u reaches theta -> spike; u = u_reset for t_ref; then the equation again';
export const writtenBy = 'Written by Integrate & Fire.';

/** @param {string} link */
export function sameInBrowser(link) {
  return `The same in the browser: ${link}`;
}

/** @param {string} packages */
export function runWith(packages) {
  return `Run: python3 script.py   (needs ${packages})`;
}

export const windowFunction = 'Whether a component is on at t, and the time s since its start, ms.';

/** A comment above each component of a current. */
export const components = {
  constant: 'constant, nA',
  ramp: 'ramp, nA/ms times ms',
  sine: 'sine: nA; Hz, of which 1000 are 1/ms; rad',
  exponential: 'exponential: nA; ms',
  /** @param {string} interval */
  samples: (interval) => `samples, nA, every ${interval} ms: straight lines between them, 0 after the last`,
};

/** @param {string} name of a case */
export function currentFunction(name) {
  return `I(t) of "${name}" in nA, t in ms.`;
}

export const units = 'Units: MΩ · nF = ms and nA · MΩ = mV, so that no factor is needed between these.';

/** What the parameters are. */
export const parameters = {
  R: 'membrane resistance, MΩ',
  C: 'membrane capacitance, nF',
  u_rest: 'where the leak pulls to, mV',
  u_reset: 'after a spike, mV',
  theta: 'threshold, mV',
  u_0: 'at t = 0, mV',
  t_ref: 'absolute refractory period, ms',
  edges: 'where the input or its slope jumps, ms',
};

/** Printed above the spike times of a case: the three are expressions of Python. @param {string} number @param {string} name @param {string} count */
export function caseSpikes(number, name, count) {
  return `case ${number}: ${name}: ${count} spikes, times in ms`;
}

export const plotFunction = 'I(t) above u(t), one column a case; a tick above theta for each spike.';
export const simulateOnGrid = 'The grid, u on it and the spike times.';
export const steps = 'steps';

/**
 * What taking the current at one time of every step costs.
 * @param {{ reach: string, off: string } | null} cost the farthest time from the one at which it is taken, ms, and how
 *   far I is off there at most, nA; null if it is constant
 */
export function samplingCost(cost) {
  if (!cost) return 'exact, as I(t) is constant between its jumps';
  return `I is off by at most max |dI/dt| * ${cost.reach} ms = ${cost.off} nA`;
}

/** @param {string} most ms */
export function edgesInsideSteps(most) {
  return `Where the input begins or ends inside a step, it does so up to ${most} ms off.`;
}

/** @param {string} most ms */
export function edgesBetweenPoints(most) {
  return `Where the input begins or ends between two grid points, it does so up to ${most} ms late.`;
}

export const notRun = 'NOT RUN BY OUR TESTS';

/** Above what the delays of a grid add up to. */
export const delaysHead = 'Against the exact solution that adds up to about:';

/** Where the exact spikes are too many to compare with. @param {string} name of the case @param {string} step ms */
export function moreWithEverySpike(name, step) {
  return `${name}: up to ${step} ms more with every spike`;
}

/**
 * What the delays of a case add up to.
 * @param {string} name of the case
 * @param {{ found: number, there: number, last: number, off: string, early: boolean }} spikes the last one that both have,
 *   how far it is off, ms, and which way
 */
export function delayOf(name, { found, there, last, off, early }) {
  const size = `${off} ms ${early ? 'early' : 'late'}`;
  return found === there
    ? `${name}: all ${last} spikes, the last ${size}`
    : `${name}: ${found} spikes, not ${there}; spike ${last} is ${size}`;
}
