import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, test } from 'node:test';

import { closeHost, figure, host, script } from './host.mjs';
import { address, close, frame, hooks, slide } from './lab.mjs';

after(() => Promise.all([close(), closeHost()]));

const scheme = (page) =>
  page.evaluate(() => (/(\d+)/.exec(getComputedStyle(document.body).color)[1] > 128 ? 'dark' : 'light'));
const noted = `<script>
  var changes = [];
  addEventListener('change', (event) => changes.push(event.detail));
</script>`;
const framesOf = (page) => page.frames().filter((each) => each.url().includes('embed.html')).length;

test('attributes are the parameters; it is as high as its figure', async () => {
  for (const width of [320, 400, 768]) {
    const page = await host(
      `${script}<iaf-neuron experiment="two" R="4" C="0.9" show="plots,fi"></iaf-neuron>`,
      {
        viewport: { width, height: 900 },
      },
    );
    const inside = await figure(page);
    assert.equal(await inside.textContent('#notice'), '');
    assert.match(await inside.getAttribute('#lab-link', 'href'), /R=4&C=0.9/);
    await inside.waitForSelector('#fi-plot');
    await inside.waitForFunction(
      () => innerHeight === Math.ceil(document.body.getBoundingClientRect().height),
    );
    const overflow = await inside.evaluate(() => [
      document.documentElement.scrollHeight - innerHeight,
      document.documentElement.scrollWidth - innerWidth,
    ]);
    assert.deepEqual(overflow, [0, 0]);
    assert.equal(await inside.evaluate(() => innerWidth), width);
    assert.ok((await page.locator('iframe').getAttribute('title')).length > 10);
    assert.deepEqual(page.complaints, []);
    await page.close();
  }
});

test('setting an attribute moves the figure without loading it again, and fires no change', async () => {
  const page = await host(`${noted}${script}<iaf-neuron experiment="constant" controls="R"></iaf-neuron>`);
  const inside = await figure(page);
  await inside.evaluate(() => (window.mark = true));
  const depth = await page.evaluate(() => history.length);
  for (const [name, value, selector, text] of [
    ['R', '7', '#number-R', '7'],
    ['controls', 'theta,C', '#number-theta', '5'],
    ['C', '0.5', '#number-C', '0.5'],
    ['experiment', 'two', '#number-theta', '7.5'],
  ]) {
    await page.evaluate(
      ([key, to]) => document.querySelector('iaf-neuron').setAttribute(key, to),
      [name, value],
    );
    await inside.waitForFunction(([id, to]) => document.querySelector(id)?.value === to, [selector, text]);
  }
  assert.ok(await inside.evaluate(() => window.mark));
  assert.equal(await page.evaluate(() => history.length), depth);
  assert.deepEqual(await page.evaluate(() => window.changes), []);
  await page.close();
});

test('what is no parameter leaves the figure alone', async () => {
  const page = await host(`${script}<iaf-neuron class="a" data-x="1" id="n" onclick="1" R="5"></iaf-neuron>`);
  const inside = await figure(page);
  assert.equal(await inside.textContent('#notice'), '');
  await slide(inside, 'R', 7);
  await page.evaluate(() => document.querySelector('iaf-neuron').classList.add('b'));
  await page.waitForTimeout(100);
  assert.equal(await inside.inputValue('#number-R'), '7');
  await page.close();
});

test('a change fires once the visitor lets go, with the state', async () => {
  const page = await host(`${noted}${script}<iaf-neuron experiment="constant" theta="4"></iaf-neuron>`);
  const inside = await figure(page);
  await inside.focus('#slider-amplitude');
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => window.changes.length === 1);
  const { spikes, rate, fragment, ...state } = await page.evaluate(() => window.changes[0]);
  const shown = await hooks(inside);
  assert.equal(String(spikes), shown.count);
  assert.ok(Math.abs(rate - Number.parseFloat(shown.rate)) < 0.5);
  assert.equal(fragment, 'v=1&experiment=constant&amplitude=0.9&theta=4');
  assert.deepEqual(state, {
    ...{
      experiment: 'constant',
      amplitude: 0.9,
      R: 6.4,
      C: 0.9,
      theta: 4,
      u_reset: 0.4,
      u_rest: 0,
      t_ref: 0,
    },
    ...{ duration: 100, method: 'exact', dt: 0.1 },
  });
  await page.close();
});

test('many on one page; each is loaded when it comes near', async () => {
  const gap = '<div style="height: 3000px"></div>';
  const page = await host(
    `${script}${['constant', 'two', 'time', 'intensity'].map((id) => `<iaf-neuron experiment="${id}"><a href="#">${id}</a></iaf-neuron>`).join(gap)}`,
  );
  await figure(page, 0);
  await page.waitForTimeout(300);
  assert.equal(framesOf(page), 1);
  assert.equal(await page.locator('iaf-neuron >> nth=1').locator('a').isVisible(), true);
  const heights = await page
    .locator('iaf-neuron')
    .evaluateAll((all) => all.map(({ offsetHeight }) => offsetHeight));
  for (const [nth, count] of [
    [1, '6'],
    [2, '4'],
    [3, '30 · 0 · 232 · 0'],
  ]) {
    await page.locator('iaf-neuron').nth(nth).scrollIntoViewIfNeeded();
    const inside = await figure(page, nth);
    assert.equal((await hooks(inside)).count, count);
    assert.equal(framesOf(page), nth + 1);
    const { height } = await page.locator('iaf-neuron').nth(nth).boundingBox();
    assert.ok(Math.abs(height - heights[nth]) <= 12, `${heights[nth]} px kept, ${height} needed`);
  }
  await page.locator('iaf-neuron').first().scrollIntoViewIfNeeded();
  assert.equal((await hooks(await figure(page, 0))).count, '4');
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test("it follows the page's light and dark, by whatever means the page has them", async () => {
  for (const style of [
    ':root { color-scheme: light dark }',
    ':root.night { color-scheme: dark }',
    ':root.night { background: #111; color: oklch(0.9 0.02 200) }',
    ':root { transition: color 0.1s } :root.night { background: #111; color: #eee }',
  ]) {
    const page = await host(`${script}<iaf-neuron show="plots"></iaf-neuron>`, {
      style,
      colorScheme: 'light',
    });
    const inside = await figure(page);
    assert.equal(await scheme(inside), 'light', style);
    await slide(inside, 'R', 7);
    const drawn = await inside.evaluate(() => document.querySelector('canvas').toDataURL());
    await page.evaluate(() => document.documentElement.classList.add('night'));
    await page.emulateMedia({ colorScheme: style.includes('light dark') ? 'dark' : 'light' });
    await inside.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
    await frame(inside);
    assert.equal(await scheme(inside), 'dark');
    assert.notEqual(await inside.evaluate(() => document.querySelector('canvas').toDataURL()), drawn);
    assert.equal(await inside.inputValue('#number-R'), '7');
    assert.equal(await page.locator('iframe').evaluate((each) => each.style.colorScheme), 'dark');
    await page.close();
  }
});

test('its theme attribute goes before the page', async () => {
  const page = await host(`${script}<iaf-neuron theme="dark"></iaf-neuron>`, { colorScheme: 'light' });
  const inside = await figure(page);
  assert.equal(await scheme(inside), 'dark');
  await page.evaluate(() => document.querySelector('iaf-neuron').setAttribute('theme', 'light'));
  await inside.waitForFunction(() => document.documentElement.dataset.theme === 'light');
  await page.close();
});

test('a bare iframe is told its theme, tells its height, and ignores what it does not know', async () => {
  const page = await host(
    `<script>var said = []; addEventListener('message', ({ data }) => said.push(data))</script>
     <iframe width="100%" src="${address}embed.html#controls=all"></iframe>`,
  );
  await page.waitForFunction(() => window.said.some(({ type }) => type === 'height'));
  const { source, height } = await page.evaluate(() => window.said[0]);
  assert.equal(source, 'iaf-neuron');
  assert.ok(height > 500 && height < 1500);
  const inside = page.frames()[1];
  const before = await hooks(inside);
  await page.evaluate(() => {
    const { contentWindow } = document.querySelector('iframe');
    const source = 'iaf-neuron';
    for (const message of [
      null,
      0,
      'theme',
      [],
      {},
      { source },
      { source, type: 'theme' },
      { source, type: 'theme', theme: 'auto;' },
      { source, type: 'theme', theme: { toString: null } },
      { source, type: 'state', fragment: 'R=1' },
      { type: 'theme', theme: 'dark' },
      { source, type: 'constructor' },
      new Map([['source', source]]),
    ])
      contentWindow.postMessage(message, '*');
  });
  // Not the parent: the figure itself.
  await inside.evaluate(() => postMessage({ source: 'iaf-neuron', type: 'theme', theme: 'dark' }));
  await frame(inside);
  assert.equal(await inside.evaluate(() => document.documentElement.dataset.theme), 'auto');
  assert.deepEqual(await hooks(inside), before);
  await page.evaluate(() =>
    document
      .querySelector('iframe')
      .contentWindow.postMessage({ source: 'iaf-neuron', type: 'theme', theme: 'dark' }, '*'),
  );
  await inside.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('the element believes only its own figure', async () => {
  const page = await host(`${noted}${script}<iaf-neuron></iaf-neuron>`);
  const inside = await figure(page);
  const height = () => page.locator('iaf-neuron').evaluate((each) => each.offsetHeight);
  const before = await height();
  await page.evaluate(() => {
    postMessage({ source: 'iaf-neuron', type: 'height', height: 3000 }, '*');
    postMessage({ source: 'iaf-neuron', type: 'change', state: {} }, '*');
  });
  await inside.evaluate(() => {
    for (const height of [NaN, Infinity, '3000', null, {}]) {
      parent.postMessage({ source: 'iaf-neuron', type: 'height', height }, '*');
    }
    parent.postMessage({ source: 'iaf-neuron', type: 'change', state: null }, '*');
    parent.postMessage(null, '*');
  });
  await page.waitForTimeout(100);
  assert.equal(await height(), before);
  assert.deepEqual(await page.evaluate(() => window.changes), []);
  for (const [told, taken] of [
    [1e9, 4000],
    [-5, 50],
  ]) {
    await inside.evaluate(
      (height) => parent.postMessage({ source: 'iaf-neuron', type: 'height', height }, '*'),
      told,
    );
    await page.waitForFunction((to) => document.querySelector('iaf-neuron').offsetHeight === to, taken);
  }
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('taken out and put back it keeps what its reader has set, unless an attribute says otherwise since', async () => {
  const page = await host(
    `${noted}${script}<iaf-neuron R="7" show="plots" controls="R,theta"></iaf-neuron><p></p>`,
  );
  const move = () =>
    page.evaluate(() => document.querySelector('p').append(document.querySelector('iaf-neuron')));
  await move();
  let inside = await figure(page);
  assert.equal(await inside.inputValue('#number-R'), '7');
  await inside.focus('#slider-theta');
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => window.changes.length === 1);
  await move();
  inside = await figure(page);
  assert.deepEqual(
    [await inside.inputValue('#number-R'), await inside.inputValue('#number-theta')],
    ['7', '5.5'],
  );
  assert.equal(await inside.locator('#regime').isVisible(), false);
  assert.equal(framesOf(page), 1);
  await page.evaluate(() => {
    const element = document.querySelector('iaf-neuron');
    element.remove();
    element.setAttribute('R', '8');
    document.body.append(element);
  });
  inside = await figure(page);
  assert.deepEqual(
    [await inside.inputValue('#number-R'), await inside.inputValue('#number-theta')],
    ['8', '5'],
  );
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('the blog post works from another origin than the site', async () => {
  const read = (name) => readFile(new URL(`../../build/site/${name}`, import.meta.url), 'utf8');
  const [html, css] = await Promise.all([read('blog.html'), read('blog.css')]);
  // What its author would change: where the script is, and in the policy, whose scripts and frames are welcome.
  const body = html
    .replace('src="iaf-neuron.js"', `src="${address}iaf-neuron.js"`)
    .replace("script-src 'self'", `script-src ${address}`)
    .replace("frame-src 'self'", `frame-src ${address}`);
  assert.notEqual(body, html);
  for (const width of [360, 768]) {
    const page = await host(body, { others: { 'blog.css': css }, viewport: { width, height: 900 } });
    for (const [nth, count] of ['4', '10', '6', '30 · 0 · 232 · 0'].entries()) {
      await page.locator('iaf-neuron').nth(nth).scrollIntoViewIfNeeded();
      const inside = await figure(page, nth);
      assert.equal((await hooks(inside)).count, count);
      assert.equal(await inside.textContent('#notice'), '');
    }
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
    assert.deepEqual(page.complaints, []);
    await page.close();
  }
});
