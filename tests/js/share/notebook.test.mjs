// Scripts as notebooks: by the requirements of nbformat 4, and by python3-nbformat where it is installed.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

import { experiments, startValues } from '../../../web/js/model/experiments/index.js';
import { notebookOf } from '../../../web/js/share/export/notebook.js';
import { targets } from '../../../web/js/share/export/scripts/index.js';
import { iaf } from '../simulator.mjs';

const { defaults } = iaf;
const link = 'https://example.org/index.html#v=1&experiment=two';
const python = targets.filter(({ file }) => file.endsWith('.py'));

/** Every notebook the page can make: script and file. */
const notebooks = experiments.flatMap((experiment) => {
  const requests = experiment
    .cases(startValues(experiment))
    .map(({ title, request }) => ({ title, request }));
  return python.map(({ id, label, write }) => {
    const script = write(requests, { defaults, title: experiment.title, link });
    return { id, script, text: notebookOf(script, { label, link }) };
  });
});

const types = { markdown: ['cell_type', 'id', 'metadata', 'source'] };
types.code = [...types.markdown, 'execution_count', 'outputs'].sort();

test('a notebook is one by nbformat 4.5', () => {
  assert.equal(notebooks.length, 5 * experiments.length);
  for (const { text } of notebooks) {
    const { cells, metadata, nbformat, nbformat_minor, ...more } = JSON.parse(text);
    assert.deepEqual([nbformat, nbformat_minor, more], [4, 5, {}]);
    assert.deepEqual(Object.keys(metadata.kernelspec).sort(), ['display_name', 'language', 'name']);
    assert.equal(metadata.language_info.name, 'python');
    const ids = cells.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const cell of cells) {
      assert.deepEqual(Object.keys(cell).sort(), types[cell.cell_type], cell.cell_type);
      assert.match(cell.id, /^[a-zA-Z0-9-_]{1,64}$/);
      assert.ok(cell.source.every((line) => typeof line === 'string' && !/\n./.test(line)));
      if (cell.cell_type === 'code') assert.deepEqual([cell.outputs, cell.execution_count], [[], null]);
    }
    assert.equal(cells[0].cell_type, 'markdown');
    assert.ok(cells[0].source.join('').includes(link));
  }
});

test('its cells are the script, in its order, with the numbers in one of their own', () => {
  for (const { id, script, text } of notebooks) {
    const { cells } = JSON.parse(text);
    const code = cells.filter(({ cell_type }) => cell_type === 'code').map(({ source }) => source.join(''));
    assert.ok(code.length >= 3, `${code.length} cells`);
    const given = code[0].includes('sys.argv = ["notebook"]') ? code.slice(1) : code;
    assert.equal(given.length < code.length, id === 'pynn', 'a notebook has other arguments than a script');
    const bare = (lines) => lines.split('\n').filter(Boolean).join('\n');
    assert.equal(bare(given.join('\n')), bare(script.replace(/^#!.*\n"""[^]*?"""\n/, '')));
    assert.equal(given.filter((each) => each.includes('CASES = [')).length, 1);
    assert.ok(cells[0].source.join('').includes(/"""([^]*?)"""/.exec(script)[1].trim()));
  }
});

const validate = 'import sys, nbformat; nbformat.validate(nbformat.reads(sys.stdin.read(), as_version=4))';
const installed = spawnSync('python3', ['-c', 'import nbformat']).status === 0;

test(
  'nbformat finds nothing wrong with it',
  { skip: !installed && 'python3-nbformat is not installed' },
  () => {
    for (const { text } of notebooks) {
      const { status, stderr } = spawnSync('python3', ['-c', validate], { input: text, encoding: 'utf8' });
      assert.equal(status, 0, stderr);
    }
  },
);
