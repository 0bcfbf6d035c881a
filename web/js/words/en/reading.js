import { plain } from '../../base/format.js';

/**
 * What the cursor reads, in words: t, then I and u of every run.
 * @param {import('../../model/types.js').Reading} reading
 */
export function readingParts({ t, spike, points, digits: timeDigits }) {
  const digits = points.length > 1 ? 3 : 4;
  const decimals = Math.min(Math.max(timeDigits - Math.ceil(Math.log10(t)), 6), 15);
  return {
    t: `${spike ? t.toFixed(decimals) : plain(t, timeDigits)} ms`,
    note: spike ? ', spike' : '',
    current: `${points.map(({ current }) => plain(current, digits)).join(' · ')} nA`,
    u: `${points.map(({ u }) => plain(u, digits)).join(' · ')} mV`,
  };
}

/**
 * The same as one line.
 * @param {import('../../model/types.js').Reading} reading
 */
export function describeReading(reading) {
  const { t, note, current, u } = readingParts(reading);
  return `t ${t}${note}; I ${current}; u ${u}`;
}
