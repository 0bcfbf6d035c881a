// Does `make serve` say an address that answers, and does Ctrl-C end it? For after `make site`.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

const probe = createServer().listen(0, 'localhost');
await once(probe, 'listening');
const { port } = probe.address();
probe.close();

// A group of its own, for Ctrl-C goes to all of them.
const make = spawn('make', ['serve', `PORT=${port}`], { detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
let said = '';
make.stdout.on('data', (text) => (said += text));
const ended = once(make, 'exit');

/** Not before it serves; given up after a minute. */
async function get(path) {
  for (let tries = 0; tries < 120 && make.exitCode === null; ++tries, await wait(500)) {
    const response = await fetch(new URL(path, `http://localhost:${port}/`)).catch(() => undefined);
    if (response) return response;
  }
  return assert.fail(`make serve does not answer; it says:\n${said}`);
}

try {
  assert.match(await (await get('')).text(), /<title>/);
  assert.equal((await get('iaf.wasm')).headers.get('content-type'), 'application/wasm');
  assert.ok(said.includes(`http://localhost:${port}/`), said);
} finally {
  if (make.exitCode === null) process.kill(-make.pid, 'SIGINT');
}
const late = wait(10_000, 'late', { ref: false });
assert.notEqual(await Promise.race([ended, late]), 'late', 'Ctrl-C does not end make serve');
await assert.rejects(fetch(`http://localhost:${port}/`), 'something still answers');
console.log('make serve: answers, and ends');
