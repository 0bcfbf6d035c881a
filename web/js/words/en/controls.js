// The words around the controls.

/** Headings of their groups, by id. @type {Record<string, string>} */
export const groupTitles = { input: 'Input', neuron: 'Neuron', run: 'Run' };

/** By id. @type {Record<string, string>} */
export const presetLabels = { tau: 'Notebook’s τ panel', sine: 'Notebook’s sine panel' };

export const presetsName = 'Presets';
export const drawOnPlot = 'Draw on the plot';
export const pasteOrLoad = 'Paste or load …';
