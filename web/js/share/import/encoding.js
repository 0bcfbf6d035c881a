import { binaryFile, notText } from '../../words/en/current-file.js';

/**
 * What a file that is no text begins with, by what it is called.
 * @type {[kind: keyof typeof import('../../words/en/current-file.js').binaries, starts: string[]][]}
 */
const signatures = [
  // eslint-disable-next-line iaf/no-prose -- the first bytes of such files
  ['abf', ['ABF ', 'ABF2']],
  ['workbook', ['PK\x03\x04', '\xd0\xcf\x11\xe0']],
  ['hdf5', ['\x89HDF']],
  ['matlab', ['MATLAB 5.0']],
  ['numpy', ['\x93NUMPY']],
  ['gzip', ['\x1f\x8b']],
  ['picture', ['\x89PNG', '\xff\xd8\xff', '%PDF-', 'GIF8']],
];

/** Bytes that are looked at to tell UTF-16 without a mark. */
const PROBE = 4096;

/**
 * The text in a file: UTF-8, or UTF-16 by its mark or its zeros, else Windows-1252, which holds Latin-1.
 * @param {Uint8Array} bytes
 * @returns {{ text: string, encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' }}
 * @throws {TypeError} if it is no text, saying what it is and what to do
 */
export function textOf(bytes) {
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  const known = signatures.find(([, starts]) => starts.some((each) => start.startsWith(each)));
  if (known) throw new TypeError(binaryFile(known[0]));
  const encoding = encodingOf(bytes, start);
  const text = new TextDecoder(encoding).decode(bytes);
  if (text.includes('\0')) throw new TypeError(notText);
  return { text, encoding };
}

/** @param {Uint8Array} bytes @param {string} start */
function encodingOf(bytes, start) {
  if (start.startsWith('\xff\xfe')) return 'utf-16le';
  if (start.startsWith('\xfe\xff')) return 'utf-16be';
  const zeros = [0, 0];
  const probe = bytes.subarray(0, PROBE);
  probe.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] += 1;
  });
  // In UTF-16 every second byte of digits and signs is a zero.
  if (zeros[1] > 0.3 * probe.length && zeros[0] === 0) return 'utf-16le';
  if (zeros[0] > 0.3 * probe.length && zeros[1] === 0) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}
