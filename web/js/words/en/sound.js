// The words of the sound's controls.

export const speedPick = 'Speed';
export const clicksName = 'Clicks';
export const pitchName = 'Pitch';

/** @param {number} times how much slower than the neuron it plays */
export function speedName(times) {
  return times === 1 ? 'real time' : `1/${times}`;
}

/** What the button does. @param {boolean} playing */
export function playName(playing) {
  return playing ? 'Pause' : 'Play';
}

/** @param {string} reason */
export function silentBrowser(reason) {
  return `This browser plays no sound (${reason}).`;
}
