// A page may hold an element of one release and get its figures from another: the script was copied, or cached.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { after, test } from 'node:test';

import { closeHost, figure, host, script } from './host.mjs';
import { address, close } from './lab.mjs';

after(() => Promise.all([close(), closeHost()]));

const { build } = createRequire(new URL('../../web/package.json', import.meta.url))('esbuild');
/** The first release. */
const first = 'b4115c0';
const root = new URL('../../', import.meta.url);

/** The element of the first release, or nothing in a clone without its history. */
async function firstElement() {
  const show = (path) =>
    execFileSync('git', ['show', `${first}:${path}`], { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] });
  let contents;
  try {
    contents = String(show('web/iaf-neuron.js'));
  } catch {
    return undefined;
  }
  const { outputFiles } = await build({
    stdin: { contents, sourcefile: 'web/iaf-neuron.js' },
    bundle: true,
    write: false,
    format: 'iife',
    define: {
      __SHAPES__: JSON.stringify({ constant: { runs: 1, few: 3, all: 8 }, two: { runs: 1, few: 3, all: 9 } }),
    },
    plugins: [
      {
        name: 'of-that-release',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^\.\// }, ({ path }) => ({ path: `web/${path.slice(2)}`, namespace: 'git' }));
          onLoad({ filter: /.*/, namespace: 'git' }, ({ path }) => ({ contents: String(show(path)) }));
        },
      },
    ],
  });
  return outputFiles[0].text;
}

test('an element of the first release shows figures of this site', async (t) => {
  const element = await firstElement();
  if (!element) return t.skip(`the history of this clone does not reach back to ${first}`);
  const page = await host(
    `<script>var changes = []; addEventListener('change', ({ detail }) => changes.push(detail));</script>
     ${script}<iaf-neuron experiment="two" R="4" controls="amplitude_1,R"></iaf-neuron>`,
    {
      colorScheme: 'light',
      prepare: (each) =>
        each.route(`${address}iaf-neuron.js`, (route) =>
          route.fulfill({ body: element, contentType: 'text/javascript' }),
        ),
    },
  );
  const inside = await figure(page);
  assert.equal(await inside.inputValue('#number-R'), '4');
  const [outer, inner] = await Promise.all([
    page.locator('iaf-neuron').evaluate((each) => each.offsetHeight),
    inside.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height)),
  ]);
  assert.equal(outer, inner);
  await inside.focus('#slider-amplitude_1');
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => window.changes[0]?.amplitude_1 === 1.1);
  await page.evaluate(() => document.querySelector('iaf-neuron').setAttribute('R', '6'));
  await inside.waitForFunction(() => document.querySelector('#number-R').value === '6');
  await page.evaluate(() => document.documentElement.setAttribute('style', 'background:#111;color:#eee'));
  await inside.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
  assert.deepEqual(page.complaints, []);
  await page.close();
});

/** A figure that says and understands what those of the first release did, and no more. */
const figureThen = `<!doctype html><link rel="icon" href="data:,"><body style="margin:0">
<input id="number-R"><p id="spike-count">4</p><script>
  const source = 'iaf-neuron';
  const tell = (type, content) => parent.postMessage({ source, type, ...content }, '*');
  const read = () => (document.querySelector('input').value = new URLSearchParams(location.hash.slice(1).toLowerCase()).get("r"));
  read();
  addEventListener('hashchange', read);
  addEventListener('message', ({ source: sender, data }) => {
    if (sender === parent && data?.source === source && data.type === 'theme') document.documentElement.dataset.theme = data.theme;
  });
  document.querySelector('input').onchange = ({ target }) =>
    tell('change', { state: { experiment: 'constant', R: Number(target.value), fragment: 'R=' + target.value }, spikes: 4, rate: 47 });
  tell('height', { height: 612 });
</script>`;

test('this element shows figures of the first release', async () => {
  const page = await host(
    `<script>var changes = []; addEventListener('change', ({ detail }) => changes.push(detail));</script>
     ${script}<iaf-neuron R="4"></iaf-neuron><p></p>`,
    {
      colorScheme: 'light',
      prepare: (each) =>
        each.route('**/embed.html', (route) => route.fulfill({ body: figureThen, contentType: 'text/html' })),
    },
  );
  let inside = await figure(page);
  assert.equal(await inside.inputValue('#number-R'), '4');
  assert.equal(await page.locator('iaf-neuron').evaluate((each) => each.offsetHeight), 612);
  await page.evaluate(() => document.querySelector('iaf-neuron').setAttribute('R', '6'));
  await inside.waitForFunction(() => document.querySelector('#number-R').value === '6');
  await page.evaluate(() => document.documentElement.setAttribute('style', 'background:#111;color:#eee'));
  await inside.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
  await inside.fill('#number-R', '7');
  await inside.evaluate(() => document.querySelector('input').blur());
  await page.waitForFunction(() => window.changes[0]?.R === 7);
  await page.evaluate(() => document.querySelector('p').append(document.querySelector('iaf-neuron')));
  inside = await figure(page);
  assert.equal(await inside.inputValue('#number-R'), '7');
  assert.deepEqual(page.complaints, []);
  await page.close();
});
