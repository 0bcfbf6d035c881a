import { damaged, tooLongInside } from '../words/en/link.js';

/**
 * A text in fewer characters, such as an address takes as they are: deflated (zlib, which knows what is damaged), in
 * base64url.
 */

/** @param {string} text @returns {Promise<string>} */
export async function deflated(text) {
  const bytes = await through(new TextEncoder().encode(text), new CompressionStream('deflate'), Infinity);
  const signs = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(signs)
    .replace(/[+/]/g, (sign) => (sign === '+' ? '-' : '_'))
    .replace(/=+$/, '');
}

/**
 * @param {string} signs
 * @param {number} most characters; what would be longer is not read to its end
 * @returns {Promise<string>}
 * @throws {TypeError} saying what is wrong with it
 */
export async function inflated(signs, most) {
  let bytes;
  try {
    const plain = atob(signs.replace(/[-_]/g, (sign) => (sign === '-' ? '+' : '/')));
    const packed = Uint8Array.from(plain, (sign) => sign.charCodeAt(0));
    bytes = await through(packed, new DecompressionStream('deflate'), most);
  } catch (error) {
    throw error instanceof RangeError ? new TypeError(tooLongInside(most)) : new TypeError(damaged);
  }
  return new TextDecoder().decode(bytes);
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {ReadableWritablePair<Uint8Array<ArrayBuffer>, BufferSource>} stream
 * @param {number} most bytes
 * @throws {RangeError} where there are more
 */
async function through(bytes, stream, most) {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const chunks = [];
  let length = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.length;
    if (length > most) {
      reader.cancel();
      throw new RangeError();
    }
    chunks.push(read.value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
