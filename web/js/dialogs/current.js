import { reasonOf } from '../base/format.js';
import { experiments } from '../model/experiments/index.js';
import { element, setText } from '../ui/dom.js';
import { createProgress } from '../ui/progress.js';
import * as words from '../words/en/current-dialog.js';
import { isJson, noNumbers, questions } from '../words/en/current-file.js';
import { createReader } from './current-reader.js';
import { createShown, lengthFor } from './current-shown.js';
import { textOf } from './current-text.js';
import { createFileButton } from './take.js';

/** Characters of a text that are shown for editing; of more it is said that they are there. */
const SHOWN = 100_000;
/** So long what is typed waits to be read, ms. */
const TYPING_MS = 40;
/** What a file may be called; others can be dropped. */
const ACCEPT = '.csv,.tsv,.txt,.dat,.asc,.atf,.abf,text/*';

/**
 * A current of one's own: pasted, typed, or from a file. It is read and shown; used only when that is asked for.
 *
 * @typedef {import('../share/import/current.js').Answer} Answer
 * @typedef {import('../share/import/current.js').Choice} Choice
 * @typedef {import('../share/import/current.js').Question} Question
 *
 * @param {HTMLElement} body
 * @param {import('./types.js').DialogContext} context
 */
export function fillCurrent(body, context) {
  const area = element('textarea', { id: 'own-text', rows: 6, spellcheck: false, wrap: 'off' });
  const message = element('p', { id: 'own-message', className: 'fault', role: 'alert' });
  const remark = element('p', { id: 'own-remark', role: 'status' });
  const use = element('button', { type: 'button', id: 'own-use', className: 'main' }, words.useThis);
  const progress = createProgress('own', words.readingName, () => {
    reader.stop();
    answer = null;
    shown.update(null);
    showProgress(1);
    forget();
    setText(remark, words.stopped);
  });
  const shown = createShown({
    choose(more) {
      choice = { ...choice, ...more };
      inUse = false;
      forget();
      reader.ask(choice);
    },
    runAll(on) {
      all = on;
      if (inUse) answerOrFault(take);
      else showRun();
    },
  });
  area.setAttribute('aria-describedby', message.id);

  /** The text that is meant where it is too long to be shown, or the file. @type {string | File} */
  let source = '';
  let unshown = false;
  /** @type {Choice} */
  let choice = {};
  /** @type {Answer | null} */
  let answer = null;
  /** What the columns of the last answer are called: what was chosen, was chosen for those. */
  let columns = '';
  let typed = false;
  let wait = 0;
  let draft = false;
  let inUse = false;
  let all = false;
  let before = 0;

  const reader = createReader({
    progress: (part) => showProgress(part),
    answered(found) {
      showProgress(1);
      const now = JSON.stringify(found.columns);
      const others = typed && columns !== '' && now !== columns && !found.unclear;
      typed = false;
      if (!found.unclear) columns = now;
      if (others && Object.keys(choice).length) {
        choice = {};
        return reader.ask(choice);
      }
      answer = found;
      shown.update(found);
      showRun();
    },
    refused(fault) {
      showProgress(1);
      answer = null;
      shown.update(null);
      refuse(fault);
    },
  });

  area.addEventListener('input', () => {
    unshown = false;
    area.placeholder = '';
    draft = true;
    // A text that is inserted line by line is read once.
    wait ||= window.setTimeout(readTyped, TYPING_MS);
  });
  use.addEventListener('click', () => {
    if (wait || (!unshown && area.value !== source)) readTyped();
    setText(remark, '');
    answerOrFault(take);
  });
  body.append(
    element('p', {}, words.introduction),
    element('label', { htmlFor: area.id }, words.currentLabel),
    area,
    createFileButton('own-file', words.fromFile, ACCEPT, readFile),
    ...progress.nodes,
    message,
    shown.element,
    element('div', { className: 'buttons' }, use),
    remark,
  );
  showProgress(1);

  /** @param {number} part */
  function showProgress(part) {
    const done = part >= 1 || !reader.busy;
    const name = source instanceof File ? source.name : '';
    progress.update({ done, part, failed: '' }, done ? '' : words.readingText(name, part));
    for (const node of progress.nodes) node.hidden = done;
  }

  function readTyped() {
    clearTimeout(wait);
    wait = 0;
    read(area.value, true);
  }

  /** @param {string | File} what @param {boolean} [goesOn] what was chosen for the text before still counts */
  function read(what, goesOn = false) {
    source = what;
    inUse = all = false;
    typed = goesOn;
    answer = null;
    if (!goesOn) {
      choice = {};
      columns = '';
    }
    forget();
    if (!goesOn || what === '' || (typeof what === 'string' && what.length > SHOWN)) shown.update(null);
    const json = typeof what === 'string' && /^\s*[{[]\s*["{[\d]/.test(what.slice(0, 100));
    if (what !== '' && !json) return reader.read(what, choice);
    reader.stop();
    shown.update(null);
    if (json) refuse(isJson);
  }

  /** @param {File} file */
  async function readFile(file) {
    draft = true;
    unshown = true;
    area.value = '';
    area.placeholder = words.fileShown(file.name);
    read(file);
  }

  /** @param {string} text */
  function show(text) {
    unshown = text.length > SHOWN;
    area.value = unshown ? '' : text;
    area.placeholder = unshown ? words.tooLongToShow : '';
    read(text);
  }

  function forget() {
    setText(message, '');
    setText(remark, '');
    area.removeAttribute('aria-invalid');
  }

  /** @param {string} fault */
  function refuse(fault) {
    setText(message, fault);
    area.setAttribute('aria-invalid', 'true');
  }

  /** Does it, or says what is wrong. @param {() => void} work */
  function answerOrFault(work) {
    try {
      work();
    } catch (error) {
      refuse(reasonOf(error));
      area.focus();
    }
  }

  function duration() {
    const { id } = experiments.find(({ inputs }) => inputs.length) ?? experiments[0];
    return /** @type {number} */ (context.state().values[id].duration);
  }

  function showRun() {
    if (answer?.made) shown.run(answer.made, all ? before : duration(), all);
  }

  function take() {
    if (reader.busy) return setText(remark, words.unreadYet);
    if (!answer) {
      if (!message.textContent) refuse(noNumbers);
      return area.focus();
    }
    const { asked, made } = answer;
    if (!made) {
      setText(message, questions[asked[0]]);
      return shown.focus(asked[0]);
    }
    if (!inUse) before = duration();
    const wanted = all ? lengthFor(made.to) : before;
    context.iaf.view({ input: made.input, duration: wanted }, { columns: 10 });
    context.takeInput(made.input, { duration: wanted });
    draft = false;
    inUse = true;
    setText(message, '');
    setText(remark, words.inUse(made.input));
    showRun();
  }

  return (/** @type {unknown} */ file) => {
    if (file instanceof File) return readFile(file);
    if (draft) {
      if (!answer && !reader.busy) forget();
      setText(remark, '');
      return showRun();
    }
    show(textOf(context.picture().runs[0]?.request.input ?? []));
  };
}
