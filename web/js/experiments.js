import { always } from './export/names.js';

/**
 * The experiments of the lab, as data: a new one is one more entry. Ranges, steps and starts are those of the
 * original notebook.
 *
 * @typedef {import('./types.js').Control} Control
 * @typedef {import('./types.js').Values} Values
 * @typedef {import('./types.js').FullComponent} FullComponent
 * @typedef {import('./types.js').Experiment} Experiment
 * @typedef {[min: number, max: number, step: number]} Range
 */

/** Headings of the groups of controls, in the order shown. */
export const groups = { input: 'Input', neuron: 'Neuron', run: 'Run' };

/** @type {Record<string, string>} */
const amplitudeUnits = { ramp: 'nA/ms', own: '×' };
const amplitudeUnit = (/** @type {Values} */ { waveform }) => amplitudeUnits[waveform] ?? 'nA';

/** @type {Record<string, Pick<Control, 'group' | 'label' | 'symbol' | 'unit'>>} */
const vocabulary = {
  amplitude: { group: 'input', label: 'Current', symbol: 'I_0', unit: amplitudeUnit },
  amplitude_1: { group: 'input', label: 'First current', symbol: 'I_1', unit: 'nA' },
  amplitude_2: { group: 'input', label: 'Second current', symbol: 'I_2', unit: 'nA' },
  amplitude_high: { group: 'input', label: 'High current', symbol: 'I_high', unit: 'nA' },
  amplitude_low: { group: 'input', label: 'Low current', symbol: 'I_low', unit: 'nA' },
  frequency: { group: 'input', label: 'Frequency', symbol: 'f', unit: 'Hz' },
  phase: { group: 'input', label: 'Phase', symbol: 'φ', unit: 'rad' },
  tau: { group: 'input', label: 'Decay time', symbol: 'τ', unit: 'ms' },
  tau_short: { group: 'input', label: 'Short decay', symbol: 'τ_short', unit: 'ms' },
  tau_long: { group: 'input', label: 'Long decay', symbol: 'τ_long', unit: 'ms' },
  R: { group: 'neuron', label: 'Resistance', symbol: 'R', unit: 'MΩ' },
  C: { group: 'neuron', label: 'Capacitance', symbol: 'C', unit: 'nF' },
  tau_m: { group: 'neuron', label: 'Time constant', symbol: 'τ_m', unit: 'ms' },
  theta: { group: 'neuron', label: 'Threshold', symbol: 'θ', unit: 'mV' },
  u_rest: { group: 'neuron', label: 'Rest', symbol: 'u_rest', unit: 'mV' },
  u_reset: { group: 'neuron', label: 'Reset', symbol: 'u_reset', unit: 'mV' },
  u_0: { group: 'neuron', label: 'Start', symbol: 'u_0', unit: 'mV' },
  t_ref: { group: 'neuron', label: 'Refractory period', symbol: 't_ref', unit: 'ms' },
  duration: { group: 'run', label: 'Duration', symbol: 'T', unit: 'ms' },
};

/**
 * @param {string} key
 * @param {number} start
 * @param {Range} range
 * @param {Partial<Control>} [more]
 * @returns {Control}
 */
const slider = (key, start, [min, max, step], more) => ({
  key,
  ...vocabulary[key],
  min,
  max,
  step,
  start,
  ...more,
});

/** @type {Record<string, Range>} */
const ranges = {
  current: [0, 10, 0.1],
  resistance: [1, 10, 0.1],
  capacitance: [0.1, 1, 0.05],
  threshold: [1, 10, 0.5],
  small: [0, 1, 0.05],
  potential: [-100, 100, 0.1],
  decay: [1, 200, 1],
};

const common = [slider('t_ref', 0, [0, 20, 0.1]), slider('duration', 100, [10, 1000, 1])];

/**
 * The notebook's neuron: R, C, and one slider for both u_reset and u_0.
 * @param {number} R @param {number} C @param {number} theta @param {number} u_reset
 */
const neuronControls = (R, C, theta, u_reset) => [
  slider('R', R, ranges.resistance),
  slider('C', C, ranges.capacitance),
  slider('theta', theta, ranges.threshold),
  slider('u_reset', u_reset, ranges.small, { label: 'Reset and start' }),
  slider('u_rest', 0, ranges.small),
  ...common,
];

/** @param {Values} v @param {FullComponent[]} input */
const request = ({ R, C, u_rest, u_reset, theta, t_ref, duration }, input) => ({
  neuron: { R, C, u_rest, u_reset, theta, u_0: u_reset, t_ref },
  input,
  duration,
});

/** @param {Values} v */
const timeConstant = ({ R, C }) => ({ label: 'Time constant', symbol: 'τ_m', value: R * C, unit: 'ms' });

const startFields = { 'neuron.u_0': 'u_reset' };

const leakRemark =
  'Compared with the notebook: there the leak pulls to 0, and its “u_rest” is only where u starts and is reset; ' +
  'here that is u_reset, and u_rest is where the leak pulls to.';

/** @type {Record<string, (v: Values) => FullComponent>} */
const waveforms = {
  sine: ({ amplitude, frequency, phase }) => ({ kind: 'sine', amplitude, frequency, phase, ...always }),
  constant: ({ amplitude }) => ({ kind: 'constant', amplitude, ...always }),
  ramp: ({ amplitude }) => ({ kind: 'ramp', amplitude, ...always }),
  exponential: ({ amplitude, tau }) => ({ kind: 'exponential', amplitude, tau, ...always }),
};

/** A component so many times as strong. @param {FullComponent} component @param {number} factor @returns {FullComponent} */
function scaled(component, factor) {
  if (component.kind === 'samples') {
    return { ...component, values: Array.from(component.values, (value) => factor * value) };
  }
  return { ...component, amplitude: factor * component.amplitude };
}

/** Where a current of one's own starts: two pulses to draw over. @type {FullComponent[]} */
const ownStart = [{ kind: 'samples', ...always, interval: 10, values: [0, 0, 2, 2, 0, 0, 4, 0, 0, 0, 0] }];

const ifSine = { when: (/** @type {Values} */ { waveform }) => waveform === 'sine' };
const ifExponential = { when: (/** @type {Values} */ { waveform }) => waveform === 'exponential' };

/** @type {Experiment[]} */
export const experiments = [
  {
    id: 'constant',
    title: 'Constant current',
    summary:
      'A steady current charges the membrane; above the rheobase it fires regularly. Try: lower I_0 until it falls silent.',
    remark: leakRemark,
    drive: 'R·I + u_rest',
    choices: [],
    controls: [slider('amplitude', 0.8, ranges.current), ...neuronControls(6.4, 0.9, 5, 0.4)],
    few: ['amplitude', 'R', 'C'],
    inputs: [],
    presets: [],
    derived: timeConstant,
    cases: (v) => [{ title: '', request: request(v, [waveforms.constant(v)]), fields: startFields }],
  },
  {
    id: 'time',
    title: 'Time-varying current',
    summary:
      'The membrane follows a changing current as far as its time constant lets it. Try: a faster sine, or another waveform.',
    remark:
      'Compared with the notebook: its τ panel divides by τ twice, so R = 100/6.3 MΩ here gives its figure; ' +
      'in its sine panel the leak pulls to 0, which is also where u starts and is reset.',
    drive: 'R·I + u_rest',
    choices: [
      {
        key: 'waveform',
        group: 'input',
        label: 'Waveform',
        options: [
          { value: 'sine', label: 'Sine' },
          { value: 'constant', label: 'Constant' },
          { value: 'ramp', label: 'Ramp' },
          { value: 'exponential', label: 'Exponential decay' },
          { value: 'own', label: 'Your own' },
        ],
        start: 'sine',
      },
    ],
    controls: [
      slider('amplitude', 1, ranges.current, { label: 'Amplitude' }),
      slider('frequency', 1000 / (2 * Math.PI), [10, 1000, 1], ifSine),
      slider('phase', 0, [0, 6.28, 0.01], ifSine),
      slider('tau', 10, ranges.decay, ifExponential),
      slider('R', 100 / 6.3, [0.1, 100, 0.1]),
      slider('tau_m', 6.3, [0.1, 100, 0.1]),
      slider('theta', 48.2, ranges.potential),
      slider('u_rest', 48.4, ranges.potential),
      slider('u_reset', -70, ranges.potential),
      slider('u_0', 0, ranges.potential),
      ...common,
    ],
    few: ['amplitude', 'frequency', 'tau_m'],
    inputs: [{ key: 'input', start: ownStart, components: true }],
    presets: [
      {
        id: 'tau',
        label: 'Notebook’s τ panel',
        values: {
          waveform: 'sine',
          amplitude: 1,
          frequency: 1000 / (2 * Math.PI),
          phase: 0,
          R: 100 / 6.3,
          tau_m: 6.3,
          theta: 48.2,
          u_rest: 48.4,
          u_reset: -70,
          u_0: 0,
          t_ref: 0,
          duration: 100,
        },
      },
      {
        id: 'sine',
        label: 'Notebook’s sine panel',
        values: {
          waveform: 'sine',
          amplitude: 1,
          frequency: 100,
          phase: 0,
          R: 5,
          tau_m: 2.5,
          theta: 5,
          u_rest: 0,
          u_reset: 0,
          u_0: 0,
          t_ref: 0,
          duration: 100,
        },
      },
    ],
    derived: ({ R, tau_m }) => ({ label: 'Capacitance', symbol: 'C', value: tau_m / R, unit: 'nF' }),
    cases: (v) => {
      const { R, tau_m, u_rest, u_reset, theta, u_0, t_ref, duration } = v;
      const neuron = { R, C: tau_m / R, u_rest, u_reset, theta, u_0, t_ref };
      const own = v.waveform === 'own';
      const input = own
        ? v.input.map((/** @type {FullComponent} */ each) => scaled(each, v.amplitude))
        : [waveforms[v.waveform](v)];
      return [{ title: '', request: { neuron, input, duration }, fields: { 'neuron.C': 'tau_m' } }];
    },
  },
  {
    id: 'two',
    title: 'Two currents',
    summary: 'Two constant currents: the membrane feels only their sum. Try: one down, the other up.',
    remark: leakRemark,
    drive: 'R·(I_1 + I_2) + u_rest',
    choices: [],
    controls: [
      slider('amplitude_1', 1, ranges.current),
      slider('amplitude_2', 1.3, ranges.current),
      ...neuronControls(3.3, 1, 7.5, 0.2),
    ],
    few: ['amplitude_1', 'amplitude_2', 'theta'],
    inputs: [],
    presets: [],
    derived: timeConstant,
    currents: (v) => [
      { symbol: 'I_1', value: v.amplitude_1 },
      { symbol: 'I_2', value: v.amplitude_2 },
    ],
    cases: (v) => [
      {
        title: '',
        request: request(v, [
          { kind: 'constant', amplitude: v.amplitude_1, ...always },
          { kind: 'constant', amplitude: v.amplitude_2, ...always },
        ]),
        fields: {
          ...startFields,
          'input[0].amplitude': 'amplitude_1',
          'input[1].amplitude': 'amplitude_2',
        },
      },
    ],
  },
  {
    id: 'intensity',
    title: 'Intensity × duration',
    summary:
      'Decaying currents, high or low, short or long: what counts is the time above the rheobase. Try: shorten the long decay.',
    remark: leakRemark,
    drive: 'R·I + u_rest',
    choices: [],
    controls: [
      slider('amplitude_high', 10, [0, 20, 0.1]),
      slider('amplitude_low', 1, [0, 20, 0.1]),
      slider('tau_short', 10, ranges.decay),
      slider('tau_long', 100, ranges.decay),
      ...neuronControls(5, 0.5, 5, 0),
    ],
    few: ['amplitude_high', 'amplitude_low', 'tau_short', 'tau_long'],
    inputs: [],
    presets: [],
    derived: timeConstant,
    cases: (v) =>
      [
        { title: 'High, short', amplitude: 'amplitude_high', tau: 'tau_short' },
        { title: 'Low, long', amplitude: 'amplitude_low', tau: 'tau_long' },
        { title: 'High, long', amplitude: 'amplitude_high', tau: 'tau_long' },
        { title: 'Low, short', amplitude: 'amplitude_low', tau: 'tau_short' },
      ].map(({ title, amplitude, tau }) => ({
        title,
        request: request(v, [waveforms.exponential({ amplitude: v[amplitude], tau: v[tau] })]),
        fields: { ...startFields, 'input[0].amplitude': amplitude, 'input[0].tau': tau },
      })),
  },
];

/**
 * The values an experiment starts with.
 * @param {Experiment} experiment
 * @returns {Values}
 */
export function startValues({ choices, controls, inputs }) {
  return Object.fromEntries([...choices, ...controls, ...inputs].map(({ key, start }) => [key, start]));
}
