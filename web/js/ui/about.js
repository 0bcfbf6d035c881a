import { recall, remember } from './memory.js';
import { byId } from './dom.js';

/** What one is looking at, in a few words: there at the first visit until it is closed, and back by the help button. */
export function createAbout() {
  const about = byId('about');
  const help = byId('help');

  /** @param {boolean} open */
  function show(open) {
    about.hidden = !open;
    help.setAttribute('aria-expanded', String(open));
  }
  /** @param {boolean} open @param {boolean} [pointed] whether a pointer did it, and the page stays where it is */
  function choose(open, pointed) {
    show(open);
    remember('about', open ? 'open' : 'closed');
    if (!open) return help.focus({ preventScroll: pointed });
    about.scrollIntoView({ block: 'nearest' });
    byId('about-title').focus();
  }
  help.addEventListener('click', () => choose(about.hidden));
  byId('about-close').addEventListener('click', ({ detail }) => choose(false, detail > 0));
  about.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') choose(false);
  });
  show(recall('about') !== 'closed');
}
