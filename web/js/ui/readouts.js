import { rateOf } from '../runs/rate.js';
import { plain, quantity } from '../base/format.js';
import { regime } from '../words/en/regime.js';
import { byId, setRichText, setText } from './dom.js';
import { labelOf } from '../words/en/labels.js';

/**
 * The numbers and the sentence under the plots. With several runs, one number each, in their order.
 * @returns {{ update: (picture: import('../model/types.js').Picture) => void }}
 */
export function createReadouts() {
  const count = byId('spike-count');
  const rate = byId('firing-rate');
  const meanIsi = byId('mean-isi');
  const cv = byId('cv-isi');
  const latency = byId('latency');
  const derivedName = byId('derived-name');
  const derived = byId('derived');
  const sentence = byId('regime');

  return {
    update(picture) {
      const { experiment, runs } = picture;
      const statistics = runs.map(({ view }) => view.statistics);
      setText(count, statistics.map((each) => each.count).join(' · '));
      setRichText(rate, list(runs.map(rateOf), ' Hz'));
      setRichText(meanIsi, list(pick(statistics, 'mean_isi'), ' ms'));
      setText(cv, list(pick(statistics, 'cv_isi').map(withoutRounding), ''));
      setRichText(latency, list(pick(statistics, 'latency'), ' ms'));
      const { key, symbol, value, unit } = experiment.derived(picture.values);
      setRichText(derivedName, `${labelOf({ key })} ${symbol}`);
      setText(derived, quantity(value, unit));
      setRichText(sentence, regime(picture));
    },
  };
}

/**
 * @template {string} K
 * @param {Record<K, number>[]} records
 * @param {K} key
 */
function pick(records, key) {
  return records.map((record) => record[key]);
}

/** Equal intervals differ by rounding; their CV is 0. @param {number} cv */
function withoutRounding(cv) {
  return Number(cv.toFixed(9));
}

/** @param {number[]} numbers @param {string} unit */
function list(numbers, unit) {
  return numbers.map((number) => plain(number, 3)).join(' · ') + (numbers.some(Number.isFinite) ? unit : '');
}
