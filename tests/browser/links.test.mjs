// Links in the page: changed on their way, in the query, too long for the address or for a chat.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { deflateSync } from 'node:zlib';

import { address, close, frame, hooks, open } from './lab.mjs';

after(close);

const shownIn = (page, selector) => page.locator(selector).first().isVisible();
const notice = async (page) => (await page.textContent('#notice')).trim();

/** A link with more samples than an address takes: a square wave with noise that no two links share. */
function longLink(seed = 1, count = 20_000) {
  const values = Array.from(
    { length: count },
    (_, k) => (k % 400 < 200 ? 3 : 0) + ((k * seed * 7919) % 1000) / 1e6,
  );
  return `experiment=time&waveform=own&theta=47&input=samples+interval+0.005+values+${values.join('+')}`;
}

for (const [what, path] of [
  ['of mails', '#v=1&amp;experiment=two&amp;amplitude_1=2'],
  ['encoded once more', '#v%3D1%26experiment%3Dtwo%26amplitude_1%3D2.'],
  ['in the query', '?v=1&experiment=two&amplitude_1=2&utm_source=newsletter'],
  ['in capitals', '#EXPERIMENT=TWO&AMPLITUDE_1=2'],
]) {
  test(`a link ${what} leads where it was meant to`, async () => {
    const [page, plain] = await Promise.all([
      open({ path }),
      open({ hash: '#v=1&experiment=two&amplitude_1=2' }),
    ]);
    assert.deepEqual(await hooks(page), await hooks(plain));
    assert.equal(await notice(page), '');
    await page.fill('#number-R', '4');
    await page.waitForFunction(() => location.hash === '#v=1&experiment=two&amplitude_1=2&R=4');
    assert.equal(await page.evaluate(() => location.search), '');
    await page.reload();
    await page.waitForFunction(() => document.querySelector('#number-R')?.value === '4');
    assert.deepEqual(page.complaints, []);
    await Promise.all([page.close(), plain.close()]);
  });
}

test('a link that was cut says so, and the experiments there are stand beside one that there is not', async () => {
  const page = await open({
    hash: '#v=1&experiment=time&waveform=own&input=samples+interval+0.25+values+0+3+3+3+0.',
  });
  assert.match(await notice(page), /cut off within a number/);
  await page.evaluate(() => (location.hash = '#experiment=zork'));
  await page.waitForFunction(() =>
    /not one of constant, time, two, intensity/.test(document.querySelector('#notice').textContent),
  );
  await page.close();
});

test('a link of the lab chooses parts, controls, panels and the cursor, and its address keeps them', async () => {
  const hash = '#v=1&experiment=two&cursor=35&panel=map&panel=fi&hide=regime,statistics&controls=R,theta';
  const page = await open({ hash });
  const keys = () =>
    page.locator('#controls .control:visible').evaluateAll((all) => all.map(({ dataset }) => dataset.key));
  const check = async () => {
    assert.deepEqual(await keys(), ['R', 'theta']);
    assert.deepEqual(
      await Promise.all(
        ['#regime', '#open-statistics', '#open-fi', '#plots', '#spike-count'].map((each) =>
          shownIn(page, each),
        ),
      ),
      [false, false, true, true, true],
    );
    assert.equal((await page.textContent('#reading-t')).trim().split(/\s/)[0], '35');
    assert.equal(await page.getAttribute('#open-map', 'aria-expanded'), 'true');
    assert.equal(await notice(page), '');
  };
  await check();
  await page.fill('#number-R', '4');
  await page.waitForFunction(() => /R=4/.test(location.hash));
  await page.reload();
  await page.waitForFunction(() => document.querySelector('#number-R')?.value === '4');
  await check();
  await page.click('#tab-constant');
  await frame(page);
  assert.ok((await keys()).length > 5, 'the controls of another experiment are all there');
  await page.waitForFunction(() => /experiment=constant/.test(location.hash));
  assert.doesNotMatch(await page.evaluate(() => location.hash), /controls/);
  await page.goBack();
  await page.waitForFunction(() => document.querySelector('#tab-two').ariaSelected === 'true');
  await frame(page);
  assert.deepEqual(await keys(), ['R', 'theta']);
  await page.evaluate(() => (location.hash = '#experiment=two&hide=plots,controls,readouts,summary'));
  await page.waitForFunction(() => document.querySelector('#plots').closest('[hidden]'));
  assert.ok(!(await shownIn(page, '#controls')) && (await shownIn(page, '#regime')));
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('a current too long for the address is there again after a reload, Back and another tab', async () => {
  const page = await open({ hash: `#${longLink()}` });
  const whole = await hooks(page);
  assert.ok(Number(whole.count) > 3);
  await page.fill('#number-theta', '47.5');
  await page.waitForFunction(() => /input=%23[\da-f]{24}&end=$/.test(location.hash));
  const changed = await hooks(page);
  const short = await page.evaluate(() => location.hash);
  assert.ok(short.length < 200 && /theta=47\.5/.test(short) && /samples=20000/.test(short), short);
  await page.reload();
  await page.waitForFunction(() => document.querySelector('#spike-count')?.textContent.trim());
  assert.deepEqual(await hooks(page), changed);
  assert.equal(await notice(page), '');
  await page.click('#tab-two');
  await page.waitForFunction(() => /experiment=two/.test(location.hash));
  await page.goBack();
  await page.waitForFunction(() => document.querySelector('#tab-time').ariaSelected === 'true');
  await frame(page);
  assert.deepEqual(await hooks(page), changed);
  assert.equal(await page.evaluate(() => location.hash), short);

  // A tab left at once still leaves the current behind in the history.
  await page.fill('#number-theta', '47.25');
  const left = await hooks(page);
  await page.click('#tab-constant');
  await page.waitForFunction(() => /experiment=constant/.test(location.hash));
  await page.goBack();
  await page.waitForFunction(() => document.querySelector('#number-theta').value === '47.25');
  assert.deepEqual(await hooks(page), left);

  const other = await open({ hash: short });
  assert.match(await notice(other), /kept by the browser it was made in, and this one does not have it/);
  assert.equal(await other.inputValue('#number-theta'), '47.5');
  assert.deepEqual([...page.complaints, ...other.complaints], []);
  await Promise.all([page.close(), other.close()]);
});

test('only the latest currents are kept', async () => {
  const page = await open({ hash: `#${longLink()}` });
  for (let k = 1; k <= 22; k += 1) {
    await page.evaluate((link) => (location.hash = `#${link}`), longLink(k));
    await page.fill('#number-theta', String(40 + k / 4));
    const written = (theta) =>
      location.hash.includes('input=%23') && location.hash.includes(`theta=${theta}&`);
    await page.waitForFunction(written, String(40 + k / 4));
  }
  const kept = await page.evaluate(async () => {
    const opening = indexedDB.open('integrate-and-fire', 1);
    await new Promise((resolve) => (opening.onsuccess = resolve));
    const request = opening.result.transaction('currents').objectStore('currents').count();
    await new Promise((resolve) => (request.onsuccess = resolve));
    return request.result;
  });
  assert.equal(kept, 20);
  await page.close();
});

test('where the browser keeps nothing it says so, and the rest stays', async () => {
  const withoutStore = () => Object.defineProperty(window, 'indexedDB', { value: undefined });
  const page = await open({ hash: `#${longLink()}`, script: [withoutStore] });
  await page.fill('#number-theta', '47.5');
  await page.waitForFunction(() =>
    /after a reload it is gone/.test(document.querySelector('#notice').textContent),
  );
  await page.waitForFunction(() => /theta=47\.5/.test(location.hash));
  await page.reload();
  await page.waitForFunction(() => document.querySelector('#number-theta')?.value === '47.5');
  assert.match(await notice(page), /Ignored: input = .*this one does not have it/);
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('a long link is copied in a shorter form, as it is, or taken as a file', async () => {
  const page = await open({ hash: `#${longLink()}` });
  const whole = await hooks(page);
  await page.click('#copy-link');
  await page.waitForFunction(() => document.querySelector('#link-short')?.value);
  const long = await page.inputValue('#link-whole');
  const short = await page.inputValue('#link-short');
  assert.ok(long.length > 100_000 && short.length < long.length / 2, `${short.length} of ${long.length}`);
  assert.match(
    await page.textContent('#link-about'),
    new RegExp(`${long.length.toLocaleString('en')} characters`),
  );
  const [file] = await Promise.all([page.waitForEvent('download'), page.click('#link-json')]);
  assert.equal(file.suggestedFilename(), 'integrate-and-fire-time.json');
  for (const link of [short, long]) {
    const other = await open({ path: link.slice(address.length) });
    assert.deepEqual(await hooks(other), whole);
    assert.equal(await notice(other), '');
    await other.close();
  }
  // The figure reads it as well; a part of it is named.
  const [figure, cut, damaged] = await Promise.all([
    open({ path: `embed.html${new URL(short).hash}` }),
    open({ path: short.slice(address.length, -100) }),
    open({ path: short.slice(address.length).replace(/(deflated.{50})..../, '$1AAAA') }),
  ]);
  assert.equal((await hooks(figure)).count, whole.count);
  assert.match(await notice(cut), /the link was cut on its way: of its 20000 samples not all are there/);
  assert.match(await notice(damaged), /damaged or cut off/);
  assert.deepEqual(
    [figure, cut, damaged].flatMap(({ complaints }) => complaints),
    [],
  );
  await Promise.all([page, figure, cut, damaged].map((each) => each.close()));
});

test('a deflated text that would fill the memory is refused by its size', async () => {
  const bomb = deflateSync(Buffer.alloc(200e6, '1 '), { level: 9 }).toString('base64url');
  const page = await open({
    hash: `#v=1&experiment=time&waveform=own&samples=5&input=deflated+${bomb}&end=`,
  });
  assert.match(await notice(page), /inflated, its samples have more than 4,000,000 characters/);
  assert.deepEqual(page.complaints, []);
  await page.close();
});
