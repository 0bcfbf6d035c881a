import { notKept } from '../words/en/link.js';

/**
 * Currents that are too long for an address, kept by this browser alone, by a digest of what they are.
 */

const NAME = 'integrate-and-fire';
const CURRENTS = 'currents';
/** So many are kept: the latest. */
const KEPT = 20;

/**
 * @param {string} text
 * @returns {Promise<string>} its key, letters and digits
 * @throws {Error} where this browser keeps nothing, as in some private windows
 */
export async function keep(text) {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  const key = Array.from(new Uint8Array(digest, 0, 12), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
  await inStore('readwrite', (store) => {
    const put = store.put({ key, text, at: Date.now() });
    let left = KEPT;
    store.index('at').openKeyCursor(null, 'prev').onsuccess = ({ target }) => {
      const cursor = /** @type {IDBRequest<IDBCursor | null>} */ (target).result;
      if (!cursor) return;
      if (left > 0) left -= 1;
      else store.delete(cursor.primaryKey);
      cursor.continue();
    };
    return put;
  });
  return key;
}

/**
 * @param {string} key
 * @returns {Promise<string>}
 * @throws {Error} where it is not known here
 */
export async function recallKept(key) {
  const found = await inStore('readonly', (store) => store.get(key)).catch(() => undefined);
  if (typeof found?.text !== 'string') throw new TypeError(notKept);
  return found.text;
}

/**
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest<T>} ask
 * @returns {Promise<T>} once it is done
 */
async function inStore(mode, ask) {
  const opening = indexedDB.open(NAME, 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore(CURRENTS, { keyPath: 'key' }).createIndex('at', 'at');
  };
  const database = await new Promise((resolve, reject) => {
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(CURRENTS, mode);
      const request = ask(transaction.objectStore(CURRENTS));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}
