import assert from 'node:assert/strict';
import { test } from 'node:test';

import { experimentOf, startValues } from '../../../web/js/model/experiments/index.js';
import { runExperiment } from '../../../web/js/runs/picture.js';
import { isQuick } from '../../../web/js/simulator/grid-views.js';
import { issueSentence } from '../../../web/js/words/en/issue.js';
import { wentBack } from '../../../web/js/words/en/mended.js';
import { issueText, problemText } from '../../../web/js/words/en/notice.js';
import { iaf } from '../simulator.mjs';

/** @param {string} id @param {object} changes to the values it starts with @param {object} [numerics] */
function issuesOf(id, changes, numerics = { method: 'exact', dt: 0.1 }) {
  const experiment = experimentOf(id);
  const values = { ...startValues(experiment), ...changes };
  return runExperiment(iaf, { quick: isQuick, views: () => null }, experiment, values, numerics, 10).issues;
}

test('what is wrong with a control, in its own name and symbol', () => {
  const euler = { method: 'euler', dt: NaN };
  for (const [id, changes, numerics, key, sentence] of [
    ['constant', { u_reset: NaN }, undefined, 'u_reset', 'Reset and start: enter a number'],
    ['time', { u_reset: NaN }, undefined, 'u_reset', 'Reset: enter a number'],
    ['constant', {}, euler, 'dt', 'Step: enter a number'],
    ['constant', { R: -3 }, undefined, 'R', /^R = -3 MΩ: must be /],
    ['two', { amplitude_2: 1e300 }, undefined, 'amplitude_2', /^I_2 = 1e\+?300 nA: must be /],
    [
      'constant',
      { amplitude: 10, C: 0.007, duration: 1000 },
      undefined,
      'duration',
      'The runs have more than 200000 spikes together: shorten the duration',
    ],
  ]) {
    const [issue] = issuesOf(id, changes, numerics);
    assert.equal(issue.key, key);
    assert.equal('message' in issue, sentence instanceof RegExp);
    if (sentence instanceof RegExp) assert.match(issueSentence(issue), sentence);
    else assert.equal(issueSentence(issue), sentence);
  }
});

test('what the page says of issues and of links', () => {
  const issues = [{ key: 'theta', code: 'empty' }];
  assert.equal(issueText({ issues, runs: [] }), 'Threshold: enter a number.');
  assert.equal(
    issueText({ issues, runs: [{}] }),
    'Threshold: enter a number. The plots show the last valid values.',
  );
  assert.equal(problemText([]), '');
  assert.equal(problemText(['R = x (not a number)', '2 more']), 'Ignored: R = x (not a number); 2 more.');
  assert.equal(wentBack('u_reset', 9, 'u_0 = 9 mV: no'), 'u_reset = 9 (u_0 = 9 mV: no)');
});
