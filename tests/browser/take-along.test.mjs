// What leaves the page and comes back: links, files, currents, scripts.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, test } from 'node:test';

import { address, close, frame, hooks, open, picture, slide } from './lab.mjs';

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

/** The address, which follows the state after a moment, matches. */
const addressHas = (page, { source }) =>
  page.waitForFunction((pattern) => new RegExp(pattern).test(location.hash), source);
/** What is said there matches. */
const says = (page, selector, { source }) =>
  page.waitForFunction(
    ([at, pattern]) => new RegExp(pattern).test(document.querySelector(at)?.textContent),
    [selector, source],
  );

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
  await addressHas(page, /experiment=constant&amplitude=2$/);
  const first = await hooks(page);
  await page.click('#tab-two');
  await addressHas(page, /experiment=two$/);
  const second = await hooks(page);
  await page.click('#tab-time');
  await addressHas(page, /experiment=time$/);
  await page.goBack();
  await addressHas(page, /experiment=two$/);
  assert.deepEqual(await hooks(page), second);
  await page.goBack();
  await addressHas(page, /experiment=constant&amplitude=2$/);
  assert.deepEqual(await hooks(page), first);
  await page.goForward();
  await addressHas(page, /experiment=two$/);
  assert.deepEqual(await hooks(page), second);
  assert.deepEqual(page.complaints, []);
});

test('a change made just before another tab is there again on the way back', async () => {
  const page = await open();
  const entries = () => page.evaluate(() => history.length);
  const before = await entries();
  await slide(page, 'amplitude', 3);
  await page.focus('#tab-constant');
  for (let passed = 0; passed < 3; passed += 1) await page.keyboard.press('ArrowRight');
  await addressHas(page, /experiment=intensity/);
  assert.equal(await entries(), before + 1, 'the tabs passed on the way leave no entry');
  await page.goBack();
  await addressHas(page, /experiment=constant&amplitude=3$/);
  await frame(page);
  assert.equal(await page.inputValue('#number-amplitude'), '3');
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

test('CSV as spreadsheets of many languages want it loads back too', async () => {
  const page = await open({ hash: '#experiment=time&waveform=own' });
  await page.click('#open-data');
  assert.equal(await page.textContent('#data-pandas'), "pd.read_csv('….csv', comment='#')");
  await page.selectOption('#data-form', 'comma');
  assert.equal(
    await page.textContent('#data-pandas'),
    "pd.read_csv('….csv', comment='#', sep=';', decimal=',')",
  );
  const current = await saved(page, '#save-current');
  assert.match(current, /\nt \(ms\);I \(nA\)\n0;0\n10;0\n20;2\n/);
  const samples = await saved(page, '#save-samples');
  assert.match(samples, /\n0,1;/);
  const before = await hooks(page);
  await give(page, '#load-file', 'samples.csv', samples);
  await page.waitForFunction(() => !document.querySelector('dialog').open);
  assert.deepEqual(await hooks(page), before);
  assert.match(await useOwn(page, current), /11 values are in use/);
  assert.deepEqual(await hooks(page), before);
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
    await says(page, '#data-message', message);
  }
  assert.deepEqual(await hooks(page), before);
  // A request that no neuron can have is a state like any other bad input: named beside its control.
  await give(page, '#load-file', 'x.json', '{"neuron": {"R": -1, "u_0": -70}}');
  await says(page, '#notice', /R = -1/);
  assert.deepEqual(page.complaints, []);
});

test('while a value is invalid all that is exported is of the run on show', async () => {
  const page = await open({ hash: '#amplitude=2&method=euler&dt=0.05' });
  const before = await hooks(page);
  await page.fill('#number-theta', '0.2');
  await says(page, '#notice', /last valid/);
  await page.click('#open-data');
  await says(page, '#dialog-data .fault', /0\.2.*last valid/);
  await page.evaluate(() => {
    const { fillText } = CanvasRenderingContext2D.prototype;
    window.drawn = [];
    CanvasRenderingContext2D.prototype.fillText = function (text, ...place) {
      window.drawn.push(text);
      fillText.call(this, text, ...place);
    };
  });
  await saved(page, '#save-png');
  const caption = (await page.evaluate(() => window.drawn)).join(' ');
  assert.match(caption, /θ = 5 mV.* Euler, dt = 0\.05 ms; spikes: /);
  const json = await saved(page, '#save-json');
  const lab = 'v=1&experiment=constant&amplitude=2&method=euler&dt=0.05';
  assert.equal(JSON.parse(json).lab, lab);
  assert.equal(JSON.parse(json).request.neuron.theta, 5);
  await page.keyboard.press('Escape');
  await page.click('#open-continue');
  assert.ok((await page.inputValue('#script')).includes(`${address}index.html#${lab}`));
  await page.keyboard.press('Escape');
  await page.click('#open-embed');
  assert.doesNotMatch(await page.inputValue('#embed-element'), /theta/);
  await page.keyboard.press('Escape');
  const other = await open({ hash: `#${lab}` });
  assert.deepEqual(await hooks(other), before);
  assert.deepEqual([...page.complaints, ...other.complaints], []);
});

test('while a value is invalid the plots stay those of the last valid ones', async () => {
  const page = await open({ hash: '#experiment=two' });
  const before = await picture(page);
  await page.fill('#number-theta', '-5');
  await slide(page, 'amplitude_1', 9);
  assert.equal(await picture(page), before);
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

/** Opens the dialog of one's own current. */
async function openOwn(page) {
  await page.click('#open-current');
  await page.waitForSelector('#own-text');
}

test('a current of one’s own: pasted, refused with its line, from a file, in the link', async () => {
  const page = await open({ hash: '#experiment=time' });
  await page.selectOption('#choice-waveform', 'own');
  await openOwn(page);
  await page.fill('#own-text', 't (ms),I (nA)\n0,0\n10,x\n');
  await says(page, '#own-message', /Line 3: I = “x” is not a number/);
  assert.equal(await page.getAttribute('#own-text', 'aria-invalid'), 'true');
  assert.ok(!(await page.isVisible('.read')));
  await page.fill('#own-text', 't (ms),I (nA)\n0,0\n50,6\n100,0\n');
  await says(
    page,
    '#own-summary',
    /^t 0 … 100 ms every 50 ms, I 0 … 6 nA, 3 values, column 2 of 2 \(I \(nA\)\)\.$/,
  );
  assert.equal(await page.textContent('#own-message'), '');
  assert.match(
    await page.getAttribute('#own-thumbnail', 'aria-label'),
    /The current against time: t 0 … 100 ms/,
  );
  assert.match(
    await page.getAttribute('#own-thumbnail .curve', 'd'),
    /^M0\.0 96\.0L500\.0 4\.0L1000\.0 96\.0$/,
  );
  await page.click('#own-use');
  await says(page, '#own-remark', /3 values are in use/);
  await page.keyboard.press('Escape');
  const pasted = await hooks(page);
  await addressHas(page, /input=samples\+interval\+50\+values\+0\+6\+0&end=$/);
  const other = await open({ hash: new URL(page.url()).hash });
  assert.deepEqual(await hooks(other), pasted);
  await openOwn(other);
  await give(other, '#own-file', 'current.csv', 't (ms);I (nA)\r\n0;0\r\n50;7,5\r\n100;0\r\n');
  await says(other, '#own-summary', /I 0 … 7\.5 nA/);
  assert.match(await other.textContent('#own-skipped'), /Commas are read as decimal signs/);
  await addressHas(other, /values\+0\+6\+0&end=$/); // shown, and not yet taken
  await other.click('#own-use');
  await addressHas(other, /input=samples\+interval\+50\+values\+0\+7\.5\+0&end=$/);
  assert.deepEqual([...page.complaints, ...other.complaints], []);
});

test('what a file does not say is asked, and nothing is used before it is said', async () => {
  const page = await open({ hash: '#experiment=time&waveform=own' });
  await addressHas(page, /waveform=own/);
  await openOwn(page);
  await page.fill('#own-text', 't,V,I\n0,-65,100\n0.5,-64,200\n1,-63,300\n');
  await says(
    page,
    '#own-summary',
    /Still to be said: In which unit is the time\? In which unit is the current\?/,
  );
  assert.ok(!(await page.isVisible('#own-thumbnail')));
  assert.equal(await page.inputValue('#own-current'), '2');
  await page.click('#own-use');
  assert.match(await page.textContent('#own-message'), /In which unit is the time/);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'own-time-unit');
  await page.selectOption('#own-time-unit', 'ms');
  await page.selectOption('#own-current-unit', 'pA');
  await says(page, '#own-summary', /^t 0 … 1 ms every 0\.5 ms, I 0\.1 … 0\.3 nA/);
  assert.equal(await page.textContent('#own-message'), '');
  // Another column is another question.
  await page.selectOption('#own-current', '1');
  await says(page, '#own-summary', /In which unit is the current/);
  await page.selectOption('#own-current', '2');
  await page.selectOption('#own-current-unit', 'pA');
  await page.click('#own-use');
  await addressHas(page, /input=samples\+interval\+0\.5\+values\+0\.1\+0\.2\+0\.3&end=$/);
  // What was said counts while one types on, and not for other columns.
  await page.fill('#own-text', 't,V,I\n0,-65,100\n0.5,-64,200\n1,-63,400\n');
  await says(page, '#own-summary', /I 0\.1 … 0\.4 nA/);
  await page.fill('#own-text', 't,I\n0,100\n0.5,200\n');
  await says(page, '#own-summary', /unit is the time.*unit is the current/);
  // One column: the interval is empty until it is set; a comma in it is asked.
  await page.fill('#own-text', '1,5\n2,5\n3,5\n');
  await says(page, '#own-summary', /What is a comma in it/);
  assert.deepEqual(
    await page.$$eval('#own-comma option', (all) => all.map(({ textContent }) => textContent)),
    ['choose …', 'the decimal sign: 1.5', 'part the columns: t = 1, I = 5'],
  );
  await page.selectOption('#own-comma', 'decimal');
  await says(page, '#own-summary', /How far apart|In which unit is the current/);
  assert.equal(await page.inputValue('#own-interval'), '');
  await page.selectOption('#own-current-unit', 'nA');
  await page.fill('#own-interval', '0.5');
  await says(page, '#own-summary', /^t 0 … 1 ms every 0\.5 ms, I 1\.5 … 3\.5 nA, 3 values/);
  await page.click('#own-use');
  await addressHas(page, /interval\+0\.5\+values\+1\.5\+2\.5\+3\.5&end=$/);
  await page.fill('#own-text', '{"neuron": {}}');
  await page.click('#own-use');
  assert.match(await page.textContent('#own-message'), /It is JSON/);
  assert.deepEqual(page.complaints, []);
});

test('a run shows so much of a current, and all of it where that is wanted', async () => {
  const page = await open({ hash: '#experiment=time&waveform=own' });
  await openOwn(page);
  await page.fill('#own-text', 't (ms),I (nA)\n5000,2\n5001,2\n5002,2\n');
  await says(page, '#own-run', /lasts 100 ms and ends before the current begins, at 5000 ms/);
  await page.check('#own-run-all');
  await says(page, '#own-run', /lasts 5002 ms and shows all of it/);
  await page.click('#own-use');
  await addressHas(page, /duration=5002/);
  await page.uncheck('#own-run-all');
  await addressHas(page, /input=samples\+interval\+1\+start\+5000/);
  await page.waitForFunction(() => !location.hash.includes('duration'));
  await page.check('#own-run-all');
  await addressHas(page, /duration=5002/);
  await page.keyboard.press('Escape');
  await openOwn(page);
  assert.match(await page.inputValue('#own-text'), /^t \(ms\)\tI \(nA\)\n5000\t2\n/);
  assert.ok(!(await page.isVisible('#own-run-all')));
  assert.deepEqual(page.complaints, []);
});

/** Drops a file on a part of the page, as from a folder. */
async function drop(page, selector, name, text) {
  await page.evaluate(
    ([at, file, content]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], file));
      const event = (type) => new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
      const target = document.querySelector(at);
      if (target.dispatchEvent(event('dragover'))) throw new Error('a file over the page is not wanted');
      target.dispatchEvent(event('drop'));
    },
    [selector, name, text],
  );
}

test('a file dropped anywhere is taken: jumps stay jumps, JSON is a state', async () => {
  const page = await open();
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => /drop-/.test(name)),
  );
  await frame(page);
  await drop(page, '#plots canvas', 'protocol.csv', 't (ms),I (nA)\n0,0\n20,0\n20,1\n80,1\n80,0\n100,0\n');
  await says(page, '#own-summary', /t 0 … 100 ms, I 0 … 1 nA, 6 rows/);
  assert.match(await page.textContent('#own-told'), /2 jumps/);
  assert.equal(await page.getAttribute('#own-text', 'placeholder'), 'From protocol.csv.');
  await page.click('#own-use');
  await addressHas(page, /experiment=time.*input=constant\+amplitude\+1\+start\+20\+stop\+80$/);
  await page.keyboard.press('Escape');
  await openOwn(page);
  assert.equal(await page.inputValue('#own-text'), 't (ms)\tI (nA)\n20\t0\n20\t1\n80\t1\n80\t0\n');
  await drop(page, '#own-use', 'rig.abf', 'ABF2\0\0');
  await says(page, '#own-message', /Axon Binary File .*export it as ATF or CSV/);
  await drop(page, '#dialog-current', 'state.json', '{"neuron":{"R":5,"C":1,"u_reset":0,"u_0":0,"theta":5}}');
  await addressHas(page, /R=5/);
  await page.waitForFunction(() => !document.querySelector('dialog[open]'));
  assert.deepEqual(page.complaints, []);
});

test('a million rows: read in the worker with progress, thinned; stopped when asked', async () => {
  const page = await open({ hash: '#experiment=time&waveform=own' });
  await openOwn(page);
  const rows = Array.from({ length: 1_000_000 }, (_, k) => `${(k / 1000).toFixed(3)},${k % 1000}\n`);
  const text = `t (ms),I (pA)\n${rows.join('')}`;
  await page.evaluate(() => {
    window.progress = [];
    const bar = document.querySelector('#own-progress');
    new MutationObserver(() => window.progress.push(bar.value)).observe(bar, { attributes: true });
  });
  await give(page, '#own-file', 'long.csv', text);
  await page.waitForSelector('#own-stop', { state: 'visible' });
  await page.click('#own-stop');
  await says(page, '#own-remark', /Stopped: nothing of it is used/);
  assert.ok(!(await page.isVisible('#own-stop')));
  assert.ok(!(await page.isVisible('.read')));
  await give(page, '#own-file', 'long.csv', text);
  await page.waitForFunction(
    () => /1,000,000 values/.test(document.querySelector('#own-summary').textContent),
    null,
    {
      timeout: 120_000,
    },
  );
  assert.match(
    await page.textContent('#own-told'),
    /1,000,000 values are more than a run draws: 90,910 means/,
  );
  assert.match(await page.textContent('#own-run'), /lasts 100 ms and shows 10 % of the current/);
  const progress = await page.evaluate(() => window.progress);
  assert.ok(
    progress.some((part) => part > 0 && part < 1),
    progress.join(),
  );
  await page.selectOption('#own-current-unit', 'nA');
  await says(page, '#own-summary', /I 0 … 999 nA/);
  await page.click('#own-use');
  await says(page, '#own-remark', /90,910 values are in use/);
  assert.deepEqual(page.complaints, []);
  await page.close();
});

/** Opens the dialog of one's own current, uses what is in it and closes it. @returns what it says */
async function useOwn(page, text) {
  await openOwn(page);
  if (text !== undefined) await page.fill('#own-text', text);
  await page.click('#own-use');
  const said = await page.textContent('#own-remark');
  await page.keyboard.press('Escape');
  return said;
}

test('a current that is used again when its dialog is opened again is the same', async () => {
  const page = await open({ hash: '#experiment=time&waveform=own&u_rest=0&u_reset=0&theta=30' });
  for (const text of [
    't_ms,I_nA\n10,1\n20,6\n30,3\n',
    't/ms I/nA\n0 2\n1 1\n2 4\n3 3\n4 6\n',
    't (ms);I (nA)\n0;0\n10;0\n10;5\n60;5\n60;1\n80;3\n',
  ]) {
    assert.match(await useOwn(page, text), /in use/);
    await slide(page, 'amplitude', 2);
    const before = await hooks(page);
    assert.ok(Number(before.count) > 0);
    assert.match(await useOwn(page), /in use/);
    assert.deepEqual(await hooks(page), before);
  }
  assert.deepEqual(page.complaints, []);
});

test('a current that the dialog does not show: what was wrong with another is forgotten', async () => {
  const page = await open({
    hash: '#experiment=time&waveform=own&input=constant+amplitude+1+and+ramp+amplitude+0.1',
  });
  await useOwn(page, '0,x\n');
  assert.match(await page.textContent('#own-message'), /two values/);
  await page.click('#open-current');
  assert.equal(await page.textContent('#own-message'), '');
  assert.equal(await page.getAttribute('#own-text', 'aria-invalid'), null);
  assert.equal(await page.inputValue('#own-text'), '0,x\n'); // a draft
  assert.deepEqual(page.complaints, []);
});

test('a file too long to be shown is used whole, one far too long not at all', async () => {
  const page = await open({ hash: '#experiment=time&waveform=own' });
  await openOwn(page);
  await give(page, '#own-file', 'long.csv', 'I (pA)\n' + '1500.25\n'.repeat(30_000));
  await says(page, '#own-summary', /How far apart in time are the values/);
  assert.equal(await page.getAttribute('#own-text', 'placeholder'), 'From long.csv.');
  await page.fill('#own-interval', '0');
  await page.click('#own-use');
  await says(page, '#own-message', /How far apart in time/);
  await page.fill('#own-interval', '0.5');
  await says(page, '#own-summary', /30,000 values/);
  await page.click('#own-use');
  await says(page, '#own-remark', /30,000 values are in use/);
  await page.keyboard.press('Escape');
  await openOwn(page);
  assert.match(await page.getAttribute('#own-text', 'placeholder'), /Too long to be shown/);
  await says(page, '#own-summary', /30,000 values/);
  await page.click('#own-use');
  await says(page, '#own-remark', /30,000 values are in use/);
  await page.evaluate(() => {
    const { get } = Object.getOwnPropertyDescriptor(Blob.prototype, 'size');
    Object.defineProperty(File.prototype, 'size', {
      get() {
        return this.name === 'far-too-long.csv' ? 1.01e8 : get.call(this);
      },
    });
  });
  await give(page, '#own-file', 'far-too-long.csv', '1\n2\n');
  await says(page, '#own-message', /It has 101 MB: must be 100 MB at most/);
  await page.fill('#own-text', 'I/nA\n1\n2\n');
  assert.equal(await page.getAttribute('#own-text', 'placeholder'), '');
  await page.fill('#own-interval', '1');
  await page.click('#own-use');
  await says(page, '#own-remark', /2 values/);
  assert.deepEqual(page.complaints, []);
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
  await page.selectOption('#own-current-unit', 'nA');
  await page.fill('#own-interval', '1');
  await page.click('#own-use');
  await page.keyboard.press('Escape');
  await page.click('#open-current');
  assert.equal(await page.inputValue('#own-text'), 't (ms)\tI (nA)\n0\t1\n1\t2\n2\t3\n3\t4\n');
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
  // Of its 201 samples more than 30 have one height.
  await page.waitForFunction(() => {
    const input = new URLSearchParams(location.hash.slice(1)).get('input') ?? '';
    const values = input
      .replace(/.*values /, '')
      .split(' ')
      .map(Number);
    return (
      values.length === 201 && values.filter((value, k) => value > 0 && value === values[k + 1]).length > 30
    );
  });
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
  await addressHas(page, /input=/);
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
    assert.equal(await page.isVisible('#save-notebook'), id !== 'neuroml');
  }
  await page.check('#target-brian2', { force: true });
  const notebook = JSON.parse(await saved(page, '#save-notebook'));
  assert.equal(notebook.nbformat, 4);
  assert.match(notebook.cells[1].source.join(''), /from brian2 import/);
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

test('a dialog that is dismissed while it loads stays closed', async () => {
  const page = await open();
  let give;
  const wait = new Promise((resolve) => (give = resolve));
  await page.route('**/later-*.js', async (route) => {
    await wait;
    await route.continue();
  });
  await page.click('#open-cite');
  await page.waitForSelector('dialog[open]:has-text("Loading …")');
  await page.keyboard.press('Escape');
  give();
  await page.waitForSelector('#cite-Musacchio2023', { state: 'attached' });
  await frame(page);
  assert.equal(await page.locator('dialog[open]').count(), 0);
  await page.click('#open-cite');
  assert.match(await page.inputValue('#cite-Musacchio2023'), /Musacchio/);
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

test('an input that no script has is named in the dialog, and the next one is written again', async () => {
  const page = await open({ hash: '#experiment=time&waveform=ramp&amplitude=0.1' });
  // As if the kind were new, and python.js had no words for it.
  await page.route('**/later-*.js', async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    await route.fulfill({ response, body: body.replaceAll('case"ramp":', 'case"none":') });
  });
  await page.click('#open-continue');
  await says(page, '#target-message', /^The scripts have no input of the kind ramp yet\.$/);
  assert.ok(
    !(await page.locator('#script').isVisible()) && !(await page.locator('#save-script').isVisible()),
  );
  await page.click('label:has(#target-neuroml)');
  await says(page, '#target-message', /^$/);
  assert.ok(await page.locator('#script').isVisible());
  await page.keyboard.press('Escape');
  await page.selectOption('#choice-waveform', 'sine');
  await page.click('#open-continue');
  await says(page, '#target-message', /^$/);
  await page.click('label:has(#target-numpy)');
  assert.match(await page.inputValue('#script'), /np\.sin/);
  assert.deepEqual(page.complaints, []);
  await page.close();
});
