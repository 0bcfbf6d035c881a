import { byId } from './dom.js';

/** The equations of the model on show, as its entry states them. */
export function createEquations() {
  const place = byId('equations');
  let shown = '';
  return {
    /** @param {import('../model/neurons/index.js').NeuronModel | undefined} model */
    update(model) {
      if (!model || model.model === shown) return;
      shown = model.model;
      place.innerHTML = model.equations.map((each) => `<p><math display="block">${each}</math></p>`).join('');
    },
  };
}
