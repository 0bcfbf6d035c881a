import { plainRequest } from './json.js';
import { csvTitles, notInCsv } from '../../words/en/files.js';

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

/** @param {Request} request @param {string} title */
function opening(request, title) {
  return `# ${title}\n${requestMark}${JSON.stringify(plainRequest(request))}\n`;
}

/** @param {number} value */
function cell(value) {
  if (Number.isFinite(value)) return Object.is(value, -0) ? '-0' : String(value);
  throw new TypeError(notInCsv(String(value)));
}

/**
 * t, I and u, a sample a line.
 * @param {Request} request
 * @param {Pick<Run, 't' | 'current' | 'u'>} run
 * @returns {string}
 */
export function samplesCsv(request, { t, current, u }) {
  const lines = Array.from(t, (time, i) => `${cell(time)},${cell(current[i])},${cell(u[i])}\n`);
  return `${opening(request, csvTitles.samples)}t (ms),I (nA),u (mV)\n${lines.join('')}`;
}

/**
 * t and I alone, a time once: of a single list of samples without a stop its own points, so that reading them gives the same current.
 * @param {Request & { input: FullComponent[] }} request
 * @param {Pick<Run, 't' | 'current'>} run
 * @returns {string}
 */
export function currentCsv(request, run) {
  const [only, other] = request.input;
  const { t, current } = only?.kind === 'samples' && only.stop === Infinity && !other ? pointsOf(only) : run;
  const lines = Array.from(t, (time, i) =>
    i > 0 && time === t[i - 1] ? '' : `${cell(time)},${cell(current[i])}\n`,
  );
  return `${opening(request, csvTitles.current)}t (ms),I (nA)\n${lines.join('')}`;
}

/** @param {Extract<FullComponent, { kind: 'samples' }>} samples */
function pointsOf({ values, interval, start }) {
  return { t: Array.from(values, (_, i) => start + i * interval), current: values };
}

/**
 * The spikes, one a line: number, time, and interval since the one before (empty for the first).
 * @param {Request} request
 * @param {Pick<Run, 'spikes'>} run
 * @returns {string}
 */
export function spikesCsv(request, { spikes }) {
  const lines = Array.from(spikes, (time, i) => {
    const interval = i > 0 ? cell(time - spikes[i - 1]) : '';
    return `${i + 1},${cell(time)},${interval}\n`;
  });
  // eslint-disable-next-line iaf/no-prose -- of the format: names that people's scripts read
  return `${opening(request, csvTitles.spikes)}spike,time (ms),interval (ms)\n${lines.join('')}`;
}

/**
 * The request in the comment of such a file.
 * @param {string} text
 * @returns {Request | null} null where there is none
 * @throws {SyntaxError | TypeError} where there is a damaged one
 */
export function requestOfCsv(text) {
  const line = text.split(/\r?\n/, 20).find((each) => each.startsWith(requestMark));
  return line === undefined ? null : plainRequest(JSON.parse(line.slice(requestMark.length)));
}
