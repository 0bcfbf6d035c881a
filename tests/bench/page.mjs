// The lab in headless Chromium: the CPU time of a slider's tick, of a cold load, and the bytes of a first visit; then
// simulate() as a page runs it. With BASE=<directory of another built site> both sites are measured, turn by turn, so
// that what else the machine does falls on both alike, and their ratios are printed.
//
// "Thread CPU a tick" is the time that the renderer's main thread is on the CPU, from /proc: with a software raster
// (--disable-gpu) scripts, style, layout and the canvases' rasterising are all on it. "All threads" adds those of every
// process of the browser: compositor, tile workers, viz, and what carries out the bench's own commands.

import { readFile, readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

import { launch, serve, shown, site } from '../browser/site.mjs';
import { quantile, table } from './table.mjs';

const WARM_TICKS = 40;
const ROUNDS = Number(process.env.ROUNDS ?? 15);
const TICKS = 24;
const LOADS = 7;

/** What is driven: a name, a link's fragment, and the slider that moves from end to end. */
const states = [
  ['constant, I₀', '', 'amplitude'],
  ['time-varying, θ', '#experiment=time', 'theta'],
  ['two currents, I₁', '#experiment=two', 'amplitude_1'],
  ['intensity × duration, I_high', '#experiment=intensity', 'amplitude_high'],
  ['constant with 2,312 spikes, u_rest', '#amplitude=10&duration=1000', 'u_rest'],
  ['constant with f-I panel, I₀', '#panel=fi', 'amplitude'],
  ['time-varying with statistics, θ', '#experiment=time&panel=statistics', 'theta'],
];

const roots = [['here', site]];
if (process.env.BASE) roots.unshift(['base', pathToFileURL(`${resolve(process.env.BASE)}/`)]);
const sides = [];
for (const [name, root] of roots) sides.push(await open(name, root));

/** A site, and a browser of its own, so that its processes work for this site alone. */
async function open(name, root) {
  const requests = [];
  const server = await serve(
    (path, file) => {
      const body = gzipSync(file, { level: 9 });
      requests.push({ path, bytes: body.length });
      return { body, headers: { 'content-encoding': 'gzip' } };
    },
    { root },
  );
  const before = new Set((await processes()).map(({ pid }) => pid));
  const browser = await launch();
  const pid = (await processes()).find((each) => each.parent === process.pid && !before.has(each.pid)).pid;
  return { name, requests, server, browser, pid };
}

/** All processes of the machine. */
async function processes() {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(ids.map((id) => readFile(`/proc/${id}/stat`, 'utf8').catch(() => '')));
  return stats.filter(Boolean).map((stat) => {
    const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { pid: parseInt(stat), parent: Number(parent) };
  });
}

/** CPU time so far of the threads of a process and of all it started, ms. */
async function cpu(root) {
  const all = await processes();
  const family = [root];
  for (const parent of family) {
    family.push(...all.filter((each) => each.parent === parent).map(({ pid }) => pid));
  }
  const time = { main: 0, all: 0 };
  for (const pid of family) {
    const renderer = /--type=renderer/.test(await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''));
    for (const thread of await readdir(`/proc/${pid}/task`).catch(() => [])) {
      const stat = await readFile(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').catch(() => '0');
      const ms = parseInt(stat) / 1e6;
      time.all += ms;
      if (renderer && Number(thread) === pid) time.main += ms;
    }
  }
  return time;
}

/**
 * Moves a slider along a sine, a tick a frame, and waits for each frame to be painted.
 * @returns {Promise<number[]>} ms from each input event until its frame is done
 */
function move(page, key, first, ticks) {
  return page.evaluate(
    async ({ id, first, ticks }) => {
      const slider = document.getElementById(id);
      const [low, high] = [Number(slider.min), Number(slider.max)];
      const times = [];
      for (let i = first; i < first + ticks; i++) {
        slider.value = String(low + (high - low) * (0.5 + 0.45 * Math.sin(i / 17)));
        const start = performance.now();
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        await new Promise((resolve) => {
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = resolve; // after style, layout and paint
            port2.postMessage('');
          });
        });
        times.push(performance.now() - start);
      }
      return times;
    },
    { id: `slider-${key}`, first, ticks },
  );
}

/** A round of ticks on one side. */
async function round({ pid }, page, key, first) {
  const before = await cpu(pid);
  const framed = await move(page, key, first, TICKS);
  const after = await cpu(pid);
  return {
    main: (after.main - before.main) / TICKS,
    all: (after.all - before.all) / TICKS,
    framed: quantile(framed, 0.5),
  };
}

/** Rounds of all sides in turn. */
async function drive(hash, key) {
  const pages = [];
  for (const { browser, server } of sides) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' });
    await page.goto(server.address + hash);
    await shown(page);
    await move(page, key, 0, WARM_TICKS);
    pages.push(page);
  }
  const rounds = sides.map(() => []);
  for (let i = 0; i < ROUNDS; i++) {
    for (const k of i % 2 ? sides.keys() : [...sides.keys()].reverse()) {
      rounds[k].push(await round(sides[k], pages[k], key, WARM_TICKS + i * TICKS));
    }
  }
  for (const page of pages) await page.close();
  return rounds;
}

/** Medians of each side, and of the rounds' ratios. */
function row(name, rounds) {
  const columns = { slider: name };
  for (const [what, label] of [
    ['main', 'thread CPU a tick'],
    ['all', 'all threads'],
    ['framed', 'to the frame'],
  ]) {
    const values = rounds.map((side) => side.map((each) => each[what]));
    const medians = values.map((each) => quantile(each, 0.5));
    columns[`${label} (ms)`] = medians.map((each) => each.toFixed(1)).join(' → ');
    if (sides.length > 1) {
      const ratios = values[1].map((value, at) => value / values[0][at]);
      columns[`${label}, ratio`] = quantile(ratios, 0.5).toFixed(2);
    }
  }
  return columns;
}

/** Navigation start to the first count of spikes on the page, ms. */
async function coldLoad({ browser, server, requests }) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    serviceWorkers: 'block', // which fetch the whole site
  });
  const page = await context.newPage();
  requests.length = 0;
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('#spike-count')?.textContent.trim()) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => (window.firstTrace = performance.now())));
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  await page.goto(server.address);
  await page.waitForFunction(() => window.firstTrace);
  const ms = await page.evaluate(() => window.firstTrace);
  await context.close();
  return ms;
}

/** Whole runs in the page: microseconds of simulate() by experiment and method. */
async function singleRuns({ browser, server }) {
  const page = await browser.newPage();
  await page.goto(server.address);
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

const loads = sides.map(() => []);
for (let i = 0; i < LOADS; i++) {
  for (const [k, side] of sides.entries()) loads[k].push(await coldLoad(side));
}
for (const [k, { name, requests }] of sides.entries()) {
  const bytes = requests.reduce((sum, request) => sum + request.bytes, 0);
  console.log(
    `${name}: cold load to first trace ${quantile(loads[k], 0.5).toFixed(0)} ms (median of ${LOADS}); ` +
      `first visit ${requests.length} requests, ${(bytes / 1000).toFixed(1)} kB gzip`,
  );
  for (const { path, bytes: size } of requests) console.log(`  ${path} ${(size / 1000).toFixed(1)} kB`);
}

console.log(`\nA slider's tick (${ROUNDS} rounds of ${TICKS}${sides.length > 1 ? '; base → here' : ''}):`);
const rows = [];
for (const [name, hash, key] of states) rows.push(row(name, await drive(hash, key)));
console.log(table(rows));

if (!process.env.TICKS_ONLY) {
  console.log('In Chromium, a call of simulate() with its copies, 100 ms:');
  console.log(table(await singleRuns(sides.at(-1))));
}
for (const { browser, server } of sides) {
  await browser.close();
  server.close();
}
