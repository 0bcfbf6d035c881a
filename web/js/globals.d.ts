/** Version of the release, put in by build.js. */
declare const __VERSION__: string;
/** Year in which it was built. */
declare const __YEAR__: number;
