// The requests and answers of simulator.js. Types only: nothing here runs.

/**
 * Missing fields take the simulator's `defaults`.
 * @typedef {object} Neuron
 * @property {number} [R] membrane resistance, MΩ, > 0
 * @property {number} [C] membrane capacitance, nF, > 0
 * @property {number} [u_rest] where the leak pulls to, mV
 * @property {number} [u_reset] potential after a spike, mV, < theta
 * @property {number} [theta] firing threshold, mV
 * @property {number} [u_0] potential at t = 0, mV, < theta
 * @property {number} [t_ref] absolute refractory period, ms, >= 0
 */

/**
 * When a component is on.
 * @typedef {object} Window
 * @property {number} [start] ms; time inside the shape runs from here
 * @property {number} [stop] ms, > start; Infinity by default
 */

/** @typedef {{ kind: 'constant', amplitude?: number } & Window} Constant amplitude in nA */
/** @typedef {{ kind: 'ramp', amplitude?: number } & Window} Ramp amplitude in nA/ms */
/** @typedef {{ kind: 'sine', amplitude?: number, frequency?: number, phase?: number } & Window} Sine nA, Hz, rad */
/** @typedef {{ kind: 'exponential', amplitude?: number, tau?: number } & Window} Exponential nA, ms */
/**
 * @typedef {{ kind: 'samples', values: ArrayLike<number>, interval?: number } & Window} Samples nA, ms: linear
 *   between the values, 0 after the last
 */
/** @typedef {Constant | Ramp | Sine | Exponential | Samples} InputComponent one shape of current inside a window */

/**
 * What to run; missing fields take the simulator's `defaults`.
 * @typedef {object} Request
 * @property {Neuron} [neuron]
 * @property {InputComponent[]} [input] the current is their sum
 * @property {'exact' | 'euler' | 'rk4'} [method]
 * @property {number} [dt] ms: step of euler and rk4; spacing of the returned samples of exact
 * @property {number} [duration] ms
 * @property {ArrayLike<number>} [probe] ms, exact only: times at which u is wanted exactly
 */

/**
 * What missing fields of a request take.
 * @typedef {object} Defaults
 * @property {Required<Neuron>} neuron
 * @property {InputComponent[]} input
 * @property {'exact' | 'euler' | 'rk4'} method
 * @property {number} dt ms
 * @property {number} duration ms
 * @property {number[]} probe ms
 * @property {Record<string, InputComponent>} components by kind of input
 */

/**
 * A request with one or two axes: any numeric fields, such as input[0].amplitude, and the values they take.
 * @typedef {Request & { axes: { field: string, values: ArrayLike<number> }[] }} Sweep
 */

/**
 * The course of a run. `t`, `u` and `current` have one length.
 * @typedef {object} Run
 * @property {Float64Array} t ms. euler, rk4: i·dt; exact: the same, and at each spike two more entries
 * @property {Float64Array} u mV. euler, rk4: already u_reset at a spike's step; exact: theta, then u_reset
 * @property {Float64Array} current nA; at an edge of the input the value after it
 * @property {Float64Array} spikes ms
 * @property {Float64Array} u_at_probe mV, in the order of `probe`; at the instant of a spike the value before it
 */

/**
 * NaN where undefined.
 * @typedef {object} SpikeStatistics
 * @property {number} count
 * @property {number} rate Hz: 1000 (count - 1)/(last - first); 0 below two spikes
 * @property {number} mean_isi ms
 * @property {number} cv_isi
 * @property {number} latency ms, of the first spike
 */

/**
 * A run as a plot shows it.
 * @typedef {object} View
 * @property {Float64Array} t ms
 * @property {Float64Array} u mV
 * @property {Float64Array} current nA
 * @property {Float64Array} spikes ms: all spikes of the run
 * @property {SpikeStatistics} statistics
 * @property {null | { u_infinity: number, rheobase: number, rate: number }} steady mV, nA, Hz; null where the
 *   input changes in time
 * @property {number} u_max mV
 * @property {number} current_max nA
 */

export {};
