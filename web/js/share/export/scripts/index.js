import { brian2Script } from './brian2.js';
import { nestScript } from './nest.js';
import { neuromlDocument } from './neuroml.js';
import { neuronScript } from './neuron.js';
import { numpyScript } from './numpy.js';
import { pynnScript } from './pynn.js';

/**
 * Where a run can be continued.
 *
 * @typedef {object} Target
 * @property {string} id
 * @property {string} label
 * @property {string} file name to save it under
 * @property {string} type media type
 * @property {boolean} tested whether `make test-handoff` runs what it makes
 * @property {(requests: import('./cases.js').Requests, about: import('./cases.js').About) => string} write
 */

/** @type {Target[]} */
export const targets = [
  {
    id: 'numpy',
    label: 'NumPy',
    file: 'integrate_and_fire_numpy.py',
    type: 'text/x-python',
    tested: true,
    write: numpyScript,
  },
  {
    id: 'brian2',
    label: 'Brian2',
    file: 'integrate_and_fire_brian2.py',
    type: 'text/x-python',
    tested: true,
    write: brian2Script,
  },
  {
    id: 'pynn',
    label: 'PyNN',
    file: 'integrate_and_fire_pynn.py',
    type: 'text/x-python',
    tested: true,
    write: pynnScript,
  },
  {
    id: 'nest',
    label: 'NEST',
    file: 'integrate_and_fire_nest.py',
    type: 'text/x-python',
    tested: false,
    write: nestScript,
  },
  {
    id: 'neuron',
    label: 'NEURON',
    file: 'integrate_and_fire_neuron.py',
    type: 'text/x-python',
    tested: true,
    write: neuronScript,
  },
  {
    id: 'neuroml',
    label: 'NeuroML 2 / LEMS',
    file: 'LEMS_integrate_and_fire.xml',
    type: 'application/xml',
    tested: false,
    write: neuromlDocument,
  },
];
