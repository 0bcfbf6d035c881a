// What the NEST script says of itself. Numbers come as the script writes them.

export const packages = 'NEST 3, numpy and matplotlib';

/** @param {string} notRun in capitals */
export function checked(notRun) {
  return `${notRun}: they check it against the names and units of the NEST documentation, no more.`;
}

/** @param {string} step ms @param {string} late ms */
export function grid(step, late) {
  return [
    `iaf_psc_delta is this neuron, solved exactly from step to step on a grid of ${step} ms. Spikes lie on that grid:`,
    `each is found up to ${late} ms late, u starts again from there, and so these delays add up from spike to spike.`,
  ];
}

/** @param {string} cost of taking the current in the middle of every step */
export function current(cost) {
  return [
    '(iaf_psc_delta_ps finds them exactly, but wants t_ref of at least a step.)',
    'The current is I_e, constant over every step at its value in the middle of the step;',
    `${cost}. A step_current_generator would do the same, but NEST lets`,
    'a generator act on a neuron only after a delay of a step or more; I_e acts at once.',
  ];
}

/** @param {string} wanted step, ms @param {string} tic ms */
export function otherStep(wanted, tic) {
  return `The step asked for, ${wanted} ms, is no multiple of NEST's tic of ${tic} ms; the nearest is.`;
}

export const quiet = 'or its notes on every Simulate bury the spikes';
export const delays =
  'The shortest delay, 1 ms unless told, is how often NEST records; and every Simulate is to be a multiple of it.';
export const stretches = 'One Simulate for each stretch of steps with the same current.';
export const lastStep = 'what happened in the last step is delivered in the next';
