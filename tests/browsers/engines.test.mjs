// The page in three engines: the same numbers to the last digit, and nothing that goes wrong.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { serve } from '../browser/site.mjs';
import { engines } from './engines.mjs';
import { states, tableOf } from './states.mjs';

/** Gathers from the first moment on what goes wrong in the page. */
const watch = `
  window.faults = [];
  addEventListener('error', ({ message, target }) => faults.push(message ?? target.outerHTML), true);
  addEventListener('unhandledrejection', ({ reason }) => faults.push(String(reason)));
  addEventListener('securitypolicyviolation', ({ violatedDirective }) => faults.push(violatedDirective));
  console.error = (...what) => faults.push(what.join(' '));
`;
const site = await serve(
  (path, body) =>
    path === 'index.html'
      ? { body: String(body).replace('<head>', '<head><script src="watch.js"></script>') }
      : { body },
  { files: { 'watch.js': watch } },
);

after(() => site.close());

for (const [name, start] of Object.entries(engines)) {
  test(name, async (t) => {
    const driver = await start();
    const { evaluate } = driver;
    t.after(() => driver.close());

    /** Waits until something in the page is true. */
    async function until(condition, ...args) {
      for (const end = Date.now() + 20_000; Date.now() < end; ) {
        if (await evaluate(condition, ...args)) return;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`in vain: ${condition} ${args}`);
    }
    const text = (selector) => evaluate((at) => document.querySelector(at).textContent.trim(), selector);
    const focus = (selector) => evaluate((at) => document.querySelector(at).focus(), selector);
    const count = (shown) =>
      until((at) => document.querySelector('#spike-count').textContent.trim() === at, shown);
    const table = () =>
      evaluate(() =>
        [...document.querySelectorAll('#spike-table tbody tr')].map((row) =>
          [...row.cells].map((cell) => cell.textContent),
        ),
      );
    /** The table comes to say what the simulator in Node does. */
    async function spikesOf(state) {
      const expected = tableOf(state);
      const lines = expected.map((row) => row.join(' '));
      await until((wanted) => {
        const rows = [...document.querySelectorAll('#spike-table tbody tr')];
        return (
          wanted === rows.map(({ cells }) => [...cells].map((cell) => cell.textContent).join(' ')).join('\n')
        );
      }, lines.join('\n')).catch(async () => assert.deepEqual(await table(), expected, state));
    }
    const go = (state) =>
      evaluate((fragment) => {
        location.hash = fragment;
      }, state);
    /** Has a step of its own, which leaves no fault behind. */
    const step = (what, work) =>
      t.test(what, async () => {
        await work();
        assert.deepEqual(await evaluate(() => window.faults.splice(0)), []);
      });

    await driver.setViewport(1280, 900);
    await driver.goto(site.address);
    await count('4');

    for (const [tab, shown] of Object.entries({
      time: '4',
      two: '6',
      intensity: '30 · 0 · 232 · 0',
      constant: '4',
    })) {
      await step(`the tab ${tab} starts as the notebook does`, async () => {
        await driver.click(`#tab-${tab}`);
        await count(shown);
        await spikesOf(`experiment=${tab}`);
      });
    }

    await step('the spikes of all states, to the last digit', async () => {
      for (const state of states) {
        await go(state);
        await spikesOf(state);
      }
    });

    await step('plots are drawn', async () => {
      await go('');
      await count('4');
      await until(isPainted, '#plots canvas');
    });

    await step('a slider goes by the keyboard', async () => {
      await focus('#slider-theta');
      await driver.key('ArrowLeft');
      await count('8');
      assert.equal(await evaluate(() => document.querySelector('#number-theta').value), '4.5');
    });

    await step('the address follows, and says what a link must', async () => {
      await until(() => location.hash === '#v=1&experiment=constant&theta=4.5');
    });

    await step('a value that cannot be is named', async () => {
      await go('theta=0.2');
      await until(() => document.querySelector('[aria-invalid="true"]') !== null);
      assert.match(await text('#notice'), /u_reset = 0.4 mV: must lie below θ = 0.2/);
      await go('');
      await until(() => !document.querySelector('[aria-invalid="true"]'));
    });

    for (const [id, filled] of Object.entries({
      spikes: () => document.querySelector('#spike-table').getBoundingClientRect().height > 0,
      statistics: () => document.querySelectorAll('#panel-statistics svg').length > 0,
      fi: () => / Hz at /.test(document.querySelector('#fi-status')?.textContent),
      map: () => / Hz/.test(document.querySelector('#map-status')?.textContent),
      numerics: () => /Order seen/.test(document.querySelector('#convergence-status')?.textContent),
    })) {
      await step(`the panel ${id} opens, and its sweep comes to an end`, async () => {
        await go(id === 'fi' || id === 'map' ? 'experiment=time' : '');
        await driver.click(`#open-${id}`);
        await until(filled);
        await until((panel) => !document.querySelector(`${panel} progress:not([hidden])`), `#panel-${id}`);
        if (id === 'map') await until(isPainted, 'canvas.heat');
        await driver.click(`#open-${id}`);
        await until((panel) => document.querySelector(panel).hidden, `#panel-${id}`);
      });
    }

    await go('experiment=time&waveform=own');
    const openers = await evaluate(() =>
      [...document.querySelectorAll('#actions [aria-haspopup="dialog"], #open-current')].map(({ id }) => id),
    );
    assert.ok(openers.length > 3, openers.join());
    for (const id of openers) {
      await step(`the dialog of ${id} opens, and Escape leads back`, async () => {
        await driver.click(`#${id}`);
        await until(() => document.querySelector('dialog[open] .body')?.children.length);
        await driver.key('Escape');
        await until((opener) => document.activeElement.id === opener, id);
      });
    }
  });
}

/** Whether a canvas shows more than a few colours. */
function isPainted(selector) {
  const canvas = document.querySelector(selector);
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  return new Set(new Uint32Array(data.buffer)).size > 20;
}
