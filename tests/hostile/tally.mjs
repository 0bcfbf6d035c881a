// Counts and times of hostile cases.

import { quantile, table } from '../bench/table.mjs';

/** An answer may take so long, ms. */
export const LIMIT_MS = 200;
/** Faults printed of each sort. */
const PRINTED = 20;

export class Tally {
  /** @type {Map<string, { times: number[], outcomes: Record<string, number> }>} */
  #kinds = new Map();
  /** What went wrong. @type {string[]} */
  faults = [];
  /** What took too long. @type {string[]} */
  late = [];

  /** @param {string} kind @param {unknown} input @param {{ outcome?: string, fault?: string, ms: number }} answer */
  add(kind, input, { outcome = 'FAULT', fault, ms }) {
    if (fault) this.fault(kind, input, fault);
    if (ms > LIMIT_MS) this.late.push(`${kind}, ${ms.toFixed(0)} ms: ${brief(input)}`);
    const entry = this.#kinds.get(kind) ?? { times: [], outcomes: {} };
    this.#kinds.set(kind, entry);
    entry.times.push(ms);
    entry.outcomes[outcome] = (entry.outcomes[outcome] ?? 0) + 1;
  }

  /** @param {string} kind @param {unknown} input @param {string} what */
  fault(kind, input, what) {
    this.faults.push(`${kind}: ${brief(input)}\n    ${what}`);
  }

  get count() {
    return [...this.#kinds.values()].reduce((sum, { times }) => sum + times.length, 0);
  }

  print() {
    const rows = [...this.#kinds].map(([kind, { times, outcomes }]) => {
      const at = (part) => quantile(times, part).toFixed(1);
      const counts = Object.entries(outcomes).map(([name, count]) => `${count} ${name}`);
      const took = { 'p50 (ms)': at(0.5), 'p99 (ms)': at(0.99), 'most (ms)': at(1) };
      return { kind, cases: times.length, outcomes: counts.join(', '), ...took };
    });
    console.log(table(rows));
    for (const list of [this.faults, this.late]) {
      for (const each of list.slice(0, PRINTED)) console.log(`  ${each}`);
      if (list.length > PRINTED) console.log(`  … ${list.length - PRINTED} more`);
    }
  }
}

/** @param {unknown} input */
function brief(input) {
  const text = typeof input === 'string' ? input : (JSON.stringify(input) ?? String(input));
  return text.length > 800 ? `${text.slice(0, 800)}… (${text.length} signs)` : text;
}
