import { brief, number, plainLink, plainText } from './numbers.js';
import * as words from '../../../words/en/scripts/python.js';

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
    `"""${words.headline(title, simulator)}`,
    '',
    '    C du/dt = -(u - u_rest)/R + I(t)',
    `    ${words.model}`,
    '',
    ...lines,
    '',
    words.writtenBy,
    ...(link ? [words.sameInBrowser(link)] : []),
    '"""',
  ].join('\n');
}

const windowFunction = /* python */ `
def window(t, start, stop):
    """${words.windowFunction}"""
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
      return [`    # ${words.components.constant}`, on, `    I += on * ${A}`];
    case 'ramp':
      return [`    # ${words.components.ramp}`, on, `    I += on * (${A} * s)`];
    case 'sine':
      return [
        `    # ${words.components.sine}`,
        on,
        `    I += on * (${A} * np.sin(2 * math.pi * ${number(frequency)} * s / 1000 + ${number(phase)}))`,
      ];
    case 'exponential':
      return [
        `    # ${words.components.exponential}`,
        on,
        `    I += on * (${A} * np.exp(-s / ${number(tau)}))`,
      ];
    case 'samples':
      return [
        `    # ${words.components.samples(number(interval))}`,
        on,
        `    values = np.array(${list(values, '    ')})`,
        `    knots = ${number(interval)} * np.arange(len(values))`,
        /* python */ '    I += on * (s < knots[-1]) * np.interp(s, knots, values)',
      ];
    default:
      throw new TypeError(words.noSuchInput(kind));
  }
}

/**
 * One Python function per case: I(t) in nA for an array of times in ms.
 * @param {Case[]} cases
 */
export function currentFunctions(cases) {
  const functions = cases.map(
    ({ name, input }, i) => /* python */ `
def current_${i + 1}(t):
    """${words.currentFunction(name)}"""
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
      ['R', number(R), words.parameters.R],
      ['C', number(C), words.parameters.C],
      ['u_rest', number(u_rest), words.parameters.u_rest],
      ['u_reset', number(u_reset), words.parameters.u_reset],
      ['theta', number(theta), words.parameters.theta],
      ['u_0', number(u_0), words.parameters.u_0],
      ['t_ref', number(t_ref), words.parameters.t_ref],
      ['duration', number(each.duration), 'ms'],
      ['current', `current_${i + 1}`, ''],
      ...more(each),
    ];
    const lines = fields.map(
      ([name, value, comment]) => `        "${name}": ${value},${comment ? `  # ${comment}` : ''}`,
    );
    return `    {\n${lines.join('\n')}\n    },`;
  });
  return /* python */ `# ${words.units}\nCASES = [\n${rows.join('\n')}\n]`;
}

/** Prints spike times: a header for every case, then one time a line, ms. */
export const printSpikes = /* python */ `
def print_spikes(number, case, spikes):
    print(f"# ${words.caseSpikes('{number}', "{case['name']}", '{len(spikes)}')}")
    for time in spikes:
        print(f"{time:.12g}")
`;

/** Plots I(t) and u(t) of all cases; results are (case, t, u, spikes). */
export const plotFunction = /* python */ `
def plot(results):
    """${words.plotFunction}"""
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
export const runCases = /* python */ `${printSpikes}
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
  return words.samplingCost(slope === 0 ? null : { reach: brief(reach), off: brief(slope * reach) });
}

/**
 * Blank lines as Python's style guide wants them: two around what stands at the top level.
 * @param {string} script
 */
export function tidy(script) {
  return script.replace(/\n{2,}def /g, /* python */ '\n\n\ndef ').replace(/\n{4,}/g, '\n\n\n');
}
