// What the NEURON script says of itself. Numbers come as the script writes them.

export const packages = 'neuron, numpy and matplotlib';

/** @param {string} step ms @param {string | null} off how far the current is off at most, nA; null if it is not */
export function method(step, off) {
  return [
    "NEURON's variable-step method (CVode) solves the equation and interpolates the crossings, so spikes lie on no grid.",
    'A compartment with a passive leak is the neuron; an event at every crossing puts v back, and for t_ref leak and',
    `current are off. The current is played in as straight lines through points ${step} ms apart and through every`,
    off === null
      ? 'edge of the input: exact, as I(t) is constant between them. '
      : `edge of the input: off by less than ${off} nA, and far less where it is smooth.`,
    `A rise above theta for less than a step (at most ${step} ms) could be missed.`,
    'In our tests it finds every spike of the exact solution, up to 232 of them, each within 0.0001 ms.',
  ];
}

export const step = 'ms: longest step, and spacing of the points of the current';
export const tolerance = 'of v, per step; mV';
export const simulate = 't and u at the steps that were taken, and the spike times.';
export const cylinder = 'um: a cylinder of this area';
export const straight = 'True: straight lines between the points';
export const interpolated = 'crossings are interpolated inside a step';
