import { brief, number, plainLink, plainText } from './numbers.js';

/**
 * What the Python scripts share: the opening, the currents, the parameters, the output.
 *
 * @typedef {import('./cases.js').About} About
 * @typedef {import('./cases.js').Case} Case
 * @typedef {import('./cases.js').Component} Component
 */

/**
 * The docstring that opens a script.
 * @param {About} about
 * @param {string} simulator
 * @param {string[]} lines what to say of it
 */
export function opening(about, simulator, lines) {
  const title = plainText(about.title);
  const link = plainLink(about.link);
  return [
    '#!/usr/bin/env python3',
    `"""${title ? `${title}: an` : 'An'} integrate-and-fire neuron in ${simulator}.`,
    '',
    '    C du/dt = -(u - u_rest)/R + I(t)',
    '    u reaches theta -> spike; u = u_reset for t_ref; then the equation again',
    '',
    ...lines,
    '',
    'Written by Integrate & Fire.',
    ...(link ? [`The same in the browser: ${link}`] : []),
    '"""',
  ].join('\n');
}

const windowFunction = `
def window(t, start, stop):
    """Whether a component is on at t, and the time s since its start, ms."""
    return (t >= start) & (t < stop), np.maximum(t - start, 0.0)
`;

/**
 * A Python list, six numbers a line.
 * @param {number[]} values
 * @param {string} indent of the line it starts on
 */
export function list(values, indent) {
  if (values.length === 0) return '[]';
  const rows = [];
  for (let i = 0; i < values.length; i += 6) {
    rows.push(
      `${indent}    ${values
        .slice(i, i + 6)
        .map(number)
        .join(', ')},\n`,
    );
  }
  return `[\n${rows.join('')}${indent}]`;
}

/** @param {Component} component @returns {string[]} lines that add it to I */
function componentLines({ kind, start, stop, amplitude, frequency, phase, tau, interval, values }) {
  const until = stop === Infinity ? 'math.inf' : number(stop);
  const A = number(amplitude);
  const on = `    on, s = window(t, ${number(start)}, ${until})`;
  switch (kind) {
    case 'constant':
      return ['    # constant, nA', on, `    I += on * ${A}`];
    case 'ramp':
      return ['    # ramp, nA/ms times ms', on, `    I += on * (${A} * s)`];
    case 'sine':
      return [
        '    # sine: nA; Hz, of which 1000 are 1/ms; rad',
        on,
        `    I += on * (${A} * np.sin(2 * math.pi * ${number(frequency)} * s / 1000 + ${number(phase)}))`,
      ];
    case 'exponential':
      return ['    # exponential: nA; ms', on, `    I += on * (${A} * np.exp(-s / ${number(tau)}))`];
    case 'samples':
      return [
        `    # samples, nA, every ${number(interval)} ms: straight lines between them, 0 after the last`,
        on,
        `    values = np.array(${list(values, '    ')})`,
        `    knots = ${number(interval)} * np.arange(len(values))`,
        '    I += on * (s < knots[-1]) * np.interp(s, knots, values)',
      ];
    default:
      throw new TypeError(`The scripts have no input of the kind ${kind} yet.`);
  }
}

/**
 * One Python function per case: I(t) in nA for an array of times in ms.
 * @param {Case[]} cases
 */
export function currentFunctions(cases) {
  const functions = cases.map(
    ({ name, input }, i) => `
def current_${i + 1}(t):
    """I(t) of "${name}" in nA, t in ms."""
    I = np.zeros(np.shape(t))
${input.flatMap(componentLines).join('\n')}${input.length ? '\n' : ''}    return I
`,
  );
  return [windowFunction, ...functions].join('\n');
}

/**
 * The table of parameters, in the units of the lab.
 * @param {Case[]} cases
 * @param {(each: Case) => [string, string, string][]} [more] name, Python expression, comment
 */
export function caseTable(cases, more = () => []) {
  const rows = cases.map((each, i) => {
    const { R, C, u_rest, u_reset, theta, u_0, t_ref } = each.neuron;
    /** @type {[string, string, string][]} */
    const fields = [
      ['name', `"${each.name}"`, ''],
      ['R', number(R), 'membrane resistance, MΩ'],
      ['C', number(C), 'membrane capacitance, nF'],
      ['u_rest', number(u_rest), 'where the leak pulls to, mV'],
      ['u_reset', number(u_reset), 'after a spike, mV'],
      ['theta', number(theta), 'threshold, mV'],
      ['u_0', number(u_0), 'at t = 0, mV'],
      ['t_ref', number(t_ref), 'absolute refractory period, ms'],
      ['duration', number(each.duration), 'ms'],
      ['current', `current_${i + 1}`, ''],
      ...more(each),
    ];
    const lines = fields.map(
      ([name, value, comment]) => `        "${name}": ${value},${comment ? `  # ${comment}` : ''}`,
    );
    return `    {\n${lines.join('\n')}\n    },`;
  });
  return `# Units: MΩ · nF = ms and nA · MΩ = mV, so that no factor is needed between these.\nCASES = [\n${rows.join('\n')}\n]`;
}

/** Prints spike times: a header for every case, then one time a line, ms. */
export const printSpikes = `
def print_spikes(number, case, spikes):
    print(f"# case {number}: {case['name']}: {len(spikes)} spikes, times in ms")
    for time in spikes:
        print(f"{time:.12g}")
`;

/** Plots I(t) and u(t) of all cases; results are (case, t, u, spikes). */
export const plotFunction = `
def plot(results):
    """I(t) above u(t), one column a case; a tick above theta for each spike."""
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(2, len(results), squeeze=False, sharex="col", figsize=(5 * len(results) + 2, 6))
    for (above, below), (case, t, u, spikes) in zip(axes.T, results):
        above.plot(t, case["current"](np.asarray(t)))
        above.set(title=case["name"], ylabel="I (nA)")
        below.plot(t, u)
        below.axhline(case["theta"], linestyle="--", color="gray")
        below.plot(spikes, np.full(len(spikes), case["theta"]), "|", color="black", markersize=14)
        below.set(xlabel="t (ms)", ylabel="u (mV)")
    figure.tight_layout()
    figure.savefig("integrate-and-fire.png", dpi=150)
    if plt.get_backend().lower() != "agg":
        plt.show()
`;

/** The end of a script whose `simulate(case)` gives t, u and the spike times: prints and plots every case. */
export const runCases = `${printSpikes}
${plotFunction}

results = []
for number, case in enumerate(CASES, start=1):
    t, u, spikes = simulate(case)
    print_spikes(number, case, spikes)
    results.append((case, t, u, spikes))
plot(results)
`;

/**
 * What taking the current at one time of every step costs, for a comment.
 * @param {number} slope greatest |dI/dt|, nA/ms
 * @param {number} reach farthest time from the one at which it is taken, ms
 */
export function samplingCost(slope, reach) {
  return slope === 0
    ? 'exact, as I(t) is constant between its jumps'
    : `I is off by at most max |dI/dt| * ${brief(reach)} ms = ${brief(slope * reach)} nA`;
}

/**
 * Blank lines as Python's style guide wants them: two around what stands at the top level.
 * @param {string} script
 */
export function tidy(script) {
  return script.replace(/\n{2,}def /g, '\n\n\ndef ').replace(/\n{4,}/g, '\n\n\n');
}
