// What is heard, against the spike times and the trace themselves: no browser, no Web Audio.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { CLICK_LENGTH, LEAST_GAP, clicksIn } from '../../../web/js/sound/clicks.js';
import { runTime, soundTime } from '../../../web/js/sound/clock.js';
import { pitchOf, traceReader } from '../../../web/js/sound/pitch.js';
import { render, silent } from '../../../web/js/sound/voice.js';
import { random } from '../../handoff/states.mjs';
import { iaf } from '../simulator.mjs';

const RATE = 48_000;
const BLOCK = 1024;
const levels = { u_reset: 0, theta: 1 };

/** Sorted random spike times. @param {() => number} next @param {number} count @param {number} duration ms */
function randomSpikes(next, count, duration) {
  return Float64Array.from({ length: count }, () => duration * next()).sort();
}

/** A whole score as samples. */
function rendered(score, mix, clock, seconds) {
  let voice = silent;
  const all = new Float32Array(Math.ceil((seconds * RATE) / BLOCK) * BLOCK);
  for (let frame = 0; frame < all.length; frame += BLOCK) {
    const block = { frame, count: BLOCK, rate: RATE };
    const { samples, voice: next } = render(score, mix, clock, block, voice);
    all.set(samples, frame);
    voice = next;
  }
  return all;
}

/** Where silence ends, s. @param {Float32Array} samples */
function onsets(samples) {
  const quiet = Math.ceil(CLICK_LENGTH * RATE) / 2;
  const found = [];
  let silence = quiet;
  samples.forEach((sample, at) => {
    if (Math.abs(sample) < 1e-3) silence += 1;
    else {
      if (silence >= quiet) found.push(at / RATE);
      silence = 0;
    }
  });
  return found;
}

test('consecutive stretches click each spike once, in order, at its time', () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const next = random(seed);
    const speed = 10 ** (-3 * next());
    const clock = { at: 10 * next(), t: 50 * next(), speed };
    // Apart enough for none to be left out.
    const least = 1.01 * LEAST_GAP * 1000 * speed;
    const spikes = randomSpikes(next, 100, 200).map((t, at) => t + at * least);
    const clicks = [];
    for (let from = clock.t, k = 0; from < 250 + 100 * least; k += 1) {
      const to = k % 7 === 3 ? (spikes.find((t) => t > from) ?? 1e9) : from + 20 * next(); // an edge on a spike, too
      clicks.push(...clicksIn(spikes, clock, from, to, clicks[clicks.length - 1]));
      from = to;
    }
    const heard = spikes.filter((t) => t >= clock.t);
    assert.deepEqual(
      clicks,
      Array.from(heard, (t) => clock.at + (t - clock.t) / 1000 / speed),
    );
  }
});

test('however many spikes, clicks keep their distance and leave no gap', () => {
  const spikes = randomSpikes(random(5), 100_000, 1000);
  const clock = { at: 0, t: 0, speed: 1 };
  const clicks = clicksIn(spikes, clock, 0, 1000);
  assert.ok(clicks.length > 900 && clicks.length <= 1000, String(clicks.length));
  for (let k = 1; k < clicks.length; k += 1) {
    const gap = clicks[k] - clicks[k - 1];
    assert.ok(gap >= LEAST_GAP && gap < 1.3 * LEAST_GAP, String(gap));
  }
});

test('the time of the run and of its sound are each other inverse', () => {
  const clock = { at: 3, t: 40, speed: 0.05 };
  assert.equal(soundTime(clock, 40), 3);
  assert.equal(soundTime(clock, 41), 3.02);
  for (const t of [0, 17.3, 99]) assert.ok(Math.abs(runTime(clock, soundTime(clock, t)) - t) < 1e-10);
});

test('u_reset is an A, theta the A two octaves higher, and nothing leaves the range of hearing', () => {
  assert.equal(pitchOf(0, levels), 220);
  assert.equal(pitchOf(0.5, levels), 440);
  assert.equal(pitchOf(1, levels), 880);
  for (const u of [-1e300, -Infinity, NaN]) assert.equal(pitchOf(u, levels), 55);
  for (const u of [50, Infinity]) assert.equal(pitchOf(u, levels), 1760);
});

test('a trace is read between its points, and at a spike before the jump', () => {
  const trace = { t: Float64Array.of(0, 2, 2, 4), u: Float64Array.of(0, 1, 0.2, 0.6) };
  const u = traceReader(trace, 0);
  const read = [-1, 0, 1, 2, 2.5, 4, 5].map(u);
  const expected = [0, 0, 0.5, 1, 0.3, 0.6, 0.6];
  read.forEach((value, at) => assert.ok(Math.abs(value - expected[at]) < 1e-12, `${at}: ${value}`));
  assert.ok(Math.abs(traceReader(trace, 3)(3) - 0.4) < 1e-12);
});

test('the clicks in the samples lie at the spike times of a run', () => {
  for (const method of /** @type {const} */ (['exact', 'euler'])) {
    const request = {
      neuron: { R: 6.4, C: 0.9, u_rest: 0, u_reset: 0.4, theta: 5, u_0: 0.4, t_ref: 0 },
      input: [{ kind: 'constant', amplitude: 1.1 }],
      duration: 100,
      method,
      dt: 0.1,
    };
    const { t, u, spikes } = iaf.simulate(request);
    assert.ok(spikes.length > 5);
    const score = { from: 0, to: 100, spikes, trace: { t, u }, levels: request.neuron };
    const clock = { at: 0.1, t: 0, speed: 0.05 };
    const found = onsets(rendered(score, { clicks: true, pitch: false }, clock, 2.2));
    assert.equal(found.length, spikes.length);
    found.forEach((time, at) => {
      const error = time - (0.1 + spikes[at] / 1000 / 0.05);
      assert.ok(Math.abs(error) < 1e-4, `spike ${at}: ${error} s late`);
    });
  }
});

test('the tone has the pitch of u, no jumps between blocks, and ends with the run', () => {
  const trace = { t: Float64Array.of(0, 1000), u: Float64Array.of(0.5, 0.5) };
  const score = { from: 0, to: 1000, spikes: new Float64Array(), trace, levels };
  const samples = rendered(score, { clicks: false, pitch: true }, { at: 0, t: 0, speed: 1 }, 1.2);
  let turns = 0;
  let steepest = 0;
  for (let at = 1; at < RATE; at += 1) {
    if (samples[at - 1] < 0 && samples[at] >= 0) turns += 1;
    steepest = Math.max(steepest, Math.abs(samples[at] - samples[at - 1]));
  }
  assert.ok(Math.abs(turns - 440) <= 1, `${turns} Hz`);
  assert.ok(steepest < 0.02, `a step of ${steepest}`);
  assert.ok(samples.slice(1.1 * RATE).every((sample) => Math.abs(sample) < 1e-4));
});

test('silent when both are off, and never overdriven when all is on', () => {
  const spikes = randomSpikes(random(3), 20_000, 300);
  const trace = { t: Float64Array.of(0, 300), u: Float64Array.of(0, 1) };
  const score = { from: 0, to: 300, spikes, trace, levels };
  const clock = { at: 0, t: 0, speed: 1 };
  assert.ok(rendered(score, { clicks: false, pitch: false }, clock, 0.3).every((sample) => sample === 0));
  const loud = rendered(score, { clicks: true, pitch: true }, clock, 0.3);
  assert.ok(loud.every((sample) => Math.abs(sample) < 1));
});
