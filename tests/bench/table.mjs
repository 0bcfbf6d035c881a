/**
 * @param {Record<string, string | number>[]} rows all with the same keys, which become the heads
 * @returns {string} a Markdown table
 */
export function table(rows) {
  const columns = Object.keys(rows[0]);
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const body = rows.map((row) => line(columns.map((column) => row[column])));
  return [line(columns), line(columns.map(() => '---')), ...body, ''].join('\n');
}

/** The value below which the given share of the numbers lies. */
export function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

/** Median time of a call in ms; warmed up before. */
export function medianTime(call, runs = 31) {
  const times = [];
  for (let i = 0; i < runs + 10; i++) {
    const start = performance.now();
    call();
    if (i >= 10) times.push(performance.now() - start);
  }
  return quantile(times, 0.5);
}
