/**
 * @template S
 * @typedef {{ get: () => S, set: (patch: Partial<S>) => void, subscribe: (listener: () => void) => void }} Store
 */

/**
 * Holds one immutable state object; `set` merges a patch into a new one and tells the listeners.
 * @template S
 * @param {S} initial
 * @returns {Store<S>}
 */
export function createStore(initial) {
  let state = initial;
  /** @type {(() => void)[]} */
  const listeners = [];
  return {
    get: () => state,
    set(patch) {
      state = { ...state, ...patch };
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.push(listener);
    },
  };
}
