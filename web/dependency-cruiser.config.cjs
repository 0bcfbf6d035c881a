// Holds the layers of web/js (layers.json, lowest first): each imports only from itself and from those below, nothing
// in a circle, and the root holds the entries alone.

const { entries, layers } = require('./layers.json');

const folder = (/** @type {string} */ name) => `^js/${name}/`;
/** The one import that leads up: app/load-later.js fetches the entry later.js when it is first needed. */
const loader = '^js/app/load-later\\.js$';

const upward = layers.map((layer, at) => ({
  name: `${layer}-imports-downward`,
  severity: 'error',
  from: { path: folder(layer), pathNot: loader },
  to: { path: [...layers.slice(at + 1).map(folder), '^js/[^/]+$'] },
}));

module.exports = {
  forbidden: [
    ...upward,
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'loader-loads-later',
      severity: 'error',
      from: { path: loader },
      to: { path: '^js/[^/]+$', pathNot: '^js/later\\.js$' },
    },
    {
      name: 'root-holds-entries',
      severity: 'error',
      from: { path: '^js/[^/]+$', pathNot: `^js/(${entries.join('|')})\\.js$` },
      to: {},
    },
    {
      name: 'known-layers-only',
      severity: 'error',
      from: { path: '^js/[^/]+/', pathNot: layers.map(folder) },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^\\.\\./'] },
    moduleSystems: ['es6'],
    // What a comment says of types counts too.
    parser: 'tsc',
    detectJSDocImports: true,
    tsPreCompilationDeps: true,
    exclude: { path: '^#glue$' },
  },
};
