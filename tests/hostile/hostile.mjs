// make hostile: input by the hundred thousand, in Node and in Chromium. Prints what came of it; fails if any was not
// answered by a picture or a sentence, in time.

import { close } from '../browser/lab.mjs';
import { runInBrowser } from './run-browser.mjs';
import { runInNode } from './run-node.mjs';

const cases = Number(process.env.N ?? 100_000);
const seed = Number(process.env.SEED ?? 1);
/** A page takes a case in some milliseconds, Node in some microseconds. */
const IN_BROWSER = 0.1;

console.log(`${cases} cases, seed ${seed}`);
const report = (place, tally) => {
  console.log(`\n${place}: ${tally.count} cases, ${tally.faults.length} faults, ${tally.late.length} late\n`);
  tally.print();
  if (tally.faults.length + tally.late.length) process.exitCode = 1;
};
report('In Node', runInNode((1 - IN_BROWSER) * cases, seed));
try {
  report('In Chromium', await runInBrowser(IN_BROWSER * cases, seed));
} finally {
  await close();
}
