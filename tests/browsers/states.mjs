// States of the lab, and what its spike table says in each of them by the simulator in Node.

import { experimentOf } from '../../web/js/model/experiments/index.js';
import { milliseconds } from '../../web/js/base/format.js';
import { decode } from '../../web/js/share/read-link.js';
import { iaf } from '../js/simulator.mjs';
import { caseTitle } from '../../web/js/words/en/experiments.js';

const own = 'experiment=time&waveform=own&u_rest=0&u_reset=0&theta=30';

export const states = [
  '',
  'experiment=time',
  'experiment=two',
  'experiment=intensity',
  'amplitude=3.7&R=9.1&t_ref=1.3&duration=1000',
  'theta=4.5&from=20&to=25',
  `${own}&input=samples+interval+10+values+0+3+6+2.5+7+1+4+4+9+0+2`,
  `${own}&input=constant+amplitude+4+start+10+stop+35+and+sine+amplitude+3+frequency+80+start+30`,
  'experiment=time&waveform=exponential&amplitude=9&tau=40&u_0=-20&method=euler&dt=0.05',
  'experiment=time&amplitude=10&frequency=317&method=rk4&dt=0.02&from=40&to=60',
  'experiment=two&amplitude_1=3&method=rk4&dt=0.1',
  'experiment=intensity&method=euler&dt=0.01',
  'experiment=intensity&amplitude_low=3&tau_long=173&u_rest=0.35&method=rk4&dt=0.01',
];

/**
 * @param {string} state as a fragment
 * @returns {string[][]} rows of the table: #, input, t, interval
 */
export function tableOf(state) {
  const { experiment, values, method, dt, problems } = decode(state, iaf.defaults);
  if (problems.length) throw new Error(problems.join());
  return experimentOf(experiment)
    .cases(values)
    .flatMap(({ id, request }) => {
      const { spikes } = iaf.simulate({ ...request, method, dt });
      return Array.from(spikes, (t, index) => [
        String(index + 1),
        caseTitle({ id }),
        milliseconds(t),
        index ? milliseconds(t - spikes[index - 1]) : '–',
      ]);
    });
}
