import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { close, frame, hooks, open, picture, slide } from './lab.mjs';

after(close);

const text = (page, selector) => page.textContent(selector);

test('the f-I curve of a constant current moves with the thumb, in closed form', async () => {
  const page = await open({ hash: '#panel=fi' });
  await page.waitForSelector('#fi-plot[aria-valuetext]');
  // The regime's rates: 47.3 Hz at 0.8 nA, and 1000/(5.76 ln(25.2/20.6)) = 861 Hz at 4 nA.
  assert.match(await page.getAttribute('#fi-plot', 'aria-valuetext'), /0\.8 nA: 47\.3 Hz/);
  await slide(page, 'amplitude', 4);
  assert.match(await page.getAttribute('#fi-plot', 'aria-valuetext'), /4 nA: 861 Hz/);
  assert.match(await text(page, '#panel-fi'), /rheobase 0\.781/);
  await page.focus('#fi-plot');
  await page.keyboard.press('ArrowLeft');
  await frame(page);
  assert.equal(await page.inputValue('#number-amplitude'), '3.9');
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('the f-I curve of a sine comes from whole runs', async () => {
  const page = await open({ hash: '#experiment=time&panel=fi' });
  await page.waitForFunction(() =>
    /39\.6 Hz/.test(document.querySelector('#fi-plot')?.getAttribute('aria-valuetext')),
  );
  await page.close();
});

test('the rheobase stands on the axis of the amplitude, whatever that scales', async () => {
  // (60 - 48.4) mV / 15.873 MΩ = 0.7308 nA is 1.4616 times 0.5 nA; (5 - 0) / 3.3 = 1.515 nA is 0.515 more than 1 nA.
  for (const [hash, wanted] of [
    ['#experiment=time&waveform=own&input=constant+amplitude+0.5&theta=60&u_rest=48.4&u_0=0', '1.46 ×'],
    ['#experiment=two&R=3.3&theta=5&u_rest=0&u_reset=0&amplitude_2=1', '0.515 nA'],
  ]) {
    for (const amplitude of [0, 3]) {
      const key = hash.includes('two') ? 'amplitude_1' : 'amplitude';
      const page = await open({ hash: `${hash}&panel=fi&${key}=${amplitude}` });
      await page.getByText(`rheobase ${wanted}`).waitFor();
      await page.close();
    }
  }
  const page = await open({ hash: '#experiment=time&waveform=own&panel=fi' });
  await page.waitForFunction(() => /exact runs/.test(document.querySelector('#fi-status')?.textContent));
  assert.doesNotMatch(await text(page, '#fi-plot'), /rheobase/); // of samples there is none
  await page.close();
});

test('an amplitude beyond its slider is dragged along an axis that holds still', async () => {
  const page = await open({ hash: '#panel=fi&amplitude=25' });
  await page.waitForSelector('#fi-plot .present circle');
  await page.locator('#fi-plot').scrollIntoViewIfNeeded();
  const box = await page.locator('#fi-plot').boundingBox();
  const at = (value) => box.x + 52 + (value / 25) * (box.width - 52 - 14);
  await page.mouse.move(at(25), box.y + 100);
  await page.mouse.down();
  for (const value of [23, 20, 20.01, 20]) {
    await page.mouse.move(at(value), box.y + 100);
    await frame(page);
  }
  await page.mouse.up();
  assert.equal(Number(await page.inputValue('#number-amplitude')), 20);
  await page.close();
});

test('a sweep can be stopped, and the next change starts another', async () => {
  const page = await open({ hash: '#experiment=time&duration=3000&frequency=400' });
  await page.click('#open-map');
  await page.click('#map-stop');
  await page.waitForFunction(() => /Stopped/.test(document.querySelector('#map-status').textContent));
  assert.ok(await page.locator('#map-progress').isHidden());
  await slide(page, 'duration', 20);
  await page.waitForFunction(() => /Hz\.$/.test(document.querySelector('#map-status').textContent));
  await page.close();
});

test('graphs have their names before they know their width', async () => {
  for (const panel of ['statistics', 'fi', 'map', 'numerics']) {
    const page = await open({
      hash: `#panel=${panel}`,
      script: [
        () => {
          const { observe } = ResizeObserver.prototype;
          ResizeObserver.prototype.observe = function (node, ...how) {
            if (!(node instanceof SVGElement)) observe.call(this, node, ...how);
          };
        },
      ],
    });
    await page.waitForFunction(() =>
      [...document.querySelectorAll('svg[role]')].some((graph) => graph.checkVisibility()),
    );
    await frame(page);
    const nameless = await page.evaluate(
      () =>
        [...document.querySelectorAll('svg[role]:not([aria-label])')].filter((graph) =>
          graph.checkVisibility(),
        ).length,
    );
    assert.equal(nameless, 0, panel);
    await page.close();
  }
});

test('the map has a crosshair that goes where one clicks', async () => {
  const page = await open({ hash: '#panel=map' });
  await page.waitForFunction(() => /47\.3 Hz/.test(document.querySelector('#map-status')?.textContent));
  const before = await page.inputValue('#number-amplitude');
  await page.click('#map-plot');
  await page.mouse.move(0, 0);
  await frame(page);
  assert.notEqual(await page.inputValue('#number-amplitude'), before);
  const { rate } = await hooks(page);
  await page.waitForFunction(
    (shown) => document.querySelector('#map-status').textContent.includes(shown),
    rate,
  );
  await page.focus('#map-plot');
  const middle = Number(await page.inputValue('#number-amplitude'));
  await page.keyboard.press('ArrowRight');
  await frame(page);
  assert.ok(Number(await page.inputValue('#number-amplitude')) > middle);
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('the statistics say when spikes lock to the input, and only then', async () => {
  // A neuron driven hard at 100 Hz fires at the same phases in every period.
  const page = await open({
    hash: '#experiment=time&amplitude=2&frequency=100&R=5&tau_m=2.5&theta=5&u_rest=0&u_reset=0&u_0=0&duration=400&panel=statistics',
  });
  await page.waitForFunction(() => /lock/i.test(document.querySelector('#locking')?.textContent));
  assert.match(await text(page, '#locking'), /1\s*:\s*1/);
  assert.match(await text(page, '#statistics'), /40/); // spikes
  await page.close();
});

test('zooming the time axis shows a part of the run and keeps the readouts of all of it', async () => {
  const page = await open();
  const whole = await hooks(page);
  const drawn = await picture(page);
  await page.focus('#plots canvas');
  await page.keyboard.press('+');
  await frame(page);
  assert.deepEqual(await hooks(page), whole);
  assert.notEqual(await picture(page), drawn);
  // The middle half of the 100 ms, which holds the spikes at 42.3 and 63.5 ms.
  assert.match(await page.getAttribute('#plots canvas', 'aria-label'), /zoomed to 25 to 75 ms/);
  await page.keyboard.press('0');
  await frame(page);
  assert.equal(await picture(page), drawn);
  await page.close();
});

test('a million ms and 47,000 spikes stay usable', async () => {
  const page = await open({ hash: '#duration=1000000' });
  assert.equal((await hooks(page)).count, '47278'); // floor(1e6/21.1511…)
  await slide(page, 'theta', 4.5);
  assert.notEqual((await hooks(page)).count, '47278');
  assert.deepEqual(page.complaints, []);
  await page.close();
});
