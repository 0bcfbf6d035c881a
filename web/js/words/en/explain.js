import { plain } from '../../base/format.js';
import { foundOf } from './counts.js';
import { methodLabel } from './labels.js';

/**
 * Two sentences for a student, right for the case at hand: how the method steps, and what its error is made of.
 * Each is the first rule that holds.
 *
 * @typedef {object} Facts
 * @property {import('../../model/methods.js').Method} method
 * @property {number} dt ms
 * @property {number} tau_m ms; NaN where the model has none
 * @property {number} found spikes, of all runs
 * @property {number} there spikes
 * @property {boolean} several whether there are several runs
 * @property {boolean} settled whether at the end u is as good as steady
 * @property {number} largest absolute error of a paired spike's time, ms
 *
 * @typedef {{ when: (facts: Facts) => boolean, say: (facts: Facts) => string }} Rule
 */

/** @type {Rule['when']} */
const exact = ({ method }) => method.value === 'exact';
/** @type {Rule['when']} */
const unstable = ({ method, dt, tau_m }) => dt > method.stable * tau_m;
const ms = (/** @type {number} */ value) => `${plain(value, 3)} ms`;
/** @type {Rule['say']} */
const growth = ({ method, dt, tau_m }) => plain(method.growth(dt / tau_m), 3).replace('-', '−');

/** @type {Rule[]} */
const stepping = [
  {
    when: exact,
    say: () =>
      'Between spikes u is a known formula of time and each spike is the first root of u = θ: no step is taken, so nothing but rounding is lost.',
  },
  {
    when: (facts) => unstable(facts) && facts.method.value === 'euler',
    say: (facts) =>
      `dt = ${ms(facts.dt)} is past Euler’s stability limit 2 τ_m = ${ms(2 * facts.tau_m)}: each step multiplies the distance from the steady state by 1 − dt/τ_m = ${growth(facts)}, so u swings from side to side ever wider, until it happens to cross θ.`,
  },
  {
    when: unstable,
    say: (facts) =>
      `dt = ${ms(facts.dt)} is past RK4’s stability limit 2.785 τ_m = ${ms(facts.method.stable * facts.tau_m)}: each step multiplies the distance from the steady state by ${growth(facts)}, so u runs away from it.`,
  },
  {
    when: ({ method, dt, tau_m }) => dt >= method.rings * tau_m,
    say: (facts) =>
      `dt = ${ms(facts.dt)} lies between τ_m = ${ms(facts.tau_m)} and 2 τ_m: each step overshoots the steady state, multiplying the distance from it by 1 − dt/τ_m = ${growth(facts)}, so u oscillates about it, which the neuron never does.`,
  },
  {
    when: ({ method }) => method.value === 'euler',
    say: ({ dt, tau_m }) =>
      `Euler holds the slope at the start of a step for all of it; at dt = ${plain(dt / tau_m, 2)} τ_m this is stable, as it is up to 2 τ_m = ${ms(2 * tau_m)}.`,
  },
  {
    when: () => true,
    say: ({ dt, tau_m, method }) =>
      `RK4 weighs four slopes in every step; at dt = ${plain(dt / tau_m, 2)} τ_m this is stable, as it is up to 2.785 τ_m = ${ms(method.stable * tau_m)}.`,
  },
];

const onGrid =
  'a spike and its reset can only fall on a grid point, and each error shifts all later spikes, so Euler and RK4 alike are of first order';

/** @type {Rule[]} */
const error = [
  {
    when: exact,
    say: ({ there }) =>
      there
        ? 'Choose Euler or RK4 to see what a grid costs: the plot compares both with these spikes, and across spikes both are only of first order.'
        : 'Choose Euler or RK4 to see what a grid costs: with no spikes both keep their textbook order, 1 and 4.',
  },
  {
    when: unstable,
    say: ({ found, there }) =>
      `What you see is the method, not the neuron (${foundOf({ found, there })} spikes).`,
  },
  {
    when: ({ there, found }) => there === 0 && found > 0,
    say: ({ found }) => `All ${found} spikes are invented: the neuron itself stays silent.`,
  },
  {
    when: ({ there, settled }) => there === 0 && settled,
    say: () =>
      'By the end u has settled, and there every stable step agrees with the exact run up to rounding; shorten the duration to see the orders 1 and 4.',
  },
  {
    when: ({ there, method }) => there === 0 && method.value === 'euler',
    say: () =>
      'With no spikes u is smooth and Euler keeps its textbook order, 1: half the step, half the error.',
  },
  {
    when: ({ there }) => there === 0,
    say: () =>
      'With no spikes u is smooth and RK4 keeps its textbook order, 4: half the step, a sixteenth of the error, down to rounding.',
  },
  {
    when: ({ found }) => found === 0,
    say: ({ there }) =>
      `It misses ${there === 1 ? 'the one spike' : `all ${there} spikes`}: u passes θ and comes back within a step, unseen.`,
  },
  {
    when: ({ found, there }) => found !== there,
    say: ({ found, there, several }) =>
      `${several ? 'In all it' : 'It'} finds ${foundOf({ found, there })} spikes: ${onGrid}, and the errors add up until whole spikes are ${found < there ? 'missing' : 'too many'}.`,
  },
  {
    when: () => true,
    say: ({ largest }) =>
      `No spike is missing, but some are off by up to ${ms(largest)}: ${onGrid} (half the step, about half the error).`,
  },
];

/** @param {Facts} facts without a time constant nothing is said of steps */
export function explain(facts) {
  const rules = exact(facts) || !Number.isNaN(facts.tau_m) ? [stepping, error] : [error];
  return rules
    .map((rules) => /** @type {Rule} */ (rules.find(({ when }) => when(facts))).say(facts))
    .join(' ');
}

/**
 * The stability of the step in a few words, and whether it is lost.
 * @param {Pick<Facts, 'method' | 'dt' | 'tau_m'>} facts
 * @returns {{ text: string, level: 'none' | 'stable' | 'rings' | 'unstable' }}
 */
export function stability({ method, dt, tau_m }) {
  if (method.value === 'exact')
    return { text: 'The exact method takes no steps; dt is for Euler and RK4.', level: 'none' };
  if (Number.isNaN(tau_m)) return { text: '', level: 'none' };
  const limit = `${plain(method.stable, 4)} τ_m = ${ms(method.stable * tau_m)}`;
  const label = methodLabel(method.value);
  if (!(dt <= method.stable * tau_m))
    return { text: `Unstable: dt is past ${label}’s limit, ${limit}.`, level: 'unstable' };
  if (dt > method.rings * tau_m)
    return { text: `Oscillates: dt is past τ_m; ${label}’s limit is ${limit}.`, level: 'rings' };
  return { text: `Stable: ${label}’s limit is ${limit}.`, level: 'stable' };
}
