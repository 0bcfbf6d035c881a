// Hostile cases in Chromium, against the built site.

import { experiments } from '../../web/js/model/experiments/index.js';
import { address, blank, open } from '../browser/lab.mjs';
import { csv, json, message } from './files.mjs';
import { dress, goTo, load, paste, prepare, type } from './in-page.mjs';
import { attributes, fragment } from './links.mjs';
import { LIMIT_MS, Tally } from './tally.mjs';
import { canary, chooser } from './words.mjs';

const BATCH = 200;
const HANGS_MS = 180_000;

/** A small screen: what is drawn on it is not the question. */
const how = { viewport: { width: 720, height: 450 }, script: [prepare, canary] };

const typed = (of) => [of.pick(experiments).id, of.below(12), of.chance(0.9) ? of.number() : of.text()];

/** A page that answers cases, opened by the dialog that takes them. */
async function labWith(dialog, field, hash = '') {
  const page = await open({ ...how, hash });
  await page.click(dialog);
  await page.waitForSelector(field, { state: 'attached' });
  return page;
}

/** A page of the site's own origin with an element in it, so that what it shows can be seen. */
export async function hostPage() {
  const page = await blank(how);
  const body =
    '<!doctype html><link rel="icon" href="data:,"><script src="iaf-neuron.js" async></script><iaf-neuron></iaf-neuron>';
  await page.route('**/host.html', (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(`${address}host.html`);
  const element = page.locator('iaf-neuron');
  await element.locator('iframe.there').waitFor({ state: 'attached' });
  const frame = await (await element.locator('iframe').elementHandle()).contentFrame();
  await frame.waitForFunction(() => document.querySelector('#spike-count')?.textContent.trim());
  return { page, frame };
}

/** By kind: its part of all cases, how one is made, the page that gets them, and what that does with them. */
const kinds = {
  'link to the lab': { part: 0.3, make: (of) => fragment(of), page: () => open(how), act: goTo },
  'link to the embed': {
    part: 0.2,
    make: (of) => fragment(of, { embed: true }),
    page: () => open({ ...how, path: 'embed.html' }),
    act: goTo,
  },
  'typed number': { part: 0.15, make: typed, page: () => open(how), act: type },
  'pasted current': {
    part: 0.08,
    make: csv,
    page: () => labWith('#open-current', '#own-text', '#experiment=time&waveform=own'),
    act: paste,
  },
  'loaded file': { part: 0.04, make: json, page: () => labWith('#open-data', '#load-file'), act: load },
  attributes: { part: 0.08, make: attributes, page: async () => (await hostPage()).page, act: dress },
};
const MESSAGES = 0.15;

/**
 * @param {number} cases
 * @param {number} seed
 * @param {(kind: string, count: number) => void} [progress] told after every batch
 * @returns {Promise<Tally>}
 */
export async function runInBrowser(cases, seed, progress = () => {}) {
  const tally = new Tally();
  for (const [at, [kind, { part, make, page: opened, act }]] of Object.entries(kinds).entries()) {
    const of = chooser(seed + 100 + at);
    const page = await opened();
    for (let left = Math.ceil(part * cases); left > 0; left -= BATCH) {
      const batch = Array.from({ length: Math.min(left, BATCH) }, () => make(of));
      const answers = await inTime(page.evaluate(act, { cases: batch, limit: LIMIT_MS, canary }), batch);
      answers.forEach((answer, k) => tally.add(kind, batch[k], answer));
      progress(kind, tally.count);
      for (const complaint of complaintsOf(page)) tally.fault(kind, 'one of a batch', complaint);
    }
    await page.close();
  }
  await postMessages(tally, Math.ceil(MESSAGES * cases), chooser(seed + 200));
  return tally;
}

/** A page that hangs would never answer. */
async function inTime(answers, batch) {
  let timer;
  const late = new Promise((_, reject) => {
    const hung = () =>
      reject(new Error(`the page hangs on one of ${JSON.stringify(batch).slice(0, 20_000)}`));
    timer = setTimeout(hung, HANGS_MS);
  });
  return Promise.race([answers, late]).finally(() => clearTimeout(timer));
}

/** What the console says, but for Chromium's own word on a number field. */
function complaintsOf(page) {
  return page.complaints.splice(0).filter((text) => !/^The specified value .* cannot be parsed/s.test(text));
}

/** Messages to the figure from its host, and to the element from its figure, another frame and its own page. */
async function postMessages(tally, count, of) {
  const { page, frame } = await hostPage();
  await page.evaluate(() => document.body.append(document.createElement('iframe')));
  const other = page.frames().at(-1);
  const post = {
    'message to the embed': [
      page,
      (data) =>
        document
          .querySelector('iaf-neuron')
          .shadowRoot.querySelector('iframe')
          .contentWindow.postMessage(data, '*'),
    ],
    'message of the embed': [frame, (data) => parent.postMessage(data, '*')],
    'message of another frame': [other, (data) => parent.postMessage(data, '*')],
    'message of the host': [page, (data) => postMessage(data, '*')],
  };
  const names = Object.keys(post);
  for (const name of names) {
    const [sender, send] = post[name];
    for (let left = Math.ceil(count / names.length); left > 0; left -= BATCH) {
      const batch = Array.from({ length: Math.min(left, BATCH) }, () => message(of));
      const ms = await sender.evaluate(`(async (cases) => {
        const start = performance.now();
        cases.forEach(${send});
        await window.hostile.turn();
        return (performance.now() - start) / cases.length;
      })(${JSON.stringify(batch)})`);
      const fault = await page.evaluate(stateOfHost, canary);
      for (const each of batch) tally.add(name, each, { outcome: 'taken or ignored', ms });
      for (const what of [fault, ...complaintsOf(page)].filter(Boolean)) tally.fault(name, batch, what);
    }
  }
  await page.close();
}

/** What is wrong with the host's page, if anything is. @param {string} canary */
async function stateOfHost(canary) {
  const element = document.querySelector('iaf-neuron');
  const { contentWindow } = element.shadowRoot.querySelector('iframe');
  await window.hostile.frame();
  await contentWindow.hostile.frame();
  contentWindow.hostileScripts ??= contentWindow.document.scripts.length;
  const { fault } = contentWindow.hostile.verdict();
  if (fault || window[canary]) return fault ?? 'a script ran';
  const { theme } = contentWindow.document.documentElement.dataset;
  if (!['auto', 'light', 'dark'].includes(theme)) return `theme ${theme}`;
  const { offsetHeight } = element;
  return offsetHeight >= 50 && offsetHeight <= 4000 ? undefined : `${offsetHeight} px high`;
}
