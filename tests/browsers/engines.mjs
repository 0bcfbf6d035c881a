// Three engines behind one small interface.

import puppeteer from 'puppeteer-core';

import { launch } from '../browser/site.mjs';
import { startSession } from './webdriver.mjs';

/**
 * @typedef {object} Driver
 * @property {(url: string) => Promise<unknown>} goto
 * @property {(work: Function, ...args: unknown[]) => Promise<any>} evaluate in the page
 * @property {(selector: string) => Promise<unknown>} click
 * @property {(name: string) => Promise<unknown>} key
 * @property {(width: number, height: number) => Promise<unknown>} setViewport
 * @property {() => Promise<unknown>} close
 */

/** @type {Record<string, () => Promise<Driver>>} */
export const engines = {
  async Chromium() {
    const browser = await launch();
    const page = await browser.newPage();
    return {
      ...common(browser, page),
      evaluate: (work, ...args) => page.evaluate(`(${work}).apply(null, ${JSON.stringify(args)})`),
      setViewport: (width, height) => page.setViewportSize({ width, height }),
    };
  },

  async Firefox() {
    const browser = await puppeteer.launch({ browser: 'firefox', executablePath: '/usr/bin/firefox-esr' });
    const page = await browser.newPage();
    return {
      ...common(browser, page),
      evaluate: (work, ...args) => page.evaluate(work, ...args),
      setViewport: (width, height) => page.setViewport({ width, height }),
    };
  },

  WebKitGTK: () =>
    startSession('WebKitWebDriver', {
      'webkitgtk:browserOptions': {
        binary: '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
        args: ['--automation'],
      },
    }),
};

function common(browser, page) {
  return {
    goto: (url) => page.goto(url),
    click: (selector) => page.click(selector),
    key: (name) => page.keyboard.press(name),
    close: () => browser.close(),
  };
}
