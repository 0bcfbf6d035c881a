/**
 * The shapes that modules hand to each other. Types only: nothing here runs.
 *
 * @typedef {import('./request.js').InputComponent} InputComponent
 * @typedef {import('./request.js').View} View
 *
 * @typedef {Required<InputComponent>} FullComponent with all the fields of its kind
 *
 * @typedef {{
 *   model?: import('./request.js').Neuron['model'],
 *   theta: number,
 *   u_reset: number,
 *   u_0: number,
 *   t_ref: number,
 *   [field: string]: any,
 * }} FullNeuron what all models have, and beside it all further fields of its own
 *
 * @typedef {object} FullRequest a request that leaves no parameter to the defaults
 * @property {FullNeuron} neuron
 * @property {FullComponent[]} input
 * @property {number} duration ms
 * @property {State['method']} [method]
 * @property {number} [dt] ms
 *
 * @typedef {{ [key: string]: any }} Values control key to value: numbers, and strings for choices
 *
 * @typedef {object} Control a number the visitor may change
 * @property {string} key field name; also its key in links
 * @property {string} group id of the heading it stands under
 * @property {string} [name] key of its words, where they are others than those of its field
 * @property {string} symbol such as u_rest: what follows the underscore is set as a subscript
 * @property {string | ((values: Values) => string)} unit
 * @property {number} min
 * @property {number} max
 * @property {number} step of the slider; on a logarithmic one a part of a decade
 * @property {'log'} [scale] of the slider; linear, if absent
 * @property {number} start
 * @property {(values: Values) => boolean} [when] whether it is in use; always, if absent
 * @property {'amplitude'} [role] amplitude: how strong the input is
 *
 * @typedef {object} Choice one of a few named options
 * @property {string} key
 * @property {string} group
 * @property {string[]} options their values
 * @property {string} start
 *
 * @typedef {object} OwnInput input components that a visitor draws or brings along
 * @property {string} key
 * @property {FullComponent[]} start
 * @property {true} components
 * @property {Values} shown the values that put it to use, as it is
 * @property {string} factor key of the control that it is multiplied by
 * @property {(values: Values) => boolean} when whether it is in use
 * @property {(request: AnyRequest) => Values[]} adopt values that may make a request, with its input as it is
 *
 * @typedef {{ neuron: FullNeuron, input: any[], duration: number }} AnyRequest each component with whatever fields any kind has
 *
 * @typedef {object} Case one request of an experiment, drawn as a pair of rows: I(t) and u(t)
 * @property {string} id key of its title; empty if it is the only one
 * @property {FullRequest} request
 * @property {Record<string, string>} fields request path to control key, where the path's last name is not the key
 *
 * @typedef {object} Quantity
 * @property {string} key of its label
 * @property {string} symbol
 * @property {number} value
 * @property {string} unit
 *
 * @typedef {object} Experiment
 * @property {string} id key of its words, too
 * @property {string} drive what u would settle at, in symbols
 * @property {Choice[]} choices
 * @property {Control[]} controls
 * @property {string[]} few keys of the controls that matter most
 * @property {OwnInput[]} inputs currents that are drawn or loaded
 * @property {string[]} rows what is drawn of each case, from above: names of rows, such as current, potential, raster
 * @property {(request: AnyRequest) => Values[]} adopt values that may make a request, the plainest first; those it has
 *   no control for are not among them
 * @property {{ id: string, values: Values }[]} presets
 * @property {(values: Values) => Quantity} derived what follows from the controls
 * @property {(values: Values) => { symbol: string, value: number }[]} [currents] constants to show beside their sum, nA
 * @property {(values: Values) => Case[]} cases
 *
 * @typedef {object} Results what a run gives over a window of time
 * @property {View} view by the method chosen
 * @property {View} [reference] by the exact method, and then perhaps the same; absent where that cannot run it
 *
 * @typedef {Case & Results & { drawn: Results }} Run a case with its results: over the whole run, and over the window
 *   that is drawn
 *
 * @typedef {{ columns: number, from: number, to: number }} Window px, ms, ms
 *
 * @typedef {{ field: string, value: unknown, message: string }} RequestIssue what the simulator refuses
 *
 * @typedef {{ key: string } & (
 *   | { code: 'empty', name?: string }
 *   | { code: 'too-many-spikes', most: number }
 *   | RequestIssue & { symbol: string }
 * )} ControlIssue what is wrong with one control: it holds no number, its runs have more spikes than are drawn, or the
 *   simulator refuses it; then with the symbol that the visitor sees in place of the field
 *
 * @typedef {object} Picture everything a frame shows
 * @property {Experiment} experiment
 * @property {Values} values
 * @property {Numerics} numerics
 * @property {Settings} settings
 * @property {Window} window what of the run is drawn
 * @property {boolean} pending whether runs by the grid method are still to come; runs are then exact ones
 * @property {Run[]} runs of the last valid values
 * @property {{ values: Values, numerics: Numerics }} shown these, where there are runs
 * @property {ControlIssue[]} issues of the present values; empty if runs are theirs
 *
 * @typedef {object} Reading I and u at the cursor
 * @property {number} t ms
 * @property {boolean} spike whether t is the time of a spike
 * @property {number} digits how many of t's mean something at this zoom
 * @property {{ current: number, u: number }[]} points one a run
 *
 * @typedef {Pick<State, 'method' | 'dt'>} Numerics
 *
 * @typedef {object} Settings of the panels, for one experiment
 * @property {string} row index of the case they show, or 'most': the one with most spikes
 * @property {string} fi key of the amplitude on the f-I curve; the first, if empty
 * @property {string} x key of the control along the map; the first, if empty
 * @property {string} y likewise
 * @property {string} overlay the grid methods whose f-I curves are laid over: '', 'euler', 'rk4' or 'euler rk4'
 *
 * @typedef {object} State
 * @property {string} experiment id
 * @property {Record<string, Values>} values by experiment id
 * @property {Record<string, Settings>} settings by experiment id
 * @property {'exact' | 'euler' | 'rk4'} method
 * @property {number} dt ms
 * @property {number | null} from start of the time that is drawn, ms; that of the run, if null
 * @property {number | null} to its end, likewise
 * @property {number | null} cursor ms
 * @property {string | null} panel id of the one that is open
 * @property {boolean} drawing whether the pointer draws on the plot of I(t)
 * @property {string[]} problems what was ignored in the link that led here
 * @property {FullComponent[] | null} unkept a current that neither the address nor this browser keeps
 * @property {{ values: Values } & Pick<State, 'experiment' | 'method' | 'dt' | 'from' | 'to'>} [came] where that link led
 */

export {};
