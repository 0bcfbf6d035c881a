import { plainRequest } from './json.js';
import { csvTitles, notInCsv } from '../../words/en/files.js';
import { withoutResult } from './json-text.js';

/**
 * A run as CSV. All digits are kept: each number read back is the same double. Every cell is a number or one of the
 * fixed words below, so that no spreadsheet can take one for a formula.
 *
 * @typedef {import('../../model/request.js').Request} Request
 * @typedef {import('../../model/request.js').Run} Run
 * @typedef {import('../../model/types.js').FullComponent} FullComponent
 */

// eslint-disable-next-line iaf/no-prose -- of the format: it is what such a file is known by
const requestMark = '# request: ';

/**
 * How numbers and columns are written: with points and commas, or as spreadsheets of many languages want it.
 * @typedef {{ delimiter: ',' | ';', sign: '.' | ',' }} Form
 * @type {Record<'point' | 'comma', Form>}
 */
export const forms = { point: { delimiter: ',', sign: '.' }, comma: { delimiter: ';', sign: ',' } };

/** @param {Request} request @param {string} title */
function opening(request, title) {
  return `# ${title}\n${requestMark}${JSON.stringify(plainRequest(request))}\n`;
}

/** @param {number} value @param {Form} form */
function cell(value, { sign }) {
  if (Number.isFinite(value)) return Object.is(value, -0) ? '-0' : String(value).replace('.', sign);
  throw new TypeError(notInCsv(String(value)));
}

/** @param {(string | number)[]} cells @param {Form} form */
function line(cells, form) {
  return `${cells.map((each) => (typeof each === 'number' ? cell(each, form) : each)).join(form.delimiter)}\n`;
}

/**
 * t, I and u, a sample a line.
 * @param {Request} request
 * @param {Pick<Run, 't' | 'current' | 'u'>} run
 * @param {Form} [form]
 * @returns {string}
 */
export function samplesCsv(request, { t, current, u }, form = forms.point) {
  const lines = Array.from(t, (time, i) => line([time, current[i], u[i]], form));
  return `${opening(request, csvTitles.samples)}${line(['t (ms)', 'I (nA)', 'u (mV)'], form)}${lines.join('')}`;
}

/**
 * t and I alone, a time once: of a single list of samples without a stop its own points, so that reading them gives the same current.
 * @param {Request & { input: FullComponent[] }} request
 * @param {Pick<Run, 't' | 'current'>} run
 * @param {Form} [form]
 * @returns {string}
 */
export function currentCsv(request, run, form = forms.point) {
  const [only, other] = request.input;
  const { t, current } = only?.kind === 'samples' && only.stop === Infinity && !other ? pointsOf(only) : run;
  const lines = Array.from(t, (time, i) =>
    i > 0 && time === t[i - 1] ? '' : line([time, current[i]], form),
  );
  return `${opening(request, csvTitles.current)}${line(['t (ms)', 'I (nA)'], form)}${lines.join('')}`;
}

/** @param {Extract<FullComponent, { kind: 'samples' }>} samples */
function pointsOf({ values, interval, start }) {
  return { t: Array.from(values, (_, i) => start + i * interval), current: values };
}

/**
 * The spikes, one a line: number, time, and interval since the one before (empty for the first).
 * @param {Request} request
 * @param {Pick<Run, 'spikes'>} run
 * @param {Form} [form]
 * @returns {string}
 */
export function spikesCsv(request, { spikes }, form = forms.point) {
  const lines = Array.from(spikes, (time, i) => line([i + 1, time, i > 0 ? time - spikes[i - 1] : ''], form));
  // eslint-disable-next-line iaf/no-prose -- of the format: names that people's scripts read
  const heads = line(['spike', 'time (ms)', 'interval (ms)'], form);
  return `${opening(request, csvTitles.spikes)}${heads}${lines.join('')}`;
}

/**
 * The request in the comment of such a file.
 * @param {string} text
 * @returns {Request | null} null where there is none
 * @throws {SyntaxError | TypeError} where there is a damaged one
 */
export function requestOfCsv(text) {
  const line = text.split(/\r?\n/, 20).find((each) => each.startsWith(requestMark));
  return line === undefined ? null : plainRequest(JSON.parse(withoutResult(line.slice(requestMark.length))));
}
