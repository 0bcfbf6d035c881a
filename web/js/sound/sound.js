import { rowOf } from '../runs/shown-row.js';
import { lowerBound } from '../base/sorted.js';
import { niceStep } from '../draw/ticks.js';
import { Player } from './player.js';
import { createRow } from './row.js';
import { silentBrowser } from '../words/en/sound.js';

/**
 * @typedef {import('../model/types.js').Picture} Picture
 *
 * @typedef {object} ListenContext
 * @property {{ get: () => number | null, set: (t: number | null) => void }} cursor ms
 * @property {(settings: { row: string }) => void} changeSettings
 */

/** The cursor's places over the plot: no closer, as a long reading of t would flicker. */
const PLACES = 2000;

/**
 * What is to be heard of a picture.
 * @param {Picture} picture with runs
 * @returns {import('./voice.js').Score}
 */
function scoreOf(picture) {
  const { from, to } = picture.window;
  const { view, drawn, request } = picture.runs[rowOf(picture)];
  const after = lowerBound(view.spikes, to);
  const spikes = view.spikes.subarray(0, view.spikes[after] === to ? after + 1 : after);
  return { from, to, spikes, trace: drawn.view, levels: request.neuron };
}

/**
 * The sound of the run on show. While it plays, it moves the cursor; a cursor moved by someone else moves it.
 * @param {HTMLElement} root of its row of controls
 * @param {AudioContext} audio
 * @param {ListenContext} context
 */
export function createSound(root, audio, { cursor, changeSettings }) {
  const player = new Player(audio);
  const row = createRow(root, {
    toggle: () => (playing ? stop() : play()),
    change: () => playing && player.change({ mix: row.wish(), speed: row.wish().speed }),
    changeSettings,
  });
  /** @type {Picture | undefined} */
  let picture;
  let playing = false;
  /** Where this has put the cursor. */
  let shown = 0;
  /** Where it was paused. @type {number | null} */
  let rest = null;
  let request = 0;
  row.update(playing);
  document.addEventListener('visibilitychange', () => document.hidden && stop());

  function play() {
    if (playing || !picture?.runs.length) return;
    const { from, to } = picture.window;
    const place = cursor.get() ?? rest ?? from;
    shown = place >= from && place < to ? place : from;
    playing = true;
    row.update(playing);
    row.complain('');
    cursor.set(shown);
    const { speed, ...mix } = row.wish();
    player.start(shown, speed, scoreOf(picture), mix).catch((error) => {
      stop();
      row.complain(silentBrowser(error.message));
    });
    request = requestAnimationFrame(tick);
  }

  /** @param {number | null} [at] where it may go on, ms */
  function stop(at = shown) {
    rest = at;
    if (!playing) return;
    playing = false;
    cancelAnimationFrame(request);
    player.stop();
    row.update(playing);
    // Drawn once more, as what no longer moves.
    cursor.set(cursor.get());
  }

  function tick() {
    const place = cursor.get();
    if (!picture || place === null) return stop();
    const { from, to } = picture.window;
    if (place !== shown) player.change({ t: place });
    else if (player.t < from) player.change({ t: from });
    const { t } = player;
    const step = niceStep((to - from) / PLACES);
    // Up, so that the next spike from a spike on is another one.
    shown = Math.min(Number((Math.ceil(t / step) * step).toPrecision(15)), to);
    cursor.set(shown);
    if (t >= to) return stop(null);
    request = requestAnimationFrame(tick);
  }

  return {
    play,
    stop: () => stop(),
    toggle: () => (playing ? stop() : play()),
    get playing() {
      return playing;
    },
    /** @param {Picture} next */
    update(next) {
      if (next === picture) return;
      if (next.experiment !== picture?.experiment) stop(null);
      picture = next;
      row.updatePick(next, rowOf(next));
      if (!next.runs.length) stop();
      else if (playing) player.change({ score: scoreOf(next) });
    },
  };
}
