// What the page's own modules make of hostile input, without a page. Each kind answers a case with the word for what
// came of it, and throws where it should not have.

import { readAt } from '../../web/js/runs/reading.js';
import { rateOf } from '../../web/js/runs/rate.js';
import { bestOf } from '../../web/js/runs/reference.js';
import { initialState } from '../../web/js/share/follow.js';
import { linkTo } from '../../web/js/share/permalink.js';
import assert from 'node:assert/strict';

import { iaf } from '../js/simulator.mjs';
import { experimentOf } from '../../web/js/model/experiments/index.js';
import { withOptions } from '../../web/js/share/figure/options.js';
import { readOptions } from '../../web/js/share/figure/read-options.js';
import { currentCsv, samplesCsv, spikesCsv } from '../../web/js/share/export/csv.js';
import { fromJson, toJson } from '../../web/js/share/export/json.js';
import { elementSnippet, iframeSnippet } from '../../web/js/share/export/snippets.js';
import { currentOfText } from '../../web/js/share/import/current.js';
import { stateOfFile } from '../../web/js/share/import/file.js';
import { drawnIn, runExperiment, windowOf } from '../../web/js/runs/picture.js';
import { complete } from '../../web/js/model/complete.js';
import { plain } from '../../web/js/base/format.js';
import { regime } from '../../web/js/words/en/regime.js';
import { csv, json, request } from './files.mjs';
import { fragment, onItsWay, pairsOf, withSamples, written } from './links.mjs';
import { issueSentence } from '../../web/js/words/en/issue.js';
import { skippedText, toldText } from '../../web/js/words/en/current-file.js';
import { readRightly, refusesRightly, table } from './tables.mjs';

const columns = 1300;
/** Grid runs are the worker's where they are long. */
const grid = {
  quick: (requests) => requests.every(({ duration, dt }) => duration / dt < 1e5),
  views: () => null,
};
const broken = /NaN|undefined|Infinity|\[object/;

/** Nothing a visitor reads may be made of broken numbers. */
function legible(text) {
  assert.doesNotMatch(text, broken);
  assert.ok(text.trim().length > 3, 'says something');
}

/** @param {string[]} problems @returns {'named'} */
function named(problems) {
  for (const problem of problems) {
    assert.ok(
      problem.length > 3 && problem.length < 600,
      `${problem.length} signs: ${problem.slice(0, 100)}`,
    );
  }
  return 'named';
}

/** The picture of a state of the lab, with all that is read from it. @returns {'picture' | 'named'} */
function pictureOf(state) {
  const experiment = experimentOf(state.experiment);
  const values = state.values[state.experiment];
  const numerics = { method: state.method, dt: state.dt };
  const { runs, issues } = runExperiment(iaf, grid, experiment, values, numerics, columns);
  if (issues.length) return named(issues.map(issueSentence));
  const window = windowOf(state, runs[0].request.duration, columns);
  const drawn = drawnIn(iaf, grid, runs, window);
  legible(regime({ experiment, runs }));
  for (const { view, drawn: part } of [...runs, ...drawn]) {
    const best = bestOf(part);
    legible(`${view.statistics.count} at ${plain(rateOf(runs[0]))} Hz`);
    for (const trace of [part.view.t, best.u, best.current]) assert.ok(trace.every(Number.isFinite));
  }
  const { points } = readAt(iaf, { runs: drawn, window }, window.to);
  for (const { u, current } of points) assert.ok(Number.isFinite(u) && Number.isFinite(current));
  return 'picture';
}

const withoutSignOfZero = (state) => JSON.parse(JSON.stringify(state));

function link(text) {
  const state = initialState(text, iaf.defaults);
  const back = initialState(linkTo(state), iaf.defaults);
  assert.deepEqual(withoutSignOfZero(back), withoutSignOfZero({ ...state, problems: [] }));
  if (state.problems.length) {
    named(state.problems);
    pictureOf(state);
    return 'named';
  }
  return pictureOf(state);
}

function embedLink(text) {
  const { options, link: rest, problems } = readOptions(text);
  const { options: again } = readOptions(withOptions(rest, options));
  assert.deepEqual([...new Set(again.show)].sort(), [...new Set(options.show)].sort());
  const outcome = link(rest);
  return problems.length ? named(problems) : outcome;
}

/** A state that links hold, and what became of its link on its way. */
function sent(of) {
  const state = initialState(written(of.chance(0.5) ? withSamples(of) : pairsOf(of)), iaf.defaults);
  return { state, ...onItsWay(of, linkTo(state)) };
}

/** Read as the state it was made from; a part of one is named, and holds no number but of that state or the start. */
function arrived({ state, text, cut, doubtful }) {
  const { problems, ...found } = initialState(readOptions(text, 'lab').link, iaf.defaults);
  if (doubtful && problems.length) {
    assert.match(problems.join('; '), /^input = /);
    return named(problems);
  }
  if (!cut) {
    assert.deepEqual(problems, []);
    assert.deepEqual(withoutSignOfZero(found), withoutSignOfZero({ ...state, problems: undefined }));
    return 'picture';
  }
  assert.match(problems.join('; '), /the link was cut on its way|\d more$/);
  const start = initialState(`experiment=${state.experiment}`, iaf.defaults);
  assert.equal(found.experiment, state.experiment);
  const flat = ({ values, settings, experiment, ...rest }) => ({
    ...rest,
    ...values[experiment],
    ...settings[experiment],
  });
  const [now, was, first] = [found, state, start].map((each) => withoutSignOfZero(flat(each)));
  for (const [key, value] of Object.entries(now)) {
    const may = [was[key], first[key]].map((each) => JSON.stringify(each));
    assert.ok(may.includes(JSON.stringify(value)), `${key} = ${JSON.stringify(value)}`);
  }
  return named(problems);
}

/** An answer, or a sentence. @param {() => unknown} make */
function attempt(make) {
  try {
    return { value: make() };
  } catch (error) {
    assert.ok(['TypeError', 'SyntaxError', 'InvalidRequest'].includes(error.name), `${error.stack}`);
    return { outcome: named(error.issues?.map(({ message }) => message) ?? [error.message]) };
  }
}

function current({ text, interval }) {
  const { value, outcome } = attempt(() => currentOfText(text, interval));
  if (outcome) return outcome;
  const { input, told, skipped } = value;
  assert.doesNotMatch([...told.map(toldText), skippedText(skipped)].join(' '), broken);
  const { outcome: refused } = attempt(() => iaf.view({ input }, { columns }));
  return refused ?? 'picture';
}

/** A table whose truth is known: read rightly or asked about; with a damaged value refused. */
function dialect(wanted) {
  refusesRightly(wanted);
  return readRightly(wanted);
}

function file(text) {
  const { value: found, outcome } = attempt(() => stateOfFile(text, iaf.defaults));
  if (outcome) return outcome;
  const start = initialState('', iaf.defaults);
  const state = found.linked ?? found.adopted;
  return pictureOf({ ...start, ...state, values: { [state.experiment]: state.values } });
}

const cell = /^(?:-?\d+(?:\.\d+)?(?:e[-+]?\d+)?)?$/;

function exported(wanted) {
  const { value: plainest, outcome } = attempt(() => fromJson(JSON.stringify(wanted)));
  if (outcome) return outcome;
  const { value: run, outcome: refused } = attempt(() => iaf.simulate(plainest));
  if (refused) return refused;
  const full = { ...plainest, input: complete(plainest.input ?? iaf.defaults.input, iaf.defaults) };
  for (const text of [samplesCsv(plainest, run), spikesCsv(plainest, run), currentCsv(full, run)]) {
    const [title, comment, , ...rows] = text.split('\n');
    assert.match(title, /^# Integrate & Fire: [a-z ]+$/);
    assert.ok(comment.startsWith('# request: {'));
    for (const one of rows.flatMap((row) => row.split(','))) assert.match(one, cell);
  }
  assert.deepEqual(fromJson(toJson(plainest, run)), plainest);
  return 'file';
}

const column = '<div style="container-type:inline-size;width:100%">';
const markup = {
  iframe: new RegExp(`^${column}<iframe(?: [a-z]+="[^"<>]*")*></iframe></div>$`),
  element: new RegExp(
    `^${column}\n<script src="[^"<>]*" async></script><iaf-neuron(?: \\w+="[^"<>]*")*>` +
      '<a href="[^"<>]*">[^<>]*</a></iaf-neuron>\n</div>$',
  ),
};

function snippet({ fragment: text, title }) {
  const figure = { base: 'https://example.org/lab/', fragment: text, title };
  assert.match(iframeSnippet(figure), markup.iframe);
  assert.match(elementSnippet(figure), markup.element);
  return 'snippet';
}

/** By kind: its part of all cases, how one is made, and what is asked of it. */
export const kinds = {
  link: { part: 0.2, make: (of) => fragment(of), ask: link },
  'embed link': { part: 0.1, make: (of) => fragment(of, { embed: true }), ask: embedLink },
  'link on its way': { part: 0.2, make: sent, ask: arrived },
  'CSV file': {
    part: 0.1,
    make: (of) => ({ text: csv(of), interval: of.chance(0.7) ? 1 : Number(of.number()) }),
    ask: current,
  },
  'table of numbers': { part: 0.05, make: table, ask: dialect },
  'JSON file': { part: 0.2, make: json, ask: file },
  export: { part: 0.05, make: request, ask: exported },
  snippet: { part: 0.1, make: (of) => ({ fragment: fragment(of), title: of.text() }), ask: snippet },
};
