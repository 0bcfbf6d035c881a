// What leaves the page and comes back: links, files, currents, scripts.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, test } from 'node:test';

import { close, frame, hooks, open, slide } from './lab.mjs';

after(close);

/** Clicks what gives a file. @returns its text, or its bytes */
async function saved(page, selector, encoding = 'utf8') {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(selector)]);
  return readFile(await download.path(), encoding);
}

/** Gives a file input a text. */
function give(page, selector, name, text) {
  return page.setInputFiles(selector, { name, mimeType: 'text/plain', buffer: Buffer.from(text) });
}

const settled = (page) => page.waitForTimeout(400); // the address is written after 300 ms

test('a copied link leads another visitor to the same state', async () => {
  const page = await open({ hash: '#experiment=two' });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await slide(page, 'amplitude_1', 2.5);
  await slide(page, 'theta', 6);
  await page.click('#copy-link');
  await page.waitForFunction(() => document.querySelector('#copy-link').textContent === 'Copied');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(link, /#v=1&experiment=two&amplitude_1=2.5&theta=6$/);
  const other = await open({ hash: new URL(link).hash });
  assert.deepEqual(await hooks(other), await hooks(page));
  assert.deepEqual([...page.complaints, ...other.complaints], []);
});

test('back and forward lead through the experiments', async () => {
  const page = await open();
  await slide(page, 'amplitude', 2);
  await settled(page);
  const first = await hooks(page);
  await page.click('#tab-two');
  await settled(page);
  const second = await hooks(page);
  await page.click('#tab-time');
  await settled(page);
  await page.goBack();
  await settled(page);
  assert.deepEqual(await hooks(page), second);
  await page.goBack();
  await settled(page);
  assert.deepEqual(await hooks(page), first);
  assert.match(page.url(), /amplitude=2/);
  await page.goForward();
  await settled(page);
  assert.deepEqual(await hooks(page), second);
  assert.deepEqual(page.complaints, []);
});

test('JSON and CSV files load back to the state they were saved from', async () => {
  const page = await open({ hash: '#experiment=time&waveform=sine&frequency=120&amplitude=3&panel=spikes' });
  const before = await hooks(page);
  await page.click('#open-data');
  const json = await saved(page, '#save-json');
  const csv = await saved(page, '#save-samples');
  const spikes = await saved(page, '#save-spikes');
  const { request, result } = JSON.parse(json);
  assert.equal(request.input[0].frequency, 120);
  assert.deepEqual(
    before.table.map((row) => row[2]),
    result.spikes.map((t) => t.toFixed(6)),
  );
  assert.deepEqual(spikes.split('\n').slice(3, 4), [`1,${result.spikes[0]},`]);
  assert.match(csv, /^# Integrate & Fire.*\n# request: .*\nt \(ms\),I \(nA\),u \(mV\)\n0,/);
  await page.keyboard.press('Escape');
  for (const [name, text] of [
    ['run.json', json],
    ['run.csv', csv],
  ]) {
    await page.click('#tab-constant');
    await page.click('#open-data');
    await give(page, '#load-file', name, text);
    await page.waitForFunction(() => !document.querySelector('dialog').open);
    const after = await hooks(page);
    assert.deepEqual(after, before, name);
  }
  assert.deepEqual(page.complaints, []);
});

test('a file that is none is refused in words, and the picture stays', async () => {
  const page = await open();
  const before = await hooks(page);
  await page.click('#open-data');
  for (const [text, message] of [
    ['{', /Not loaded/],
    ['{"neuron": {"R": "big"}}', /neuron.R is "big": must be a finite number/],
    ['a,b\n1,2', /no request in it/],
    ['{"format": "other"}', /format is "other"/],
  ]) {
    await give(page, '#load-file', 'x.json', text);
    await page.waitForFunction(() => document.querySelector('#data-message').textContent);
    assert.match(await page.textContent('#data-message'), message);
  }
  assert.deepEqual(await hooks(page), before);
  // A request that no neuron can have is a state like any other bad input: named beside its control.
  await give(page, '#load-file', 'x.json', '{"neuron": {"R": -1, "u_0": -70}}');
  await page.waitForFunction(() => document.querySelector('#notice').textContent.includes('R = -1'));
  assert.deepEqual(page.complaints, []);
});

test('the PNG is twice the size and white, in a dark room too', async () => {
  const page = await open({ hash: '#experiment=intensity' });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.click('#open-data');
  const bytes = await saved(page, '#save-png', null);
  assert.equal(bytes.subarray(1, 4).toString(), 'PNG');
  const colours = await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    const ctx = canvas.getContext('2d');
    ctx.drawImage(image, 0, 0);
    const { data } = ctx.getImageData(0, 0, image.width, image.height);
    let white = 0;
    for (let i = 0; i < data.length; i += 4) if (data[i] + data[i + 1] + data[i + 2] === 765) white += 1;
    return { width: image.width, height: image.height, white: (4 * white) / data.length };
  }, bytes.toString('base64'));
  assert.equal(colours.width, 2064);
  assert.ok(colours.height > 1300);
  assert.ok(colours.white > 0.8 && colours.white < 0.99, `${colours.white} of it is white`);
  assert.deepEqual(page.complaints, []);
});

test('a current of one’s own: pasted, refused with its line, from a file, in the link', async () => {
  const page = await open({ hash: '#experiment=time' });
  await page.selectOption('#choice-waveform', 'own');
  await page.click('#open-current');
  await page.fill('#own-text', '0,0\n10,x\n');
  await page.click('#own-use');
  assert.match(await page.textContent('#own-message'), /Line 2: I = “x” is not a number/);
  await page.fill('#own-text', '0,0\n50,6\n100,0\n');
  await page.click('#own-use');
  assert.match(await page.textContent('#own-remark'), /3 values are in use/);
  await page.keyboard.press('Escape');
  const pasted = await hooks(page);
  await settled(page);
  assert.match(page.url(), /input=samples\+interval\+50\+values\+0\+6\+0/);
  const other = await open({ hash: new URL(page.url()).hash });
  assert.deepEqual(await hooks(other), pasted);
  await other.click('#open-current');
  await give(other, '#own-file', 'current.csv', 't (ms);I (nA)\r\n0;0\r\n50;7,5\r\n100;0\r\n');
  await other.waitForFunction(() => document.querySelector('#own-remark').textContent);
  const louder = await hooks(other);
  assert.ok(Number(louder.count) >= Number(pasted.count));
  assert.deepEqual([...page.complaints, ...other.complaints], []);
});

test('text being selected does not close its dialog, and what is typed waits there until it is used', async () => {
  const page = await open({ hash: '#experiment=time&waveform=own' });
  await page.click('#open-current');
  await page.fill('#own-text', '1 2 3 4');
  const box = await page.locator('#own-text').boundingBox();
  await page.mouse.move(box.x + 60, box.y + 14);
  await page.mouse.down();
  await page.mouse.move(10, box.y + 14, { steps: 4 });
  await page.mouse.up();
  assert.ok(await page.isVisible('#dialog-current'));
  await page.mouse.click(10, box.y + 14);
  assert.ok(!(await page.isVisible('#dialog-current')));
  await page.click('#open-current');
  assert.equal(await page.inputValue('#own-text'), '1 2 3 4');
  await page.click('#own-use');
  await page.keyboard.press('Escape');
  await page.click('#open-current');
  assert.equal(await page.inputValue('#own-text'), '1\n2\n3\n4\n');
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('a current is drawn with the pointer on its plot', async () => {
  const page = await open({ hash: '#experiment=time&waveform=own&u_rest=0&u_reset=0&theta=30' });
  await page.click('#draw');
  await frame(page);
  assert.equal(await page.getAttribute('#draw', 'aria-pressed'), 'true');
  const box = await page.locator('#plots canvas').boundingBox();
  const y = box.y + 60; // inside the row of I(t)
  await page.mouse.move(box.x + 200, y);
  await page.mouse.down();
  await page.mouse.move(box.x + 400, y, { steps: 8 });
  await page.mouse.up();
  await frame(page);
  await settled(page);
  const { input } = Object.fromEntries(new URLSearchParams(new URL(page.url()).hash.slice(1)));
  const values = input.split('values ')[1].split(' ').map(Number);
  assert.equal(values.length, 201);
  const drawn = values.filter((value, k) => value === values[k + 1] && value > 0);
  assert.ok(drawn.length > 30, `${drawn.length} samples of one height were drawn`);
  assert.ok(Number((await hooks(page)).count) > 0);
  assert.deepEqual(page.complaints, []);
});

test('a pen that leaves the plot draws along its edge', async () => {
  const page = await open({ hash: '#experiment=time&waveform=own&u_rest=0&u_reset=0&theta=30' });
  await page.click('#draw');
  await frame(page);
  const box = await page.locator('#plots canvas').boundingBox();
  await page.mouse.move(box.x + 200, box.y + 60);
  await page.mouse.down();
  for (let move = 0; move < 40; move += 1) {
    await page.mouse.move(box.x + 200 + move, box.y + 5);
    await frame(page);
  }
  await page.mouse.up();
  await settled(page);
  const { input } = Object.fromEntries(new URLSearchParams(new URL(page.url()).hash.slice(1)));
  const values = input.split('values ')[1].split(' ').map(Number);
  // The axis of the pulses of 2 and 4 nA that one draws over.
  assert.ok(Math.max(...values) <= 6, `${Math.max(...values)} nA`);
  await page.close();
});

test('scripts for all simulators, marked where nothing ran them', async () => {
  const page = await open({ hash: '#experiment=intensity&theta=6' });
  await page.click('#open-continue');
  await page.waitForSelector('#script');
  const labels = await page.$$eval('dialog .radios label', (all) => all.map((each) => each.textContent));
  assert.deepEqual(labels, [
    'NumPy',
    'Brian2',
    'PyNN',
    'NEST not run here',
    'NEURON',
    'NeuroML 2 / LEMS not run here',
  ]);
  for (const id of ['numpy', 'brian2', 'pynn', 'nest', 'neuron', 'neuroml']) {
    await page.check(`#target-${id}`, { force: true });
    const shown = await page.inputValue('#script');
    assert.match(shown, /theta|threshold|v_thresh|V_th/i);
    assert.ok(shown.includes('experiment=intensity'), 'the way back to the lab');
    assert.equal(await saved(page, '#save-script'), shown);
  }
  assert.deepEqual(page.complaints, []);
});

test('citations: the notebook’s and this project’s', async () => {
  const page = await open();
  await page.click('#open-cite');
  assert.match(await page.inputValue('#cite-Musacchio2023'), /Musacchio \(2023\)/);
  assert.match(await page.inputValue('#bibtex-integrate_and_fire'), /@software/);
  await page.keyboard.press('Escape');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'open-cite');
  assert.deepEqual(page.complaints, []);
});

test('a dialog whose code is not to be had says so', async () => {
  const page = await open();
  await page.route(/later[-.]/, (route) => route.abort());
  await page.click('#open-cite');
  await page.waitForSelector('dialog:has-text("did not load")');
  await page.keyboard.press('Escape');
  await page.unroute(/later[-.]/);
  assert.equal((await hooks(page)).count, '4');
});
