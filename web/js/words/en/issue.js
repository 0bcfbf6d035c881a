import { labelOf } from './labels.js';

/**
 * What is wrong with one control, without a full stop. What the simulator refused it has said itself, of a field; here
 * stands the symbol that the visitor sees.
 * @param {import('../../model/types.js').ControlIssue} issue
 */
export function issueSentence(issue) {
  if ('message' in issue) return issue.message.replace(issue.field, issue.symbol);
  if (issue.code === 'empty') return `${labelOf(issue)}: enter a number`;
  return `The runs have more than ${issue.most} spikes together: shorten the duration`;
}
