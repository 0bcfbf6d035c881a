// What the LEMS file says of itself. Numbers come as the file writes them.

/** @param {string} title of the experiment, if any */
export function headline(title) {
  return `${title ? `${title}: an` : 'An'} integrate-and-fire neuron in NeuroML 2 and LEMS.`;
}

/** @param {string} notRun in capitals */
export function checked(notRun) {
  return `${notRun}: they check the XML, and its names against the NeuroML documentation, no more.`;
}

/** How to run it, and what it makes. */
export const running = `Run: jnml LEMS_integrate_and_fire.xml   (jNeuroML; or pynml)

It shows u(t) and writes
    integrate_and_fire.dat      t and u of every case, in SI units: s, V
    integrate_and_fire.spikes   time (s) and number of the cell, a line for each spike`;

/** @param {string} step ms @param {string} late ms */
export function grid(step, late) {
  return [
    `The equation is solved on a grid of ${step} ms, where spikes lie: each is found up to ${late} ms late, v starts again`,
    'from there, and so these delays add up from spike to spike. A smaller step makes them smaller.',
  ];
}

export const inputs = [
  'Generators of NeuroML set their current at the end of a step: what changes in time may act a step late.',
  'Samples are ramps from one to the next; a frequency in Hz is a period of 1000/frequency ms. All other numbers are',
  'those of the lab.',
];

export const longest = 'All cases run as long as the longest; ignore spikes past a case of shorter duration.';
/** Without the sign that XML would take for its own. */
export const writtenBy = 'Written by Integrate and Fire.';

/** Descriptions of the types it defines and of their parameters. */
export const descriptions = {
  cell: 'Leaky integrate-and-fire cell that starts at v0, without a refractory period',
  R: 'Membrane resistance',
  leakReversal: 'Where the leak pulls to',
  thresh: 'Threshold',
  reset: 'Potential after a spike',
  v0: 'Potential at the start',
  refractoryCell: 'The same with an absolute refractory period',
  refract: 'Refractory period',
  decay: 'amplitude * exp(-(t - delay) / tau), for a duration',
};
