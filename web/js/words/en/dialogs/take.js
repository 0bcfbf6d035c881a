// What the dialogs share: texts to copy, and which values are taken along.

export const copy = 'Copy';
export const copied = 'Copied';
export const pressToCopy = 'Press Ctrl+C';
export const pressToCopySaid = 'Press Ctrl+C to copy.';

/** A button's text, and what it is about. @param {string} text @param {string} label */
export function buttonName(text, label) {
  return `${text}: ${label}`;
}

/** @param {string} label */
export function copiedSaid(label) {
  return `Copied: ${label}.`;
}

/** What is wrong, and what can be taken along all the same. @param {string} issue @param {boolean} runs whether any */
export function takenAlong(issue, runs) {
  return `${issue}. ${
    runs
      ? 'What is taken along here has the last valid values.'
      : 'There is no run to take along until this is mended.'
  }`;
}
