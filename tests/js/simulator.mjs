// The built simulator, as other people's code imports it, and the reference data.

import { readFile } from 'node:fs/promises';

import { InvalidRequest, loadSimulator } from '../../build/site/iaf.js';

export { InvalidRequest };
export const iaf = await loadSimulator();

/** @param {string} name of a file of tests/reference */
export async function reference(name) {
  return JSON.parse(await readFile(new URL(`../reference/${name}`, import.meta.url), 'utf8'));
}

/**
 * @param {() => unknown} call that must throw InvalidRequest
 * @returns {{ field: string, value: unknown, message: string }[]}
 */
export function issuesOf(call) {
  try {
    call();
  } catch (error) {
    if (error instanceof InvalidRequest) return error.issues;
    throw error;
  }
  throw new Error('the request was accepted');
}
