// The npm package as someone else gets it: packed, installed where nothing else is, and used.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

import { launch, serve } from '../browser/site.mjs';

const run = promisify(execFile);
const root = new URL('../../', import.meta.url);
const path = (file) => fileURLToPath(new URL(file, root));
const read = (file) => readFile(new URL(file, root), 'utf8');
const manifest = JSON.parse(await read('web/package.json'));
const tarball = path(`build/integrate-and-fire-${manifest.version}.tgz`);

const request = { input: [{ kind: 'constant', amplitude: 2 }], neuron: { R: 10, C: 0.5, u_0: 0, theta: 5 } };
const firstSpike = 10 * 0.5 * Math.log((10 * 2 - 0) / (10 * 2 - 5));
const program = (name) => `
  import { loadSimulator } from '${name}';
  const iaf = await loadSimulator();
  const first = iaf.simulate(${JSON.stringify(request)}).spikes[0];`;

let folder;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'integrate-and-fire-'));
  const quiet = ['--ignore-scripts', '--offline', '--no-audit', '--no-fund'];
  await run('npm', ['install', '--prefix', folder, ...quiet, tarball]);
});
after(() => rm(folder, { recursive: true }));

/** @param {string} html of a page in the folder; it sets `first` @returns the first spike, in Chromium */
async function firstSpikeIn(html) {
  await writeFile(join(folder, 'index.html'), html);
  const { address, close } = await serve(undefined, { root: pathToFileURL(`${folder}/`) });
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const errors = [];
    page.on('pageerror', (error) => errors.push(error));
    await page.goto(address);
    await page
      .waitForFunction(() => 'first' in window, null, { timeout: 10_000 })
      .catch((error) => {
        throw errors[0] ?? error;
      });
    return await page.evaluate(() => window.first);
  } finally {
    await browser.close();
    close();
  }
}

const closeTo = (value, expected) =>
  assert.ok(Math.abs(value - expected) < 1e-12, `${value}, expected ${expected}`);

test('it holds what it should and nothing else', async () => {
  const installed = join(folder, 'node_modules/integrate-and-fire');
  assert.deepEqual((await readdir(installed)).sort(), ['LICENSE', 'README.md', 'dist', 'package.json']);
  assert.deepEqual((await readdir(join(installed, 'dist'))).sort(), [
    'NOTICE.txt',
    'iaf.d.ts',
    'iaf.js',
    'iaf.wasm',
    'types',
  ]);
});

test('packing leaves nothing behind in web/', async () => {
  const names = await readdir(path('web'));
  assert.deepEqual(
    names.filter((name) => ['dist', 'LICENSE'].includes(name) || name.endsWith('.tgz')),
    [],
  );
});

test('in Node', async () => {
  const file = join(folder, 'program.mjs');
  await writeFile(file, `${program('integrate-and-fire')} console.log(first);`);
  const { stdout } = await run('node', [file]);
  closeTo(Number(stdout), firstSpike);
});

for (const resolution of [
  ['--module', 'nodenext'],
  ['--module', 'esnext', '--moduleResolution', 'bundler'],
]) {
  test(`its types: ${resolution.join(' ')}`, async () => {
    await copyFile(path('tests/package/consumer.ts'), join(folder, 'consumer.mts'));
    const options = ['--strict', '--noEmit', '--target', 'es2022', '--lib', 'es2022', ...resolution];
    const tsc = path('web/node_modules/.bin/tsc');
    await run(tsc, [...options, 'consumer.mts'], { cwd: folder }).catch(({ stdout }) => assert.fail(stdout));
  });
}

test('in a page, every module of it', async () => {
  const dist = './node_modules/integrate-and-fire/dist';
  const modules = (await readdir(join(folder, dist))).filter((name) => name.endsWith('.js'));
  const imports = modules.map((name) => `import '${dist}/${name}';`).join('\n');
  const script = `${imports}\n${program(`${dist}/iaf.js`)} window.first = first;`;
  closeTo(await firstSpikeIn(`<script type="module">${script}</script>`), firstSpike);
});

test('in a page, bundled', async () => {
  const { build } = createRequire(path('web/package.json'))('esbuild');
  await build({
    stdin: { contents: `${program('integrate-and-fire')} window.first = first;`, resolveDir: folder },
    outfile: join(folder, 'bundle.js'),
    bundle: true,
    format: 'esm',
    logLevel: 'error',
  });
  await copyFile(join(folder, 'node_modules/integrate-and-fire/dist/iaf.wasm'), join(folder, 'iaf.wasm'));
  closeTo(await firstSpikeIn('<script type="module" src="bundle.js"></script>'), firstSpike);
});
