// A page that is used for long: sliders, tabs, panels, dialogs. What it holds on to is measured at the start, after a
// round of everything, in the middle and at the end.

import { open } from '../browser/lab.mjs';
import { panels } from '../../web/js/state/panels.js';

const dialogs = ['embed', 'data', 'continue', 'cite'];

/** Keeps every wasm memory of the page where it can be measured. */
function keepMemories() {
  window.memories = [];
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const result = await original.apply(WebAssembly, given);
      const { exports } = result.instance ?? result;
      window.memories.push(...Object.values(exports).filter((each) => each instanceof WebAssembly.Memory));
      return result;
    };
  }
}

/** Ticks of all sliders on show, some each frame. */
async function tick({ frames, ticks, seed }) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  for (let f = 0; f < frames; f += 1) {
    const sliders = [...document.querySelectorAll('#controls .control:not([hidden]) input[type=range]')];
    for (let k = 0; k < ticks / frames; k += 1) {
      const at = seed + f + 7 * k;
      const slider = sliders[at % sliders.length];
      const [low, high] = [Number(slider.min), Number(slider.max)];
      slider.value = String(low + (high - low) * (0.5 + 0.4 * Math.sin(at / 5)));
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    }
    await frame();
  }
}

/** Tab after tab, a frame each. */
async function changeTabs(count) {
  const tabs = [...document.querySelectorAll('#tabs button')];
  for (let i = 0; i < count; i += 1) {
    tabs[i % tabs.length].click();
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

async function measure(page, session) {
  for (let i = 0; i < 3; i += 1) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (wanted) => metrics.find(({ name }) => name === wanted).value;
  return {
    'JS heap (kB)': Math.round((await session.send('Runtime.getHeapUsage')).usedSize / 1000),
    'wasm (kB)': await page.evaluate(() =>
      Math.round(window.memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0) / 1000),
    ),
    nodes: of('Nodes'),
    'attached nodes': await page.evaluate(() => document.querySelectorAll('*').length),
    listeners: of('JSEventListeners'),
    documents: of('Documents'),
  };
}

/**
 * @param {{ ticks: number, frames: number, tabs: number, rounds: number }} how all in all
 * @returns {Promise<{ figures: Record<string, number | string>[], complaints: string[] }>}
 */
export async function soak({ ticks, frames, tabs, rounds }) {
  const page = await open({ viewport: { width: 800, height: 600 }, script: [keepMemories] });
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('HeapProfiler.enable');

  async function round(nth) {
    await page.evaluate(changeTabs, Math.ceil(tabs / rounds));
    const opened = panels[nth % panels.length].id;
    for (const { id } of [...panels.filter((panel) => panel.id !== opened), { id: opened }]) {
      await page.click(`#open-${id}`);
      await page.waitForFunction(
        (panel) => !/Loading/.test(document.getElementById(`panel-${panel}`).textContent),
        id,
      );
    }
    await page.evaluate(tick, { frames: frames / rounds, ticks: ticks / rounds, seed: 1000 * nth });
    await page.click(`#open-${opened}`);
    for (const id of dialogs) {
      await page.click(`#open-${id}`);
      await page.waitForSelector(`#dialog-${id} .body > :nth-child(2)`);
      await page.keyboard.press('Escape');
    }
    await page.click('#tab-constant');
    for (const id of await page.$$eval('#tabs button', (all) => all.map((each) => each.id))) {
      await page.click(`#${id}`);
      await page.click('#reset');
    }
    await page.click('#tab-constant');
    await page.waitForTimeout(400);
  }

  for (let nth = 0; nth < panels.length; nth += 1) await round(nth);
  const figures = [{ at: 'start', ...(await measure(page, session)) }];
  for (let nth = 0; nth < rounds; nth += 1) {
    await round(nth);
    if (nth + 1 === rounds >> 1) figures.push({ at: 'middle', ...(await measure(page, session)) });
  }
  figures.push({ at: 'end', ...(await measure(page, session)) });
  const { complaints } = page;
  await page.close();
  return { figures, complaints };
}

/** What may come on top between start and end; the JS engine's own caches grow a little for long. */
const ROOM = {
  'JS heap (kB)': 1500,
  'wasm (kB)': 1100,
  nodes: 300,
  'attached nodes': 50,
  listeners: 20,
  documents: 0,
};

/**
 * What grew beyond its room.
 * @param {Awaited<ReturnType<typeof soak>>['figures']} figures
 */
export function grown(figures) {
  const [start, end] = [figures[0], figures[figures.length - 1]];
  return Object.entries(ROOM)
    .filter(([name, room]) => end[name] - start[name] > room)
    .map(([name, room]) => `${name}: ${start[name]} → ${end[name]}, by more than ${room}`);
}
