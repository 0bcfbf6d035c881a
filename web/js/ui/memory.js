/**
 * What this device keeps of a visitor's choices.
 * @param {'theme' | 'about'} key
 */
export function recall(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // storage may be forbidden, as in some iframes
  }
}

/** @param {'theme' | 'about'} key @param {string} value */
export function remember(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // the choice then lasts as long as the page
  }
}
