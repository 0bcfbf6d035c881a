// What the pages may do, and whose work they hold.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { test } from 'node:test';

const root = new URL('../../../', import.meta.url);
const read = (path) => readFile(new URL(path, root), 'utf8');
const pages = (await readdir(new URL('build/site/', root))).filter((name) => name.endsWith('.html'));

for (const page of pages) {
  test(`${page} allows its own files alone, and no script in the page`, async () => {
    const html = await read(`build/site/${page}`);
    const [, policy] = html.match(/http-equiv="Content-Security-Policy"\s+content="([^"]*)"/);
    const directives = new Map(policy.split(';').map((each) => each.trim().split(/ (.*)/)));
    assert.equal(directives.get('default-src'), "'none'");
    assert.match(directives.get('script-src'), /^'self'( 'wasm-unsafe-eval')?$/);
    for (const sources of directives.values()) {
      assert.match(sources, /^('self'|'none'|'wasm-unsafe-eval'|data:| )*$/);
    }
    assert.match(html, /<meta name="referrer" content="no-referrer"/);
    assert.doesNotMatch(html, /<script(?![^>]*\ssrc=)|\son[a-z]+=|\sstyle=|<style/);
  });
}

test('_headers gives every page its own policy, and says who may frame it', async () => {
  const headers = await read('build/site/_headers');
  for (const page of pages) {
    const [, policy] = headers.match(new RegExp(`^/${page}\n  Content-Security-Policy: (.*)$`, 'm'));
    assert.ok((await read(`build/site/${page}`)).includes(policy.replace(/; frame-ancestors .*/, '')));
    // Of a figure nothing is said: "*" would shut out figures in local files.
    assert.equal(policy.match(/; frame-ancestors (.*)/)?.[1], page === 'embed.html' ? undefined : "'self'");
  }
});

test('THIRD-PARTY.txt has the licence of every package that is bundled', async () => {
  const inputs = JSON.parse(await read('build/bundles.json')).flatMap(({ inputs }) => Object.keys(inputs));
  const found = inputs.map((path) => path.match(/.*node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1]);
  const packages = new Set(found.filter(Boolean));
  for (const name of ['chart.js', 'workbox-precaching']) assert.ok(packages.has(name), name);
  const notice = await read('build/site/THIRD-PARTY.txt');
  for (const name of packages) {
    const folder = `web/node_modules/${name}/`;
    const licence = (await readdir(new URL(folder, root))).find((file) => /^licen[cs]e/i.test(file));
    assert.ok(notice.includes((await read(folder + licence)).trim()), name);
  }
  for (const name of ['Emscripten', 'musl', 'LLVM']) assert.ok(notice.includes(name), name);
});

test('no package needs its install script', async () => {
  const { packages } = JSON.parse(await read('web/package-lock.json'));
  const scripted = Object.keys(packages).filter((path) => packages[path].hasInstallScript);
  // Its script only looks for the binary, which comes as a package; without it the site was built.
  assert.deepEqual(scripted, ['node_modules/esbuild']);
});

test('the manifest has the colours of the page', async () => {
  const manifest = JSON.parse(await read('web/manifest.webmanifest'));
  const [, light, dark] = (await read('web/css/base.css')).match(/--page: light-dark\((#\w+), (#\w+)\)/);
  assert.equal(manifest.theme_color, light);
  assert.equal(manifest.background_color, light);
  const html = await read('web/index.html');
  for (const colour of [light, dark]) assert.ok(html.includes(`name="theme-color" content="${colour}"`));
});
