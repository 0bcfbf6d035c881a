import js from '@eslint/js';
import globals from 'globals';

export default [
  js.configs.recommended,
  { files: ['js/**'], languageOptions: { globals: globals.browser } },
  { files: ['js/simulator.js'], languageOptions: { globals: { process: 'readonly' } } },
  { files: ['*.js'], languageOptions: { globals: globals.node } },
];
