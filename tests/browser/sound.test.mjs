// The sound in the page. What the lab hands to Web Audio is recorded and rendered again offline, so that the clicks can
// be looked for in what would be heard.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { close, frame, open, slide } from './lab.mjs';

after(close);

/** Counts audio contexts, and keeps the blocks that are to sound. Runs in the page, before its scripts. */
function record() {
  window.contexts = [];
  window.blocks = [];
  window.AudioContext = class extends AudioContext {
    constructor() {
      super();
      window.contexts.push(this);
    }
  };
  const { start, disconnect } = AudioBufferSourceNode.prototype;
  AudioBufferSourceNode.prototype.start = function (when) {
    if (this.context === window.contexts[0]) window.blocks.push({ node: this, when, buffer: this.buffer });
    return start.call(this, when);
  };
  AudioBufferSourceNode.prototype.disconnect = function () {
    window.blocks = window.blocks.filter(({ node }) => node !== this);
    return disconnect.call(this);
  };
}

const playing = (page) => page.getAttribute('#play', 'aria-label').then((name) => name === 'Pause');
const ended = (page) => page.waitForSelector('#play[aria-label="Play"]', { state: 'attached' });
const cursor = (page) => page.evaluate(() => parseFloat(document.getElementById('reading-t').textContent));
const past = (page, t) =>
  page.waitForFunction((t) => parseFloat(document.getElementById('reading-t').textContent) > t, t);
const contexts = (page) => page.evaluate(() => window.contexts.map(({ state }) => state));
const suspended = (page) => page.waitForFunction(() => window.contexts[0].state === 'suspended');

async function listen(page) {
  await page.click('#listen');
  await page.waitForSelector('#play[aria-label="Pause"]');
}

/** Onsets of the clicks, s after the first block's start. */
function onsets(page) {
  return page.evaluate(async () => {
    const { blocks } = window;
    const [first] = blocks;
    const last = blocks[blocks.length - 1];
    const rate = first.buffer.sampleRate;
    const length = Math.round((last.when - first.when) * rate) + last.buffer.length;
    const offline = new OfflineAudioContext(1, length, rate);
    for (const { when, buffer } of blocks) {
      const source = offline.createBufferSource();
      source.buffer = buffer;
      source.connect(offline.destination);
      source.start(when - first.when);
    }
    const samples = (await offline.startRendering()).getChannelData(0);
    const found = [];
    samples.forEach((sample, at) => {
      const time = at / rate;
      if (Math.abs(sample) > 1e-3 && !(time - found[found.length - 1] < 0.003)) found.push(time);
    });
    return found;
  });
}

/** Forgets the blocks so far, and waits for others. */
async function newBlocks(page) {
  await page.evaluate(() => (window.blocks = []));
  await page.waitForFunction(() => window.blocks.length > 20);
}

/** Whether a page that was kept from its work left something out. */
const hasGaps = (page) =>
  page.evaluate(() =>
    window.blocks.some(({ when, buffer }, at) => when - window.blocks[at - 1]?.when > 1.5 * buffer.duration),
  );

/** Plays a run of 100 ms at 1/50 from its start. */
async function playWhole(page) {
  await page.focus('canvas');
  await page.keyboard.press('Home');
  await page.evaluate(() => (window.blocks = []));
  await listen(page);
  await past(page, 20);
  const late = await page.evaluate(
    () =>
      new Promise((resolve) =>
        requestAnimationFrame(() => {
          const heard = (window.contexts[0].currentTime - window.blocks[0].when) * 1000 * 0.02;
          resolve(heard - parseFloat(document.getElementById('reading-t').textContent));
        }),
      ),
  );
  assert.ok(Math.abs(late) < 5, `the cursor is ${late} ms of the run behind the sound`);
  await ended(page);
  assert.equal(await cursor(page), 100);
  await suspended(page);
}

const spikeTimes = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('#spike-table tbody tr')].map((row) => Number(row.cells[2].textContent)),
  );

test('nothing of Web Audio is made before Listen is pressed', async () => {
  const page = await open({ script: [record] });
  await slide(page, 'amplitude', 2);
  await page.click('#tab-two');
  await page.click('#zoom-in');
  assert.deepEqual(await contexts(page), []);
  assert.equal(await page.isVisible('#sound'), false);
  await listen(page);
  assert.equal((await contexts(page)).length, 1);
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('the clicks lie at the spike times, the cursor moves with them, and all rests at the end', async () => {
  const page = await open({ hash: '#amplitude=1', script: [record] });
  const spikes = await spikeTimes(page);
  await page.click('#listen');
  await page.selectOption('#speed', { label: '1/50' });
  await page.uncheck('#pitch');
  for (let plays = 0; plays === 0 || (plays < 4 && (await hasGaps(page))); plays += 1) {
    await page.click('#listen'); // closes
    assert.equal(await page.isVisible('#sound'), false);
    await suspended(page);
    await playWhole(page);
  }
  const found = await onsets(page);
  assert.equal(found.length, spikes.length);
  found.forEach((time, at) => {
    const error = time - spikes[at] / 1000 / 0.02;
    assert.ok(Math.abs(error) < 1e-3, `spike ${at}: ${error} s`);
  });
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('by the keyboard alone: p plays and pauses, arrows move it, Escape ends it', async () => {
  const page = await open({ hash: '#duration=1000', script: [record] }); // lasts as long as this takes
  await page.focus('canvas');
  await page.keyboard.press('p');
  await page.waitForSelector('#play[aria-label="Pause"]');
  await page.selectOption('#speed', { label: '1/100' });
  await page.focus('canvas');
  await past(page, 1);
  await page.keyboard.press('p');
  assert.equal(await playing(page), false);
  await frame(page);
  const rested = await cursor(page);
  assert.ok(rested > 0 && rested < 100, String(rested));
  assert.equal(
    await page.getAttribute('canvas', 'aria-valuenow').then(Number).then(Math.round),
    Math.round(rested),
  );
  await suspended(page);
  await frame(page);
  assert.equal(await cursor(page), rested);

  await page.keyboard.press('p');
  for (let k = 0; k < 3; k += 1) {
    await page.keyboard.press('PageUp');
    await frame(page);
    await frame(page);
  }
  assert.ok((await cursor(page)) > 63, 'it goes on from the spike');
  await page.keyboard.press('Escape');
  await frame(page);
  await frame(page);
  assert.equal(await playing(page), false);

  await page.focus('#listen');
  await page.keyboard.press('Enter');
  assert.equal(await page.isVisible('#sound'), false);
  await page.keyboard.press('Enter');
  await page.waitForSelector('#play[aria-label="Pause"]');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'play');
  await page.keyboard.press('Space');
  assert.equal(await playing(page), false);
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('a slider, the speed and a pointer take effect while it plays, and nothing piles up', async () => {
  const page = await open({ hash: '#duration=1000', script: [record] });
  await listen(page);
  await page.selectOption('#speed', { label: '1/100' });
  for (let k = 0; k < 20; k += 1) await slide(page, 'amplitude', 1 + k / 10);
  assert.equal(await playing(page), true);
  const ahead = await page.evaluate(() => {
    const { currentTime } = window.contexts[0];
    return window.blocks.filter(({ when }) => when > currentTime).length;
  });
  assert.ok(ahead < 12, `${ahead} blocks wait`);
  const overlapping = await page.evaluate(() => {
    const times = window.blocks.map(({ when }) => when).sort((a, b) => a - b);
    return times.filter((when, at) => when - times[at - 1] < 0.02).length;
  });
  assert.equal(overlapping, 0);

  const { x, y, width, height } = await page.locator('canvas').boundingBox();
  await page.mouse.move(x + 0.9 * width, y + 0.6 * height);
  await frame(page);
  assert.ok((await cursor(page)) < 600, 'a pointer that passes by changes nothing');
  await page.mouse.down();
  await page.mouse.up();
  await frame(page);
  await frame(page);
  assert.ok((await cursor(page)) > 600, 'one that presses does');
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('another experiment, a hidden page and a closed row end it', async () => {
  const page = await open({ script: [record] });
  const leave = [
    () => page.click('#tab-time'),
    () => page.click('#listen'),
    () =>
      page.evaluate(() => {
        Object.defineProperty(document, 'hidden', { value: true, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }),
  ];
  for (const each of leave) {
    if (await page.isVisible('#sound')) await page.click('#play');
    else await page.click('#listen');
    await page.waitForSelector('#play[aria-label="Pause"]');
    await each();
    await ended(page);
    await frame(page);
    assert.equal(await playing(page), false);
    await suspended(page);
  }
  assert.deepEqual(await contexts(page), ['suspended']);
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('of several runs the one with most spikes is heard, or the one chosen; many spikes are no burden', async () => {
  const page = await open({ hash: '#experiment=intensity&tau_long=200&duration=1000', script: [record] });
  await listen(page);
  await page.uncheck('#pitch');
  await page.selectOption('#speed', { label: '1/100' });
  await page.selectOption('#sound-row', '1');
  await newBlocks(page);
  await newBlocks(page);
  assert.deepEqual(await onsets(page), [], 'this one never fires');
  await page.selectOption('#sound-row', 'most');
  await newBlocks(page);
  assert.ok((await onsets(page)).length > 0);
  await page.selectOption('#speed', { label: 'real time' });
  await ended(page);
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('a browser without Web Audio shows no button, and p does nothing', async () => {
  const page = await open({ script: [() => delete window.AudioContext] });
  assert.equal(await page.isVisible('#listen'), false);
  await page.focus('canvas');
  await page.keyboard.press('p');
  assert.equal(await page.isVisible('#sound'), false);
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('where sound is refused the row says so', async () => {
  const page = await open({
    script: [
      () => {
        window.AudioContext = class {
          constructor() {
            throw new Error('no audio hardware');
          }
        };
      },
    ],
  });
  await page.click('#open-fi');
  await page.waitForSelector('#fi-plot'); // by then the row's own styles are there
  const fault = page.locator('#sound [role="status"]', { hasText: 'no audio hardware' });
  await page.click('#listen');
  await fault.waitFor({ state: 'visible' });
  await page.click('#listen');
  await page.click('#listen');
  await fault.waitFor({ state: 'visible' });
  assert.deepEqual(page.complaints, []);
  await page.close();
});
