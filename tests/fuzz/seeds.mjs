// Where the fuzzer starts: every reference case as the page would send it, a file each.
// node tests/fuzz/seeds.mjs DIRECTORY

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { encode } from '../../web/js/simulator/encode.js';

const [, , directory] = process.argv;
await mkdir(directory, { recursive: true });
const cases = JSON.parse(await readFile(new URL('../reference/exact.json', import.meta.url), 'utf8'));
for (const [i, { neuron, input, duration, probe }] of cases.entries()) {
  for (const [way, request] of [
    [2, { neuron, input, duration, probe, dt: duration / 50, method: ['exact', 'euler', 'rk4'][i % 3] }],
    [0, { neuron, input, duration, axes: [{ field: 'neuron.theta', values: [1, 2] }] }],
  ]) {
    const encoded = encode(request);
    const bytes = new Uint8Array(encoded.buffer, encoded.byteOffset, encoded.byteLength);
    await writeFile(join(directory, `${i}-${way}`), Uint8Array.of(way, ...bytes));
  }
}
