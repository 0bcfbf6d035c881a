// make soak: 100,000 ticks of sliders, 1,000 changes of tab, panels and dialogs. Prints what the page holds at start,
// middle and end; fails where that grew.

import { table } from '../bench/table.mjs';
import { close } from '../browser/lab.mjs';
import { grown, soak } from './run.mjs';

const ticks = Number(process.env.TICKS ?? 100_000);
const { figures, complaints } = await soak({ ticks, frames: ticks / 10, tabs: ticks / 100, rounds: 20 });
await close();
console.log(table(figures));
const faults = [...grown(figures), ...complaints];
for (const fault of faults) console.log(fault);
process.exitCode = faults.length ? 1 : 0;
