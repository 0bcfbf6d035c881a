/**
 * An input as a table that makes it again: t and I, two rows at one time where it jumps. Empty where no table can say it.
 * @param {import('../model/types.js').FullComponent[]} input
 * @returns {string}
 */
export function textOf(input) {
  /** @type {[t: number, current: number][]} */
  const rows = [];
  const parts = [...input].sort((a, b) => a.start - b.start);
  for (const [at, part] of parts.entries()) {
    const points = pointsOf(part, at === 0 && parts.length === 1);
    const before = rows.at(-1);
    if (!points || (before && before[0] > points[0][0])) return '';
    if (before && before[0] < points[0][0]) rows.push([before[0], 0]);
    if (parts.length > 1 || part.kind === 'constant')
      if (!before || before[0] < points[0][0]) rows.push([points[0][0], 0]);
    for (const point of points) rows.push(point);
  }
  const last = rows.at(-1);
  if (last && input.at(-1)?.kind === 'constant') rows.push([last[0], 0]);
  if (!rows.length) return '';
  return `t (ms)\tI (nA)\n${rows.map(([t, current]) => `${t}\t${current}\n`).join('')}`;
}

/** @param {import('../model/types.js').FullComponent} part @param {boolean} alone @returns {[number, number][] | null} */
function pointsOf(part, alone) {
  const { start, stop } = part;
  if (part.kind === 'constant')
    return stop < Infinity
      ? [
          [start, part.amplitude],
          [stop, part.amplitude],
        ]
      : null;
  if (part.kind !== 'samples') return null;
  const { values, interval } = part;
  const end = start + (values.length - 1) * interval;
  if (stop < Infinity && (alone || Math.abs(stop - end) > 1e-9 * (end - start))) return null;
  const last = stop < Infinity ? stop : end;
  return Array.from(values, (value, i) => [i + 1 < values.length ? start + i * interval : last, value]);
}
