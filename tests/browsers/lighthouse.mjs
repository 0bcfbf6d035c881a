// What Lighthouse says of the built site, as a host would serve it.

import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import lighthouse, { desktopConfig } from 'lighthouse';
import puppeteer from 'puppeteer-core';

import { chromiumOptions, serve } from '../browser/site.mjs';

const forms = { mobile: undefined, desktop: desktopConfig };

/**
 * @returns {Promise<Record<string, { scores: Record<string, number>, faults: string[] }>>} by form factor: the scores
 *   of the categories, 0 … 100, and the audits that keep them from 100
 */
export async function audit() {
  const site = await serve((_, body) => ({
    body: gzipSync(body),
    headers: { 'content-encoding': 'gzip', 'cache-control': 'max-age=600' },
  }));
  const browser = await puppeteer.launch(chromiumOptions);
  const port = Number(new URL(browser.wsEndpoint()).port);
  const reports = {};
  for (const [form, config] of Object.entries(forms)) {
    const { lhr } = await lighthouse(site.address, { port, logLevel: 'error' }, config);
    const categories = Object.values(lhr.categories);
    reports[form] = {
      scores: Object.fromEntries(categories.map(({ id, score }) => [id, Math.round(100 * score)])),
      faults: categories
        .flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0))
        .map(({ id }) => lhr.audits[id])
        .filter(({ score }) => score !== null && score < 1)
        .map(({ id, displayValue = '' }) => `${id} ${displayValue}`.trim()),
    };
  }
  await browser.close();
  site.close();
  return reports;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [form, { scores, faults }] of Object.entries(await audit())) {
    const line = Object.entries(scores).map(([category, score]) => `${category} ${score}`);
    console.log(`${form}: ${line.join(', ')}${faults.length ? ` (${faults.join('; ')})` : ''}`);
  }
}
