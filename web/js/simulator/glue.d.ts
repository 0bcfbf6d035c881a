/** The module that emscripten makes; build.js says where it is. */
declare module '#glue' {
  export default function createModule(options?: object): Promise<any>;
}
