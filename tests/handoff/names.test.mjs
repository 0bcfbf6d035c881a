// NEST and NeuroML are not in Debian: their scripts are held against documented names, units and equations, no more.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';

import { loadSimulator } from '../../build/site/iaf.js';
import { completeCases } from '../../web/js/share/export/scripts/cases.js';
import { gridStep } from '../../web/js/share/export/scripts/grid.js';
import { neuromlDocument } from '../../web/js/share/export/scripts/neuroml.js';
import { announcedDelay, greatestDifference } from './compare.mjs';
import { onGrid } from './oracles.mjs';
import { build, runScript } from './run.mjs';
import { states } from './states.mjs';

const iaf = await loadSimulator();
const { defaults } = iaf;
const path = fileURLToPath(new URL('stand-ins', import.meta.url));

for (const state of states) {
  test(`NEST, ${state.id}: with a stand-in that knows the documented names and units`, async () => {
    const cases = completeCases(state.requests, { defaults, title: state.title });
    const dt = gridStep(cases, 0.01);
    const { cases: found, script, output } = await runScript('nest', state, defaults, { path });
    assert.match(output, /^(#.*\n|[0-9.e-]+\n)*$/, 'NEST says something among the spikes');
    cases.forEach((each, i) => {
      const wanted = onGrid(each, { method: 'exponential', dt });
      assert.equal(found[i].length, wanted.length);
      assert.ok(greatestDifference(found[i], wanted) < 1e-6);
      if (wanted.length > 0) assert.equal(announcedDelay(script, each.name).found, wanted.length);
    });
  });
}

const readTraces = `
import json, runpy
results = runpy.run_path("integrate_and_fire_nest.py")["results"]
print(json.dumps([[list(t), list(u)] for case, t, u, spikes in results]))
`;

test('NEST: u is there to the last step of the run, and no further', async () => {
  const state = states[0];
  const [each] = completeCases(state.requests, { defaults });
  await runScript('nest', state, defaults, { path });
  const output = execFileSync('/usr/bin/python3', ['-c', readTraces], {
    cwd: `${build}${state.id}/nest-stand-in/`,
    env: { ...process.env, PYTHONPATH: path, MPLBACKEND: 'Agg' },
    maxBuffer: 1e8,
  }).toString();
  const [[t, u]] = JSON.parse(output.trim().split('\n').at(-1));
  assert.equal(t.length, Math.round(each.duration / 0.01));
  assert.equal(u.length, t.length);
  assert.ok(Math.abs(t[0] - 0.01) < 1e-9 && Math.abs(t.at(-1) - each.duration) < 1e-9);
});

/**
 * Elements and attributes, from https://docs.neuroml.org/Userdocs/Schemas/{Cells,Inputs,Networks,Simulation}.html and
 * https://docs.neuroml.org/Userdocs/LEMS_elements/{Dynamics,Definingcomponenttypes,Modelstructure}.html.
 */
const documented = {
  Lems: [],
  Target: ['component'],
  Include: ['file'],
  ComponentType: ['name', 'extends', 'description'],
  Parameter: ['name', 'dimension', 'description'],
  Attachments: ['name', 'type'],
  EventPort: ['name', 'direction'],
  Dynamics: [],
  StateVariable: ['name', 'exposure', 'dimension'],
  DerivedVariable: ['name', 'dimension', 'exposure', 'value', 'select', 'reduce'],
  TimeDerivative: ['variable', 'value'],
  OnStart: [],
  OnEntry: [],
  OnCondition: ['test'],
  OnEvent: ['port'],
  StateAssignment: ['variable', 'value'],
  EventOut: ['port'],
  Regime: ['name', 'initial'],
  Transition: ['regime'],
  pulseGenerator: ['id', 'delay', 'duration', 'amplitude'],
  sineGenerator: ['id', 'delay', 'duration', 'amplitude', 'period', 'phase'],
  rampGenerator: ['id', 'delay', 'duration', 'startAmplitude', 'finishAmplitude', 'baselineAmplitude'],
  network: ['id'],
  population: ['id', 'component', 'size'],
  explicitInput: ['target', 'input', 'destination'],
  Simulation: ['id', 'length', 'step', 'target'],
  Display: ['id', 'title', 'timeScale', 'xmin', 'xmax', 'ymin', 'ymax'],
  Line: ['id', 'quantity', 'scale', 'timeScale', 'color'],
  OutputFile: ['id', 'fileName'],
  OutputColumn: ['id', 'quantity'],
  EventOutputFile: ['id', 'fileName', 'format'],
  EventSelection: ['id', 'select', 'eventPort'],
};

/** Dimension, and factor to ms, mV, nA, MΩ, nF: units of NeuroMLCoreDimensions. */
const units = { ms: 'time', mV: 'voltage', nA: 'current', Mohm: 'resistance', nF: 'capacitance' };

/** Patterns of Nml2Quantity_*: https://docs.neuroml.org/Userdocs/Schemas/NeuroMLCoreDimensions.html */
const quantity = /^(-?[0-9]*(?:\.[0-9]+)?(?:[eE]-?[0-9]+)?)\s*(ms|mV|nA|Mohm|nF)$/;

const readXml = `
import json, sys
import xml.etree.ElementTree as tree
def read(e): return [e.tag, e.attrib, [read(c) for c in e]]
print(json.dumps(read(tree.fromstring(sys.stdin.buffer.read()))))
`;

/** @param {string} text @returns {any} [tag, attributes, children] */
const parseXml = (text) =>
  JSON.parse(execFileSync('/usr/bin/python3', ['-c', readXml], { input: text }).toString());

/** @param {any} element @returns {any[]} */
const all = (element) => [element, ...element[2].flatMap(all)];

for (const state of states) {
  test(`NeuroML, ${state.id}: well-formed, known names, the current of the request`, () => {
    const root = parseXml(
      neuromlDocument(state.requests, { defaults, title: state.title, link: 'http://a.b/#c=1&d=-2' }),
    );
    const elements = all(root);
    const types = elements.filter(([tag]) => tag === 'ComponentType');
    const own = {};
    for (const [, type, children] of types) {
      const parameters = children.filter(([tag]) => tag === 'Parameter');
      own[type.name] = { ...own[type.extends] };
      for (const [, { name, dimension }] of parameters) own[type.name][name] = dimension;
    }
    for (const [tag, attributes] of elements) {
      const known = own[tag] ? ['id', 'C', ...Object.keys(own[tag])] : documented[tag];
      assert.ok(known, `there is no ${tag}`);
      for (const name of Object.keys(attributes)) assert.ok(known.includes(name), `${tag} has no ${name}`);
      if (!own[tag]) continue;
      for (const [name, dimension] of Object.entries({ C: 'capacitance', ...own[tag] })) {
        if (tag === 'exponentialGenerator' && name === 'C') continue;
        const [, , unit] = quantity.exec(attributes[name] ?? '') ?? [];
        assert.equal(units[unit], dimension, `${tag} ${name}="${attributes[name]}"`);
      }
    }
    const ids = elements.map(([, { id }]) => id).filter((id) => id !== undefined);
    assert.equal(new Set(ids).size, ids.length, 'an id is used twice');

    // The generators of each population, evaluated as NeuroML defines them, add up to the request's current.
    const byId = Object.fromEntries(
      elements.filter(([, a]) => a.id).map((element) => [element[1].id, element]),
    );
    const inputs = elements.filter(([tag]) => tag === 'explicitInput');
    completeCases(state.requests, { defaults }).forEach((each, i) => {
      const sources = inputs
        .filter(([, a]) => a.target === `population_${i + 1}[0]`)
        .map(([, a]) => byId[a.input]);
      const { t, current } = iaf.simulate({
        ...state.requests[i].request,
        method: 'euler',
        dt: 0.37,
        neuron: { ...each.neuron, theta: 1e9 },
      });
      t.forEach((time, k) => {
        const sum = sources.reduce((so_far, source) => so_far + valueOf(source, time), 0);
        assert.ok(
          Math.abs(sum - current[k]) < 1e-6 * (1 + Math.abs(current[k])),
          `I(${time}) is ${sum}, not ${current[k]}`,
        );
      });
      const [tag, cell] = byId[`cell_${i + 1}`];
      const { R, C, u_rest, u_reset, theta, u_0, t_ref } = each.neuron;
      const refract = tag === 'integrateAndFireRefCell' ? { refract: t_ref } : {};
      const wanted = { R, C, leakReversal: u_rest, reset: u_reset, thresh: theta, v0: u_0, ...refract };
      for (const [name, value] of Object.entries(wanted)) assert.equal(parseFloat(cell[name]), value, name);
      assert.equal(tag === 'integrateAndFireRefCell', t_ref > 0);
    });
  });
}

/** A generator at the time t, nA, by its definition in Inputs.xml or in the document. */
function valueOf([tag, attributes], t) {
  const a = Object.fromEntries(Object.entries(attributes).map(([name, text]) => [name, parseFloat(text)]));
  if (t < a.delay || t >= a.duration + a.delay) return 0;
  if (tag === 'pulseGenerator') return a.amplitude;
  if (tag === 'exponentialGenerator') return a.amplitude * Math.exp((a.delay - t) / a.tau);
  if (tag === 'sineGenerator') {
    return a.amplitude * Math.sin(a.phase + (2 * 3.14159265 * (t - a.delay)) / a.period);
  }
  return a.startAmplitude + ((a.finishAmplitude - a.startAmplitude) * (t - a.delay)) / a.duration;
}
