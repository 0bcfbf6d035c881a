import { expectedHeight } from './js/share/figure/height.js';
import { figureTitle, noSite, nothingCame, refusedByPage } from './js/words/en/figure.js';

/**
 * <iaf-neuron experiment="constant" R="6.4" show="plots" controls="amplitude,R" theme="auto" title="…">: a figure of
 * the lab in a page. Its attributes are the keys of the lab's links; setting one brings the figure to where they say.
 * `site` is the address of the site, for pages that serve this script under another name. A figure is loaded when it
 * comes near, with loading="eager" at once: for posts that are printed. When the visitor has changed something it fires
 * `change`, with the state as detail; `error` where there is no figure to be had. What stands inside the element is shown
 * until the figure is there, and where it is not to be had.
 */

const source = 'iaf-neuron';
/** @type {Record<string, import('./js/share/figure/height.js').Shape>} */
const shapes = __SHAPES__;
const sandbox = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox';
/** A figure that has not told its height by then is not to be had, ms: the reader gets what stands in its place. */
const PATIENCE = 10_000;

// Runs as a module and as a classic script, which other origins may load without CORS: hence no import.meta. Asked of the
// prototype, as an <img name="currentScript"> in a comment below the post would answer in its place. Written into the
// page it has no address.
const { prototype } = Document;
const script = /** @type {HTMLScriptElement | null} */ (
  Reflect.get(prototype, 'currentScript', document) ??
    prototype.querySelector.call(document, 'script[src*="iaf-neuron"]')
);
const home = script?.src || Reflect.get(Node.prototype, 'baseURI', document);

/** Attributes that every element may have; the names of keys are plain words. */
const keyName =
  /^(?!(class|dir|hidden|id|inert|is|lang|loading|nonce|part|role|site|slot|style|tabindex|title|theme|on.*)$)\w+$/;

const canvas = document.createElement('canvas');
canvas.width = canvas.height = 1;
const paint = canvas.getContext('2d', { willReadFrequently: true });

/** Whether an element stands on a light or a dark page: what the page declares, else by the text's colour. @param {Element} element */
function schemeOf(element) {
  const { colorScheme, color } = getComputedStyle(element);
  const declared = /^(?:only )?(light|dark)(?: only)?$/.exec(colorScheme);
  if (declared || !paint) return declared?.[1] ?? 'auto';
  paint.clearRect(0, 0, 1, 1);
  paint.fillStyle = color;
  paint.fillRect(0, 0, 1, 1);
  const [red, green, blue] = paint.getImageData(0, 0, 1, 1).data;
  return 0.3 * red + 0.6 * green + 0.1 * blue > 128 ? 'dark' : 'light';
}

const style = new CSSStyleSheet();
style.replaceSync(
  ':host{display:block;position:relative;overflow:hidden}:host([hidden]){display:none}' +
    'iframe{display:block;width:100%;height:100%;border:0}' +
    // Until it is shown it takes no room and no clicks.
    'iframe:not(.there){opacity:0;position:absolute;inset:0;pointer-events:none}.there+slot{display:none}' +
    '@media print{:host{break-inside:avoid}div:not(:has(.there)){height:auto!important}}',
);

class IafNeuron extends HTMLElement {
  #root = this.attachShadow({ mode: 'open' });
  #box = document.createElement('div');
  /** @type {HTMLIFrameElement | null} */
  #frame = null;
  #page = new URL('embed.html', home);
  #theme = '';
  /** What the reader has set, as a link of the lab; it outlives the frame. */
  #fragment = '';
  #patience = 0;
  #near = new IntersectionObserver(
    (entries) => {
      if (entries.some((entry) => entry.isIntersecting)) this.#come();
    },
    { rootMargin: '600px' },
  );
  #attributes = new MutationObserver((records) => {
    this.#sendTheme();
    if (records.some(({ attributeName }) => keyName.test(attributeName ?? ''))) this.#follow();
  });
  #surroundings = new MutationObserver(() => this.#sendTheme());
  #media = ['(prefers-color-scheme: dark)', 'print'].map((query) => matchMedia(query));

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [style];
    this.#box.append(document.createElement('slot'));
    this.#root.append(this.#box);
    this.#attributes.observe(this, { attributes: true });
  }

  connectedCallback() {
    const site = this.getAttribute('site');
    const page = site === null ? this.#page : pageOf(site, this.baseURI);
    if (!page) return this.#giveUp(noSite(String(site)));
    this.#page = page;
    this.#keepRoom();
    if (this.getAttribute('loading') === 'eager') this.#come();
    this.#near.observe(this);
    // Light and dark may be switched on any of them.
    for (let node = /** @type {Node | null} */ (this.parentNode); node; node = parentOf(node)) {
      if (node instanceof Element) this.#surroundings.observe(node, { attributes: true });
    }
    for (const type of events) addEventListener(type, this);
    for (const media of this.#media) media.addEventListener('change', this);
  }

  disconnectedCallback() {
    for (const observer of [this.#near, this.#surroundings]) observer.disconnect();
    for (const type of events) removeEventListener(type, this);
    for (const media of this.#media) media.removeEventListener('change', this);
    clearTimeout(this.#patience);
    this.#frame?.remove();
    this.#frame = null;
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event instanceof MessageEvent) this.#receive(event);
    else if (event instanceof SecurityPolicyViolationEvent) this.#refused(event);
    else if (event.type === 'beforeprint' || this.#media[1].matches) this.#come();
    else this.#sendTheme();
  }

  /** The room of the figure, before it says how much it needs. */
  #keepRoom() {
    const height = expectedHeight(
      this.clientWidth || innerWidth,
      shapes[this.getAttribute('experiment') ?? ''] ?? Object.values(shapes)[0],
      this.getAttribute('show'),
      this.getAttribute('controls'),
    );
    this.#box.style.height = `${height}px`;
    this.style.minHeight = '0'; // the snippet's, which kept the room before this script was there
  }

  get #address() {
    const own = ['show', 'hide', 'controls'];
    const keys = [...this.attributes].filter(({ name }) =>
      this.#fragment ? own.includes(name) : keyName.test(name),
    );
    const pairs = [...new URLSearchParams(this.#fragment), ...keys.map(({ name, value }) => [name, value])];
    this.#page.hash = String(new URLSearchParams([...pairs, ['theme', this.#theme]]));
    return this.#page.href;
  }

  #come() {
    if (this.#frame) return this.#sendTheme();
    this.#keepRoom();
    const frame = document.createElement('iframe');
    this.#frame = frame;
    this.#readTheme();
    frame.inert = true; // nobody shall come upon it by the Tab key before it is there
    frame.name = source; // so that the figure lets this page's ground show through: its colours fit
    frame.referrerPolicy = 'no-referrer';
    // On a page of its own origin a sandbox that lets scripts run holds nothing back, and browsers warn.
    if (this.#page.origin !== location.origin) frame.setAttribute('sandbox', sandbox);
    frame.title = this.title || figureTitle(this.getAttribute('experiment') ?? 'constant');
    frame.src = this.#address;
    this.#patience = window.setTimeout(() => this.#giveUp(nothingCame(this.#page.origin)), PATIENCE);
    this.#box.prepend(frame);
  }

  #follow() {
    this.#fragment = '';
    // Only the fragment differs: nothing is loaded again, and the browser's Back does not lead here.
    this.#frame?.contentWindow?.location.replace(this.#address);
  }

  /** @param {SecurityPolicyViolationEvent} event */
  #refused({ disposition, effectiveDirective, blockedURI }) {
    const waiting = this.#frame && this.#frame.className !== 'there';
    const ours = effectiveDirective === 'frame-src' && blockedURI.startsWith(this.#page.origin);
    if (!waiting || !ours || disposition === 'report') return;
    this.#giveUp(refusedByPage);
  }

  /** Gives the room back to what stands inside; a figure that comes late is shown all the same. @param {string} message */
  #giveUp(message) {
    clearTimeout(this.#patience);
    this.#box.style.height = '';
    this.dispatchEvent(new CustomEvent('error', { detail: { message } }));
  }

  /** Where the theme asked for is not the page's own, the browser puts an opaque ground under the figure. */
  #readTheme() {
    const scheme = schemeOf(this);
    const wanted = this.getAttribute('theme');
    this.#theme = wanted === 'light' || wanted === 'dark' ? wanted : scheme;
    if (this.#frame) this.#frame.style.colorScheme = scheme;
  }

  #sendTheme() {
    const before = this.#theme;
    this.#readTheme();
    if (this.#theme === before) return;
    this.#frame?.contentWindow?.postMessage({ source, type: 'theme', theme: this.#theme }, '*');
  }

  /** @param {MessageEvent} event */
  #receive({ source: sender, origin, data }) {
    const frame = this.#frame;
    // Where this page has no origin, its frames have none.
    const ours = origin === (self.origin === 'null' ? 'null' : this.#page.origin);
    if (!frame || sender !== frame.contentWindow || !ours || data?.source !== source) return;
    if (data.type === 'height' && Number.isFinite(data.height)) {
      clearTimeout(this.#patience);
      this.#box.style.height = `${Math.min(Math.max(data.height, 50), 4000)}px`;
      frame.className = 'there';
      frame.inert = false;
    } else if (data.type === 'change' && data.state) {
      this.#fragment = String(data.state.fragment ?? '');
      const detail = { ...data.state, spikes: data.spikes, rate: data.rate };
      this.dispatchEvent(new CustomEvent('change', { detail, bubbles: true, composed: true }));
    }
  }
}

/** @param {string} site @param {string} base @returns the page of its figures, or nothing where that is none of the web */
function pageOf(site, base) {
  try {
    const page = new URL('embed.html', new URL(site.replace(/\/?$/, '/'), base));
    return /^https?:/.test(page.protocol) && page;
  } catch {
    return false;
  }
}

/** Of the window, to all figures. */
const events = ['message', 'transitionend', 'securitypolicyviolation', 'beforeprint'];

/** Through shadow roots, too. @param {Node} node */
function parentOf(node) {
  return node instanceof ShadowRoot ? node.host : node.parentNode;
}

if (!customElements.get(source)) customElements.define(source, IafNeuron);
