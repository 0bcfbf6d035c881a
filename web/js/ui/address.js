/**
 * The fragment of the page's address.
 * @param {(fragment: string) => void} follow called when the visitor goes to another fragment
 */
export function createAddress(follow) {
  let timer = 0;
  addEventListener('hashchange', () => follow(location.hash));
  return {
    /**
     * Writes a fragment once things have rested for a moment: browsers limit how often it may be done.
     * @param {() => string} fragment
     */
    write(fragment) {
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        const next = `#${fragment()}`;
        if (next === location.hash) return;
        try {
          history.replaceState(history.state, '', next);
        } catch {
          // forbidden in some iframes; the lab then has no address of its own
        }
      }, 300);
    },
  };
}
