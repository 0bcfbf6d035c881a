import js from '@eslint/js';
import globals from 'globals';

import noProse from './eslint/no-prose.js';

export default [
  { ignores: ['web/dist/'] },
  js.configs.recommended,
  {
    files: ['web/js/**', 'web/iaf-neuron.js'],
    languageOptions: {
      globals: { ...globals.browser, __SHAPES__: 'readonly', __VERSION__: 'readonly', __YEAR__: 'readonly' },
    },
  },
  {
    files: ['web/js/**', 'web/iaf-neuron.js'],
    ignores: ['web/js/words/**'],
    plugins: { iaf: { rules: { 'no-prose': noProse } } },
    rules: { 'iaf/no-prose': 'error' },
  },
  { files: ['web/js/simulator/simulator.js'], languageOptions: { globals: { process: 'readonly' } } },
  { files: ['web/{build,eslint.config}.js', 'web/site/*.js'], languageOptions: { globals: globals.node } },
  { files: ['web/service-worker.js'], languageOptions: { globals: globals.serviceworker } },
  { files: ['tests/**'], languageOptions: { globals: { ...globals.node, ...globals.browser } } },
];
