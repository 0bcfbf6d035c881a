// What runs inside the browser: each function is sent there whole, so it can use nothing from outside of it but what
// `prepare` leaves in window.hostile.

/** Run before the page's own scripts. @param {string} canary */
export function prepare(canary) {
  /** Tasks of the main thread that took long. @type {{ start: number, ms: number }[]} */
  const tasks = [];
  /** @type {string[]} */
  const errors = [];
  const observer = new PerformanceObserver((list) => keep(list.getEntries()));
  const keep = (entries) =>
    tasks.push(...entries.map(({ startTime, duration }) => ({ start: startTime, ms: duration })));
  observer.observe({ type: 'longtask' });
  addEventListener('error', ({ message }) => errors.push(message));
  addEventListener('unhandledrejection', ({ reason }) => errors.push(`rejected: ${reason}`));

  const turn = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(0);
    });
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

  /** What a page says of what it was given: a word, or what is wrong with it. @param {Window} view */
  function verdict(view = window) {
    const { document } = view;
    const text = (id) => document.getElementById(id).textContent.trim();
    if (view[canary] || window[canary]) return { fault: 'a script ran' };
    if (document.scripts.length !== view.hostileScripts) return { fault: 'there is another script' };
    const shown = ['spike-count', 'firing-rate', 'mean-isi', 'cv-isi', 'latency', 'derived', 'regime'].map(
      text,
    );
    if (/NaN|undefined|Infinity|\[object/.test(shown.join(' '))) return { fault: shown.join(' | ') };
    const notice = text('notice');
    if (notice.length > 2000) return { fault: `a notice of ${notice.length} signs` };
    if (document.getElementById('lab').classList.contains('stale')) {
      return notice.length > 10 ? { outcome: 'named' } : { fault: 'nothing is said' };
    }
    if (!/^\d+( · \d+)*$/.test(shown[0]) || !/^(\d|–)/.test(shown[1])) return { fault: shown.join(' | ') };
    return { outcome: notice ? 'named' : 'picture' };
  }

  /**
   * Gives cases to `act` and gathers the answers. One that is slow is given `again` on its own.
   * @param {unknown[]} cases
   * @param {(input: any, at: number) => any} act resolves once the answer is there: to the window that shows it, if
   *   that is another one, or to a word for it
   * @param {number} limit ms
   * @param {() => Promise<void>} [calm] brings the page back to its start
   */
  async function ask(cases, act, limit, calm = frame) {
    const answers = [];
    const starts = [];
    for (const [at, input] of cases.entries()) {
      const start = performance.now();
      starts.push(start);
      const told = await act(input, at);
      const ms = performance.now() - start;
      const outcome = typeof told === 'string' ? { outcome: told } : {};
      answers.push({ ms, ...verdict(typeof told === 'object' ? told : window), ...outcome });
      if (errors.length) answers.at(-1).fault = errors.splice(0).join('; ');
    }
    await frame();
    await turn();
    keep(observer.takeRecords());
    for (const { start, ms } of tasks.splice(0)) {
      const at = starts.findLastIndex((each) => each <= start + 1);
      if (at >= 0) answers[at].ms = Math.max(answers[at].ms, ms);
    }
    for (const [at, answer] of answers.entries()) {
      if (answer.ms <= limit) continue;
      const again = [answer.ms];
      for (let i = 0; i < 2; i += 1) {
        await calm();
        tasks.length = 0;
        const start = performance.now();
        await act(cases[at], at);
        const ms = performance.now() - start;
        await frame();
        keep(observer.takeRecords());
        again.push(Math.max(ms, ...tasks.splice(0).map((task) => task.ms)));
      }
      answer.ms = again.sort((a, b) => a - b)[1];
    }
    return answers;
  }
  window.hostile = { ask, frame, turn, verdict };
}

/** Fragments in the address; a cursor at the end of every tenth run. */
export async function goTo({ cases, limit }) {
  const { ask, frame } = window.hostile;
  window.hostileScripts ??= document.scripts.length;
  const go = async (text, at) => {
    const before = location.href;
    const arrived = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
    location.hash = text;
    if (location.href !== before) await arrived;
    if (at % 10) return;
    document.querySelector('#plots canvas').dispatchEvent(new KeyboardEvent('keydown', { key: 'End' }));
    await frame();
  };
  return ask(cases, go, limit, async () => {
    await go(`experiment=constant&duration=${50 + Math.random()}`, 1);
    await frame();
  });
}

/** Values in number fields: [tab, nth field, text]. */
export async function type({ cases, limit }) {
  window.hostileScripts ??= document.scripts.length;
  const enter = ([tab, nth, text], at) => {
    if (at % 8 === 0) document.getElementById('reset').click();
    const button = document.getElementById(`tab-${tab}`);
    if (button.ariaSelected !== 'true') button.click();
    const fields = document.querySelectorAll('#controls [role=spinbutton]');
    const field = fields[nth % fields.length];
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  };
  return window.hostile.ask(cases, enter, limit);
}

/** Files through the dialog's file input, which must be open. */
export async function load({ cases, limit }) {
  window.hostileScripts ??= document.scripts.length;
  const input = document.getElementById('load-file');
  const message = document.getElementById('data-message');
  const dialog = input.closest('dialog');
  const give = async (text) => {
    if (!dialog.open) dialog.showModal();
    message.textContent = '';
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'a.json'));
    input.files = transfer.files;
    const start = performance.now();
    input.dispatchEvent(new Event('change'));
    while (dialog.open && !message.textContent) {
      if (performance.now() - start > 5000) throw new Error('neither loaded nor refused');
      await window.hostile.turn();
    }
    if (message.textContent) return 'named';
  };
  return window.hostile.ask(cases, give, limit);
}

/** Currents pasted into the dialog, which must be open: read, asked about or refused, then used if they can be. */
export async function paste({ cases, limit }) {
  window.hostileScripts ??= document.scripts.length;
  const text = (id) => document.getElementById(id).textContent;
  const use = async (pasted) => {
    const area = document.getElementById('own-text');
    area.value = pasted;
    const click = () => document.getElementById('own-use').click();
    click();
    const start = performance.now();
    while (!document.getElementById('own-progress').hidden) {
      if (performance.now() - start > 20_000) throw new Error('neither read nor refused');
      await window.hostile.turn();
    }
    // What is asked is answered, by the last there is to choose.
    for (let asked = 0; asked < 6; asked += 1) {
      const open = [
        'own-comma',
        'own-time',
        'own-time-unit',
        'own-current',
        'own-current-unit',
        'own-interval',
      ]
        .map((id) => document.getElementById(id))
        .find((each) => each.offsetParent && each.value === '');
      if (!open) break;
      open.value = open.options ? open.options[open.options.length - 1].value : '1';
      open.dispatchEvent(new Event(open.options ? 'change' : 'input', { bubbles: true }));
    }
    click();
    const [refused, done] = ['own-message', 'own-remark'].map(text);
    if (!(refused || done) || /undefined|\[object/.test(done + text('own-summary')))
      throw new Error(`it says “${refused}${done}”`);
    if (refused) return 'named';
  };
  return window.hostile.ask(cases, use, limit);
}

/** Attributes on the element of a host page. */
export async function dress({ cases, limit, canary }) {
  const element = document.querySelector('iaf-neuron');
  const frame = element.shadowRoot.querySelector('iframe').contentWindow;
  frame.hostileScripts ??= frame.document.scripts.length;
  const put = async (attributes) => {
    const arrived = new Promise((resolve) => frame.addEventListener('hashchange', resolve, { once: true }));
    for (const { name } of [...element.attributes]) element.removeAttribute(name);
    for (const [name, value] of attributes) element.setAttribute(name, value);
    if (!element.hasAttribute('dt')) element.setAttribute('dt', String(0.1 + 1e-6 * Math.random()));
    await Promise.race([arrived, new Promise((resolve) => setTimeout(resolve, 2000))]);
    if (window[canary]) throw new Error('a script ran');
    return frame;
  };
  return window.hostile.ask(cases, put, limit);
}
