// Hostile files: CSV with a current, JSON with a request, and messages.

import { pairsOf } from './links.mjs';

const fields = ['R', 'C', 'u_rest', 'u_reset', 'theta', 'u_0', 't_ref'];
const componentFields = ['amplitude', 'frequency', 'phase', 'tau', 'interval', 'start', 'stop'];

/** A table of numbers, mostly. @param {import('./words.mjs').Chooser} of @returns {string} */
export function csv(of) {
  const { pick, chance, below, next, number, text, noise, mutated } = of;
  if (chance(0.1)) return chance(0.5) ? noise(300) : of.list(30, text).join(pick(['\n', ',', '\r\n']));
  if (chance(0.01)) return pick(['1\n', '1,', '"', '\n', '#\n', '1 ', ';']).repeat(10 ** (2 + 3.3 * next()));
  const delimiter = pick([',', ';', '\t', ' ', ', ', ';;']);
  const columns = 1 + below(3);
  const end = pick(['\n', '\r\n', '\r', '\n\n']);
  const faults = pick([0, 0, 0.01, 0.2]);
  const step = 10 ** (8 * next() - 5);
  const line = (_, k) =>
    Array.from({ length: columns }, (_, column) => {
      if (chance(faults)) return chance(0.5) ? number() : text();
      const value = column === 0 && columns > 1 ? k * step : 20 * next() - 5;
      return chance(0.05) ? String(value).replace('.', ',') : String(value);
    }).join(delimiter);
  const head = chance(0.3)
    ? [
        `t (${pick(['ms', 's', 'us', 'h', '__proto__'])})${delimiter}I (${pick(['nA', 'pA', 'A', 'constructor'])})`,
      ]
    : [];
  const rows = [...head, ...Array.from({ length: chance(0.02) ? below(20000) : below(40) }, line)].join(end);
  return chance(0.2) ? mutated(rows) : rows;
}

/** Any value JSON can hold. */
function anything(of, depth = 0) {
  const { pick, chance, list, number, text } = of;
  const kind = of.below(depth > 3 ? 4 : 7);
  if (kind === 0) return Number(number());
  if (kind === 1) return text();
  if (kind === 2) return pick([null, true, false, 0, -0, '', 'Infinity', 'NaN']);
  if (kind === 3) return pick([[], {}, [[]], [null]]);
  if (kind === 4) return list(5, () => anything(of, depth + 1));
  const keys = [
    ...fields,
    ...componentFields,
    'kind',
    'values',
    'request',
    'neuron',
    'input',
    'format',
    'lab',
  ];
  return Object.fromEntries(list(5, () => [chance(0.6) ? pick(keys) : text(), anything(of, depth + 1)]));
}

/** A request with some of it wrong. @param {import('./words.mjs').Chooser} of */
export function request(of) {
  const { pick, chance, list, number, next } = of;
  const wrong = pick([0, 0, 0.03, 0.3]);
  const value = (/** @type {number} */ usual) =>
    chance(wrong) ? (chance(0.5) ? Number(number()) : anything(of)) : usual;
  const some = (names, usual) =>
    Object.fromEntries(names.filter(() => chance(0.4)).map((name) => [name, value(usual(name))]));
  const component = () => {
    const kind = pick(['constant', 'ramp', 'sine', 'exponential', 'samples']);
    const names = wrong ? componentFields : ['start'];
    return {
      kind: chance(wrong) ? anything(of) : kind,
      ...some(names, () => 50 * next()),
      ...(kind === 'samples'
        ? { values: chance(wrong) ? anything(of) : list(20, () => value(5 * next())) }
        : {}),
    };
  };
  const all = {
    neuron: {
      u_reset: -70,
      ...some(fields, (name) => ({ theta: 20, u_rest: -60, u_0: -65, u_reset: -70 })[name] ?? 1 + 5 * next()),
    },
    input: list(3, component),
    method: pick(['exact', 'euler', 'rk4']),
    dt: value(0.1),
    duration: value(100 * next()),
    probe: list(3, () => value(1)),
  };
  return Object.fromEntries(
    Object.entries(all)
      .filter(() => chance(0.8))
      .map(([key, part]) => [key, chance(wrong) ? anything(of) : part]),
  );
}

/** A file of the lab, mostly. @param {import('./words.mjs').Chooser} of @returns {string} */
export function json(of) {
  const { pick, chance, next, mutated, noise } = of;
  if (chance(0.1)) return pick(['', '{', '[', '# request: ']) + noise(200);
  if (chance(0.02)) {
    const depth = 10 ** (1 + 4.3 * next());
    return pick(['[', '{"request":', '{"neuron":', '[{"input":']).repeat(depth);
  }
  if (chance(0.01))
    return `{"input":[{"kind":"samples","values":[${'1,'.repeat(10 ** (2 + 3.5 * next()))}1]}]}`;
  const bare = chance(0.9) ? request(of) : anything(of);
  const lab = new URLSearchParams(pairsOf(of)).toString();
  const file = chance(0.5)
    ? bare
    : { format: 'integrate-and-fire', version: 1, lab, request: bare, ...(chance(0.1) ? anything(of) : {}) };
  let text = JSON.stringify(file);
  if (chance(0.2)) text = text.replace('{', `{"__proto__":{"${pick(['polluted', 'R', 'kind'])}":1},`);
  if (chance(0.1)) text = text.replace(/\d+/, pick(['1e999', '-1e999', '1e308', '5e-324', '-0', '01']));
  if (chance(0.2)) text = mutated(text);
  return chance(0.2) ? `# Integrate & Fire\n# request: ${text}\n0,0\n` : text;
}

/** What a page may post. @param {import('./words.mjs').Chooser} of */
export function message(of) {
  const { pick, chance, number, text } = of;
  if (chance(0.2)) return anything(of);
  const type = chance(0.8) ? pick(['theme', 'height', 'change', 'state']) : text();
  const value = () => (chance(0.4) ? Number(number()) : chance(0.5) ? anything(of) : text());
  return {
    source: chance(0.9) ? 'iaf-neuron' : anything(of),
    type,
    ...(chance(0.6) ? { theme: value() } : {}),
    ...(chance(0.6) ? { height: value() } : {}),
    ...(chance(0.4) ? { state: anything(of), spikes: value(), rate: value() } : {}),
    ...(chance(0.2) ? anything(of) : {}),
  };
}
