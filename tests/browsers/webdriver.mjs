// A session of a browser that speaks W3C WebDriver.

import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

const elementKey = 'element-6066-11e4-a52e-4f735466cecf';
const keys = { ArrowLeft: '\uE012', ArrowRight: '\uE014', Escape: '\uE00C' };

/**
 * @param {string} command of the driver
 * @param {object} capabilities
 */
export async function startSession(command, capabilities) {
  const port = await freePort();
  const driver = spawn(command, [`--port=${port}`], { stdio: 'ignore' });
  const address = `http://127.0.0.1:${port}/session`;
  await answers(`http://127.0.0.1:${port}/status`);
  const { sessionId } = await call('POST', address, { capabilities: { alwaysMatch: capabilities } });
  const session = `${address}/${sessionId}`;
  const post = (path, body) => call('POST', `${session}/${path}`, body);
  return {
    goto: (url) => post('url', { url }),
    evaluate: (work, ...args) =>
      post('execute/sync', { script: `return (${work}).apply(null, arguments)`, args }),
    async click(selector) {
      const found = await post('element', { using: 'css selector', value: selector });
      // A driver scrolls no further than the edge of the window, where something may stick.
      await post('execute/sync', {
        script: "arguments[0].scrollIntoView({ block: 'center' })",
        args: [found],
      });
      await post(`element/${found[elementKey]}/click`, {});
    },
    key: (name) =>
      post('actions', {
        actions: [
          {
            type: 'key',
            id: 'keyboard',
            actions: ['keyDown', 'keyUp'].map((type) => ({ type, value: keys[name] ?? name })),
          },
        ],
      }),
    setViewport: (width, height) => post('window/rect', { width, height }),
    async close() {
      await call('DELETE', session);
      driver.kill();
    },
  };
}

async function call(method, url, body) {
  const response = await fetch(url, { method, body: body && JSON.stringify(body) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${method} ${url}: ${value.error}: ${value.message}`);
  return value;
}

async function answers(url) {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      return await fetch(url);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error(`nothing answers at ${url}`);
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
