import { loadLater } from './load-later.js';
import { byId, element } from '../ui/dom.js';
import { noSound } from '../words/en/page.js';

/**
 * The button of the sound and, while it is pressed, the row of its controls. Their code and all of Web Audio are
 * there from the first press on.
 *
 * @param {import('../sound/sound.js').ListenContext} context
 */
export function createListen(context) {
  const button = byId('listen');
  const row = byId('sound');
  button.hidden = !window.AudioContext;
  /** @type {AudioContext} */
  let audio;
  /** @type {ReturnType<typeof import('../sound/sound.js').createSound> | undefined} */
  let sound;
  /** @type {import('../model/types.js').Picture} */
  let picture;

  async function load() {
    // Some browsers allow sound only to what is made within the press itself.
    audio ??= new AudioContext();
    const { createSound } = await loadLater();
    sound ??= createSound(row, audio, context);
    sound.update(picture);
  }

  /** @param {boolean} open */
  async function show(open) {
    row.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    if (!open) return sound?.stop();
    try {
      if (!sound) await load();
      if (!row.hidden) sound?.play();
    } catch (error) {
      row.replaceChildren(element('p', { role: 'status' }, noSound(error)));
    }
  }

  button.addEventListener('click', () => show(row.hidden));
  byId('plots').addEventListener('keydown', ({ key, ctrlKey, metaKey, altKey }) => {
    if (key !== 'p' || ctrlKey || metaKey || altKey || button.hidden) return;
    if (sound && !row.hidden) sound.toggle();
    else show(true);
  });

  return {
    get playing() {
      return sound?.playing ?? false;
    },
    /** @param {import('../model/types.js').Picture} next */
    update(next) {
      picture = next;
      sound?.update(next);
    },
  };
}
