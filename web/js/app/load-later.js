import { element } from '../ui/dom.js';
import { didNotLoad } from '../words/en/page.js';

/** @type {Promise<void> | undefined} */
let styles;

/**
 * What panels and dialogs need, with its styles; after a failure it can be asked for again.
 * @returns {Promise<typeof import('../later.js')>}
 */
export async function loadLater() {
  styles ??= loadStyle('later.css').catch((error) => {
    styles = undefined;
    throw error;
  });
  const [later] = await Promise.all([import('../later.js'), styles]);
  return later;
}

/** @param {string} href @returns {Promise<void>} */
function loadStyle(href) {
  const link = element('link', { rel: 'stylesheet', href });
  document.head.append(link);
  return new Promise((resolve, reject) => {
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => reject(new Error(didNotLoad(href))));
  });
}
