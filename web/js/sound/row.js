import { createPick, createRowPick, createTick } from '../ui/pick.js';
import { element, setText } from '../ui/dom.js';
import { clicksName, pitchName, playName, speedName, speedPick } from '../words/en/sound.js';

const speeds = [1, 2, 5, 10, 20, 50, 100, 1000].map((times) => ({
  value: String(1 / times),
  label: speedName(times),
}));

/** @typedef {import('./voice.js').Mix & { speed: number }} Wish what the visitor wants to hear */

/**
 * The row of controls of the sound.
 * @param {HTMLElement} root
 * @param {object} events
 * @param {() => void} events.toggle
 * @param {() => void} events.change of what `wish` gives
 * @param {(settings: { row: string }) => void} events.changeSettings
 */
export function createRow(root, { toggle, change, changeSettings }) {
  /** @type {Wish} */
  let wish = { speed: 1 / 20, clicks: true, pitch: true };
  const play = element('button', { type: 'button', id: 'play' });
  const speed = createPick('speed', speedPick, (value) => wishFor({ speed: Number(value) }));
  const clicks = createTick('clicks', () => wishFor({ clicks: clicks.input.checked }));
  const pitch = createTick('pitch', () => wishFor({ pitch: pitch.input.checked }));
  const pick = createRowPick('sound-row', changeSettings);
  const fault = element('p', { id: 'sound-fault', role: 'status' });
  play.addEventListener('click', toggle);
  root.replaceChildren(play, speed.element, clicks.element, pitch.element, pick.element, fault);
  show();

  /** @param {Partial<Wish>} changes */
  function wishFor(changes) {
    wish = { ...wish, ...changes };
    show();
    change();
  }

  function show() {
    speed.update(speeds, String(wish.speed));
    clicks.update(clicksName, wish.clicks);
    pitch.update(pitchName, wish.pitch);
  }

  return {
    wish: () => wish,
    /** @param {boolean} playing */
    update(playing) {
      setText(play, `${playing ? '❚❚' : '▶'} ${playName(playing)}`);
      play.setAttribute('aria-label', playName(playing));
    },
    updatePick: pick.update,
    /** @param {string} text */
    complain: (text) => setText(fault, text),
  };
}
