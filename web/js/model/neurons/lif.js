/**
 * The leaky integrate-and-fire neuron.
 *
 * @typedef {object} Lif
 * @property {'lif'} [model]
 * @property {number} [R] membrane resistance, MΩ, > 0
 * @property {number} [C] membrane capacitance, nF, > 0
 * @property {number} [u_rest] where the leak pulls to, mV
 * @property {number} [u_reset] potential after a spike, mV, < theta
 * @property {number} [theta] firing threshold, mV
 * @property {number} [u_0] potential at t = 0, mV, < theta
 * @property {number} [t_ref] absolute refractory period, ms, >= 0
 */

const sub = (/** @type {string} */ base, /** @type {string} */ text) =>
  `<msub><mi>${base}</mi><mpadded voffset="-0.15em"><mtext>${text}</mtext></mpadded></msub>`;

/** @type {import('./types.js').NeuronModel} */
export const lif = {
  model: 'lif',
  fields: ['R', 'C', 'u_rest', 'u_reset', 'theta', 'u_0', 't_ref'],
  controls: {
    R: { symbol: 'R', unit: 'MΩ' },
    C: { symbol: 'C', unit: 'nF' },
    tau_m: { symbol: 'τ_m', unit: 'ms' },
    theta: { symbol: 'θ', unit: 'mV' },
    u_rest: { symbol: 'u_rest', unit: 'mV' },
    u_reset: { symbol: 'u_reset', unit: 'mV' },
    u_0: { symbol: 'u_0', unit: 'mV' },
    t_ref: { symbol: 't_ref', unit: 'ms' },
  },
  timeConstant: ({ R, C }) => R * C,
  steadyPotential: ({ R, u_rest }, current) => R * current + u_rest,
  rheobase: ({ R, u_rest, theta }) => (theta - u_rest) / R,
  equations: [
    `<mi>C</mi><mo>&#x2062;</mo><mfrac><mrow><mi mathvariant="normal">d</mi><mi>u</mi></mrow><mrow><mi mathvariant="normal">d</mi><mi>t</mi></mrow></mfrac><mo>=</mo><mo>−</mo><mfrac><mrow><mi>u</mi><mo>−</mo>${sub('u', 'rest')}</mrow><mi>R</mi></mfrac><mo>+</mo><mi>I</mi><mo stretchy="false">(</mo><mi>t</mi><mo stretchy="false">)</mo>`,
    `<mi>u</mi><mo>≥</mo><mi>θ</mi><mspace width="0.6em" /><mo>⇒</mo><mspace width="0.6em" /><mtext>spike,</mtext><mspace width="0.6em" /><mi>u</mi><mo>←</mo>${sub('u', 'reset')}<mspace width="0.3em" /><mtext>for</mtext><mspace width="0.3em" />${sub('t', 'ref')}`,
  ],
};
