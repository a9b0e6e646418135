import { chromium, type Browser, type Page } from 'playwright-core';
import { findChromium } from './server.ts';

/** Path of the Chromium that the browser tests use; null when there is none. In CI there has to be one. */
export const executablePath = findChromium();
if (executablePath === null && process.env['CI'] === 'true')
  throw new Error('the browser tests need Chromium: apt-get install --no-install-recommends chromium');

/** A real Chromium with WebGL by software, so that it works on machines without a graphics card. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: executablePath ?? '',
    args: [
      '--no-sandbox',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--ignore-gpu-blocklist',
      '--disable-background-networking',
    ],
  });

/** Drops files on the page as a person would. */
export async function dropFiles(page: Page, files: readonly { name: string; content: string }[]): Promise<void> {
  const transfer = await page.evaluateHandle((list) => {
    const data = new DataTransfer();
    for (const { name, content } of list) data.items.add(new File([content], name, { type: 'text/plain' }));
    return data;
  }, files);
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

/** Searches by keyboard and waits for the list of results. */
export async function search(page: Page, text: string): Promise<void> {
  await page.fill('#query', text);
  await page.press('#query', 'Enter');
  await page.waitForSelector('#results');
}

/** What a skipped test file is called, so that the list of tests says why. */
export const inBrowser = executablePath === null ? ' (skipped: install Chromium, or name one in CHROMIUM)' : '';
