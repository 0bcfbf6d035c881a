// What is wrong with a file or a text that somebody brings.

/** What of a request or of a file is not what it must be. @param {string} field @param {string} value @param {string} must */
function mustBe(field, value, must) {
  return `${field} is ${value}: must be ${must}`;
}

/** @param {string} field @param {string} value */
export const notFinite = (field, value) => mustBe(field, value, 'a finite number');
/** @param {string} field @param {string} value */
export const notNumbers = (field, value) => mustBe(field, value, 'a list of numbers');
/** @param {string} field @param {string} value */
export const notList = (field, value) => mustBe(field, value, 'a list');
/** @param {string} field @param {string} value */
export const notObject = (field, value) => mustBe(field, value, 'an object');
/** @param {string} field @param {string} value @param {readonly string[]} known */
export const noneOf = (field, value, known) => mustBe(field, value, `one of ${known.join(', ')}`);
/** @param {string} field @param {string} value @param {string} wanted */
export const notThis = (field, value, wanted) => mustBe(field, value, `"${wanted}"`);

/** Where something is wrong with all of a file. */
export const theFile = 'the file';
export const noRequest = 'there is no request';

/** @param {string} path @param {string} field that no request has */
export function noField(path, field) {
  return `${path}: there is no field ${field}`;
}

/** @param {string} value @param {number} version the one that is read */
export function otherVersion(value, version) {
  return `version is ${value}: this reads ${version}`;
}

export const noRequestInFile =
  'there is no request in it, neither JSON nor a “# request:” line of CSV. ' +
  'A current of your own goes under Time-varying current, waveform “Your own”.';

/** @param {string} value */
export function notInCsv(value) {
  return `${value} cannot stand in a CSV file`;
}

/** @param {string} value */
export function notInScript(value) {
  return `${value} is not a finite number`;
}

/** In the first line of a CSV file. */
export const csvTitles = {
  samples: 'Integrate & Fire: samples',
  current: 'Integrate & Fire: input current',
  spikes: 'Integrate & Fire: spikes',
};

/** Where a request is right but nothing here shows it. @param {string} model of its neuron */
export function noExperimentOf(model) {
  return `There is no experiment with a neuron of the model ${model}.`;
}
