// The words of the dialog that writes scripts for other simulators.

export const simulatorName = 'Simulator';
export const scriptLabel = 'Script';
export const downloadText = 'Download';
/** Beside a simulator's name. */
export const notRunHere = ' not run here';

/** @param {{ label: string, tested: boolean }} target a simulator */
export function aboutTarget({ label, tested }) {
  return tested
    ? 'The tests of this project run what this makes, for every experiment, and compare the spikes.'
    : `Written to ${label}’s documented names; the tests of this project do not run it.`;
}
