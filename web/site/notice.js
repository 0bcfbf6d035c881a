import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** What emscripten links into iaf.wasm and puts into iaf.js is no package: its licences lie in web/licences. */
const linked = [
  { name: 'Emscripten', file: 'emscripten.txt' },
  { name: 'musl (through Emscripten)', file: 'musl.txt' },
  { name: 'LLVM libc++, libc++abi, compiler-rt (through Emscripten)', file: 'llvm.txt' },
];

/**
 * The text of THIRD-PARTY.txt: the licences of all that others wrote and the site holds.
 * @param {string} web directory
 * @param {import('esbuild').Metafile[]} metafiles of its bundles
 */
export async function thirdPartyNotice(web, metafiles) {
  const packages = await Promise.all(bundledPackages(metafiles).map((name) => licenceOf(web, name)));
  const libraries = linked.map(async ({ name, file }) => {
    return { title: name, text: await readFile(join(web, 'licences', file), 'utf8') };
  });
  const entries = [...packages, ...(await Promise.all(libraries))];
  const sections = entries.map(({ title, text }) => `${'='.repeat(80)}\n${title}\n\n${text.trim()}\n`);
  return ['The site of Integrate & Fire holds parts of the following.\n', ...sections].join('\n');
}

/**
 * Names of the packages of which something is in a bundle.
 * @param {import('esbuild').Metafile[]} metafiles
 */
export function bundledPackages(metafiles) {
  const outputs = metafiles.flatMap((metafile) => Object.values(metafile.outputs));
  const inputs = outputs.flatMap((output) => Object.entries(output.inputs));
  const paths = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path);
  const names = paths.map((path) => path.match(/.*node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1]);
  return [...new Set(names.filter((name) => name !== undefined))].sort();
}

/** @param {string} web @param {string} name of a package */
async function licenceOf(web, name) {
  const folder = join(web, 'node_modules', name);
  const { version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file) throw new Error(`${name} is bundled, but comes without the text of its licence`);
  return { title: `${name} ${version} (${license})`, text: await readFile(join(folder, file), 'utf8') };
}
