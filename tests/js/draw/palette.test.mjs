// The colours of the plots: enough contrast, and apart for every common kind of colour vision.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

const css = await readFile(new URL('../../../web/css/base.css', import.meta.url), 'utf8');
const schemes = ['light', 'dark'];
const palettes = Object.fromEntries(
  schemes.map((scheme, at) => [
    scheme,
    Object.fromEntries(
      [...css.matchAll(/--([\w-]+): light-dark\((#\w+), (#\w+)\)/g)].map(([, name, ...pair]) => [
        name,
        [1, 3, 5].map((k) => linear(parseInt(pair[at].slice(k, k + 2), 16) / 255)),
      ]),
    ),
  ]),
);

/** sRGB to linear light. */
function linear(value) {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

const times = (matrix, colour) => matrix.map((row) => row.reduce((sum, x, k) => sum + x * colour[k], 0));

/** Severity 1: Machado, Oliveira and Fernandes 2009, IEEE Trans. Vis. Comput. Graph. 15:1291, table 1. */
const visions = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const luminance = ([r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** WCAG 2.2. */
function contrast(a, b) {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** OKLab (Ottosson 2020), whose distances are near what is seen. */
function lab(colour) {
  const lms = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    colour,
  ).map(Math.cbrt);
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    lms,
  );
}

for (const scheme of schemes) {
  const palette = palettes[scheme];
  test(`${scheme}: text and lines stand out from what lies behind them`, () => {
    for (const ground of ['page', 'surface']) {
      for (const text of ['ink', 'muted', 'threshold', 'potential', 'current']) {
        const found = contrast(palette[text], palette[ground]);
        assert.ok(found >= 4.5, `${text} on ${ground}: ${found.toFixed(2)}`);
      }
    }
  });
  test(`${scheme}: the edges of controls stand out from what lies on both sides (WCAG 2.2, 1.4.11)`, () => {
    for (const ground of ['page', 'surface']) {
      const found = contrast(palette.edge, palette[ground]);
      assert.ok(found >= 3, `edge on ${ground}: ${found.toFixed(2)}`);
    }
  });
  for (const [vision, matrix] of Object.entries(visions)) {
    test(`${scheme}: the colours of I, u and theta are apart (${vision})`, () => {
      const seen = ['current', 'potential', 'threshold'].map((name) => [
        name,
        lab(times(matrix, palette[name])),
      ]);
      seen.forEach(([name, a], i) =>
        seen.slice(i + 1).forEach(([other, b]) => {
          const distance = Math.hypot(...a.map((x, k) => x - b[k]));
          assert.ok(distance > 0.06, `${name} and ${other}: ${distance.toFixed(3)}`);
        }),
      );
    });
  }
}
