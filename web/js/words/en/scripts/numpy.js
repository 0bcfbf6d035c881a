// What the NumPy script says of itself. Numbers come as the script writes them.

export const packages = 'numpy and matplotlib';

/** The methods: what their steps are, and what they cost. @type {Record<'exact' | 'euler' | 'rk4', (step: string, cost: string) => string[]>} */
export const methods = {
  exact: (step, cost) => [
    `The notebook's loop over a grid, here of ${step} ms, but with the solution in place of Euler's step, and every`,
    'crossing where it is between two grid points. Each step takes the current at its middle:',
    `${cost}.`,
    `In our tests it finds every spike of the exact solution, up to 232 of them, each within ${step} ms.`,
  ],
  euler: (step, cost) => [
    `Forward Euler on a grid of ${step} ms, as in the notebook; its error is of first order in the step.`,
    `Over a step the current is the one at its start: ${cost}.`,
  ],
  rk4: (step) => [`Runge-Kutta on a grid of ${step} ms.`],
};

export const eulerStep = 'Forward Euler.';
export const rk4Step = 'The classic Runge-Kutta method of fourth order.';
export const onGrid = 'The grid, u on it (already reset where it spikes) and the spike times.';
export const heldSteps = 'the step up to which u stays at u_reset';
export const exactly = 'The grid, u on it and the spike times, which lie between the grid points.';
export const steady = 'where u goes in each step, mV';
export const heldTime = 'the time up to which u stays at u_reset';
export const crossing = 'when u is theta';
