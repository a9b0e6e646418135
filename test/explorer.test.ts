import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, root, startServer, type Running } from './server.ts';

const executablePath = findChromium();
if (executablePath === null && process.env['CI'] === 'true')
  throw new Error('the browser tests need Chromium: apt-get install --no-install-recommends chromium');
if (executablePath === null) console.warn('skipped: browser tests (install Chromium, or name one in CHROMIUM)');

describe.runIf(executablePath !== null)('the explorer in a real browser', () => {
  let folder: string;
  let server: Running;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'attest-explorer-'));
    server = await startServer([join(root, 'corpus'), '--data', folder]);
    browser = await chromium.launch({
      executablePath: executablePath ?? '',
      args: [
        '--no-sandbox',
        '--use-angle=swiftshader',
        '--enable-unsafe-swiftshader',
        '--ignore-gpu-blocklist',
        '--disable-background-networking',
      ],
    });
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(server.address);
    await page.waitForSelector('.card');
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('finds an actor by search and shows a claim with its sentence marked', async () => {
    await page.fill('#query', 'Biden administration');
    await page.press('#query', 'Enter');
    await page.click('#results button');
    await page.waitForSelector('li.claim');
    await page.click('li.claim button:has-text("URGED")');
    await page.waitForSelector('mark');
    expect(await page.textContent('mark')).toContain('urging');
    expect(await page.textContent('#panel')).toContain('Attorneys general of 21 states');
  });

  it('answers a question card with a table', async () => {
    await page.goto(server.address);
    await page.click('.card:has-text("how many claims")');
    await page.waitForSelector('tbody tr');
    expect(await page.locator('tbody tr').count()).toBe(5);
  });

  it('draws on WebGL', async () => {
    expect(await page.locator('#canvas canvas').count()).toBeGreaterThan(3);
    expect(await page.textContent('#status')).toMatch(/\d+ actors, \d+ edges/u);
  });

  it('takes a dropped file, shows its actors, and never runs its markup', async () => {
    const text = 'The Senate urged Canada to sanction Iran. <img src=x onerror="document.title=\'owned\'">';
    const transfer = await page.evaluateHandle((content) => {
      const data = new DataTransfer();
      data.items.add(new File([content], '<b>own</b>.txt', { type: 'text/plain' }));
      return data;
    }, text);
    await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
    await page.waitForSelector('h2:has-text("Added")');
    expect(await page.textContent('#panel')).toContain('3 actors');
    await page.fill('#query', 'Canada');
    await page.press('#query', 'Enter');
    await page.click('#results button');
    await page.waitForSelector('li.claim');
    expect(await page.textContent('#panel')).toContain('SANCTIONED');
    expect(await page.title()).toBe('Attest');
  });

  it('shows one actor without panels when embedded', async () => {
    const found = (await (await fetch(`${server.address}/api/v1/search?q=Canada`)).json()) as {
      items: { id: string }[];
    };
    await page.goto(`${server.address}/embed?entity=${found.items[0]?.id ?? ''}`);
    await page.waitForSelector('#status:has-text("actors")', { state: 'attached' });
    expect(await page.isVisible('#panel')).toBe(false);
  });

  it('takes no files when embedded, since any site may frame it', async () => {
    const count = async (): Promise<number> =>
      ((await (await fetch(`${server.address}/api/v1/documents`)).json()) as { items: unknown[] }).items.length;
    const before = await count();
    const transfer = await page.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(new File(['Norway sanctioned Iran.'], 'framed.txt', { type: 'text/plain' }));
      return data;
    });
    await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
    // A round trip through the page and the server: an upload would have been sent by now.
    await page.evaluate(() => fetch('/api/v1/graph').then((response) => response.text()));
    expect(await count()).toBe(before);
  });

  it('says what is wrong when the embedded actor is not there', async () => {
    await page.goto(`${server.address}/embed?entity=nobody`);
    await page.waitForSelector('#canvas [role=alert]');
    expect(await page.textContent('#canvas')).toContain('nobody');
  });

  it('keeps an upload that was acknowledged when the server is killed', async () => {
    const file = join(folder, 'note.txt');
    writeFileSync(file, 'x');
    const form = new FormData();
    form.append('files', new Blob(['Norway sanctioned Belarus.']), 'note.txt');
    const answer = await fetch(`${server.address}/api/v1/documents`, { method: 'POST', body: form });
    expect(answer.status).toBe(201);
    server.process.kill('SIGKILL');
    await new Promise((resolve) => server.process.once('exit', resolve));
    server = await startServer([join(root, 'corpus'), '--data', folder]);
    const found = (await (await fetch(`${server.address}/api/v1/search?q=Belarus`)).json()) as { items: unknown[] };
    expect(found.items).toHaveLength(1);
  });
});
