// Pages that are not like the blog: dark, narrow, strict, sandboxed, on paper, without scripts, of another release.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, test } from 'node:test';

import { elementSnippet, iframeSnippet } from '../../web/js/share/export/snippets.js';
import { headed } from './headers.mjs';
import { closeHost, figure, home, host, script } from './host.mjs';
import { address, blank, close, frame } from './lab.mjs';
import { shown, site } from './site.mjs';

after(() => {
  headed.close();
  return Promise.all([close(), closeHost()]);
});

const scriptOf = (base) => `<script src="${base}iaf-neuron.js" async></script>`;
const noted = `<script>
  var errors = [], said = [];
  addEventListener('error', ({ target, detail }) => target.localName === 'iaf-neuron' && errors.push(detail.message), true);
  addEventListener('message', ({ data }) => data?.source === 'iaf-neuron' && said.push(data));
</script>`;
const around = (content) =>
  `<p>Before.</p>${content}<p><a id="next" href="#next">The link after the figure.</a></p>`;
const tall = '<div style="height:3000px"></div>';

/** Whether the point in the middle of what is selected belongs to it. */
const hit = (page, selector) =>
  page.locator(selector).evaluate((each) => {
    each.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = each.getBoundingClientRect();
    return each.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  });

/** The commonest colour in a part of the screen, red, green and blue. */
async function groundOf(locator) {
  const png = (await locator.screenshot()).toString('base64');
  const reader = await blank();
  const ground = await reader.evaluate(async (data) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    context.drawImage(image, 0, 0);
    const pixels = new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer);
    const counts = new Map();
    for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
    const [[pixel]] = [...counts].sort(([, a], [, b]) => b - a);
    return [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255];
  }, png);
  await reader.close();
  return ground;
}

const luminance = (colour) => {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (...colours) => {
  const [dark, light] = colours.map(luminance).sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

/** Contrast of a figure's sentence, its muted words and its link with what lies under them on the screen. */
async function contrasts(inside) {
  await frame(inside);
  const ground = await groundOf(inside.locator('.results'));
  const inks = await inside.evaluate(() =>
    ['#regime', 'dt', 'footer a'].map((selector) => {
      const { color } = getComputedStyle(document.querySelector(selector));
      return color.match(/\d+/g).slice(0, 3).map(Number);
    }),
  );
  return inks.map((ink) => contrast(ink, ground));
}

const dark = {
  'dark without color-scheme': { style: 'body { background: #111; color: #ddd }' },
  'dark by color-scheme': { style: ':root { color-scheme: dark } body { background: #111; color: #ddd }' },
  'dark by color-scheme, under a light system': {
    style: ':root { color-scheme: dark } body { background: #111; color: #ddd }',
    colorScheme: 'light',
  },
  'dark without color-scheme, under a dark system': {
    style: 'body { background: #111; color: #ddd }',
    colorScheme: 'dark',
  },
  'light, under a dark system': { style: 'body { background: #fff; color: #222 }', colorScheme: 'dark' },
  'dark in a card': {
    style: '.card { background: #123; color: #def }',
    wrap: (content) => `<div class="card">${content}</div>`,
  },
};
for (const [what, { wrap = (content) => content, ...how }] of Object.entries(dark)) {
  test(`readable on a page that is ${what}`, async (t) => {
    const page = await host(
      wrap(`${script}<iaf-neuron></iaf-neuron><iaf-neuron theme="light"></iaf-neuron>
        <iaf-neuron theme="dark"></iaf-neuron>${iframeSnippet({ base: address, fragment: '' })}`),
      how,
    );
    const found = [];
    for (const nth of [0, 1, 2]) {
      await page.locator('iaf-neuron').nth(nth).scrollIntoViewIfNeeded();
      found.push(...(await contrasts(await figure(page, nth))));
    }
    await page.locator('iframe[loading]').scrollIntoViewIfNeeded();
    const inside = await (await page.locator('iframe[loading]').elementHandle()).contentFrame();
    await shown(inside);
    found.push(...(await contrasts(inside)));
    const least = Math.min(...found);
    t.diagnostic(`least contrast ${least.toFixed(2)} : 1`);
    assert.ok(least >= 4.5, found.map((each) => each.toFixed(2)).join());
    assert.deepEqual(page.complaints, []);
    await page.close();
  });
}

test('dark may be switched on any ancestor, also through a shadow root, and while the figure is out of sight', async () => {
  const page = await host(
    `<style>.night { background: #111; color: #eee } html, article, body { color: #222 }</style>
     <main><article><div id="outer"></div></article></main>${tall}`,
  );
  await page.evaluate((src) => {
    const root = document.querySelector('#outer').attachShadow({ mode: 'open' });
    root.innerHTML = '<style>.night { color: #eee }</style><section><iaf-neuron></iaf-neuron></section>';
    const element = document.createElement('script');
    element.src = src;
    document.head.append(element);
  }, `${address}iaf-neuron.js`);
  const inside = await figure(page);
  const theme = (wanted) =>
    inside.waitForFunction((to) => document.documentElement.dataset.theme === to, wanted);
  await theme('light');
  for (const selector of ['article', 'section', 'body']) {
    const toggle = () => page.locator(selector).evaluate((each) => each.classList.toggle('night'));
    await toggle();
    await theme(selector === 'body' ? 'light' : 'dark'); // of what lies between, article has a colour of its own
    await toggle();
    await theme('light');
  }
  // By a rule alone, which nobody is told of: read again when the figure comes into view.
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await page.evaluate(() => document.styleSheets[0].insertRule('article { color: #eee !important }', 0));
  await page.waitForTimeout(100);
  await page.evaluate(() => scrollTo(0, 0));
  await theme('dark');
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('a theme said again is not drawn again; many in a row are drawn once', async () => {
  const page = await host(`${script}<iaf-neuron></iaf-neuron>`, { colorScheme: 'light' });
  const inside = await figure(page);
  const repaints = (themes) =>
    inside.evaluate(async (names) => {
      const { dataset } = document.documentElement;
      const source = 'iaf-neuron';
      let drawn = 0;
      const { clearRect } = CanvasRenderingContext2D.prototype;
      CanvasRenderingContext2D.prototype.clearRect = function (...box) {
        drawn += 1;
        return clearRect.apply(this, box);
      };
      const before = performance.now();
      for (const theme of names) {
        dispatchEvent(
          new MessageEvent('message', { source: parent, data: { source, type: 'theme', theme } }),
        );
      }
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)));
      CanvasRenderingContext2D.prototype.clearRect = clearRect;
      return { drawn, theme: dataset.theme, took: performance.now() - before };
    }, themes);
  const once = await repaints(['dark']);
  assert.ok(once.drawn > 0 && once.theme === 'dark');
  assert.equal((await repaints(Array(500).fill('dark'))).drawn, 0);
  const many = await repaints(Array.from({ length: 501 }, (_, i) => (i % 2 ? 'dark' : 'light')));
  assert.equal(many.drawn, once.drawn);
  assert.equal(many.theme, 'light');
  assert.ok(many.took < 1500, `${many.took} ms`);
  await page.close();
});

test('until it is shown the frame is as large as its room, and takes no click; the first height is the last', async () => {
  const experiments = ['constant', 'time', 'two', 'intensity'];
  const figures = experiments.map(
    (id) =>
      `<iaf-neuron experiment="${id}" loading="eager"><a class="instead" href="#${id}">${id}</a></iaf-neuron>`,
  );
  for (const width of [288, 309, 320, 345, 360, 400, 480, 560, 600, 640, 700, 768, 1000]) {
    let begin;
    const held = new Promise((resolve) => (begin = resolve));
    const page = await host(
      `<div style="width:${width}px">${noted}${script}${around(figures.join(''))}</div>`,
      {
        viewport: { width: Math.max(width, 320), height: 700 },
        waitUntil: 'commit',
        prepare: (each) => each.route('**/embed.html', (route) => held.then(() => route.continue())),
      },
    );
    await page.locator('iaf-neuron iframe').nth(3).waitFor({ state: 'attached' });
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= Math.max(width, 320));
    assert.ok(await hit(page, '[href="#two"]'));
    assert.ok(await hit(page, '#next'));
    const heights = () =>
      page.locator('iaf-neuron').evaluateAll((all) => all.map(({ offsetHeight }) => offsetHeight));
    const kept = await heights();
    begin();
    for (const nth of experiments.keys()) await figure(page, nth);
    await page.waitForTimeout(50);
    assert.equal(await page.evaluate(() => window.said.length), 4, `told again at ${width} px`);
    for (const [nth, height] of (await heights()).entries()) {
      const what = `${experiments[nth]} at ${width} px: ${kept[nth]} px kept, ${height} px told`;
      assert.ok(Math.abs(kept[nth] - height) <= 20, what);
    }
    assert.ok(await hit(page, '#next'));
    assert.deepEqual(page.complaints, []);
    await page.close();
  }
});

test('the room of the snippets is enough in every column, and not much more', async (t) => {
  const page = await blank({ viewport: { width: 1200, height: 900 } });
  await page.route('**/bare.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><link rel="icon" href="data:,">' }),
  );
  await page.goto(`${address}bare.html`);
  const shows = [undefined, ['plots'], ['plots', 'regime'], ['summary', 'plots', 'readouts', 'regime']];
  const figures = ['constant', 'time', 'two', 'intensity'].flatMap((experiment) =>
    shows.flatMap((show) =>
      [undefined, 'all', []].map((controls) => ({ fragment: `experiment=${experiment}`, show, controls })),
    ),
  );
  const snippets = figures.map((each) => iframeSnippet({ base: address, ...each }));
  await page.evaluate((all) => {
    document.body.innerHTML = all
      .map((each) => `<div class="column" style="position:absolute;top:0">${each}</div>`)
      .join('');
    for (const each of document.querySelectorAll('iframe')) each.loading = 'eager';
  }, snippets);
  await page.waitForFunction(() =>
    [...document.querySelectorAll('iframe')].every(({ contentDocument }) =>
      contentDocument.querySelector('#spike-count')?.textContent.trim(),
    ),
  );
  let most = 0;
  for (const width of [
    288, 300, 328, 343, 361, 382, 414, 480, 540, 580, 600, 620, 645, 672, 704, 768, 840, 1000, 1100,
  ]) {
    const spare = await page.evaluate(async (to) => {
      for (const each of document.querySelectorAll('.column')) each.style.width = `${to}px`;
      for (let i = 0; i < 3; i += 1)
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return [...document.querySelectorAll('iframe')].map(
        (each) => each.clientHeight - each.contentDocument.body.getBoundingClientRect().height,
      );
    }, width);
    spare.forEach((room, at) => {
      most = Math.max(most, room);
      assert.ok(
        room >= 0 && room <= 130,
        `${room} px to spare at ${width} px: ${JSON.stringify(figures[at])}`,
      );
    });
  }
  t.diagnostic(`at most ${Math.round(most)} px to spare`);
  await page.close();
});

test('how high a figure is does not depend on how high its frame is', async () => {
  for (const experiment of ['constant', 'intensity']) {
    for (const panel of ['', '&show=plots,statistics']) {
      const page = await blank({ viewport: { width: 1120, height: 590 } });
      await page.goto(`${address}embed.html#experiment=${experiment}${panel}`);
      await shown(page);
      for (const width of [400, 650, 800, 1120]) {
        const heights = [];
        for (const height of [200, 590, 610, 1500]) {
          await page.setViewportSize({ width, height });
          await frame(page);
          heights.push(await page.evaluate(() => document.body.getBoundingClientRect().height));
        }
        assert.equal(new Set(heights).size, 1, `${experiment}${panel} at ${width} px: ${heights}`);
      }
      await page.close();
    }
  }
});

for (const width of [360, 1280]) {
  test(`nothing jumps on a first load, ${width} px`, async (t) => {
    const post = [
      { fragment: 'experiment=constant', show: ['plots'], controls: [] },
      { fragment: 'experiment=intensity' },
    ]
      .map((each) => elementSnippet({ base: address, ...each }))
      .map((snippet, nth) => `<p>${'Words before the figure. '.repeat(8 + 20 * nth)}</p>${snippet}`)
      .join('');
    const page = await host(
      `<main>${around(`${post}<p>Between.</p>${iframeSnippet({ base: address, fragment: 'experiment=two' })}`)}</main>`,
      {
        viewport: { width, height: 800 },
        style: 'main { max-width: 40rem; margin: 0 auto; padding: 0 1rem; font: 17px/1.6 serif }',
        script: [
          () => {
            window.shift = 0;
            new PerformanceObserver((list) => {
              for (const { value } of list.getEntries()) window.shift += value;
            }).observe({ type: 'layout-shift', buffered: true });
          },
        ],
        // The page is painted long before the script is there, and the script before the figure.
        prepare: (each) =>
          each.route(/iaf-neuron\.js|embed\.html/, async (route) => {
            await new Promise((resolve) => setTimeout(resolve, 300));
            await route.continue();
          }),
      },
    );
    await figure(page, 0);
    await page.waitForTimeout(300);
    const top = await page.evaluate(() => window.shift);
    for (const nth of [1, 0]) {
      await page.locator('iaf-neuron').nth(nth).scrollIntoViewIfNeeded();
      await figure(page, nth);
    }
    await page.locator('#next').scrollIntoViewIfNeeded();
    await page.waitForTimeout(500);
    const all = await page.evaluate(() => window.shift);
    t.diagnostic(`CLS ${top.toFixed(4)} on the first screen, ${all.toFixed(4)} in all`);
    assert.ok(all <= 0.02, `${top}, ${all}`);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
    assert.deepEqual(page.complaints, []);
    await page.close();
  });
}

const instead =
  '<iaf-neuron><a id="instead" href="https://example.org/">The figure in the lab</a></iaf-neuron>';
/** The reader gets what stands inside the element, and no empty box. */
async function givenUp(page, reason) {
  await page.waitForFunction(() => window.errors.length === 1);
  assert.match(await page.evaluate(() => window.errors[0]), reason);
  assert.ok(await hit(page, '#instead'));
  assert.ok(await hit(page, '#next'));
  assert.ok((await page.locator('iaf-neuron').evaluate((each) => each.offsetHeight)) < 60);
  await page.focus('#instead');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'next');
}
/** Ten seconds are half a one. */
const hurry = [
  () => {
    const { setTimeout: wait } = window;
    window.setTimeout = (call, delay, ...rest) => wait(call, delay === 10_000 ? 500 : delay, ...rest);
  },
];

test('a policy without frames: the link at once, and the room given back', async () => {
  for (const policy of [`default-src 'self'`, `frame-src 'self'`, `child-src 'none'`]) {
    const page = await host(around(`${noted}${script}${instead}`), {
      headers: {
        'content-security-policy': `script-src ${address} 'unsafe-inline'; style-src 'unsafe-inline'; ${policy}`,
      },
    });
    await givenUp(page, /frame-src/);
    await page.close();
  }
});

test('a policy that only reports, or is about others, leaves the figure alone', async () => {
  const page = await host(
    around(`${noted}${script}${instead}<iframe src="https://elsewhere.invalid/"></iframe>`),
    {
      headers: {
        'content-security-policy': `frame-src ${address}`,
        'content-security-policy-report-only': `frame-src 'none'`,
      },
    },
  );
  await figure(page);
  assert.deepEqual(await page.evaluate(() => window.errors), []);
  await page.close();
});

test('a strict policy with the site in it: the figure, without a word in the console', async () => {
  const page = await host(around(`${script}<iaf-neuron></iaf-neuron>`), {
    headers: {
      'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src ${address}; frame-src ${address}`,
    },
  });
  await figure(page);
  assert.ok(await hit(page, '#next'));
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('a site that sends no figure: after a while the link, and the room given back', async () => {
  const answers = [
    (route) => route.fulfill({ status: 404, body: 'Not found' }),
    (route) => route.abort(),
    (route) => route.fulfill({ headers: { 'x-frame-options': 'DENY' }, body: 'no' }),
    () => {}, // for ever
  ];
  for (const answer of answers) {
    const page = await host(around(`${noted}${script}${instead}`), {
      script: hurry,
      prepare: (each) => each.route('**/embed.html', answer),
    });
    await givenUp(page, /nothing came from/);
    await page.close();
  }
});

test('a figure that comes late is shown all the same', async () => {
  const page = await host(around(`${noted}${script}${instead}`), {
    script: hurry,
    prepare: (each) =>
      each.route('**/embed.html', (route) =>
        new Promise(setTimeout).then(() => setTimeout(() => route.continue(), 1500)),
      ),
  });
  await givenUp(page, /nothing came from/);
  await figure(page);
  assert.ok((await page.locator('iaf-neuron').evaluate((each) => each.offsetHeight)) > 500);
  assert.ok(await hit(page, '#next'));
  await page.close();
});

test('on a cross-origin isolated page, from a site that sends its headers', async () => {
  const page = await host(
    around(
      `${scriptOf(headed.address)}<iaf-neuron></iaf-neuron>${iframeSnippet({ base: headed.address, fragment: '' })}`,
    ),
    {
      headers: {
        'cross-origin-embedder-policy': 'require-corp',
        'cross-origin-opener-policy': 'same-origin',
      },
    },
  );
  assert.ok(await page.evaluate(() => window.crossOriginIsolated));
  await figure(page);
  await page.locator('iframe[loading]').scrollIntoViewIfNeeded();
  await shown(await (await page.locator('iframe[loading]').elementHandle()).contentFrame());
  assert.deepEqual(
    page.complaints.filter((each) => !each.startsWith(headed.address)),
    [],
  );
  await page.close();
});

test('in a sandbox without an origin, from a site that sends its headers', async () => {
  const post = (content) => `<!doctype html><html lang="en"><link rel="icon" href="data:,">${content}</html>`;
  const page = await host(
    `<iframe class="post" sandbox="allow-scripts" src="inner.html" style="width:700px;height:1700px"></iframe>`,
    {
      serviceWorkers: 'allow', // to block them is to ask for them
      others: {
        'inner.html': post(
          around(
            `${noted}${scriptOf(headed.address)}<iaf-neuron></iaf-neuron>${iframeSnippet({ base: headed.address, fragment: '' })}`,
          ),
        ),
      },
    },
  );
  const post_ = await (await page.locator('.post').elementHandle()).contentFrame();
  assert.equal(await post_.evaluate(() => origin), 'null');
  const inside = await figure(post_);
  await post_.evaluate(() => (document.body.style.color = '#eee'));
  await inside.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
  await shown(await (await post_.locator('iframe[loading]').elementHandle()).contentFrame());
  assert.deepEqual(await post_.evaluate(() => window.errors), []);
  assert.deepEqual(
    page.complaints.filter((each) => !each.startsWith(headed.address)),
    [],
  );
  await page.close();
});

test('the lab works with the headers, its worker and its service worker too', async () => {
  const page = await blank({ home: headed.address, serviceWorkers: 'allow' });
  await page.goto(`${headed.address}#panel=map&experiment=time`);
  await shown(page);
  await page.waitForSelector('canvas.heat:not([hidden])', { timeout: 60_000 });
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await page.reload();
  await shown(page);
  assert.ok(await page.evaluate(() => Boolean(navigator.serviceWorker.controller)));
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('320 px: nothing sideways, and the link after the figure is there to be pressed', async () => {
  for (const experiment of ['constant', 'intensity']) {
    const of = { base: address, fragment: `experiment=${experiment}` };
    const snippets = [elementSnippet({ ...of, controls: 'all' }), elementSnippet(of), iframeSnippet(of)];
    const page = await host(`<main style="padding:0 16px">${snippets.map(around).join('')}</main>`, {
      viewport: { width: 320, height: 640 },
    });
    for (const nth of [0, 1, 2]) {
      const next = page.locator('#next').nth(nth);
      await next.scrollIntoViewIfNeeded();
      if (nth < 2) await figure(page, nth);
      await next.click();
      assert.match(page.url(), /#next$/);
      await page.evaluate(() => history.replaceState(null, '', ' '));
    }
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
    assert.deepEqual(page.complaints, []);
    await page.close();
  }
});

test('text at 200 % is neither clipped nor cut off', async () => {
  for (const width of [360, 704]) {
    const page = await blank({ viewport: { width, height: 900 } });
    await page.route('**/embed.css', async (route) => {
      const response = await route.fetch();
      return route.fulfill({ response, body: `${await response.text()}:root{font-size:200%}` });
    });
    for (const experiment of ['constant', 'intensity']) {
      await page.goto(`${address}embed.html#experiment=${experiment}&controls=all`);
      await page.reload();
      await shown(page);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width, experiment);
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll('#controls label, dt, dd, #regime, legend, footer *, .hint')]
          .filter(
            (each) =>
              each.checkVisibility() &&
              each.scrollWidth > each.clientWidth + 1 &&
              getComputedStyle(each).overflowX !== 'visible',
          )
          .map((each) => each.outerHTML.slice(0, 80)),
      );
      assert.deepEqual(cut, []);
    }
    await page.close();
  }
});

test('without scripts there is the link, or the picture', async () => {
  const picture = { file: 'data:image/svg+xml,<svg/>', width: 640, height: 480 };
  for (const how of [{}, { picture }]) {
    const page = await host(around(elementSnippet({ base: address, fragment: 'R=3', ...how })), {
      javaScriptEnabled: false,
    });
    const link = page.locator('iaf-neuron a');
    assert.ok(await link.isVisible());
    assert.match(await link.getAttribute('href'), /index\.html#.*R=3/);
    await page.close();
  }
});

test('on paper: figures that are there fill their room, of others what stands inside', async () => {
  let asked = 0;
  const page = await host(
    `${script}<iaf-neuron experiment="intensity" show="plots,regime"><a>One</a></iaf-neuron>${tall}
     <iaf-neuron><a>Two</a></iaf-neuron>${tall}<iaf-neuron><a>Three</a></iaf-neuron>`,
    {
      prepare: (each) =>
        each.route('**/embed.html', (route) => {
          asked += 1;
          return asked < 3 ? route.continue() : undefined; // the third never comes
        }),
    },
  );
  const heights = () =>
    page.locator('iaf-neuron').evaluateAll((all) => all.map(({ offsetHeight }) => offsetHeight));
  const inside = await figure(page);
  const [told, , kept] = await heights();
  assert.ok(kept > 600);
  await page.emulateMedia({ media: 'print' });
  await figure(page, 1); // to be printed it is loaded
  await inside.waitForFunction(() => document.body.getBoundingClientRect().height >= innerHeight - 1);
  assert.equal((await heights())[0], told);
  assert.ok((await heights())[2] < 60);
  await page.emulateMedia({ media: 'screen' });
  assert.equal((await heights())[2], kept);
  await page.close();
});

test('the blog post prints with all its figures', async () => {
  const page = await blank({ viewport: { width: 1000, height: 900 } });
  await page.goto(`${address}blog.html`);
  for (const nth of [0, 1, 2, 3]) await figure(page, nth);
  await page.emulateMedia({ media: 'print' });
  const inked = [];
  for (const nth of [0, 1, 2, 3]) {
    const inside = await figure(page, nth);
    await frame(page);
    const boxes = await inside.evaluate(() => [
      document.body.getBoundingClientRect().height / innerHeight,
      document.querySelector('#plots').getBoundingClientRect().height,
    ]);
    inked.push(boxes);
  }
  for (const [share, plots] of inked) assert.ok(share > 0.99 && share < 1.01 && plots > 190, String(inked));
  assert.deepEqual(page.complaints, []);
  await page.close();
});

const clobbering = (tag) =>
  ['currentScript', 'querySelector', 'baseURI'].map((name) => tag.replace('NAME', name)).join('');
const evil = 'https://evil.invalid/iaf-neuron.js';
for (const [how, loader] of Object.entries({
  'a classic script': script,
  'a module': `<script type="module" src="${headed.address}iaf-neuron.js"></script>`,
  'a script put in by another': `<script>
    document.head.append(Object.assign(Document.prototype.createElement.call(document, 'script'), { src: '${address}iaf-neuron.js' }));
  </script>`,
})) {
  test(`a comment cannot say where the figures come from: ${how}`, async () => {
    const page = await host(
      `${clobbering(`<img name="NAME" src="${evil}"><form name="NAME" action="${evil}"></form>`)}${loader}<iaf-neuron></iaf-neuron>`,
    );
    assert.notEqual(await page.evaluate(() => document.currentScript), null);
    await figure(page);
    const frames = page.frames().map((each) => each.url());
    assert.match(frames[1], /^http:\/\/localhost:\d+\/embed\.html/);
    await page.close();
  });
}

test('only an address of the web is a site', async () => {
  const sites = [
    'javascript://%0aalert(document.domain)/',
    'data:text/html,',
    'blob:null',
    'http://',
    'about:blank',
  ];
  for (const name of sites) {
    const page = await host(
      around(`${noted}${script}<iaf-neuron site="${name}"><a id="instead" href="#">Instead</a></iaf-neuron>`),
    );
    await givenUp(page, /is no address of a site/);
    assert.equal(page.frames().length, 1);
    await page.close();
  }
});

test('a script of another name, or none, is told where the site is', async () => {
  const body = await readFile(new URL('iaf-neuron.js', site), 'utf8');
  const named = { others: { 'assets-1f2e.js': body } };
  const post = (code, name) => around(`${code}<iaf-neuron site="${name}" R="7"></iaf-neuron>`);
  const byName = '<script src="assets-1f2e.js" async></script>';
  const inPage = `<script>${body}</script>`;
  for (const [code, name] of [
    [byName, address],
    [byName, address.slice(0, -1)],
    [inPage, address],
  ]) {
    const page = await host(post(code, name), named);
    assert.equal(await (await figure(page)).inputValue('#number-R'), '7');
    assert.deepEqual(page.complaints, []);
    await page.close();
  }
  const page = await host('<iframe class="post" width="700" height="900"></iframe>');
  await page.locator('.post').evaluate((each, html) => (each.srcdoc = html), post(inPage, address));
  await page.waitForFunction(() => window[0].document.querySelector('iaf-neuron'));
  assert.equal(await (await figure(page.frames()[1])).inputValue('#number-R'), '7');
  await page.close();
});

test('it believes its own frame only while that shows its own site', async () => {
  const page = await host(`${noted}${script}<iaf-neuron></iaf-neuron>`, {
    others: {
      'elsewhere.html': `<script>parent.postMessage({ source: 'iaf-neuron', type: 'height', height: 3000 }, '*')</script>`,
    },
  });
  await figure(page);
  const before = await page.locator('iaf-neuron').evaluate((each) => each.offsetHeight);
  await page.locator('iaf-neuron iframe').evaluate((each, to) => (each.src = to), `${home}elsewhere.html`);
  await page.waitForFunction(() => window.said.some(({ height }) => height === 3000));
  assert.equal(await page.locator('iaf-neuron').evaluate((each) => each.offsetHeight), before);
  await page.close();
});

test('no referrer goes to the site', async () => {
  const referrers = [];
  const page = await host(`${script}<iaf-neuron></iaf-neuron>`, {
    prepare: (each) =>
      each.on('request', (request) => {
        if (request.url().includes('embed.html')) referrers.push(request.headers().referer);
      }),
  });
  await figure(page);
  assert.deepEqual(referrers, [undefined]);
  await page.close();
});
