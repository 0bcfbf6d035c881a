/**
 * Bundles the site: node web/build.js --glue build/wasm/iaf.mjs --wasm build/wasm/iaf.wasm --out build/site
 *
 * iaf.js (the simulator, with the emscripten glue in it) stays a module of its own, so that the page, its worker and
 * everyone else import the one simulator. main.js is the lab; what it shares with embed.js, the lab in an iframe, and
 * with later.js, which loads when a panel or dialog is first opened, is one chunk, named in the pages' heads. worker.js, which both start, and iaf-neuron.js, which other sites load, stand alone.
 * service-worker.js, made last, keeps all of it for when there is no network.
 */
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

import { shapeOf } from './js/share/figure/shape.js';
import { experiments } from './js/model/experiments/index.js';
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

/** In chart.js 4.5.1; fewer, and its source is not what the expression is for. */
const LEAST_CLASSES = 30;

/**
 * Methods of Chart.js that nothing in the lab calls: its marks have no elements, parse no data and are not animated, its
 * charts listen to no pointer and hide no dataset. What would call one after all fails, in every browser test.
 * @type {Record<string, string[]>}
 */
const neverCalled = {
  DatasetController:
    `addElements buildOrUpdateElements draw parse parsePrimitiveData parseArrayData parseObjectData
    getParsed getDataElement applyStack updateRangeFromParsed getMinMax getAllParsedValues getLabelAndValue getStyle
    resolveDatasetElementOptions resolveDataElementOptions _resolveElementOptions _resolveAnimations getSharedOptions
    includeOptions _getSharedOptions updateElement updateSharedOptions _setStyle removeHoverStyle setHoverStyle
    _removeDatasetHoverStyle _setDatasetHoverStyle _resyncElements _insertElements _removeElements _dataCheck _sync
    _onDataPush _onDataPop _onDataShift _onDataSplice _onDataUnshift`.split(/\s+/),
  Chart:
    `getElementsAtEventForMode getActiveElements setActiveElements updateHoverStyle _updateHoverStyles _eventHandler
    _handleEvent _getActiveElements _updateVisibility isPointInArea toBase64Image`.split(/\s+/),
};

/**
 * Static fields keep esbuild from dropping a class that nobody uses. Wrapped in a call that is marked as pure, the
 * scales, elements and plugins of Chart.js that the lab does without can go, and with them what only they need: 16 % of
 * what Chart.js takes in the bundle (39.7 kB gzip with all of its classes, 33.3 kB). Methods that nobody calls are
 * another 6.4 kB.
 * @type {import('esbuild').Plugin}
 */
const unusedClassesGo = {
  name: 'unused-classes-go',
  setup({ onLoad }) {
    onLoad({ filter: /\/chart\.js\/dist\/chart\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      let classes = 0;
      const contents = source.replace(/^class (\w+)([^]*?\n\})$/gm, (_, name, body) => {
        classes += 1;
        return `const ${name} = /* @__PURE__ */ (() => { class ${name}${without(neverCalled[name], body)}\nreturn ${name}; })();`;
      });
      if (classes <= LEAST_CLASSES) throw new Error(`only ${classes} classes in ${path}`);
      return { contents };
    });
  },
};

/**
 * A class without some of its methods.
 * @param {string[]} methods
 * @param {string} body
 */
function without(methods = [], body) {
  return methods.reduce((rest, method) => {
    const parts = rest.split(new RegExp(`^ +${method}\\([^)\\n]*\\) \\{\\n[^]*?\\n {4}\\}$`, 'm'));
    if (parts.length !== 2) throw new Error(`${parts.length - 1} methods ${method} in Chart.js`);
    return parts.join('');
  }, body);
}

/**
 * The pages, their styles and what they start.
 * @param {string} out directory of the site
 * @param {string} address of the wasm
 * @returns what went into their scripts
 */
async function buildPages(out, address) {
  const define = await release();
  const shapes = Object.fromEntries(experiments.map((each) => [each.id, shapeOf(each)]));
  const scripts = {
    ...common,
    entryPoints: [join(web, 'js/main.js'), join(web, 'js/embed.js')],
    outdir: out,
    splitting: true,
    define,
    chunkNames: '[name]-[hash]',
    alias: { '@kurkle/color': join(web, 'js/draw/no-color.js') },
  };
  const lab = await modulesOf('js/main.js', { ...scripts, plugins: [simulatorStaysApart] });
  const [pages, worker, tag] = await Promise.all([
    build({
      ...scripts,
      plugins: [simulatorStaysApart, unusedClassesGo, inOnePiece(lab)],
      logOverride: { 'ignored-bare-import': 'silent' },
    }),
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
    writePage(out, 'index.html', pages.metafile, address),
    writePage(out, 'embed.html', pages.metafile, address),
    copyFile(join(web, 'blog.html'), join(out, 'blog.html')),
  ]);
  return [pages, worker, tag].map(({ metafile }) => metafile);
}

/**
 * @param {string} out
 * @param {string} name
 * @param {import('esbuild').Metafile} metafile of the pages' scripts
 * @param {string} address of the wasm
 */
async function writePage(out, name, metafile, address) {
  const page = (await readFile(join(web, name), 'utf8')).replace('"iaf.wasm"', `"${address}"`);
  await writeFile(join(out, name), withoutIndent(withPreloads(page, metafile)));
}

/**
 * What an entry imports, and what that imports; not what it loads later.
 * @param {string} entry
 * @param {import('esbuild').BuildOptions} options
 * @returns {Promise<string[]>} paths of our own modules, without the entry's
 */
async function modulesOf(entry, options) {
  const { metafile } = await build({ ...options, metafile: true, write: false });
  const found = new Set([Object.keys(metafile.inputs).find((path) => path.endsWith(entry)) ?? entry]);
  for (const path of found) {
    for (const { path: next, kind, external } of metafile.inputs[path].imports) {
      if (kind === 'import-statement' && !external) found.add(next);
    }
  }
  return [...found]
    .slice(1)
    .filter((path) => !/node_modules/.test(path))
    .map((path) => resolve(path));
}

/**
 * esbuild makes a chunk for each set of entries that share modules: the lab's first visit would take a request for
 * each. Here whatever else is loaded seems to import all that the lab does, and so the lab is one chunk, which embeds
 * and later.js use as it is: a copy of their own, as two builds gave them, was kept for offline beside it.
 * @param {string[]} modules paths of the lab's
 * @returns {import('esbuild').Plugin}
 */
function inOnePiece(modules) {
  return {
    name: 'in-one-piece',
    setup({ onLoad }) {
      onLoad({ filter: /\/js\/(embed|later|app\/(drop|offline)|share\/reading)\.js$/ }, async ({ path }) => {
        const imports = modules.map((each) => `import ${JSON.stringify(each)};`);
        return { contents: [await readFile(path, 'utf8'), ...imports].join('\n') };
      });
    },
  };
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
  const own = /src="(\w+\.js)"/.exec(page)?.[1] ?? '';
  const entry = Object.values(outputs).find(({ entryPoint }) => entryPoint?.endsWith(`/${own}`));
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
      entryPoints: [join(web, 'js/simulator/simulator.js')],
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
