// Other people's TypeScript: what is right compiles, and each expected error is one.

import { InvalidRequest, loadSimulator } from 'integrate-and-fire';
import type { Issue, Request, Run, Simulator } from 'integrate-and-fire';

const iaf: Simulator = await loadSimulator();
const request: Request = {
  neuron: { R: 10, theta: -50 },
  input: [
    { kind: 'constant', amplitude: 2.2, start: 20 },
    { kind: 'samples', values: new Float32Array([1, 2]) },
  ],
  method: 'rk4',
  probe: [1, 2],
};
const run: Run = iaf.simulate(request);
export const first: number | undefined = run.spikes.at(0);
export const rates: Float64Array = iaf.firingRates({ axes: [{ field: 'neuron.R', values: [1, 2] }] });
export const resistance: number = iaf.defaults.neuron.R * iaf.defaults.duration;

try {
  iaf.simulate({});
} catch (error) {
  if (!(error instanceof InvalidRequest)) throw error;
  const issues: Issue[] = error.issues;
  for (const { field, message } of issues) field.concat(message);
}

// @ts-expect-error a wrong field
iaf.simulate({ neurone: {} });
// @ts-expect-error a field of another kind of input
iaf.simulate({ input: [{ kind: 'ramp', frequency: 3 }] });
// @ts-expect-error no such method
iaf.simulate({ method: 'heun' });
// @ts-expect-error a number is due
iaf.simulate({ neuron: { R: '10' } });
// @ts-expect-error a run has no such field
run.voltage;
