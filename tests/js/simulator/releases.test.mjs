// iaf.js beside a wasm of another release: neither takes the other's numbers for its own.

import assert from 'node:assert/strict';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { FORM } from '../../../web/js/simulator/encode.js';

const { build } = createRequire(new URL('../../../web/package.json', import.meta.url))('esbuild');
const path = (relative) => fileURLToPath(new URL(`../../../${relative}`, import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'iaf-releases-'));
after(() => rm(folder, { recursive: true }));

/** The simulator with another glue, or writing another form. */
async function simulatorWith({ glue = path('build/wasm/iaf.mjs'), form = FORM }) {
  const outfile = join(folder, `iaf-${Math.random()}.mjs`);
  const otherForm = {
    name: 'other-form',
    setup: ({ onLoad }) =>
      onLoad({ filter: /simulator\/encode\.js$/ }, async ({ path: file }) => ({
        contents: (await readFile(file, 'utf8')).replace(/FORM = \d+/, `FORM = ${form}`),
      })),
  };
  await build({
    entryPoints: [path('web/js/simulator/simulator.js')],
    bundle: true,
    format: 'esm',
    outfile,
    alias: { '#glue': glue },
    external: ['fs/promises'],
    plugins: [otherForm],
  });
  await copyFile(path('build/site/iaf.wasm'), join(folder, 'iaf.wasm'));
  return import(pathToFileURL(outfile));
}

/** A module that says it reads that form. */
async function stub(body) {
  const file = join(folder, `glue-${Math.random()}.mjs`);
  await writeFile(file, `export default async () => (${body});`);
  return file;
}

test('the same form on both sides loads', async () => {
  const { loadSimulator } = await simulatorWith({});
  assert.equal((await loadSimulator()).simulate({}).spikes.length > 0, true);
});

test('new iaf.js beside an old iaf.wasm: WrongRelease names both forms', async () => {
  const { loadSimulator, WrongRelease } = await simulatorWith({ form: FORM + 1 });
  await assert.rejects(loadSimulator(), (error) => {
    assert.ok(error instanceof WrongRelease && error.name === 'WrongRelease');
    assert.match(error.message, new RegExp(`iaf.wasm reads form ${FORM}, iaf.js writes form ${FORM + 1}`));
    return true;
  });
});

for (const [what, body, theirs] of [
  ['a newer form', '{ wire_form: () => 102 }', 'form 102'],
  ['no form, as before there was one', '{ defaults: () => ({}), capabilities: () => ({}) }', 'an older form'],
]) {
  test(`a wasm of ${what} is not asked anything`, async () => {
    const { loadSimulator, WrongRelease } = await simulatorWith({ glue: await stub(body) });
    await assert.rejects(loadSimulator(), (error) => {
      assert.ok(error instanceof WrongRelease);
      assert.ok(error.message.startsWith(`iaf.wasm reads ${theirs}, iaf.js writes form 101`), error.message);
      return true;
    });
  });
}

test('the wasm refuses a request whose first number is of another form', async () => {
  const { default: createModule } = await import(pathToFileURL(path('build/wasm/iaf.mjs')));
  const wasm = await createModule({ wasmBinary: await readFile(path('build/site/iaf.wasm')) });
  for (const numbers of [[0], [102], [100, 4, 0], [NaN], [-101], [1e300]]) {
    for (const ask of ['simulate', 'firing_rates', 'view']) {
      const { issues } = wasm[ask](Float64Array.from(numbers), ...(ask === 'view' ? [0, 100, 10] : []));
      assert.equal(issues?.length, 1, `${ask} ${numbers}`);
      const [{ code, limits }] = issues;
      assert.equal(code, 'wire-form', `${ask} ${numbers}`);
      assert.deepEqual([limits.least, limits.greatest], [FORM, FORM]);
    }
  }
});
