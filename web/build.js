/**
 * Bundles the site: node web/build.js --glue build/wasm/iaf.mjs --wasm build/wasm/iaf.wasm --out build/site
 *
 * iaf.js (the simulator, with the emscripten glue in it) and main.js (the lab) stay two modules, so that the page
 * and everyone else import the one simulator.
 */
import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const web = dirname(fileURLToPath(import.meta.url));
const common = /** @type {const} */ ({
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  logLevel: 'warning',
});

/** @type {import('esbuild').Plugin} */
const simulatorStaysApart = {
  name: 'simulator-stays-apart',
  setup({ onResolve }) {
    onResolve({ filter: /\/simulator\.js$/ }, () => ({ path: './iaf.js', external: true }));
  },
};

/**
 * Everything but the simulator.
 * @param {string} out directory of the site
 */
export async function buildPage(out) {
  await mkdir(out, { recursive: true });
  await Promise.all([
    build({
      ...common,
      entryPoints: [join(web, 'js/main.js')],
      outfile: join(out, 'main.js'),
      plugins: [simulatorStaysApart],
    }),
    build({
      bundle: true,
      minify: true,
      entryPoints: [join(web, 'style.css')],
      outfile: join(out, 'style.css'),
    }),
    copyFile(join(web, 'index.html'), join(out, 'index.html')),
  ]);
}

/**
 * iaf.js and iaf.wasm.
 * @param {string} glue path of the module emscripten made
 * @param {string} wasm
 * @param {string} out directory of the site
 */
export async function buildSimulator(glue, wasm, out) {
  await mkdir(out, { recursive: true });
  await Promise.all([
    build({
      ...common,
      entryPoints: [join(web, 'js/simulator.js')],
      outfile: join(out, 'iaf.js'),
      alias: { '#glue': resolve(glue) },
      external: ['node:*'],
    }),
    copyFile(wasm, join(out, 'iaf.wasm')),
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: { glue: { type: 'string' }, wasm: { type: 'string' }, out: { type: 'string' } },
  });
  const { glue, wasm, out } = values;
  if (!glue || !wasm || !out) {
    throw new Error('usage: node build.js --glue <iaf.mjs> --wasm <iaf.wasm> --out <directory>');
  }
  await Promise.all([buildPage(out), buildSimulator(glue, wasm, out)]);
}
