import { runTime } from './clock.js';
import { render, silent } from './voice.js';

/** Samples made at a time, and how far ahead of what is heard, s. */
const BLOCK = 1024;
const AHEAD = 0.2;
/** A start, and how soon a change is heard, s: what the audio thread may already have taken. */
const SOON = 0.01;
/** The end of a sound fades as fast as this, s; then the audio rests. */
const FADE = 0.004;
const REST = 60;

/**
 * Plays a score: a few short blocks of samples wait in line, whatever the number of spikes. A change throws away those
 * that have not begun and makes them again.
 */
export class Player {
  /** @type {{ frame: number, before: import('./voice.js').Voice, node: AudioBufferSourceNode }[]} */
  #line = [];
  /** @type {GainNode | null} */
  #out = null;
  #voice = silent;
  #frame = 0;
  #timer = 0;
  #clock = { at: 0, t: 0, speed: 1 };
  /** @type {import('./voice.js').Score | undefined} */
  #score;
  #mix = { clicks: true, pitch: true };
  #audio;

  /** @param {AudioContext} audio */
  constructor(audio) {
    this.#audio = audio;
  }

  /** What is heard now, ms of the run. */
  get t() {
    const { currentTime, outputLatency = 0 } = this.#audio;
    return Math.max(runTime(this.#clock, currentTime - outputLatency), this.#clock.t);
  }

  /**
   * @param {number} t ms
   * @param {number} speed
   * @param {import('./voice.js').Score} score
   * @param {import('./voice.js').Mix} mix
   */
  start(t, speed, score, mix) {
    const { sampleRate, currentTime } = this.#audio;
    this.#out = this.#audio.createGain();
    this.#out.connect(this.#audio.destination);
    this.#voice = silent;
    this.#frame = Math.ceil((currentTime + SOON) * sampleRate);
    this.#clock = { at: this.#frame / sampleRate, t, speed };
    this.#score = score;
    this.#mix = mix;
    this.#fill();
    this.#timer = window.setInterval(() => this.#fill(), 25);
    return this.#audio.resume();
  }

  /** @param {{ t?: number, speed?: number, score?: import('./voice.js').Score, mix?: import('./voice.js').Mix }} changes */
  change({ t, speed, score, mix }) {
    this.#score = score ?? this.#score;
    this.#mix = mix ?? this.#mix;
    const { currentTime, sampleRate } = this.#audio;
    const waiting = this.#line.findIndex(({ frame }) => frame > (currentTime + SOON) * sampleRate);
    if (waiting >= 0) {
      const undone = this.#line.splice(waiting);
      for (const { node } of undone) node.disconnect();
      this.#frame = undone[0].frame;
      this.#voice = undone[0].before;
    }
    const at = this.#frame / sampleRate;
    if (t !== undefined || speed !== undefined) {
      this.#clock = { at, t: t ?? runTime(this.#clock, at), speed: speed ?? this.#clock.speed };
    }
    this.#fill();
  }

  stop() {
    const out = this.#out;
    clearInterval(this.#timer);
    out?.gain.setTargetAtTime(0, this.#audio.currentTime + FADE, FADE);
    this.#out = null;
    this.#line = [];
    setTimeout(() => {
      out?.disconnect();
      if (!this.#out) this.#audio.suspend();
    }, REST);
  }

  #fill() {
    if (!this.#out || !this.#score) return;
    const { currentTime, sampleRate } = this.#audio;
    const now = currentTime * sampleRate;
    this.#line = this.#line.filter(({ frame }) => frame + BLOCK > now);
    // Where the page was too busy, what should have been heard is left out.
    if (this.#frame < now) this.#frame = Math.ceil(now + SOON * sampleRate);
    while (this.#frame < now + AHEAD * sampleRate) this.#add(this.#score, this.#out);
  }

  /** @param {import('./voice.js').Score} score @param {GainNode} out */
  #add(score, out) {
    const { sampleRate: rate } = this.#audio;
    const block = { frame: this.#frame, count: BLOCK, rate };
    const before = this.#voice;
    const { samples, voice } = render(score, this.#mix, this.#clock, block, before);
    const buffer = this.#audio.createBuffer(1, BLOCK, rate);
    buffer.copyToChannel(samples, 0);
    const node = this.#audio.createBufferSource();
    node.buffer = buffer;
    node.connect(out);
    node.start(block.frame / rate);
    this.#line.push({ frame: block.frame, before, node });
    this.#voice = voice;
    this.#frame += BLOCK;
  }
}
