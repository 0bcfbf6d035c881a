import { completeCases, edges, timeOn } from './cases.js';
import { delayLines, gridStep } from './grid.js';
import { brief, number, plainLink, plainText } from './numbers.js';
import * as words from '../../../words/en/scripts/neuroml.js';
import * as pythonWords from '../../../words/en/scripts/python.js';

/**
 * @typedef {import('./cases.js').Case} Case
 * @typedef {import('./cases.js').Component} Component
 */

/** @param {number} value @param {string} unit a symbol of NeuroMLCoreDimensions */
const quantity = (value, unit) => `${number(value)} ${unit}`;

/**
 * The neuron, as no cell of NeuroML's own starts elsewhere than at its reset. The second type takes from the first what
 * NeuroML's iafRefCell takes from its iafCell: the parameters.
 */
const cellTypes = /* xml */ `
    <ComponentType name="integrateAndFireCell" extends="baseCellMembPotCap"
                   description="${words.descriptions.cell}">
        <Parameter name="R" dimension="resistance" description="${words.descriptions.R}"/>
        <Parameter name="leakReversal" dimension="voltage" description="${words.descriptions.leakReversal}"/>
        <Parameter name="thresh" dimension="voltage" description="${words.descriptions.thresh}"/>
        <Parameter name="reset" dimension="voltage" description="${words.descriptions.reset}"/>
        <Parameter name="v0" dimension="voltage" description="${words.descriptions.v0}"/>
        <Attachments name="synapses" type="basePointCurrent"/>
        <Dynamics>
            <StateVariable name="v" exposure="v" dimension="voltage"/>
            <DerivedVariable name="iSyn" dimension="current" exposure="iSyn" select="synapses[*]/i" reduce="add"/>
            <DerivedVariable name="iMemb" dimension="current" exposure="iMemb" value="(leakReversal - v) / R + iSyn"/>
            <TimeDerivative variable="v" value="iMemb / C"/>
            <OnStart>
                <StateAssignment variable="v" value="v0"/>
            </OnStart>
            <OnCondition test="v .geq. thresh">
                <StateAssignment variable="v" value="reset"/>
                <EventOut port="spike"/>
            </OnCondition>
        </Dynamics>
    </ComponentType>

    <ComponentType name="integrateAndFireRefCell" extends="integrateAndFireCell"
                   description="${words.descriptions.refractoryCell}">
        <Parameter name="refract" dimension="time" description="${words.descriptions.refract}"/>
        <Attachments name="synapses" type="basePointCurrent"/>
        <Dynamics>
            <StateVariable name="v" exposure="v" dimension="voltage"/>
            <StateVariable name="lastSpikeTime" dimension="time"/>
            <DerivedVariable name="iSyn" dimension="current" exposure="iSyn" select="synapses[*]/i" reduce="add"/>
            <DerivedVariable name="iMemb" dimension="current" exposure="iMemb" value="(leakReversal - v) / R + iSyn"/>
            <OnStart>
                <StateAssignment variable="v" value="v0"/>
            </OnStart>
            <Regime name="refractory">
                <OnEntry>
                    <StateAssignment variable="lastSpikeTime" value="t"/>
                    <StateAssignment variable="v" value="reset"/>
                </OnEntry>
                <OnCondition test="t .geq. lastSpikeTime + refract">
                    <Transition regime="integrating"/>
                </OnCondition>
            </Regime>
            <Regime name="integrating" initial="true">
                <TimeDerivative variable="v" value="iMemb / C"/>
                <OnCondition test="v .geq. thresh">
                    <EventOut port="spike"/>
                    <Transition regime="refractory"/>
                </OnCondition>
            </Regime>
        </Dynamics>
    </ComponentType>
`;

/** A decaying current, which NeuroML has not. `in` is what explicitInput attaches to, as in NeuroML's own inputs. */
const decayType = /* xml */ `
    <ComponentType name="exponentialGenerator" extends="basePointCurrent"
                   description="${words.descriptions.decay}">
        <Parameter name="delay" dimension="time"/>
        <Parameter name="duration" dimension="time"/>
        <Parameter name="amplitude" dimension="current"/>
        <Parameter name="tau" dimension="time"/>
        <EventPort name="in" direction="in"/>
        <Dynamics>
            <StateVariable name="i" exposure="i" dimension="current"/>
            <OnEvent port="in"/>
            <OnCondition test="t .lt. delay">
                <StateAssignment variable="i" value="0"/>
            </OnCondition>
            <OnCondition test="t .geq. delay .and. t .lt. duration + delay">
                <StateAssignment variable="i" value="amplitude * exp((delay - t) / tau)"/>
            </OnCondition>
            <OnCondition test="t .geq. duration + delay">
                <StateAssignment variable="i" value="0"/>
            </OnCondition>
        </Dynamics>
    </ComponentType>
`;

/** @param {string} id @param {number} from @param {number} to @param {number} first @param {number} last */
const ramp = (id, from, to, first, last) =>
  `<rampGenerator id="${id}" delay="${quantity(from, 'ms')}" duration="${quantity(to - from, 'ms')}" ` +
  `startAmplitude="${quantity(first, 'nA')}" finishAmplitude="${quantity(last, 'nA')}" baselineAmplitude="0 nA"/>`;

/**
 * The generators of one component.
 * @param {Component} component
 * @param {string} id
 * @param {number} duration of the run, ms
 * @returns {{ id: string, xml: string }[]}
 */
function generators(component, id, duration) {
  const { kind, start, stop, amplitude, frequency, phase, tau, interval, values } = component;
  const [from, to] = timeOn(component, duration);
  if (to <= from) return [];
  const end = Math.min(stop, duration + 1); // beyond the run nobody sees it
  const window = `delay="${quantity(start, 'ms')}" duration="${quantity(end - start, 'ms')}"`;
  const size = `amplitude="${quantity(amplitude, 'nA')}"`;
  if (kind === 'constant') return [{ id, xml: `<pulseGenerator id="${id}" ${window} ${size}/>` }];
  if (kind === 'exponential') {
    const xml = `<exponentialGenerator id="${id}" ${window} ${size} tau="${quantity(tau, 'ms')}"/>`;
    return [{ id, xml }];
  }
  if (kind === 'sine' && frequency !== 0) {
    const period = `period="${quantity(1000 / frequency, 'ms')}"`; // 1000/Hz = ms
    return [{ id, xml: `<sineGenerator id="${id}" ${window} ${size} ${period} phase="${number(phase)}"/>` }];
  }
  if (kind === 'sine') {
    const still = `amplitude="${quantity(amplitude * Math.sin(phase), 'nA')}"`;
    return [{ id, xml: `<pulseGenerator id="${id}" ${window} ${still}/>` }];
  }
  if (kind === 'ramp') return [{ id, xml: ramp(id, start, end, 0, amplitude * (end - start)) }];
  if (kind !== 'samples') throw new TypeError(pythonWords.noSuchInput(kind));
  return values.slice(1).flatMap((value, k) => {
    const [begin, close] = [start + k * interval, Math.min(start + (k + 1) * interval, end)];
    if (close <= Math.max(begin, 0) || begin >= duration) return [];
    const last = values[k] + ((value - values[k]) * (close - begin)) / interval;
    return [{ id: `${id}_${k}`, xml: ramp(`${id}_${k}`, begin, close, values[k], last) }];
  });
}

/** @param {Case} each @param {number} index from 1 */
function caseElements({ name, neuron, input, duration }, index) {
  const { R, C, u_rest, u_reset, theta, u_0, t_ref } = neuron;
  const type = t_ref > 0 ? 'integrateAndFireRefCell' : 'integrateAndFireCell';
  const refract = t_ref > 0 ? ` refract="${quantity(t_ref, 'ms')}"` : '';
  const currents = input.flatMap((component, i) =>
    generators(component, `current_${index}_${i + 1}`, duration),
  );
  return {
    components: [
      `    <!-- ${name} -->`,
      `    <${type} id="cell_${index}" R="${quantity(R, 'Mohm')}" C="${quantity(C, 'nF')}"`,
      `        leakReversal="${quantity(u_rest, 'mV')}" reset="${quantity(u_reset, 'mV')}"`,
      `        thresh="${quantity(theta, 'mV')}" v0="${quantity(u_0, 'mV')}"${refract}/>`,
      ...currents.map(({ xml }) => `    ${xml}`),
    ],
    population: `        <population id="population_${index}" component="cell_${index}" size="1"/>`,
    inputs: currents.map(
      ({ id }) =>
        `        <explicitInput target="population_${index}[0]" input="${id}" destination="synapses"/>`,
    ),
  };
}

const colors = ['#1f77b4', '#d62728', '#2ca02c', '#9467bd'];

/**
 * One LEMS file that includes NeuroML 2's types: for jNeuroML (jnml file.xml).
 * @param {import('./cases.js').Requests} requests
 * @param {import('./cases.js').About} about
 * @returns {string}
 */
export function neuromlDocument(requests, about) {
  const cases = completeCases(requests, about);
  const dt = gridStep(cases, 0.01);
  const duration = Math.max(...cases.map((each) => each.duration));
  const title = plainText(about.title);
  const link = plainLink(about.link);
  const parts = cases.map((each, i) => caseElements(each, i + 1));
  const decays = cases.some(({ input }) => input.some(({ kind }) => kind === 'exponential'));
  const jumps = cases.some((each) => edges(each).length > 0);
  const potentials = cases.flatMap(({ neuron }) => [neuron.theta, neuron.u_reset, neuron.u_0, neuron.u_rest]);
  const lowest = Math.min(...potentials);
  const highest = Math.max(...potentials);
  const shorter = cases.some((each) => each.duration < duration);
  const comment = [
    words.headline(title),
    '',
    words.checked(pythonWords.notRun),
    '',
    words.running,
    '',
    ...words.grid(number(dt), brief(dt)),
    ...delayLines(cases, { dt, method: 'forward' }),
    ...words.inputs,
    ...(jumps ? [pythonWords.edgesBetweenPoints(brief(dt))] : []),
    ...(shorter ? [words.longest] : []),
    '',
    words.writtenBy,
    ...(link ? [pythonWords.sameInBrowser(link)] : []),
  ];
  return /* xml */ `<?xml version="1.0" encoding="UTF-8"?>
<!-- ${comment.join('\n')}
-->
<Lems>
    <Target component="simulation"/>

    <Include file="Cells.xml"/>
    <Include file="Networks.xml"/>
    <Include file="Inputs.xml"/>
    <Include file="Simulation.xml"/>
${cellTypes}${decays ? decayType : ''}
${parts.flatMap(({ components }) => components).join('\n')}

    <network id="network">
${parts.map(({ population }) => population).join('\n')}
${parts.flatMap(({ inputs }) => inputs).join('\n')}
    </network>

    <Simulation id="simulation" length="${quantity(duration, 'ms')}" step="${quantity(dt, 'ms')}" target="network">
        <Display id="display" title="u (mV)" timeScale="1ms" xmin="0" xmax="${number(duration)}" ymin="${number(lowest)}" ymax="${number(highest)}">
${cases
  .map(
    (_, i) =>
      `            <Line id="line_${i + 1}" quantity="population_${i + 1}[0]/v" scale="1mV" timeScale="1ms" color="${colors[i % colors.length]}"/>`,
  )
  .join('\n')}
        </Display>
        <OutputFile id="potentials" fileName="integrate_and_fire.dat">
${cases.map((_, i) => `            <OutputColumn id="u_${i + 1}" quantity="population_${i + 1}[0]/v"/>`).join('\n')}
        </OutputFile>
        <EventOutputFile id="spikes" fileName="integrate_and_fire.spikes" format="TIME_ID">
${cases
  .map(
    (_, i) => `            <EventSelection id="${i + 1}" select="population_${i + 1}[0]" eventPort="spike"/>`,
  )
  .join('\n')}
        </EventOutputFile>
    </Simulation>
</Lems>
`;
}
