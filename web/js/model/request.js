// The requests and answers of simulator.js. Types only: nothing here runs.

/**
 * @typedef {import('./neurons/index.js').Neuron} Neuron missing fields take the simulator's `defaults`
 * @typedef {import('./inputs/index.js').InputComponent} InputComponent one shape of current inside a window
 */

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
 * @property {Required<Omit<import('./neurons/lif.js').Lif, 'model'>>} neuron of a request that names no model
 * @property {InputComponent[]} input
 * @property {'exact' | 'euler' | 'rk4'} method
 * @property {number} dt ms
 * @property {number} duration ms
 * @property {number[]} probe ms
 * @property {Record<string, InputComponent>} components by kind of input
 */

/**
 * @typedef {object} FieldInfo
 * @property {string} name
 * @property {string} unit
 * @property {number} least
 * @property {number} greatest
 *
 * @typedef {object} ModelCapabilities
 * @property {FieldInfo[]} fields
 * @property {Record<string, number>} defaults what missing fields of a neuron of this model take
 * @property {Record<string, string[]>} methods the kinds of input that a method takes with this model
 * @property {boolean} steady_rate whether there is a formula
 *
 * @typedef {object} Capabilities what there is, and what goes with what
 * @property {Record<string, ModelCapabilities>} models by name
 * @property {Record<string, { fields: FieldInfo[], list?: FieldInfo }>} inputs by kind; `list`: a field that is a list of
 *   numbers
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

/** @typedef {{ name: string, symbol: string, unit: string, values: Float64Array }} Trace values as many as t */

/**
 * A run as a plot shows it.
 * @typedef {object} View
 * @property {Float64Array} t ms
 * @property {Trace[]} traces what is drawn against t, by name
 * @property {Float64Array} u mV: the trace of that name
 * @property {Float64Array} current nA: likewise
 * @property {Float64Array} spikes ms: all spikes of the run
 * @property {SpikeStatistics} statistics
 * @property {null | { u_infinity: number, rheobase: number, rate: number }} steady mV, nA, Hz; null where the
 *   input changes in time
 * @property {number} u_max mV
 * @property {number} current_max nA
 */

export {};
