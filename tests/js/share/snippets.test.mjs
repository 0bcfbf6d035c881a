// HTML for other people's pages: a small parser of our own reads back what a browser would see.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { readOptions } from '../../../web/js/share/figure/read-options.js';
import { shapeOf } from '../../../web/js/share/figure/shape.js';
import { controlsInUse } from '../../../web/js/model/experiments/controls.js';
import { experiments, startValues } from '../../../web/js/model/experiments/index.js';
import { decode } from '../../../web/js/share/read-link.js';
import { settingsOf } from '../../../web/js/state/settings.js';
import { elementSnippet, iframeSnippet } from '../../../web/js/share/export/snippets.js';
import { random } from '../../handoff/states.mjs';
import { experimentWords } from '../../../web/js/words/en/experiments.js';

const base = 'https://example.org/iaf/index.html#R=3';

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const plainText = (text) => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => entities[name]);

/** The tags of a snippet; fails on anything that is not a tag with quoted attributes, a comment or escaped text. */
function tagsOf(html) {
  const tags = [];
  const rest = html
    .replace(/<!--[^<>]*-->/g, '')
    .replace(/<([a-z-]+)((?: [A-Za-z_]\w*(?:="[^"<>]*")?)*)>([^<>]*)/g, (_, name, attributes, text) => {
      const read = [...attributes.matchAll(/ (\w+)(?:="([^"]*)")?/g)].map(([, key, value = '']) => [
        key,
        plainText(value),
      ]);
      tags.push({ name, ...Object.fromEntries(read), text: plainText(text).trim() });
      return '';
    })
    .replace(/<\/(?:div|iframe|script|iaf-neuron|a)>/g, '');
  assert.doesNotMatch(rest, /\S/, html);
  return tags;
}

test('the iframe brings state, parts and controls', () => {
  const fragment = '#experiment=time&amplitude=2&method=euler';
  const [, frame] = tagsOf(
    iframeSnippet({ base, fragment, title: 'A sine', height: 512.4, show: ['plots', 'fi'], controls: [] }),
  );
  assert.equal(
    frame.src,
    'https://example.org/iaf/embed.html#v=1&experiment=time&amplitude=2&method=euler&show=plots%2Cfi&controls=none',
  );
  assert.deepEqual([frame.title, frame.width, frame.height], ['A sine', '100%', '512']);
  const [, plain] = tagsOf(iframeSnippet({ base, fragment: '' }));
  assert.equal(plain.src, 'https://example.org/iaf/embed.html#v=1&experiment=constant');
  assert.ok(Number(plain.height) > 300);
});

test('the element has the keys as attributes, one script, and a link to the lab', () => {
  const figure = { base, fragment: 'experiment=two&R=4&theta=6', controls: 'all' };
  const [, script, element, link] = tagsOf(elementSnippet(figure));
  assert.equal(script.src, 'https://example.org/iaf/iaf-neuron.js');
  const { experiment, R, theta, controls, title } = element;
  assert.deepEqual(
    { experiment, R, theta, controls },
    { experiment: 'two', R: '4', theta: '6', controls: 'all' },
  );
  assert.match(title, /Two currents/);
  assert.equal(link.href, 'https://example.org/iaf/index.html#v=1&experiment=two&R=4&theta=6');
  assert.equal(link.text, title);
});

test('a new experiment is one entry and its words: its embed has its few controls, in the room they need', () => {
  const intensity = experiments.find(({ id }) => id === 'intensity');
  const few = ['R', 'C', 'theta', 't_ref', 'duration'];
  const entry = { ...intensity, id: 'new', few };
  const heightOf = (id, controls) =>
    Number(tagsOf(iframeSnippet({ base, fragment: `experiment=${id}`, controls }))[1].height);
  experiments.push(entry);
  experimentWords.new = { title: 'New', summary: '', remark: '' };
  try {
    assert.deepEqual(readOptions('experiment=new').options.controls, few);
    assert.equal(heightOf('new'), heightOf('intensity', few));
    assert.ok(heightOf('new') > heightOf('intensity'));
    const [{ options: rows }] = settingsOf(entry);
    assert.deepEqual(rows, ['most', '0', '1', '2', '3']);
    assert.deepEqual(decode('experiment=new&row=3').problems, []);
    assert.equal(decode('row=3').problems.length, 1);
  } finally {
    experiments.pop();
    delete experimentWords.new;
  }
  for (const { few: keys, controls } of experiments) {
    for (const key of keys) assert.ok(controls.some((control) => control.key === key));
  }
});

const hostile = [
  '"><script>alert(1)</script>',
  "' onload='alert(1)",
  '--><img src=x onerror=alert(1)>',
  '&quot;&#34;&lt;',
  '</iaf-neuron><style>*{display:none}</style>',
  'javascript:alert(1)',
  '\0\r\n\u2028"\ud800',
];

test('every control counts where the room of all is made', () => {
  for (const experiment of experiments) {
    const controls = [...experiment.choices, ...controlsInUse(experiment, startValues(experiment))];
    const counted = shapeOf(experiment).groups.reduce((sum, count) => sum + count, 0);
    assert.equal(counted, controls.length, experiment.id);
    assert.ok(counted > experiment.few.length);
  }
});

test('hostile words stay words', () => {
  for (const word of hostile) {
    const words = encodeURIComponent(word.toWellFormed?.() ?? word.replace(/\ud800/g, ''));
    const fragment = `experiment=${words}&R=${words}&${words}=1&onclick=${words}&style=x&amplitude=3&method=${words}`;
    const figure = { base, fragment, title: word, show: [word], controls: [word, 'R'] };
    for (const html of [iframeSnippet(figure), elementSnippet(figure)]) {
      for (const tag of tagsOf(html)) {
        if (tag.title !== undefined) assert.equal(tag.title, word);
        assert.ok(
          !Object.keys(tag).some(
            (key) =>
              /^on|^(style|id|class)$/.test(key) && !['div', 'iframe', 'iaf-neuron'].includes(tag.name),
          ),
        );
        for (const address of [tag.src, tag.href]) {
          if (address) assert.match(address, /^https:\/\/example\.org\/iaf\//);
        }
      }
    }
  }
});

test('so does anything else', () => {
  const next = random(7);
  const signs = [...'<>"\'&;=#%+ \n\\/-!aR0', 'on', 'script', '&quot;', '-->', 'π', '𝛉'];
  const text = () =>
    Array.from({ length: Math.floor(next() * 24) }, () => signs[Math.floor(next() * signs.length)]).join('');
  for (let round = 0; round < 2000; round += 1) {
    const title = text();
    const figure = { base, fragment: text(), title, show: [text()], controls: [text()] };
    const [, frame] = tagsOf(iframeSnippet(figure));
    const tags = tagsOf(elementSnippet(figure));
    assert.deepEqual(
      tags.map(({ name }) => name),
      ['div', 'script', 'iaf-neuron', 'a'],
    );
    if (title) assert.deepEqual([frame.title, tags[2].title], [title, title]);
    assert.equal(new URLSearchParams(new URL(frame.src).hash.slice(1)).get('show'), figure.show[0]);
  }
});
