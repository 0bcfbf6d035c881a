// What the Brian2 script says of itself. Numbers come as the script writes them.

export const packages = 'brian2 and matplotlib';

/** @param {string} step ms @param {string} late ms */
export function grid(step, late) {
  return [
    `Brian2 looks for spikes on a grid, here of ${step} ms: each is found up to ${late} ms late, u starts again`,
    'from there, and so these delays add up from spike to spike. A finer DT makes them smaller.',
  ];
}

/** How it steps between grid points; a line on what that costs follows. */
export const stepping = {
  euler: [
    "Between grid points: Brian2's 'euler', with the current at the start of every step, as in the lab;",
  ],
  exact: [
    "Between grid points: Brian2's 'exact', which wants a current that is constant over a step. It is the one",
    'at the middle of the step;',
  ],
};

export const noCompiler = 'no compiler needed; delete this line for larger networks';
export const refractory = 'Brian2 counts it from the start of the step in which the spike is found: one more';
export const filed = 'Brian2 files a spike under the start of the step at whose end u starts again.';
