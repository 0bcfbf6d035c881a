// Nobody hears of a visit but the host, and little stays behind.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { after, test } from 'node:test';

import { launch, serve, shown, shownInside, site } from './site.mjs';
import { tour } from './tour.mjs';

/** The rules of _headers by path, applied as Netlify and Cloudflare Pages do. */
const rules = new Map();
let rule;
for (const line of (await readFile(new URL('_headers', site), 'utf8')).split('\n')) {
  const [, name, value] = line.match(/^ {2}(\S+): (.*)/) ?? [];
  if (name) rule[name] = value;
  else if (line) rules.set(line, (rule = {}));
}
const host = await serve((path, body) => ({
  body,
  headers: { ...rules.get('/*'), ...rules.get(`/${path}`) },
}));
const browser = await launch();

after(async () => {
  await browser.close();
  host.close();
});

test('all of the lab and of the other pages, under the policies of _headers', async () => {
  const context = await browser.newContext();
  const complaints = [];
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(host.address) && !/^(data|blob):/.test(url)) complaints.push(url);
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  const page = await context.newPage();
  await page.goto(host.address);
  await shown(page);
  await tour(page);
  await page.selectOption('#theme', 'dark');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  for (const file of (await readdir(site)).filter((name) => name.endsWith('.html'))) {
    const other = await context.newPage();
    await other.goto(host.address + file);
    await shownInside(other);
  }
  assert.deepEqual(await context.cookies(), []);
  const stored = await page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: await indexedDB.databases(),
    cookies: document.cookie,
  }));
  assert.deepEqual(stored, { local: ['theme'], session: [], databases: [], cookies: '' });
  assert.deepEqual(complaints, []);
});

test('the page can be installed', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(host.address);
  await shown(page);
  const devtools = await context.newCDPSession(page);
  const { errors, data } = await devtools.send('Page.getAppManifest');
  assert.deepEqual(errors, []);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  const reasons = installabilityErrors.map(({ errorId }) => errorId);
  assert.deepEqual(
    reasons.filter((reason) => reason !== 'in-incognito'), // every context of a test is
    [],
  );
  for (const { src, sizes, purpose } of JSON.parse(data).icons) {
    const { width, corner } = await page.evaluate(async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      const context = document.createElement('canvas').getContext('2d');
      context.drawImage(image, 0, 0);
      return { width: image.width, corner: context.getImageData(0, 0, 1, 1).data[3] };
    }, src);
    if (sizes !== 'any') assert.equal(`${width}x${width}`, sizes);
    assert.equal(corner, purpose === 'maskable' ? 255 : 0, src);
  }
});
