// The site without a network, and from one version of it to the next.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { close as closeLab, hooks } from './lab.mjs';
import { launch, serve, shown, shownInside, site } from './site.mjs';
import { openPanels, tour } from './tour.mjs';

const browser = await launch();
const temporary = [];

after(async () => {
  await Promise.all([browser.close(), closeLab()]);
  await Promise.all(temporary.map((folder) => rm(folder, { recursive: true })));
});

/** A host of a copy of the site, in a folder of it, and a visitor who was never there. */
async function begin(prepare) {
  const root = await mkdtemp(join(tmpdir(), 'iaf-site-'));
  temporary.push(root);
  await cp(fileURLToPath(site), root, { recursive: true });
  const host = await serve(prepare, { root: pathToFileURL(`${root}/`), folder: 'a/b/' });
  const context = await browser.newContext();
  const complaints = [];
  context.on('weberror', (error) => complaints.push(String(error.error())));
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  const visit = async (path = '') => {
    const page = await context.newPage();
    await page.goto(host.address + path);
    await shown(page);
    return page;
  };
  const end = async () => {
    await context.close();
    host.close();
    assert.deepEqual(complaints, []);
  };
  return { root, host, context, visit, end };
}

/** The service worker has all files. */
const kept = (page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));

const digest = (bytes) => createHash('sha256').update(bytes).digest('base64');

/**
 * Puts a second version in the place of the first: other contents, other names of chunks, the old ones gone.
 * @param {string} root
 * @param {{ stale?: string }} [how] a file that the host still has from the first version
 */
async function publish(root, { stale } = {}) {
  const names = (await readdir(root)).filter((name) => name !== 'service-worker.js');
  const renamed = (text) =>
    text.replace(/-([A-Z0-9]{8})\.js/g, (_, hash) => `-${[...hash].reverse().join('')}.js`);
  let worker = renamed(await readFile(join(root, 'service-worker.js'), 'utf8'));
  for (const name of names) {
    const before = await readFile(join(root, name));
    let bytes = before;
    if (/\.(js|html)$/.test(name)) {
      const mark = name === 'main.js' ? "\ndocument.documentElement.dataset.version = '2';" : '';
      bytes = Buffer.from(renamed(before.toString()) + mark);
    }
    worker = worker.replaceAll(digest(before), digest(bytes));
    if (name === stale) continue;
    await writeFile(join(root, name), bytes);
    await rename(join(root, name), join(root, renamed(name)));
  }
  await writeFile(join(root, 'service-worker.js'), worker);
}

const version = (page) => page.evaluate(() => document.documentElement.dataset.version ?? '1');

/** What happens at every visit, and to open pages about once a day. */
const lookForUpdate = (page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration.update();
    while (registration.installing) await new Promise((resolve) => setTimeout(resolve, 20));
  });

test('after the first visit all of it works without a network', async () => {
  const { host, visit, end } = await begin();
  const page = await visit('#amplitude=2');
  const seen = await hooks(page);
  await kept(page);
  host.close();
  await page.reload();
  await shown(page);
  assert.deepEqual(await hooks(page), seen);
  await tour(page);
  for (const path of ['', 'index.html', 'index.html?utm_source=mail&x=1#experiment=two']) {
    await (await visit(path)).close();
  }
  await end();
});

for (const file of (await readdir(site)).filter((name) => name.endsWith('.html') && name !== 'index.html')) {
  test(`${file} works without a network once the lab was visited`, async () => {
    const { host, context, visit, end } = await begin();
    await kept(await visit());
    host.close();
    const page = await context.newPage();
    await page.goto(host.address + file);
    await shownInside(page);
    await end();
  });
}

test('what the first visit keeps is each file of the site', async () => {
  const { visit, end } = await begin();
  const page = await visit();
  await kept(page);
  const paths = await page.evaluate(async () => {
    const [name, ...others] = await caches.keys();
    if (others.length) throw new Error(`other caches: ${others}`);
    const requests = await (await caches.open(name)).keys();
    return requests.map(({ url }) => new URL(url).pathname.replace('/a/b/', ''));
  });
  const apart = ['_headers', 'package.json', 'service-worker.js'];
  const files = (await readdir(site)).filter((name) => !apart.includes(name));
  assert.deepEqual(paths.sort(), files.sort());
  await end();
});

test('a new version waits: the open page keeps its files, its note brings the new one', async () => {
  const { root, visit, end } = await begin();
  await kept(await visit());
  const old = await visit();
  await publish(root);
  await lookForUpdate(old);
  await old.waitForSelector('#new-version');
  await openPanels(old); // chunks that are no longer on the host
  await tour(old);
  const other = await visit();
  assert.equal(await version(other), '1');
  await other.waitForSelector('#new-version');
  await other.focus('#reset');
  await other.focus('#new-version .close');
  await other.keyboard.press('Enter');
  assert.equal(await other.evaluate(() => document.activeElement.id), 'reset');

  await old.click('#new-version button:first-of-type');
  await old.waitForSelector('#new-version >> text=close the other pages');
  assert.equal(await version(old), '1');

  for (const page of old.context().pages()) if (page !== old) await page.close();
  await old.click('#tab-two');
  await old.waitForFunction(() => location.hash.includes('two'));
  let loaded = false;
  old.once('load', () => (loaded = true));
  // It takes the browser a moment to see that a page has gone; until then the note repeats itself.
  for (let asked = 0; asked < 50 && !loaded; asked += 1) {
    await old.click('#new-version button:first-of-type', { timeout: 1000 }).catch(() => {});
    await old.waitForTimeout(200);
  }
  assert.ok(loaded);
  await shown(old);
  assert.equal(await version(old), '2');
  assert.equal(await old.getAttribute('#tab-two', 'aria-selected'), 'true');
  assert.equal(await old.locator('#new-version').count(), 0);
  await tour(old);
  await end();
});

test('when the old pages are gone the next visit gets the new version', async () => {
  const { root, host, context, visit, end } = await begin();
  await kept(await visit());
  await publish(root);
  const old = await visit();
  assert.equal(await version(old), '1');
  await old.waitForSelector('#new-version'); // a visit looks for a new version by itself
  await old.click('#new-version [aria-label="Not now"]');
  assert.equal(await old.locator('#new-version').count(), 0);
  const blank = await context.newPage();
  for (const page of context.pages()) if (page !== blank) await page.close();
  host.close();
  let next = await visit();
  // As above; and this visit, too, must be gone for the next one.
  for (let visits = 1; visits < 20 && (await version(next)) === '1'; visits += 1) {
    await next.close();
    await blank.waitForTimeout(100 * visits);
    next = await visit();
  }
  assert.equal(await version(next), '2');
  await tour(next);
  await end();
});

test('a host in the midst of a change never leads to a mixture', async () => {
  const { root, host, visit, end } = await begin();
  const page = await visit();
  await kept(page);
  await publish(root, { stale: 'main.js' });
  await lookForUpdate(page);
  assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.ready).waiting), null);
  host.close();
  await page.reload();
  await shown(page);
  assert.equal(await version(page), '1');
  await tour(page);
  await end();
});

const refusals = {
  'there are no service workers': () => delete Navigator.prototype.serviceWorker,
  'even asking for service workers is refused': () =>
    Object.defineProperty(Navigator.prototype, 'serviceWorker', {
      get() {
        throw new DOMException('refused', 'SecurityError');
      },
    }),
  'registering is refused': () => {
    if (!navigator.serviceWorker) return; // about:blank
    navigator.serviceWorker.register = () => Promise.reject(new DOMException('no', 'SecurityError'));
  },
  'all storage is refused': () => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    }
  },
};
for (const [what, refuse] of Object.entries(refusals)) {
  test(`where ${what} the page does without`, async () => {
    const { context, visit, end } = await begin();
    await context.addInitScript(refuse);
    await tour(await visit());
    await end();
  });
}

test('where a file cannot be kept the page does without', async () => {
  const { visit, end } = await begin((path, body) => {
    if (path === 'THIRD-PARTY.txt') throw new Error('not there');
    return { body };
  });
  const page = await visit();
  await page.evaluate(async () => {
    while (!(await navigator.serviceWorker.getRegistration())?.installing) await new Promise(setTimeout);
  });
  await page.waitForFunction(() => navigator.serviceWorker.getRegistration().then((found) => !found));
  await tour(page);
  await end();
});

test('in a frame nothing is registered', async () => {
  const { root, context, host, end } = await begin();
  await writeFile(
    join(root, 'frame.html'),
    '<!doctype html><link rel="icon" href="data:,"><iframe src="index.html"></iframe>',
  );
  const page = await context.newPage();
  await page.goto(`${host.address}frame.html`);
  await shown(page.frames()[1]);
  await page.waitForLoadState('networkidle');
  assert.equal(await page.evaluate(() => navigator.serviceWorker.getRegistration()), undefined);
  await end();
});
