// Writes scripts to build/handoff and runs them with Debian's Python.

import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { targets } from '../../web/js/share/export/scripts/index.js';

const run = promisify(execFile);
export const build = fileURLToPath(new URL('../../build/handoff/', import.meta.url));
const python = '/usr/bin/python3';
const environment = {
  ...process.env,
  MPLBACKEND: 'Agg',
  PYTHONDONTWRITEBYTECODE: '1',
  OMP_NUM_THREADS: '1',
  PYTHONPATH: `${build}pynn`,
  LD_LIBRARY_PATH: '/usr/lib/nrn',
};
const mpi = ['--oversubscribe', '--mca', 'btl_vader_single_copy_mechanism', 'none', '-n'];
const asRoot = process.getuid?.() === 0 ? ['--allow-run-as-root'] : [];

/** PyNN with its NEURON mechanisms compiled, in build/handoff/pynn. Once. */
export async function preparePynn() {
  await run('sh', [fileURLToPath(new URL('prepare-pynn.sh', import.meta.url)), `${build}pynn`]);
}

// As many at a time as there are cores.
let free = Math.max(1, availableParallelism());
/** @type {(() => void)[]} */
const waiting = [];

/** @template T @param {number} cores @param {() => Promise<T>} job @returns {Promise<T>} */
async function whenFree(cores, job) {
  while (free < cores && free < availableParallelism())
    await new Promise((go) => waiting.push(() => go(null)));
  free -= cores;
  try {
    return await job();
  } finally {
    free += cores;
    waiting.splice(0).forEach((go) => go());
  }
}

/**
 * Writes the script of a target and runs it.
 * @param {string} id of the target
 * @param {{ id: string, title: string, requests: any }} state
 * @param {any} defaults
 * @param {{ parameters?: string[], processes?: number, path?: string }} [how] path: one more for PYTHONPATH
 * @returns {Promise<{ cases: number[][], script: string, output: string, seconds: number }>} spike times by case
 */
export async function runScript(id, state, defaults, { parameters = [], processes = 1, path } = {}) {
  const target = targets.find((each) => each.id === id);
  const folder = `${build}${state.id}/${id}${processes > 1 ? '-mpi' : ''}${path ? '-stand-in' : ''}${parameters.join('-')}/`;
  await mkdir(folder, { recursive: true });
  const script = target.write(state.requests, { defaults, title: state.title });
  await writeFile(folder + target.file, script);
  const command = [python, target.file, ...parameters];
  if (processes > 1) command.unshift('mpirun', ...asRoot, ...mpi, String(processes));
  const env = path ? { ...environment, PYTHONPATH: path } : environment;
  const { output, seconds } = await whenFree(processes, async () => {
    const start = performance.now();
    const { stdout } = await run(command[0], command.slice(1), {
      cwd: folder,
      env,
      timeout: 240_000,
      maxBuffer: 1e8,
    });
    return { output: stdout, seconds: (performance.now() - start) / 1000 };
  });
  return { cases: parse(output), script, output, seconds };
}

/**
 * The spike times in the output of a script: after each header as many as it says, one a line.
 * @param {string} output
 * @returns {number[][]}
 */
export function parse(output) {
  /** @type {number[][]} */
  const cases = [];
  /** @type {number[]} */
  const announced = [];
  for (const line of output.split('\n')) {
    const header = /^# case (\d+): .*: (\d+) spikes, times in ms$/.exec(line);
    if (header) {
      cases.push([]);
      announced.push(Number(header[2]));
    } else if (/^[0-9.e-]+$/.test(line)) {
      cases[cases.length - 1].push(Number(line));
    }
  }
  cases.forEach((spikes, i) => {
    if (spikes.length !== announced[i])
      throw new Error(`case ${i + 1}: ${announced[i]} announced, ${spikes.length} printed`);
  });
  return cases;
}
