import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Resvg, initWasm } from '@resvg/resvg-wasm';

/** `full` fills the corners: who cuts a shape of their own out of the icon wants no transparent ones. */
const icons = [
  { name: 'icon-192.png', width: 192 },
  { name: 'icon-512.png', width: 512 },
  { name: 'icon-maskable-512.png', width: 512, full: true },
  { name: 'apple-touch-icon.png', width: 180, full: true },
];

/**
 * icon.svg and what is drawn from it.
 * @param {string} svg path
 * @param {string} out directory of the site
 */
export async function buildIcons(svg, out) {
  const source = await readFile(svg, 'utf8');
  await initWasm(await readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
  const drawn = icons.map(({ name, width, full }) => {
    const background = full ? source.match(/fill="(#\w+)"/)?.[1] : undefined;
    const png = new Resvg(source, { background, fitTo: { mode: 'width', value: width } }).render().asPng();
    return writeFile(join(out, name), png);
  });
  await Promise.all([copyFile(svg, join(out, 'icon.svg')), ...drawn]);
}
