import { expectedHeight } from './js/share/figure/height.js';
import { figureTitle } from './js/words/en/figure.js';

/**
 * <iaf-neuron experiment="constant" R="6.4" show="plots" controls="amplitude,R" theme="auto" title="…">: a figure of
 * the lab in a page. Its attributes are the keys of the lab's links; setting one brings the figure to where they say.
 * When the visitor has changed something it fires `change`, with the state as detail. What stands inside the element
 * is shown until the figure is there.
 */

const source = 'iaf-neuron';
/** @type {Record<string, import('./js/share/figure/height.js').Shape>} */
const shapes = __SHAPES__;
const sandbox = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox';

// Runs as a module and as a classic script, which other origins may load without CORS: hence no import.meta.
const script = /** @type {HTMLScriptElement | null} */ (
  document.currentScript ?? document.querySelector('script[src*="iaf-neuron.js"]')
);
const page = new URL('embed.html', script?.src ?? document.baseURI);

/** Attributes that every element may have; the names of keys are plain words. */
const keyName =
  /^(?!(class|dir|hidden|id|inert|is|lang|nonce|part|role|slot|style|tabindex|title|theme|on.*)$)\w+$/;

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
  ':host{display:block;overflow:hidden}:host([hidden]){display:none}' +
    'iframe{display:block;width:100%;height:100%;border:0}iframe:not(.there){opacity:0;position:absolute}' +
    '.there+slot{display:none}',
);

class IafNeuron extends HTMLElement {
  #root = this.attachShadow({ mode: 'open' });
  #box = document.createElement('div');
  /** @type {HTMLIFrameElement | null} */
  #frame = null;
  #theme = '';
  #near = new IntersectionObserver(
    (entries) => entries.some((entry) => entry.isIntersecting) && this.#load(),
    {
      rootMargin: '600px',
    },
  );
  #attributes = new MutationObserver((records) => {
    this.#sendTheme();
    if (records.some(({ attributeName }) => keyName.test(attributeName ?? ''))) this.#follow();
  });
  #surroundings = new MutationObserver(() => this.#sendTheme());
  #dark = matchMedia('(prefers-color-scheme: dark)');

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [style];
    this.#box.append(document.createElement('slot'));
    this.#root.append(this.#box);
  }

  connectedCallback() {
    const height = expectedHeight(
      this.clientWidth || innerWidth,
      shapes[this.getAttribute('experiment') ?? ''] ?? Object.values(shapes)[0],
      this.getAttribute('show'),
      this.getAttribute('controls'),
    );
    this.#box.style.height = `${height}px`;
    this.#near.observe(this);
    this.#attributes.observe(this, { attributes: true });
    for (const node of [document.documentElement, document.body]) {
      this.#surroundings.observe(node, { attributes: true });
    }
    addEventListener('message', this);
    addEventListener('transitionend', this);
    this.#dark.addEventListener('change', this);
  }

  disconnectedCallback() {
    for (const observer of [this.#near, this.#attributes, this.#surroundings]) observer.disconnect();
    removeEventListener('message', this);
    removeEventListener('transitionend', this);
    this.#dark.removeEventListener('change', this);
    this.#frame?.remove();
    this.#frame = null;
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event instanceof MessageEvent) this.#receive(event);
    else this.#sendTheme();
  }

  get #address() {
    const keys = [...this.attributes].filter(({ name }) => keyName.test(name));
    page.hash = String(
      new URLSearchParams([...keys.map(({ name, value }) => [name, value]), ['theme', this.#theme]]),
    );
    return page.href;
  }

  #load() {
    this.#near.disconnect();
    const frame = document.createElement('iframe');
    this.#frame = frame;
    this.#readTheme();
    frame.loading = 'lazy';
    // On a page of its own origin a sandbox that lets scripts run holds nothing back, and browsers warn.
    if (page.origin !== location.origin) frame.setAttribute('sandbox', sandbox);
    frame.title = this.title || figureTitle(this.getAttribute('experiment') ?? 'constant');
    frame.src = this.#address;
    this.#box.prepend(frame);
  }

  #follow() {
    // Only the fragment differs: nothing is loaded again, and the browser's Back does not lead here.
    this.#frame?.contentWindow?.location.replace(this.#address);
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
    this.#frame?.contentWindow?.postMessage({ source, type: 'theme', theme: this.#theme }, page.origin);
  }

  /** @param {MessageEvent} event */
  #receive({ source: sender, origin, data }) {
    const frame = this.#frame;
    if (!frame || sender !== frame.contentWindow || origin !== page.origin || data?.source !== source) return;
    if (data.type === 'height' && Number.isFinite(data.height)) {
      this.#box.style.height = `${Math.min(Math.max(data.height, 50), 4000)}px`;
      frame.className = 'there';
    } else if (data.type === 'change' && data.state) {
      const detail = { ...data.state, spikes: data.spikes, rate: data.rate };
      this.dispatchEvent(new CustomEvent('change', { detail, bubbles: true, composed: true }));
    }
  }
}

if (!customElements.get(source)) customElements.define(source, IafNeuron);
