import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

/**
 * How pages ask for iaf.wasm: with its digest, so that no cache gives an iaf.js the wasm of another version. The
 * file keeps its name.
 * @param {string} wasm path
 */
export async function wasmAddress(wasm) {
  const digest = createHash('sha256').update(await readFile(wasm));
  return `iaf.wasm?${digest.digest('hex').slice(0, 8)}`;
}

/**
 * Lets the glue ask for that address.
 * @param {string} glue path of the module emscripten made
 * @param {string} address
 * @returns {import('esbuild').Plugin}
 */
export function glueAsksFor(glue, address) {
  return {
    name: 'glue-asks-for',
    setup({ onLoad }) {
      onLoad({ filter: /\.mjs$/ }, async ({ path }) => {
        if (basename(path) !== basename(glue)) return undefined;
        const parts = (await readFile(path, 'utf8')).split(/new URL\(["']iaf\.wasm["']/);
        if (parts.length !== 2) throw new Error(`${glue} asks for iaf.wasm in ${parts.length - 1} places`);
        return { contents: parts.join(`new URL("${address}"`) };
      });
    },
  };
}
