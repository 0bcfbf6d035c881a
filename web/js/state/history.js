/**
 * What was set and let go, one state after the other, so that it can be undone and done again. What is only looked at
 * (the panel, the cursor, the zoom) is no state of its own, and stays as it is.
 *
 * @typedef {import('../model/types.js').State} State
 * @typedef {Pick<State, 'experiment' | 'values' | 'method' | 'dt'>} Set
 * @typedef {Set & Partial<State>} Entry
 *
 * @typedef {object} History
 * @property {Entry[]} past the latest last
 * @property {Set} now as last committed
 * @property {Entry[]} future the next last
 */

/** So many states can be gone back to. */
const LONGEST = 100;

/** @param {State} state @returns {Set} */
function setOf({ experiment, values, method, dt }) {
  return { experiment, values, method, dt };
}

/** @param {State} state @returns {History} */
export function begun(state) {
  return { past: [], now: setOf(state), future: [] };
}

/** @param {Set} one @param {Set} other whether both are the same, whichever experiment is on show */
function alike(one, other) {
  if (one.method !== other.method || !Object.is(one.dt, other.dt)) return false;
  return Object.entries(one.values).every(([id, values]) => {
    const others = other.values[id];
    return values === others || Object.keys(values).every((key) => Object.is(values[key], others[key]));
  });
}

/**
 * With one state more, unless it is the last one.
 * @param {History} history
 * @param {State} state
 * @param {Partial<State>} [before] further things that were changed, as they were
 * @returns {History}
 */
export function committed(history, state, before = {}) {
  const rest = /** @type {(keyof State)[]} */ (Object.keys(before));
  if (alike(history.now, setOf(state)) && rest.every((key) => before[key] === state[key])) return history;
  // Undoing it shows the experiment that it was done in.
  const entry = { ...history.now, experiment: state.experiment, ...before };
  return { past: [...history.past, entry].slice(-LONGEST), now: setOf(state), future: [] };
}

/**
 * What brings the last state back. What is set and not committed, such as a number that cannot be, goes first.
 * @param {History} history
 * @param {State} state on show
 * @returns {{ history: History, entry: Entry } | null} nothing, where there is none
 */
export function undone(history, state) {
  const { past, now, future } = history;
  if (!alike(now, setOf(state))) return { history, entry: { ...now, experiment: state.experiment } };
  const entry = past.at(-1);
  if (!entry) return null;
  return {
    history: { past: past.slice(0, -1), now: entry, future: [...future, again(entry, state)] },
    entry,
  };
}

/**
 * What does again what was undone last.
 * @param {History} history
 * @param {State} state on show
 * @returns {{ history: History, entry: Entry } | null}
 */
export function redone({ past, future }, state) {
  const entry = future.at(-1);
  if (!entry) return null;
  return {
    history: { past: [...past, again(entry, state)], now: entry, future: future.slice(0, -1) },
    entry,
  };
}

/** The way back from an entry: all that it changes, as it is. @param {Entry} entry @param {State} state @returns {Entry} */
function again(entry, state) {
  const keys = /** @type {(keyof State)[]} */ (Object.keys(entry));
  const as = Object.fromEntries(keys.map((key) => [key, state[key]]));
  return /** @type {Entry} */ ({ ...as, experiment: entry.experiment });
}
