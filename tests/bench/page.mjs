// The lab in headless Chromium: the time of a slider's tick, of a cold load, and the bytes of a first
// visit. Prints a table.

import { gzipSync } from 'node:zlib';

import { launch, serve, shown } from '../browser/site.mjs';
import { quantile, table } from './table.mjs';

let requests = [];
const site = await serve((path, file) => {
  const body = gzipSync(file, { level: 9 });
  requests.push({ path, bytes: body.length });
  return { body, headers: { 'content-encoding': 'gzip' } };
});
const { address } = site;
const browser = await launch();

/** Navigation start to the first count of spikes on the page, ms. */
async function coldLoad() {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  requests = [];
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('#spike-count')?.textContent.trim()) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => (window.firstTrace = performance.now())));
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  await page.goto(address);
  await page.waitForFunction(() => window.firstTrace);
  const ms = await page.evaluate(() => window.firstTrace);
  await context.close();
  return ms;
}

/**
 * Sweeps a slider: ms that the page's scripts take on the main thread (the input event, then the frame's), from which
 * the drawing is finished; and from the input event until the frame is done.
 */
async function ticks(hash, key) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(address + hash);
  await shown(page);
  const times = await page.evaluate(async (id) => {
    const slider = document.getElementById(id);
    const [low, high] = [Number(slider.min), Number(slider.max)];
    const drawn = [];
    const framed = [];
    for (let i = 0; i < 220; i++) {
      slider.value = String(low + (high - low) * (0.5 + 0.45 * Math.sin(i / 17)));
      // Asked for before and after the lab asks: what lies between is the lab's.
      const begun = new Promise((resolve) => requestAnimationFrame(() => resolve(performance.now())));
      const start = performance.now();
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      const handled = performance.now() - start;
      const ended = new Promise((resolve) => {
        requestAnimationFrame(() => {
          const end = performance.now();
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(end); // after style, layout and paint
          port2.postMessage('');
        });
      });
      const begin = await begun;
      const inFrame = (await ended) - begin;
      if (i < 20) continue;
      drawn.push(handled + inFrame);
      framed.push(performance.now() - start);
    }
    return { drawn, framed };
  }, `slider-${key}`);
  await page.close();
  return times;
}

const loads = [];
for (let i = 0; i < 7; i++) loads.push(await coldLoad());
const bytes = requests.reduce((sum, request) => sum + request.bytes, 0);
console.log(`cold load to first trace: ${quantile(loads, 0.5).toFixed(0)} ms (median of 7)`);
console.log(`first visit: ${requests.length} requests, ${(bytes / 1000).toFixed(1)} kB gzip`);
for (const { path, bytes: size } of requests) console.log(`  ${path} ${(size / 1000).toFixed(1)} kB`);

/** Whole runs in the page: microseconds of simulate() by experiment and method. */
async function singleRuns() {
  const page = await browser.newPage();
  await page.goto(address);
  const figures = await page.evaluate(async (cases) => {
    const { loadSimulator } = await import('./iaf.js');
    const iaf = await loadSimulator();
    const out = [];
    for (const pass of [0, 1]) {
      for (const [experiment, neuron, input] of cases) {
        const row = { experiment };
        for (const [method, dt] of [
          ['exact', 0.1],
          ['exact', 0.01],
          ['euler', 0.01],
          ['rk4', 0.01],
        ]) {
          const times = [];
          for (let i = 0; i < 15; i++) {
            const start = performance.now();
            for (let k = 0; k < 20; k++) iaf.simulate({ neuron, input, method, dt });
            times.push((performance.now() - start) / 20);
          }
          row[`${method} at dt ${dt} (µs)`] = (1000 * times.sort((a, b) => a - b)[7]).toFixed(0);
        }
        if (pass) out.push(row);
      }
    }
    return out;
  }, singleCases);
  await page.close();
  return figures;
}

const decaying = { R: 5, C: 0.5, u_rest: 0, u_reset: 0, theta: 5, u_0: 0 };
const singleCases = [
  ['constant', {}, [{ kind: 'constant', amplitude: 0.8 }]],
  [
    'time-varying',
    { R: 100 / 6.3, C: 0.3969, u_rest: 48.4, u_reset: -70, theta: 48.2, u_0: 0 },
    [{ kind: 'sine', amplitude: 1, frequency: 159.15494309189535 }],
  ],
  [
    'two currents',
    { R: 3.3, C: 1, u_rest: 0, u_reset: 0.2, theta: 7.5, u_0: 0.2 },
    [
      { kind: 'constant', amplitude: 1 },
      { kind: 'constant', amplitude: 1.3 },
    ],
  ],
  ['high, long', decaying, [{ kind: 'exponential', amplitude: 10, tau: 100 }]],
];
console.log('In Chromium, a call of simulate() with its copies, 100 ms:');
console.log(table(await singleRuns()));

const rows = [];
for (const [name, hash, key] of [
  ['constant, I₀', '', 'amplitude'],
  ['time-varying, θ', '#experiment=time', 'theta'],
  ['two currents, I₁', '#experiment=two', 'amplitude_1'],
  ['intensity × duration, I_high', '#experiment=intensity', 'amplitude_high'],
  ['constant with f-I panel, I₀', '#panel=fi', 'amplitude'],
  ['time-varying with statistics, θ', '#experiment=time&panel=statistics', 'theta'],
]) {
  const { drawn, framed } = await ticks(hash, key);
  rows.push({
    slider: name,
    'main thread p50 (ms)': quantile(drawn, 0.5).toFixed(1),
    'p95 (ms)': quantile(drawn, 0.95).toFixed(1),
    'to the next frame p50 (ms)': quantile(framed, 0.5).toFixed(1),
    'p95 (ms) ': quantile(framed, 0.95).toFixed(1),
  });
}
console.log(table(rows));
await browser.close();
site.close();
