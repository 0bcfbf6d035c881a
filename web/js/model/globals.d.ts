/** Version of the release, put in by build.js. */
declare const __VERSION__: string;
/** What the height of a figure follows from, by experiment id; put in likewise. */
declare const __SHAPES__: Record<string, { runs: number; few: number; groups: number[]; presets: boolean }>;
/** Year in which it was built. */
declare const __YEAR__: number;
