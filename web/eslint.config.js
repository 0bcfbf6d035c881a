import js from '@eslint/js';
import globals from 'globals';

export default [
  js.configs.recommended,
  { files: ['web/js/**', 'web/iaf-neuron.js'], languageOptions: { globals: globals.browser } },
  { files: ['web/js/simulator.js'], languageOptions: { globals: { process: 'readonly' } } },
  { files: ['web/{build,eslint.config}.js'], languageOptions: { globals: globals.node } },
  { files: ['tests/**'], languageOptions: { globals: { ...globals.node, ...globals.browser } } },
];
