import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** What no page here uses. */
const features = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
];

/** A worker's policy comes with its own file. It loads the simulator, or fetches the files to keep. */
const workerPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

/**
 * The text of _headers, which Netlify and Cloudflare Pages send along: what a page cannot say of itself in a meta.
 * @param {string} out directory of the site
 */
export async function hostHeaders(out) {
  const pages = (await readdir(out)).filter((name) => name.endsWith('.html')).sort();
  const policies = pages.map(async (page) => {
    const html = await readFile(join(out, page), 'utf8');
    const policy = html.match(/http-equiv="Content-Security-Policy"\s+content="([^"]*)"/)?.[1];
    if (!policy) throw new Error(`${page} states no Content-Security-Policy`);
    // Anybody may frame a figure. To say so of "*" would shut out what is not served: local files, editors' own schemes.
    const ancestors = page === 'embed.html' ? '' : "; frame-ancestors 'self'";
    const paths = [page, page.replace('.html', ''), ...(page === 'index.html' ? [''] : [])];
    return paths.map((path) => rule(path, policy + ancestors)).join('\n');
  });
  const workers = ['service-worker.js', 'worker.js'].map((path) => rule(path, workerPolicy));
  const everywhere = [
    '/*',
    '  Referrer-Policy: no-referrer',
    '  X-Content-Type-Options: nosniff',
    // For figures in frames without an origin (sandboxes, Jupyter's files) and in pages that are cross-origin isolated.
    '  Access-Control-Allow-Origin: *',
    '  Cross-Origin-Resource-Policy: cross-origin',
    '  Cross-Origin-Embedder-Policy: require-corp',
    `  Permissions-Policy: ${features.map((feature) => `${feature}=()`).join(', ')}`,
  ];
  return `${[...everywhere, ...(await Promise.all(policies)), ...workers].join('\n')}\n`;
}

/** @param {string} path @param {string} policy */
function rule(path, policy) {
  return `/${path}\n  Content-Security-Policy: ${policy}`;
}
