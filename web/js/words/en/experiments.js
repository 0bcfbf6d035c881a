// What the page says of its experiments: data, by their ids.

/** How several of them compare with the notebook. */
const leakRemark =
  'Compared with the notebook: there the leak pulls to 0, and its “u_rest” is only where u starts and is reset; ' +
  'here that is u_reset, and u_rest is where the leak pulls to.';

/**
 * @typedef {object} ExperimentWords
 * @property {string} title
 * @property {string} summary
 * @property {string} remark how it compares with the original notebook
 */

/** @type {Record<string, ExperimentWords>} */
export const experimentWords = {
  constant: {
    title: 'Constant current',
    summary:
      'A steady current charges the membrane; above the rheobase it fires regularly. Try: lower I_0 until it falls silent.',
    remark: leakRemark,
  },
  time: {
    title: 'Time-varying current',
    summary:
      'The membrane follows a changing current as far as its time constant lets it. Try: a faster sine, or another waveform.',
    remark:
      'Compared with the notebook: its τ panel divides by τ twice, so R = 100/6.3 MΩ here gives its figure; ' +
      'in its sine panel the leak pulls to 0, which is also where u starts and is reset.',
  },
  two: {
    title: 'Two currents',
    summary: 'Two constant currents: the membrane feels only their sum. Try: one down, the other up.',
    remark: leakRemark,
  },
  intensity: {
    title: 'Intensity × duration',
    summary:
      'Decaying currents, high or low, short or long: what counts is the time above the rheobase. Try: shorten the long decay.',
    remark: leakRemark,
  },
};

/** By id of a case; the only one of its experiment has neither. @type {Record<string, string>} */
export const caseTitles = {
  '': '',
  high_short: 'High, short',
  low_long: 'Low, long',
  high_long: 'High, long',
  low_short: 'Low, short',
};

/** @param {string} id */
export function experimentTitle(id) {
  return experimentWords[id].title;
}

/** @param {{ id: string }} run */
export function caseTitle({ id }) {
  return caseTitles[id];
}
