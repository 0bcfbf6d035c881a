// Everything that has a key has its words, and there are no words for what there is not.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { test } from 'node:test';

import { fill } from '../../../web/js/dialogs/all.js';
import { groups } from '../../../web/js/model/experiments/controls.js';
import { experiments, startValues } from '../../../web/js/model/experiments/index.js';
import { methodChoice, methods, stepControl } from '../../../web/js/model/methods.js';
import * as panelCode from '../../../web/js/panels/all.js';
import { panels } from '../../../web/js/state/panels.js';
import { groupTitles, presetLabels } from '../../../web/js/words/en/controls.js';
import {
  caseTitle,
  caseTitles,
  experimentTitle,
  experimentWords,
} from '../../../web/js/words/en/experiments.js';
import { choices, labelOf, labels, methodLabel, optionLabel } from '../../../web/js/words/en/labels.js';
import { dialogTitles, panelTitles } from '../../../web/js/words/en/page.js';

/** The words by key are those of these keys, none of them empty. */
function sameKeys(words, keys) {
  assert.deepEqual(Object.keys(words).sort(), [...new Set(keys)].sort());
  for (const [key, text] of Object.entries(words)) assert.ok(text || key === '', key);
}

test('experiments have their words, and nothing else has', () => {
  sameKeys(
    experimentWords,
    experiments.map(({ id }) => id),
  );
  for (const { title, summary, remark } of Object.values(experimentWords)) {
    assert.match(title, /^\p{Lu}[^.]*[^.]$/u);
    for (const sentences of [summary, remark]) assert.match(sentences, /^\p{Lu}.*\.$/u);
  }
  assert.equal(experimentTitle('two'), 'Two currents');
  sameKeys(
    caseTitles,
    experiments.flatMap((each) => each.cases(startValues(each)).map(({ id }) => id)),
  );
  assert.equal(caseTitle({ id: 'high_short' }), 'High, short');
  sameKeys(
    presetLabels,
    experiments.flatMap(({ presets }) => presets.map(({ id }) => id)),
  );
});

test('controls, choices, their options and groups have their labels, and nothing else has', () => {
  const controls = experiments.flatMap((each) => [...each.controls, each.derived(startValues(each))]);
  sameKeys(
    labels,
    [...controls, stepControl].map(({ key, name }) => name ?? key),
  );
  assert.equal(labelOf({ key: 'u_reset' }), 'Reset');
  assert.equal(labelOf({ key: 'u_reset', name: 'reset_and_start' }), 'Reset and start');
  const all = [...experiments.flatMap((each) => each.choices), methodChoice];
  sameKeys(
    choices,
    all.map(({ key }) => key),
  );
  for (const { key, options } of all) {
    sameKeys(choices[key].options, options);
    assert.ok(choices[key].label);
  }
  assert.equal(optionLabel('waveform', 'own'), 'Your own');
  for (const { value } of methods) assert.ok(methodLabel(value));
  sameKeys(groupTitles, groups);
});

test('panels and dialogs have their titles, and nothing else has', () => {
  sameKeys(
    panelTitles,
    panels.map(({ id }) => id),
  );
  sameKeys(panelTitles, Object.keys(panelCode));
  sameKeys(dialogTitles, Object.keys(fill));
});

test('no words stand there that nobody says', async () => {
  const web = new URL('../../../web/', import.meta.url);
  const paths = await readdir(new URL('js/', web), { recursive: true });
  const files = [
    ...paths.filter((path) => path.endsWith('.js')).map((path) => `js/${path}`),
    'iaf-neuron.js',
  ];
  const texts = await Promise.all(files.map((path) => readFile(new URL(path, web), 'utf8')));
  const code = texts.map((text) => text.replace(/^export \w+ \w+/gm, '')).join('\n');
  const words = files.flatMap((path, at) =>
    path.startsWith('js/words/')
      ? [...texts[at].matchAll(/^export \w+ (\w+)/gm)].map(([, name]) => name)
      : [],
  );
  assert.ok(words.length > 100);
  for (const name of words) assert.match(code, new RegExp(`\\b${name}\\b`), name);
});
