// The site on a host that sends along what its _headers say.

import { readFile } from 'node:fs/promises';

import { serve, site } from './site.mjs';

const rules = (await readFile(new URL('_headers', site), 'utf8')).split(/^(?=\/)/m).map((rule) => {
  const [path, ...lines] = rule.trim().split('\n');
  return {
    path,
    headers: Object.fromEntries(
      lines.map((line) =>
        line
          .trim()
          .split(/: (.*)/)
          .slice(0, 2),
      ),
    ),
  };
});

/** @param {string} file */
const headersOf = (file) =>
  Object.assign(
    {},
    ...rules.filter(({ path }) => path === '/*' || path === `/${file}`).map(({ headers }) => headers),
  );

export const headed = await serve((file, body) => ({ body, headers: headersOf(file) }));
