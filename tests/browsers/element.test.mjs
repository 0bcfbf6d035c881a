// A figure in somebody's page, in three engines: it comes, in a room of its height, and where it may not, a link does.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, test } from 'node:test';

import { elementSnippet, iframeSnippet } from '../../web/js/share/export/snippets.js';
import { headed } from '../browser/headers.mjs';
import { engines } from './engines.mjs';

const { address: base } = headed;
const post = `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,">
<style>body { margin: 0; background: #111; color: #eee }</style>
<script>
  var told = [], errors = [];
  addEventListener('message', ({ data }) => data?.type === 'height' && told.push(data.height));
  addEventListener('error', ({ target, detail }) => target.localName === 'iaf-neuron' && errors.push(detail.message), true);
</script>
<main style="width: 400px">${elementSnippet({ base, fragment: 'experiment=two' })}<p><a href="#next" id="next">After</a></p>
FRAME</main>`;
const pages = {
  '/post.html': {
    body: post.replace('FRAME', iframeSnippet({ base, fragment: '' }).replace(' loading="lazy"', '')),
  },
  '/strict.html': {
    body: post.replace('FRAME', ''),
    headers: { 'content-security-policy': "frame-src 'self'" },
  },
  '/sandbox.html': {
    body: '<iframe sandbox="allow-scripts" src="inner.html" width="600" height="900"></iframe>',
  },
  '/inner.html': {
    body: post
      .replace('told.push(data.height)', "parent.postMessage('told', '*')")
      .replace('errors.push(detail.message)', "parent.postMessage('given up', '*')")
      .replace('FRAME', ''),
  },
};
const server = createServer(({ url }, response) => {
  const { body, headers } = pages[url.replace(/\?.*/, '')] ?? { body: '' };
  response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(body);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const home = `http://127.0.0.1:${server.address().port}`;

after(() => {
  server.close();
  headed.close();
});

for (const [name, start] of Object.entries(engines)) {
  test(name, async (t) => {
    const driver = await start();
    t.after(() => driver.close());
    const { evaluate } = driver;
    async function until(condition) {
      for (const end = Date.now() + 20_000; Date.now() < end; ) {
        if (await evaluate(condition)) return;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`in vain: ${condition}`);
    }
    await driver.setViewport(800, 900);

    await driver.goto(`${home}/post.html`);
    await until(() => window.told.length === 2);
    const seen = await evaluate(() => {
      const element = document.querySelector('iaf-neuron');
      const frame = element.shadowRoot.querySelector('iframe');
      const bare = document.querySelector('iframe');
      return {
        shown: frame.className === 'there' && !frame.inert,
        element: element.offsetHeight,
        bare: bare.offsetHeight,
        told: window.told,
        theme: /theme=(\w+)/.exec(frame.src)[1],
        sideways: document.documentElement.scrollWidth > innerWidth,
      };
    });
    assert.ok(seen.shown && !seen.sideways);
    assert.equal(seen.theme, 'dark');
    // Letters are not as wide in each of them: a line more or less.
    assert.ok(seen.told.includes(seen.element), JSON.stringify(seen));
    assert.ok(
      seen.told.every((height) => height <= seen.bare + 20),
      JSON.stringify(seen),
    );
    t.diagnostic(JSON.stringify(seen));

    await driver.goto(`${home}/strict.html`);
    await until(() => window.errors.length === 1);
    assert.match(await evaluate(() => window.errors[0]), /frame-src/);
    assert.ok(
      await evaluate(() => {
        const { left, top, width, height } = document.querySelector('iaf-neuron a').getBoundingClientRect();
        const at = document.elementFromPoint(left + width / 2, top + height / 2);
        return (
          at === document.querySelector('iaf-neuron a') &&
          document.querySelector('iaf-neuron').offsetHeight < 60
        );
      }),
    );

    await driver.goto(`${home}/sandbox.html`);
    await evaluate(() => {
      window.said = [];
      addEventListener('message', ({ data }) => window.said.push(data));
      document.querySelector('iframe').src = 'inner.html?again';
    });
    await until(() => window.said.length > 0);
    // For WebKit a page without an origin is not its policy's 'self': its reader gets the link.
    assert.equal(await evaluate(() => window.said[0]), name === 'WebKitGTK' ? 'given up' : 'told');
  });
}
