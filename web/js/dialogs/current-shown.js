import { EVENLY } from '../share/import/columns.js';
import { currentUnits, timeUnits } from '../share/import/units.js';
import { element, setRichText, setText } from '../ui/dom.js';
import * as words from '../words/en/current-dialog.js';
import { questions, shownText, skippedText, summary, toldText } from '../words/en/current-file.js';
import { createPicture } from './current-picture.js';

/**
 * What was read of a current: its course, what it spans, what is still to be said, what was skipped or changed, and how
 * much of it a run shows.
 *
 * @typedef {import('../share/import/current.js').Answer} Answer
 * @typedef {import('../share/import/current.js').Made} Made
 * @typedef {import('../share/import/columns.js').Choice} Choice
 * @typedef {import('../share/import/columns.js').Question} Question
 */

/**
 * @param {{ choose: (more: Choice) => void, runAll: (on: boolean) => void }} events
 */
export function createShown({ choose, runAll }) {
  const picture = createPicture();
  const said = element('p', { id: 'own-summary', role: 'status' });
  const skipped = element('p', { id: 'own-skipped', className: 'quiet' });
  const told = element('ul', { id: 'own-told' });
  const all = element('input', { type: 'checkbox', id: 'own-run-all' });
  const allText = element('span');
  const allLabel = element('label', { className: 'check' }, all, allText);
  const runText = element('span', { id: 'own-run' });
  const run = element('div', { className: 'run' }, runText, allLabel);
  all.addEventListener('change', () => runAll(all.checked));

  const time = createSelect('own-time', words.timeColumn, (value) =>
    choose({ time: Number(value), timeUnit: undefined }),
  );
  const timeUnit = createSelect('own-time-unit', words.timeUnit, (value) => choose({ timeUnit: value }));
  const current = createSelect('own-current', words.currentColumn, (value) =>
    choose({ current: Number(value), currentUnit: undefined }),
  );
  const currentUnit = createSelect('own-current-unit', words.currentUnit, (value) =>
    choose({ currentUnit: value }),
  );
  const comma = createSelect('own-comma', words.commaLabel, (value) =>
    choose({ comma: /** @type {Choice['comma']} */ (value) }),
  );
  const interval = element('input', {
    type: 'number',
    id: 'own-interval',
    min: 0,
    step: 'any',
    inputMode: 'decimal',
    required: true,
  });
  const intervalField = element('label', { className: 'field' }, words.intervalLabel, interval);
  interval.addEventListener('input', () =>
    choose({ interval: interval.value === '' ? undefined : Number(interval.value) }),
  );
  const fields = element(
    'div',
    { className: 'columns' },
    comma.element,
    time.element,
    timeUnit.element,
    intervalField,
    current.element,
    currentUnit.element,
  );
  const root = element(
    'section',
    { className: 'read', hidden: true },
    picture.element,
    said,
    fields,
    told,
    skipped,
    run,
  );
  /** @type {Record<Question, HTMLElement>} */
  const fieldOf = {
    comma: comma.select,
    time: time.select,
    timeUnit: timeUnit.select,
    current: current.select,
    currentUnit: currentUnit.select,
    interval,
  };
  /** What commas might be, as last asked. @type {[value: string, label: string][]} */
  let meanings = [];
  let line = '';

  /** @param {Answer | null} answer */
  function update(answer) {
    root.hidden = !answer;
    if (!answer) return setText(said, '');
    const { columns, choice, asked, made, unclear, example } = answer;
    if (unclear) {
      const all = words.commas(example);
      meanings = ['decimal', unclear].map((key) => [key, all[key]]);
    }
    comma.update(unclear || choice.comma ? meanings : [], choice.comma);
    const names = columns.map(
      ({ title }, k) => /** @type {[string, string]} */ ([String(k), words.columnName(k + 1, title)]),
    );
    time.update(unclear ? [] : [...names, [String(EVENLY), words.evenly]], textOf(choice.time));
    current.update(names.length > 1 ? names : [], textOf(choice.current));
    const timed = !unclear && choice.time !== EVENLY;
    timeUnit.update(timed ? Object.keys(timeUnits).map((unit) => [unit, unit]) : [], choice.timeUnit);
    currentUnit.update(
      unclear ? [] : Object.keys(currentUnits).map((unit) => [unit, unit]),
      choice.currentUnit,
    );
    intervalField.hidden = unclear !== '' || choice.time !== EVENLY;
    if (choice.interval === undefined && document.activeElement !== interval) interval.value = '';
    for (const [question, field] of Object.entries(fieldOf)) {
      field.classList.toggle('asked', asked.includes(/** @type {Question} */ (question)));
    }
    picture.element.hidden = !made;
    run.hidden = !made;
    line = made
      ? summary(made, {
          title: columns[choice.current ?? 0]?.title ?? '',
          column: (choice.current ?? 0) + 1,
          columns: columns.length,
        })
      : words.asking([...asked.map((each) => questions[each]), ...unknownUnits(answer)]);
    setRichText(said, made ? `${line}.` : line);
    told.replaceChildren(...(made?.told ?? []).map((each) => element('li', {}, toldText(each))));
    told.hidden = !made?.told.length;
    setText(skipped, skippedText(answer.skipped));
    skipped.hidden = !answer.skipped.length;
  }

  return {
    element: root,
    update,
    /** How much of it a run shows. @param {Made} made @param {number} duration ms, without all of it @param {boolean} wanted all of it */
    run(made, duration, wanted) {
      const length = lengthFor(made.to);
      const lasts = wanted ? length : duration;
      picture.update(made, lasts, line);
      setText(runText, shownText(made, lasts));
      allLabel.hidden = !wanted && length <= duration;
      all.checked = wanted;
      setText(allText, words.runAll(length));
    },
    /** @param {Question} question */
    focus(question) {
      fieldOf[question].focus();
    },
  };
}

/** A duration that is as long, of few digits. @param {number} to ms */
export function lengthFor(to) {
  const short = Number(to.toPrecision(6));
  return short >= to ? short : Number((to * (1 + 5e-6)).toPrecision(6));
}

/** @param {Answer} answer */
function unknownUnits({ columns, choice, asked }) {
  const said = [
    asked.includes('timeUnit') ? columns[choice.time ?? -1]?.said : '',
    asked.includes('currentUnit') ? columns[choice.current ?? -1]?.said : '',
  ];
  return said.filter(Boolean).map((unit) => words.unknownSaid(unit ?? ''));
}

/** @param {number | undefined} value */
function textOf(value) {
  return value === undefined ? undefined : String(value);
}

/**
 * A choice that may be still to be made; without options it is not there.
 * @param {string} id @param {string} label @param {(value: string) => void} change
 */
function createSelect(id, label, change) {
  const select = element('select', { id, required: true });
  const root = element('label', { className: 'field' }, label, select);
  select.addEventListener('change', () => change(select.value));
  return {
    element: root,
    select,
    /** @param {[value: string, label: string][]} options @param {string | undefined} value */
    update(options, value) {
      root.hidden = !options.length;
      const known = options.some(([each]) => each === value);
      const all = known ? options : [['', words.choose], ...options];
      const wanted = JSON.stringify(all);
      if (select.dataset.options !== wanted) {
        select.dataset.options = wanted;
        select.replaceChildren(
          ...all.map(([each, text]) => element('option', { value: each, disabled: each === '' }, text)),
        );
      }
      select.value = known ? (value ?? '') : '';
    },
  };
}
