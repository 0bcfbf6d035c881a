// What breaks around the page: it recovers, or says what to do.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { blank, address, close, frame, hooks, open, picture, slide } from './lab.mjs';

after(close);

const says = (page, selector, pattern) =>
  page.waitForFunction(
    ([id, source]) => new RegExp(source, 'i').test(document.querySelector(id)?.textContent),
    [selector, pattern.source],
  );
const script = (body) => ({ contentType: 'text/javascript', body });
/** Runs that take the worker a while. */
const grid = '#experiment=time&duration=1000&method=euler&dt=0.001';

for (const [what, answer] of [
  ['missing', { status: 404 }],
  ['damaged', { contentType: 'application/wasm', body: Buffer.from('\0asm\x01\0\0\0 no more of it') }],
  ['no wasm at all', { contentType: 'text/html', body: '<h1>Please log in</h1>' }],
]) {
  test(`the module is ${what}: the page says so, and what may be in the way`, async () => {
    const page = await blank();
    await page.route('**/*.wasm*', (route) => route.fulfill(answer));
    await page.goto(address);
    await says(page, '#plots', /WebAssembly module did not load .*Reload the page.*content blocker/);
    assert.equal(await page.textContent('#notice'), '');
    for (const dead of ['#actions', '#tools', '#tabs']) assert.ok(await page.locator(dead).isHidden(), dead);
    await page.close();
  });
}

for (const path of ['', 'embed.html']) {
  for (const [what, files] of [
    ['its script', '**/{main,embed}.js'],
    ['a part of its script', '**/chunk-*.js'],
    ['iaf.js', '**/iaf.js'],
  ]) {
    test(`/${path} without ${what} says what to do`, async () => {
      const page = await blank();
      await page.route(files, (route) => route.abort());
      await page.goto(address + path);
      await page.getByText('Still loading. If nothing comes, reload').waitFor();
      await page.close();
    });
  }
}

test('a host that gives the module another type will do', async () => {
  const page = await blank();
  await page.route('**/*.wasm*', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { 'content-type': 'application/octet-stream' } });
  });
  await page.goto(address);
  await says(page, '#spike-count', /^4$/);
  await page.close();
});

test('a panel whose code is not to be had says so, and loads when it is opened again', async () => {
  const page = await open();
  await page.route('**/later-*.js', (route) => route.abort());
  await page.click('#open-statistics');
  await says(page, '#panel-statistics', /did not load.*open it again, or reload/);
  await page.unroute('**/later-*.js');
  await page.click('#open-statistics');
  await page.click('#open-statistics');
  await page.waitForSelector('#statistics');
  assert.equal((await hooks(page)).count, '4');
  await page.close();
});

for (const [panel, hash, status] of [
  ['numerics', '', '#convergence-status'],
  ['fi', '#experiment=time', '#fi-status'],
  ['fi', '#overlay=euler+rk4', '#fi-status'],
  ['map', '#experiment=time', '#map-status'],
]) {
  for (const [what, answer] of [
    ['does not load', { status: 404 }],
    [
      'dies at its first task',
      script(`addEventListener('message', () => { throw new Error('no memory'); });`),
    ],
    [
      'dies in mid-sweep',
      script(`addEventListener('message', ({ data: { slot, id, task } }) => {
        if (!task) return;
        postMessage({ slot, id, pieces: [], done: false });
        setTimeout(() => { throw new Error('no memory'); }, 50);
      });`),
    ],
  ]) {
    test(`the worker of ${panel} ${hash} ${what}: it says so, and a new one takes over`, async () => {
      const page = await open({ hash });
      await page.route('**/worker.js', (route) => route.fulfill(answer));
      await page.click(`#open-${panel}`);
      await says(page, status, /its worker stopped \(.+\).*move a slider or close and open the panel/);
      assert.equal(await page.locator(`#panel-${panel} progress`).isHidden(), true);
      await page.unroute('**/worker.js');
      await page.waitForTimeout(600);
      await slide(page, 'theta', panel === 'numerics' ? 4.5 : 40);
      await page.waitForFunction(
        (id) => !/stopped|Computing/.test(document.querySelector(id).textContent),
        status,
      );
      assert.doesNotMatch(await page.textContent(status), /stopped/);
      await page.close();
    });
  }
}

test('a worker that stopped is tried again when its panel is opened again', async () => {
  const page = await open({ hash: '#experiment=time' });
  await page.route('**/worker.js', (route) => route.abort());
  await page.click('#open-map');
  await says(page, '#map-status', /stopped/);
  await page.unroute('**/worker.js');
  await page.waitForTimeout(600);
  await page.click('#open-map');
  await page.click('#open-map');
  await says(page, '#map-status', /^Crosshair: .* Hz\.$/);
  await page.close();
});

test('a long grid run whose worker dies is run in the page', async () => {
  const page = await blank();
  await page.route('**/worker.js', (route) => route.fulfill(script('throw new Error("no memory")')));
  await page.goto(address + grid);
  await says(page, '#regime', /Euler at dt = 0\.001 ms finds \d+/);
  await page.unroute('**/worker.js');
  await page.waitForTimeout(600);
  await slide(page, 'theta', 40);
  await says(page, '#regime', /40 mV.*Euler at dt = 0\.001 ms finds \d+/);
  assert.deepEqual(
    page.complaints.filter((text) => !/no memory/.test(text)),
    [],
  );
  await page.close();
});

test('storage that throws on sight is done without', async () => {
  const refuse = () =>
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  const page = await open({ script: [refuse] });
  await page.selectOption('#theme', 'dark');
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
  await page.click('#about-close');
  assert.equal((await hooks(page)).count, '4');
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('a tab that sleeps amid a sweep goes on where it was', async () => {
  const page = await open({ hash: '#experiment=time&duration=1000' });
  const session = await page.context().newCDPSession(page);
  await page.click('#open-map');
  await page.waitForSelector('#map-progress:not([hidden])');
  for (const state of ['frozen', 'active']) {
    await session.send('Page.setWebLifecycleState', { state });
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  await says(page, '#map-status', /^Crosshair: .* Hz\.$/);
  await slide(page, 'theta', 40);
  await says(page, '#regime', /40 mV/);
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('a canvas that was lost is drawn again', async () => {
  const page = await open();
  const before = await picture(page);
  await page.evaluate(() => {
    for (const canvas of document.querySelectorAll('#plots canvas')) {
      canvas.dispatchEvent(new Event('contextlost', { cancelable: true }));
      canvas.getContext('2d').reset();
    }
  });
  assert.notEqual(await picture(page), before);
  await page.evaluate(() => {
    for (const canvas of document.querySelectorAll('#plots canvas'))
      canvas.dispatchEvent(new Event('contextrestored'));
  });
  await frame(page);
  assert.equal(await picture(page), before);
  await page.close();
});

test('where there is no canvas to be had the numbers go on', async () => {
  const page = await open({ script: [() => (HTMLCanvasElement.prototype.getContext = () => null)] });
  assert.match(await page.textContent('#plots'), /no canvas left .*reload/);
  await slide(page, 'amplitude', 4);
  assert.equal((await hooks(page)).count, '86');
  await page.click('#open-map');
  await says(page, '#map-status', /Hz/);
  await page.close();
});

test('a fault that nobody foresaw is said', async () => {
  const page = await open();
  await page.evaluate(() => setTimeout(() => null.x));
  await says(page, '#notice', /Something went wrong .*reload/);
  await slide(page, 'amplitude', 4);
  assert.equal(await page.textContent('#notice'), '');
  await page.close();
});
