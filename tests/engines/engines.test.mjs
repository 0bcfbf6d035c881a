// A post with two elements and a frame, made by the engines that people write with: the snippets come through as they
// are, the figures run, nothing jumps or sticks out. What an engine needs for it is all that its folder holds.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

import { elementSnippet, iframeSnippet } from '../../web/js/share/export/snippets.js';
import { closeHost, figure } from '../browser/host.mjs';
import { close } from '../browser/lab.mjs';
import { headed } from '../browser/headers.mjs';
import { launch, serve, shown, site } from '../browser/site.mjs';

const run = promisify(execFile);
const here = fileURLToPath(new URL('.', import.meta.url));
const build = fileURLToPath(new URL('../../build/engines/', import.meta.url));
const browser = await launch();
after(() => {
  headed.close();
  closeHost();
  return Promise.all([browser.close(), close()]);
});

const folder = 'people/blog/';
/** How each makes its pages, where they are then, and where a host serves them. */
const engines = {
  jekyll: { command: ['jekyll', 'build', '-q'], out: '_site', page: 'post/index.html', at: folder },
  hugo: { command: ['hugo', '--quiet'], out: 'public', page: 'posts/post/index.html', at: folder },
  mkdocs: { command: ['mkdocs', 'build', '-q'], out: 'site', page: 'index.html', at: '' },
  sphinx: { command: ['sphinx-build', '-q', '.', 'out'], out: 'out', page: 'index.html', at: '' },
  nbconvert: {
    command: ['jupyter-nbconvert', '--to', 'html', 'post.ipynb'],
    out: '.',
    page: 'post.html',
    at: '',
  },
};

/** Writes the snippets into the folder's texts. @param {string} name @param {string} base of the site */
async function write(name, base) {
  const target = join(build, name);
  await rm(target, { recursive: true, force: true });
  await mkdir(build, { recursive: true });
  await cp(join(here, name), target, { recursive: true });
  const address = `${base}embed.html#experiment=two`;
  const figures = {
    FIGURE_1: elementSnippet({ base, fragment: 'experiment=constant&R=7', show: ['plots', 'regime'] }),
    FIGURE_2: elementSnippet({ base, fragment: 'experiment=intensity', title: 'Strong & "short"' }),
    FIGURE_3: iframeSnippet({ base, fragment: 'experiment=two' }),
    // What IPython writes.
    FIGURE_4: `<iframe width="100%" height="740" src="${address}" frameborder="0" allowfullscreen></iframe>`,
  };
  for (const file of await readdir(target, { recursive: true })) {
    if (!/\.(md|rst|ipynb)$/.test(file)) continue;
    const text = await readFile(join(target, file), 'utf8');
    const written = text.replace(/^( *)(.*)(FIGURE_\d)/gm, (_, indent, before, key) => {
      const snippet = figures[key];
      if (file.endsWith('.ipynb')) return indent + before + JSON.stringify(snippet).slice(1, -1);
      return indent + before + snippet.replaceAll('\n', `\n${indent}`);
    });
    await writeFile(join(target, file), written);
  }
  return target;
}

/** What the page says of itself while it is read. */
const watch = () => {
  if (window !== top) return;
  window.shift = 0;
  window.heights = [];
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) window.shift += value;
  }).observe({ type: 'layout-shift', buffered: true });
  addEventListener('message', ({ data, source }) => {
    if (data?.type === 'height')
      window.heights.push([...Array(window.length).keys()].find((i) => window[i] === source));
  });
};

/** Reads the post as a visitor: from the top down, then presses the link. */
async function visit(t, address, base, width) {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // Debian's nbconvert names its scripts by their files.
    if (!['error', 'warning'].includes(message.type()) || /file:\/\/\/usr/.test(message.text())) return;
    complaints.push(message.text());
  });
  // Fonts and MathJax that a theme has elsewhere.
  await page.route(
    ({ origin }) => ![address, base].some((each) => each.startsWith(origin)),
    (route) => route.fulfill({ body: '', headers: { 'access-control-allow-origin': '*' } }),
  );
  await page.addInitScript(watch);
  await page.goto(address);
  for (const nth of [0, 1]) {
    await page.locator('iaf-neuron').nth(nth).scrollIntoViewIfNeeded();
    const inside = await figure(page, nth);
    assert.equal(await inside.textContent('#notice'), '');
    if (nth === 0) assert.equal(await inside.inputValue('#number-R'), '7');
  }
  await page.locator('iframe:not(.there)').scrollIntoViewIfNeeded();
  const bare = await (await page.locator('iframe:not(.there)').elementHandle()).contentFrame();
  await shown(bare);
  await page.waitForTimeout(300);
  assert.equal(await page.locator('iaf-neuron').nth(1).getAttribute('title'), 'Strong & "short"');
  const { shift, heights, sideways } = await page.evaluate(() => ({
    shift: window.shift,
    heights: window.heights.length,
    sideways: document.documentElement.scrollWidth - innerWidth,
  }));
  const spare = await bare.evaluate(() => innerHeight - document.body.getBoundingClientRect().height);
  const ours = await page.locator('iframe:not(.there)').getAttribute('style'); // IPython's has one height for all widths
  t.diagnostic(`${width} px: CLS ${shift.toFixed(4)}; ${Math.round(spare)} px to spare in the bare frame`);
  assert.ok(shift <= 0.02, `CLS ${shift}`);
  assert.equal(heights, 3, 'each figure tells its height once');
  assert.ok(sideways <= 0, `${sideways} px stick out`);
  assert.ok(spare >= 0 || !ours, `${-spare} px too low`);
  await page.getByText('The link after the figure').click();
  assert.match(page.url(), /#after$/);
  assert.deepEqual(complaints, []);
  await page.screenshot({ path: join(build, `${t.name.split(',')[0]}-${width}.png`), fullPage: true });
  await page.close();
}

for (const [name, { command, out, page, at }] of Object.entries(engines)) {
  test(`${name}, with the site elsewhere`, async (t) => {
    const target = await write(name, headed.address);
    const [program, ...options] = command;
    const before = performance.now();
    await run(program, options, { cwd: target });
    t.diagnostic(`made in ${((performance.now() - before) / 1000).toFixed(1)} s`);
    const host = await serve(undefined, { root: pathToFileURL(`${join(target, out)}/`), folder: at });
    try {
      for (const width of [360, 1280]) await visit(t, host.address + page, headed.address, width);
    } finally {
      host.close();
    }
  });
}

test('jekyll, with the site in a folder of it: all files but _headers come along', async (t) => {
  const base = `http://localhost:1/${folder}iaf/`;
  const target = await write('jekyll', base);
  await cp(fileURLToPath(site), join(target, 'iaf'), { recursive: true });
  await run('jekyll', ['build', '-q'], { cwd: target });
  const files = await readdir(site);
  const kept = await readdir(join(target, '_site/iaf'));
  assert.deepEqual(
    files.filter((file) => !kept.includes(file)),
    ['_headers'],
  );
  for (const file of kept) {
    const [from, to] = await Promise.all([stat(new URL(file, site)), stat(join(target, '_site/iaf', file))]);
    assert.equal(to.size, from.size, file);
  }
  const host = await serve(
    (path, body) => ({
      // The port was not known when the post was written.
      body:
        path === 'post/index.html'
          ? String(body).replaceAll('http://localhost:1/', `${new URL(host.address).origin}/`)
          : body,
    }),
    { root: pathToFileURL(`${join(target, '_site')}/`), folder },
  );
  try {
    for (const width of [360, 1280]) await visit(t, `${host.address}post/index.html`, host.address, width);
  } finally {
    host.close();
  }
});
