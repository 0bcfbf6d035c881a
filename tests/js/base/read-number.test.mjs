// What people type into number fields, and what it means.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { readNumber } from '../../../web/js/base/read-number.js';

const read = (text, unit = 'nA') => {
  const { value, fault } = readNumber(text, unit);
  return fault ?? value;
};

test('a number is read as it is written', () => {
  for (const [text, value] of [
    ['7.5', 7.5],
    ['7,5', 7.5],
    ['−3', -3],
    ['-3', -3],
    ['+3', 3],
    ['1e-3', 0.001],
    ['1E−3', 0.001],
    ['1,5e2', 150],
    ['.5', 0.5],
    [',5', 0.5],
    ['5.', 5],
    [' 0,125 ', 0.125],
    ['1000', 1000],
    ['0.1', 0.1],
  ])
    assert.equal(read(text), value, text);
  assert.ok(Object.is(read('−0'), 0));
});

test('a unit behind it is turned into that of the field, rounded once', () => {
  for (const [text, unit, value] of [
    ['750 pA', 'nA', 0.75],
    ['750pA', 'nA', 0.75],
    ['0,75\u00a0nA', 'nA', 0.75],
    ['3 µA', 'nA', 3000],
    ['3 uA', 'nA', 3000],
    ['3 \u03bcA', 'nA', 3000],
    ['2e-9 A', 'nA', 2],
    ['0.3 pA', 'nA', 0.0003],
    ['−0.07 V', 'mV', -70],
    ['15 s', 'ms', 15000],
    ['150 µs', 'ms', 0.15],
    ['0.05 kHz', 'Hz', 50],
    ['6400 kΩ', 'MΩ', 6.4],
    ['6.4 M\u2126', 'MΩ', 6.4],
    ['6.4 MOhm', 'MΩ', 6.4],
    ['900 pF', 'nF', 0.9],
    ['2 pA/ms', 'nA/ms', 0.002],
    ['2 nA/s', 'nA/ms', 0.002],
    ['1.5 rad', 'rad', 1.5],
    ['2 ×', '×', 2],
  ])
    assert.equal(read(text, unit), value, `${text} in ${unit}`);
});

test('nothing is read as another number', () => {
  for (const [text, fault] of [
    ['', 'empty'],
    [' ', 'empty'],
    ['1,000', 'comma'],
    ['-12,345', 'comma'],
    ['1.000,5', 'number'],
    ['1,000.5', 'number'],
    ['1 000', 'number'],
    ['7;5', 'number'],
    ['7..5', 'number'],
    ['--3', 'number'],
    ['3-4', 'number'],
    ['abc', 'number'],
    ['e5', 'number'],
    ['.', 'number'],
    ['Infinity', 'number'],
    ['0x10', 'unit'],
    ['750 mV', 'unit'],
    ['750 pa', 'unit'],
    ['7 nA/ms', 'unit'],
    ['50 %', 'unit'],
    ['7.5 nA nA', 'unit'],
    ['1e999', 'size'],
    ['1e-999', 'size'],
    ['1e308 A', 'size'],
  ])
    assert.equal(read(text), fault, JSON.stringify(text));
});
