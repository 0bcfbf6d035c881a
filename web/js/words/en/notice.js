import { issueSentence } from './issue.js';

/**
 * What the line above the plots says of the picture.
 * @param {Pick<import('../../model/types.js').Picture, 'issues' | 'runs'>} picture with issues
 */
export function issueText({ issues, runs }) {
  return `${issueSentence(issues[0])}.${runs.length ? ' The plots show the last valid values.' : ''}`;
}

/** Of the current on show. */
export const notKeptHere =
  'Too long for the address, and not kept by this browser: after a reload it is gone. Export this current as JSON.';

/** @param {string[]} problems what was ignored in a link */
export function problemText(problems) {
  return problems.length ? `Ignored: ${problems.join('; ')}.` : '';
}
