/**
 * What is loaded when a panel or a dialog is first opened or the sound first wanted: one file, so that what it shares with main.js is one file
 * too and the first visit takes few requests.
 */
export { offerReload } from './app/new-version.js';
export { fill } from './dialogs/all.js';
export { followFile, stateOfFile } from './share/import/file.js';
export { keptLink, unkeptLink, wholeLink } from './share/short-link.js';
export { withValidValues } from './share/import/mend.js';
export * as panels from './panels/all.js';
export { createSound } from './sound/sound.js';
