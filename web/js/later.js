/**
 * What is loaded when a panel or a dialog is first opened or the sound first wanted: one file, so that what it shares with main.js is one file
 * too and the first visit takes few requests.
 */
export { fill } from './dialogs/all.js';
export { stateOfFile } from './import/file.js';
export { mended } from './import/mend.js';
export * as panels from './panels/all.js';
export { offerReload } from './ui/new-version.js';
export { createSound } from './sound/sound.js';
