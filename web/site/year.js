import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/**
 * The year of what is built, not of the day on which: the same commit gives the same bytes on every day. Where
 * there is no commit, as in a tarball, it is the year of the licence.
 * @param {string} web directory
 */
export async function yearOfSources(web) {
  const seconds = process.env.SOURCE_DATE_EPOCH || (await commitTime(web));
  if (seconds) return new Date(Number(seconds) * 1000).getUTCFullYear();
  const licence = await readFile(join(web, '../LICENSE'), 'utf8');
  return Number(licence.match(/Copyright \(c\) (\d{4})/)?.[1]);
}

/** @param {string} web directory @returns seconds since 1970; none where there is no git or no repository */
async function commitTime(web) {
  const log = promisify(execFile)('git', ['log', '-1', '--format=%ct'], { cwd: web });
  return log.then(({ stdout }) => stdout.trim()).catch(() => undefined);
}
