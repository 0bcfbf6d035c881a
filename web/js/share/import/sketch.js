/**
 * The course of a current in few points, for a picture of it: of many that fall together, the first and the last, the
 * least and the greatest.
 * @param {Float64Array} times ms, not decreasing
 * @param {Float64Array} values nA
 * @param {number} columns
 * @returns {{ t: number[], current: number[] }}
 */
export function sketchOf(times, values, columns) {
  const count = times.length;
  if (count <= 4 * columns) return { t: Array.from(times), current: Array.from(values) };
  /** @type {{ t: number[], current: number[] }} */
  const sketch = { t: [], current: [] };
  const span = times[count - 1] - times[0];
  const columnOf = (/** @type {number} */ i) =>
    Math.min(Math.floor(((times[i] - times[0]) / span) * columns), columns - 1);
  for (let from = 0; from < count; ) {
    const column = columnOf(from);
    let [low, high, to] = [from, from, from];
    for (; to < count && columnOf(to) === column; to += 1) {
      if (values[to] < values[low]) low = to;
      if (values[to] > values[high]) high = to;
    }
    const chosen = [...new Set([from, Math.min(low, high), Math.max(low, high), to - 1])];
    for (const i of chosen) {
      sketch.t.push(times[i]);
      sketch.current.push(values[i]);
    }
    from = to;
  }
  return sketch;
}
