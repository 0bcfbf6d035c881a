/**
 * Bundles the site: node web/build.js --glue build/wasm/iaf.mjs --wasm build/wasm/iaf.wasm --out build/site
 *
 * iaf.js (the simulator, with the emscripten glue in it) stays a module of its own, so that the page, its worker and
 * everyone else import the one simulator. main.js is the lab; what it shares with later.js, a chunk of its own, is
 * named in the page's head, and later.js loads when a panel or dialog is first opened. embed.js is the lab in an iframe,
 * made the same way. worker.js, which both start, and iaf-neuron.js, which other sites load, stand alone.
 * service-worker.js, made last, keeps all of it for when there is no network.
 */
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

import { shapeOf } from './js/embed/shape.js';
import { experiments } from './js/experiments.js';
import { hostHeaders } from './site/headers.js';
import { buildIcons } from './site/icons.js';
import { thirdPartyNotice } from './site/notice.js';
import { listFiles } from './site/service-worker.js';
import { glueAsksFor, wasmAddress } from './site/wasm.js';
import { yearOfSources } from './site/year.js';

const web = dirname(fileURLToPath(import.meta.url));
const common = /** @type {const} */ ({
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  logLevel: 'warning',
  metafile: true,
});

/** @type {import('esbuild').Plugin} */
const simulatorStaysApart = {
  name: 'simulator-stays-apart',
  setup({ onResolve }) {
    onResolve({ filter: /\/simulator\.js$/ }, () => ({ path: './iaf.js', external: true }));
  },
};

/**
 * Static fields keep esbuild from dropping a class that nobody uses. Wrapped in a call that is marked as pure, the
 * scales, elements and plugins of Chart.js that the lab does without can go: a third of it.
 * @type {import('esbuild').Plugin}
 */
const unusedClassesGo = {
  name: 'unused-classes-go',
  setup({ onLoad }) {
    onLoad({ filter: /\/chart\.js\/dist\/.*\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const contents = source.replace(
        /^class (\w+)([^]*?\n\})$/gm,
        'const $1 = /* @__PURE__ */ (() => { class $1$2\nreturn $1; })();',
      );
      return { contents };
    });
  },
};

/**
 * The pages, their styles and what they start.
 * @param {string} out directory of the site
 * @param {string} address of the wasm
 * @returns what went into their scripts
 */
async function buildPages(out, address) {
  const define = await release();
  const shapes = Object.fromEntries(experiments.map((each) => [each.id, shapeOf(each)]));
  // A bundle each: chunks that the lab shared with the embed would cost its first visit a request.
  const page = (/** @type {string} */ script) =>
    build({
      ...common,
      entryPoints: [join(web, script)],
      outdir: out,
      splitting: true,
      define,
      chunkNames: '[name]-[hash]',
      alias: { '@kurkle/color': join(web, 'js/no-color.js') },
      plugins: [simulatorStaysApart, unusedClassesGo],
    });
  const [lab, embed, worker, tag] = await Promise.all([
    page('js/main.js'),
    page('js/embed.js'),
    build({
      ...common,
      entryPoints: [join(web, 'js/worker.js')],
      outdir: out,
      plugins: [simulatorStaysApart],
    }),
    build({
      ...common,
      format: 'iife',
      entryPoints: [join(web, 'iaf-neuron.js')],
      outdir: out,
      define: { __SHAPES__: JSON.stringify(shapes) },
    }),
    build({
      bundle: true,
      minify: true,
      entryPoints: ['style.css', 'later.css', 'embed.css', 'blog.css'].map((name) => join(web, name)),
      outdir: out,
    }),
  ]);
  await Promise.all([
    writePage(out, 'index.html', lab.metafile, address),
    writePage(out, 'embed.html', embed.metafile, address),
    copyFile(join(web, 'blog.html'), join(out, 'blog.html')),
  ]);
  return [lab, embed, worker, tag].map(({ metafile }) => metafile);
}

/**
 * @param {string} out
 * @param {string} name
 * @param {import('esbuild').Metafile} metafile of its script
 * @param {string} address of the wasm
 */
async function writePage(out, name, metafile, address) {
  const page = (await readFile(join(web, name), 'utf8')).replace('"iaf.wasm"', `"${address}"`);
  await writeFile(join(out, name), withoutIndent(withPreloads(page, metafile)));
}

/** What the pages say of their release. */
async function release() {
  const { version } = JSON.parse(await readFile(join(web, 'package.json'), 'utf8'));
  return { __VERSION__: JSON.stringify(version), __YEAR__: String(await yearOfSources(web)) };
}

/**
 * Lets the browser fetch the chunks of a page's script along with it.
 * @param {string} page
 * @param {import('esbuild').Metafile} metafile
 */
function withPreloads(page, { outputs }) {
  const entry = Object.values(outputs).find(({ entryPoint }) => /\/(main|embed)\.js$/.test(entryPoint ?? ''));
  const links = (entry?.imports ?? [])
    .filter(({ kind, external }) => kind === 'import-statement' && !external)
    .map(({ path }) => `<link rel="modulepreload" href="${basename(path)}" />`);
  const script = '<script type="module"';
  return page.replace(script, [...links, script].join('\n    '));
}

/** A line break is all the space that HTML needs between two things. @param {string} page */
function withoutIndent(page) {
  return page.replace(/\n\s+/g, '\n');
}

/**
 * iaf.js and iaf.wasm.
 * @param {string} glue path of the module emscripten made
 * @param {string} wasm
 * @param {string} address under which the glue asks for it
 * @param {string} out directory of the site
 */
async function buildSimulator(glue, wasm, address, out) {
  const [{ metafile }] = await Promise.all([
    build({
      ...common,
      entryPoints: [join(web, 'js/simulator.js')],
      outfile: join(out, 'iaf.js'),
      alias: { '#glue': resolve(glue) },
      external: ['fs/promises'],
      plugins: [glueAsksFor(glue, address)],
    }),
    copyFile(wasm, join(out, 'iaf.wasm')),
    writeFile(join(out, 'package.json'), '{ "type": "module" }\n'), // for Node, which may import iaf.js
  ]);
  return [metafile];
}

/**
 * Workbox in one file with what service-worker.js asks of it. Not a module: Firefox has no such service workers.
 * @param {string} out directory of the site
 */
async function buildServiceWorker(out) {
  const { metafile } = await build({
    ...common,
    format: 'iife',
    entryPoints: [join(web, 'service-worker.js')],
    outdir: out,
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return [metafile];
}

/**
 * All of the site.
 * @param {{ glue: string, wasm: string, out: string, bundles: string }} paths of what emscripten made, of the
 *   directory of the site, and of a list of what went into its scripts
 */
async function buildSite({ glue, wasm, out, bundles }) {
  await rm(out, { recursive: true, force: true }); // what an earlier build left would be taken for a part
  await mkdir(out, { recursive: true });
  const address = await wasmAddress(wasm);
  const [pages, simulator, serviceWorker] = await Promise.all([
    buildPages(out, address),
    buildSimulator(glue, wasm, address, out),
    buildServiceWorker(out),
    buildIcons(join(web, 'icon.svg'), out),
    copyFile(join(web, 'manifest.webmanifest'), join(out, 'manifest.webmanifest')),
  ]);
  const metafiles = [...pages, ...simulator, ...serviceWorker];
  await Promise.all([
    writeFile(bundles, JSON.stringify(metafiles)),
    writeFile(join(out, 'THIRD-PARTY.txt'), await thirdPartyNotice(web, metafiles)),
    writeFile(join(out, '_headers'), await hostHeaders(out)),
  ]);
  await listFiles(out);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const options = /** @type {const} */ ({
    glue: { type: 'string' },
    wasm: { type: 'string' },
    out: { type: 'string' },
    bundles: { type: 'string' },
  });
  const { glue, wasm, out, bundles } = parseArgs({ options }).values;
  if (!glue || !wasm || !out || !bundles) {
    throw new Error(
      'usage: node build.js --glue <iaf.mjs> --wasm <iaf.wasm> --out <directory> --bundles <list.json>',
    );
  }
  await buildSite({ glue, wasm, out, bundles });
}
