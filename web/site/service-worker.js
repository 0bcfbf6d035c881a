import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const name = 'service-worker.js';

/** No page asks for these: they are for hosts, for Node, and for browsers themselves. */
const apart = ['_headers', 'package.json', name];

/**
 * Tells the bundled service worker what to keep: every file that lies in the site by now, with its digest. To be done
 * last.
 * @param {string} out directory of the site
 */
export async function listFiles(out) {
  const names = (await readdir(out)).filter((each) => !apart.includes(each)).sort();
  const files = await Promise.all(names.map((url) => entryOf(url, join(out, url))));
  const script = await readFile(join(out, name), 'utf8');
  await writeFile(
    join(out, name),
    script.replace('self.__WB_MANIFEST', () => JSON.stringify(files)),
  );
}

/**
 * The digest is also the file's integrity: while a host is changing from one version to the next, the new worker
 * rather fails, to be tried again, than keep files of both.
 * @param {string} url
 * @param {string} path
 */
async function entryOf(url, path) {
  const digest = createHash('sha256')
    .update(await readFile(path))
    .digest('base64');
  return { url, revision: digest, integrity: `sha256-${digest}` };
}
