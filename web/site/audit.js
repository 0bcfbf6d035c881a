/**
 * What the registry knows against what is shipped: node web/site/audit.js build/bundles.json build/audit
 *
 * Every package here is a devDependency, so that those who install integrate-and-fire get none of them; npm audit
 * --omit=dev therefore sees nothing. In a folder of its own the bundled ones are dependencies, in the versions of
 * the lock file.
 */
import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { bundledPackages } from './notice.js';

const [bundles, folder] = process.argv.slice(2);
if (!bundles || !folder) throw new Error('usage: node audit.js <bundles.json> <folder>');
const web = new URL('../', import.meta.url);
const read = async (/** @type {string | URL} */ path) => JSON.parse(await readFile(path, 'utf8'));

const names = bundledPackages(await read(bundles));
const lock = await read(new URL('package-lock.json', web));
const dependencies = Object.fromEntries(
  names.map((name) => [name, lock.packages[`node_modules/${name}`].version]),
);
console.log(`Shipped: ${names.map((name) => `${name} ${dependencies[name]}`).join(', ')}`);

await mkdir(folder, { recursive: true });
await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }));
await copyFile(new URL('package-lock.json', web), join(folder, 'package-lock.json'));
const { status } = spawnSync('npm', ['audit', '--omit=dev'], { cwd: folder, stdio: 'inherit' });
process.exitCode = status ?? 1;
