// Tables as people's programs write them, with the truth that is in them: what is read from one is that, to the last
// bit, or it is asked for, or refused with its line.

import assert from 'node:assert/strict';

import { currentOf } from '../../web/js/model/inputs/index.js';
import { makeCurrent, readCurrent, run } from '../../web/js/share/import/current.js';

const timeUnits = { s: 3, ms: 0, µs: -3 };
const currentUnits = { pA: -3, nA: 0, µA: 3, A: 9 };
/** Spellings that all mean the unit. */
const spellings = {
  s: ['s', 'sec', 'seconds'],
  ms: ['ms', 'msec', 'milliseconds'],
  µs: ['µs', 'μs', 'us', 'usec'],
  pA: ['pA', 'picoamp'],
  nA: ['nA', 'nanoamps'],
  µA: ['µA', 'μA', 'uA'],
  A: ['A', 'amp'],
};

/** How a name and a unit are written together. */
const headings = {
  round: (name, unit) => `${name} (${unit})`,
  square: (name, unit) => `${name} [${unit}]`,
  close: (name, unit) => `${name}(${unit})`,
  slash: (name, unit) => `${name}/${unit}`,
  underscore: (name, unit) => `${name}_${unit}`,
  in: (name, unit) => `${name} in ${unit}`,
  bare: (name) => name,
};

/**
 * Times and values as texts in the units of the file.
 * @param {import('./words.mjs').Chooser} of
 */
function course(of) {
  const { pick, below, next, chance } = of;
  const kind = pick(['even', 'even', 'rate', 'single', 'uneven', 'steps', 'offset']);
  const count = kind === 'steps' ? 2 + below(6) : kind === 'rate' ? 25 + below(60) : 3 + below(40);
  const value = () => {
    const style = below(4);
    const x = 400 * next() - 100;
    if (style === 0) return String(x);
    if (style === 1) return x.toFixed(below(5));
    return style === 2 ? x.toExponential(3 + below(15)) : String(Math.round(x));
  };
  const values = Array.from({ length: count }, value);
  if (kind === 'uneven') {
    let t = 0;
    const times = values.map(() => (t += 0.01 + next()).toFixed(3));
    return { kind, times, values };
  }
  if (kind === 'steps') {
    let t = 0;
    const edges = values.map((_, k) => (t += k ? 1 + below(50) : below(2) * 10));
    edges.push(t + 7);
    const times = values.flatMap((_, k) => [edges[k], edges[k + 1]].map(String));
    return { kind, times, values: values.flatMap((each) => [each, each]) };
  }
  if (kind === 'rate') {
    const hertz = pick([3, 7, 30, 6]);
    return { kind, times: values.map((_, k) => (k / hertz).toFixed(4)), values };
  }
  if (kind === 'single') {
    const step = pick([0.1, 0.05, 0.025]);
    return { kind, times: values.map((_, k) => String(Math.fround(k * step))), values };
  }
  const digits = below(5);
  const step = (1 + below(200)) * 10 ** -digits;
  const start = kind === 'offset' ? below(5000) : 0;
  const fixed = chance(0.5);
  const times = values.map((_, k) => {
    const text = (start + k * step).toFixed(digits);
    return fixed ? text : String(Number(text));
  });
  return { kind, times, values };
}

/** @param {string} text @param {string} encoding */
function encoded(text, encoding) {
  if (encoding === 'latin1') return Uint8Array.from(Buffer.from(text.replaceAll('μ', 'µ'), 'latin1'));
  if (encoding === 'utf16le') return Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'));
  if (encoding === 'utf16be') return Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le').swap16());
  return new TextEncoder().encode(encoding === 'bom' ? `\ufeff${text}` : text);
}

/**
 * A table, what is in it, and what its writer would answer.
 * @param {import('./words.mjs').Chooser} of
 */
export function table(of) {
  const { pick, chance, below } = of;
  const { kind, times, values } = course(of);
  const [timeUnit, currentUnit] = [pick(Object.keys(timeUnits)), pick(Object.keys(currentUnits))];
  const atf = chance(0.05);
  const delimiter = atf ? '\t' : pick([',', ';', '\t', ' ', ', ', '  ']);
  const quoteAll = !atf && delimiter === ',' && chance(0.2);
  const sign = [';', '\t', ' '].includes(delimiter) || quoteAll ? pick(['.', ',']) : '.';
  const spaced = delimiter.trim() === '' && delimiter !== '\t';
  const style = atf ? 'round' : pick([...Object.keys(headings), 'none', 'row']);
  const unitOf = (unit) => (style === 'underscore' || style === 'in' ? unit : pick(spellings[unit]));
  const names = { t: pick(['t', 'time', 'Time']), I: pick(['I', 'current', 'I_inj']), V: 'V' };
  const written = (name, unit) => (headings[style] ?? headings.bare)(name, unit);
  const wide = atf ? 'no' : pick(['no', 'no', 'after', 'between', 'only']);
  const index =
    style === 'none' || wide === 'only' || atf ? 'no' : pick(['no', 'no', 'pandas', 'unnamed', 'rows']);

  /** @type {{ name: string, unit: string, cells: string[] }[]} */
  const columns = [];
  const t = { name: written(names.t, unitOf(timeUnit)), unit: unitOf(timeUnit), cells: times };
  const I = { name: written(names.I, unitOf(currentUnit)), unit: unitOf(currentUnit), cells: values };
  const V = { name: written(names.V, 'mV'), unit: 'mV', cells: times.map((_, k) => String(-65 + k / 4)) };
  if (index !== 'no') {
    const start = index === 'rows' ? 1 : 0;
    const name = { pandas: '', unnamed: 'Unnamed: 0', rows: null }[index];
    columns.push({ name, unit: '', cells: times.map((_, k) => String(start + k)) });
  }
  const shown = { no: [t, I], after: [t, I, V], between: [t, V, I], only: [I] }[wide];
  columns.push(...shown);
  const quote = (cell) => (quoteAll || (index !== 'no' && !spaced && chance(0.3)) ? `"${cell}"` : cell);
  const number = (cell) => (sign === ',' ? cell.replace('.', ',') : cell);
  const lineOf = (cells) => cells.join(delimiter);
  const rowOf = (/** @type {number} */ k, wrong) =>
    lineOf(
      columns.map((column) => {
        const cell = column === I && wrong ? wrong : number(column.cells[k]);
        return quoteAll ? `"${cell}"` : cell;
      }),
    );
  const rows = times.map((_, k) => rowOf(k, ''));

  const named = columns.filter(({ name }) => name !== null);
  const quoted = spaced && named.some(({ name }) => /\s|^$/.test(name));
  const head = lineOf(named.map(({ name }) => (quoted ? `"${name}"` : quote(name))));
  const above = [];
  if (chance(0.1) && style !== 'none') above.push('Recorded on rig B');
  if (delimiter === ';' && chance(0.2)) above.unshift('sep=;');
  if (chance(0.2)) above.push('# made by hand, with care and patience', '');
  const comment =
    (index === 'no' || index === 'pandas') &&
    !['none', 'row'].includes(style) &&
    wide !== 'only' &&
    chance(0.2);
  if (comment && index === 'no')
    above.push(`${pick(['# ', '% ', '#'])}${named.map(({ name }) => name).join(', ')}`);
  else if (style !== 'none') above.push(head);
  if (style === 'row')
    above.push(lineOf(columns.filter(({ name }) => name !== null).map(({ unit }) => unit || '-')));
  if (atf) {
    above.length = 0;
    above.push('ATF\t1.0', '2\t2', '"Comment=#1, of two"', '"YTop=2000"', `"${t.name}"\t"${I.name}"`);
  }
  const end = pick(['\n', '\r\n', '\r']);
  const text = [...above, ...rows, ''].join(end);
  const plain = [...text].every((sign) => sign.charCodeAt(0) < 256 || sign === 'μ');
  const encoding = pick(['utf8', 'utf8', 'bom', 'utf16le', 'utf16be', ...(plain ? ['latin1'] : [])]);

  const interval = 0.25;
  const row = 1 + below(rows.length - 1);
  const wrong = pick([
    'x',
    `${number(values[row])}x`,
    `${number(values[row])}O`,
    'NaN',
    '--1',
    '1e999',
    '١٢',
  ]);
  const at = (column) => columns.indexOf(column);
  return {
    bytes: encoded(text, encoding),
    text,
    dialect: `${kind}, ${style}, ${JSON.stringify(delimiter)}, ${sign}, index ${index}, ${wide}, ${encoding}${atf ? ', ATF' : ''}`,
    kind: wide === 'only' ? 'column' : kind,
    times: times.map((each) => Number(`${shifted(each, timeUnits[timeUnit])}`)),
    halves: times.map((each) => halfDigit(each, timeUnits[timeUnit])),
    values: values.map((each) => ({
      nA: Number(shifted(each, currentUnits[currentUnit])),
      digits: each.replace(/e.*|[^\d]/g, '').replace(/^0+|0+$/g, '').length,
    })),
    interval,
    first: above.length + 1,
    ends: end,
    answers: {
      comma: sign === ',' ? 'decimal' : 'columns',
      time: wide === 'only' ? -1 : at(t),
      timeUnit,
      current: at(I),
      currentUnit,
      interval,
    },
    faulty: {
      text: [...above, ...rows.slice(0, row), rowOf(row, wrong), ...rows.slice(row + 1)].join('\n'),
      line: above.length + row + 1,
    },
  };
}

/** The text of a number with its point moved. @param {string} text @param {number} by */
function shifted(text, by) {
  const [digits, exponent = '0'] = text.split('e');
  return `${digits}e${Number(exponent) + by}`;
}

/** Half a unit of the last digit printed; of a float32 its own rounding. */
function halfDigit(text, by) {
  const decimals = /\.(\d*)/.exec(text)?.[1].length ?? 0;
  return Math.max(0.5 * 10 ** (by - decimals), Math.abs(Number(shifted(text, by))) * 2 ** -23);
}

/**
 * Reads it as the dialog would, answering what is asked.
 * @returns {'read' | 'asked'} whether anything was asked
 * @throws what does not agree with the truth
 */
export function readRightly(wanted) {
  const { bytes, answers } = wanted;
  let reading = run(readCurrent(bytes));
  let choice = {};
  let questions = 0;
  for (;;) {
    const made = run(makeCurrent(reading, choice));
    ({ reading } = made);
    const { asked } = made.answer;
    if (made.answer.made) {
      agrees(made.answer.made, wanted);
      return questions ? 'asked' : 'read';
    }
    questions += 1;
    assert.ok(questions < 8, `asks without an end: ${asked}`);
    choice = { ...choice, ...Object.fromEntries(asked.map((key) => [key, answers[key]])) };
  }
}

/** To the last bit; where a number is printed with more digits than a double holds, and then divided, but for that. */
function same(found, values) {
  assert.equal(found.length, values.length);
  found.forEach((value, k) => {
    const exact = values[k].digits <= 15;
    const slack = exact ? 0 : Math.abs(value) * 2 ** -52;
    assert.ok(Math.abs(value - values[k].nA) <= slack, `${value} nA, ${values[k].nA} in the file`);
  });
}

/** @param {import('../../web/js/share/import/current.js').Made} made */
function agrees({ input, told, count }, { kind, times, halves, values, interval }) {
  const resampled = told.filter(({ what }) => what === 'resampled');
  const off = Math.max(0, ...resampled.map((each) => each.off));
  if (kind === 'column') {
    const [{ values: found, ...rest }] = input;
    same(found, values);
    assert.deepEqual(rest, { kind: 'samples', interval });
    return;
  }
  const last = times.length - 1;
  const nA = values.map((each) => each.nA);
  const even =
    input.length === 1 && input[0].kind === 'samples' && input[0].stop === undefined && !resampled.length;
  if (['even', 'rate', 'single', 'offset'].includes(kind) && count > 10) assert.ok(even, 'is taken as even');
  if (even) {
    const [only] = input;
    same(only.values, values);
    times.forEach((t, k) => {
      const here = (only.start ?? 0) + k * only.interval;
      assert.ok(
        Math.abs(here - t) <= halves[k] * 1.001 + Math.abs(t) * 1e-12,
        `${here} ms is ${t} ms in the file`,
      );
    });
    return;
  }
  const whole = input.map((each) => ({ start: 0, stop: Infinity, ...each }));
  const scale = Math.max(...nA.map(Math.abs));
  const at = (t) => whole.reduce((sum, each) => sum + currentOf(each, t), 0);
  for (let k = 0; k < last; k += 1) {
    if (times[k] === times[k + 1]) continue;
    for (const part of [0.001, 0.5, 0.999]) {
      if (resampled.length && part === 0.5) continue;
      const t = times[k] + part * (times[k + 1] - times[k]);
      const here = nA[k] + part * (nA[k + 1] - nA[k]);
      const slack = off * 1.001 + (resampled.length ? Math.abs(nA[k + 1] - nA[k]) * 0.002 : 0) + scale * 1e-9;
      assert.ok(Math.abs(at(t) - here) <= slack, `I = ${at(t)} nA at ${t} ms, ${here} in the file`);
    }
  }
  const after = at(times[last] + 1);
  assert.equal(after, 0);
}

/** With one value damaged it is refused, and its line named, whatever is answered. */
export function refusesRightly({ faulty: { text, line }, answers, dialect }) {
  const refuse = () => {
    const { answer, reading } = run(makeCurrent(run(readCurrent(text)), {}));
    if (answer.asked.length)
      run(makeCurrent(reading, { ...answers, comma: answer.unclear ? answers.comma : undefined }));
  };
  assert.throws(refuse, { name: 'TypeError', message: new RegExp(`^Line ${line}\\b`) }, dialect);
}
