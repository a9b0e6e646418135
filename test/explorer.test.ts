import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dropFiles, executablePath, inBrowser, openBrowser, search } from './browser.ts';
import { root, startServer, type Running } from './server.ts';

describe.runIf(executablePath !== null)(`the explorer in a real browser${inBrowser}`, () => {
  let folder: string;
  let server: Running;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'attest-explorer-'));
    server = await startServer([join(root, 'corpus'), '--data', folder]);
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
    await page.goto(server.address);
    await page.waitForSelector('.card');
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('finds an actor by search and shows a claim with its sentence marked', async () => {
    await search(page, 'Mexico');
    await page.click('#results a');
    const claim = page.locator('li.claim').first();
    const quote = (await claim.locator('blockquote').textContent()) ?? '';
    await claim.locator('a:has(.act)').click();
    await page.waitForSelector('mark');
    expect(quote.length).toBeGreaterThan(10);
    expect(await page.textContent('mark')).toBe(quote);
    expect(await page.textContent('#panel')).toContain('Said by');
  });

  it('finds Blinken by search, shows who urged him, opens that edge, and shows the sentence', async () => {
    await page.goto(server.address);
    await search(page, 'Blinken');
    await page.click('#results a:has-text("Antony Blinken")');
    await page.waitForSelector('.connections');
    const urgers = page.locator('.connections li', { hasText: 'urged by' });
    const names = (await urgers.locator('.actor').allTextContents()).map((name) => name.trim());
    expect(names).toContain('Daniel Cameron');
    await urgers.filter({ hasText: 'Daniel Cameron' }).locator('a.edge').first().click();
    await page.waitForSelector('h2:has-text("Daniel Cameron urged Antony Blinken")');
    const sentence = (await page.textContent('#panel mark')) ?? '';
    const letter = readFileSync(join(root, 'corpus', 'kentucky-attorney-general-letter-to-blinken.txt'), 'utf8');
    expect(sentence.length).toBeGreaterThan(5);
    expect(letter).toContain(sentence);
    expect(await page.textContent('#panel')).toContain('Letter of the Attorney General of Kentucky');
  });

  it('tells what an edge is about that leads to whom its content names', async () => {
    await page.goto(server.address);
    await search(page, 'Blinken');
    await page.click('#results a:has-text("Antony Blinken")');
    await page.waitForSelector('.connections');
    const considered = page.locator('.connections li', { hasText: /^\s*[^(]*considered/u }).first();
    expect((await considered.textContent())?.replace(/\s+/gu, ' ')).toMatch(/considered .*\(.*designated.*\)/u);
    await considered.locator('a.edge').click();
    await page.waitForSelector('h2:has-text("Antony Blinken considered: ")');
    expect(await page.textContent('#panel')).toContain('What it is about:');
  });

  it('says why a claim is there, by keyboard: the rule, who is meant, what gave nothing, the parse', async () => {
    const { items } = (await (await fetch(`${server.address}/api/v1/claims?act=URGED&limit=1`)).json()) as {
      items: { id: string; quote: string }[];
    };
    const [claim] = items;
    await page.goto(`${server.address}/?claim=${claim?.id ?? ''}`);
    await page.waitForSelector('.why');
    expect(await page.locator('.why .tree').count()).toBe(0);
    await page.focus('.why summary');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.why .tree li', { timeout: 60_000 });
    expect(await page.textContent('.why [role=status]')).toBe('The reasons are shown.');
    const parts = await page.locator('.why h4').allTextContents();
    expect(parts).toEqual([
      'Why this claim',
      'Who and what is meant',
      'What else the sentence gave',
      'Words that gave no claim',
      'How the words hang together',
    ]);
    const text = ((await page.textContent('.why')) ?? '').replace(/\s+/gu, ' ');
    expect(text).toMatch(/urged: a (?:verb|noun) that tells this act/u);
    expect(text).toMatch(/rule frame\/\w+, confidence 0\.\d+/u);
    expect(text).not.toContain('does not give this claim any more');
    expect(await page.locator('.why .tree > li').first().textContent()).toContain('what the sentence says');
    const words = await page.locator('.why .tree bdi').allTextContents();
    for (const word of (claim?.quote ?? '').match(/\p{L}+/gu) ?? []) expect(words.join(' ')).toContain(word);
  });

  it('answers every question card: a table, or the word that nothing answers it', async () => {
    await page.goto(server.address);
    for (let number = 1; number <= 10; number++) {
      await page.click(`.cards li:nth-child(${number}) a`);
      await page.waitForSelector('#panel tbody tr, #panel .note');
      expect(await page.locator('#panel [role=alert]').count()).toBe(0);
      if (number < 10) await page.goBack();
    }
    expect(await page.locator('#panel tbody tr').count()).toBe(5);
  }, 180_000);

  it('draws on WebGL', async () => {
    expect(await page.locator('#canvas canvas').count()).toBeGreaterThan(3);
    expect(await page.textContent('#status')).toMatch(/\d+ actors, \d+ edges/u);
  });

  it('takes a dropped file, shows its actors, and never runs its markup', async () => {
    await page.goto(server.address);
    await page.waitForSelector('.card');
    const content = 'The Senate urged Canada to sanction Iran. <img src=x onerror="document.title=\'owned\'">';
    await dropFiles(page, [{ name: '<b>own</b>.txt', content }]);
    await page.waitForSelector('h2:has-text("Added")');
    expect(await page.textContent('#panel')).toContain('3 actors');
    await search(page, 'Canada');
    await page.click('#results a');
    await page.waitForSelector('li.claim');
    expect(await page.textContent('#panel')).toContain('sanction');
    expect(await page.title()).toBe('Canada – Attest');
    expect(await page.locator('#panel img').count()).toBe(0);
    await page.click('li.claim a:has(.act)');
    await page.click('.why summary');
    await page.waitForSelector('.why .tree');
    expect(await page.locator('#panel img').count()).toBe(0);
    expect(await page.title()).not.toBe('owned');
  });

  it("tells each dropped file's fate: a bad one does not keep a good one out", async () => {
    await page.goto(server.address);
    await page.waitForSelector('.card');
    await dropFiles(page, [
      { name: 'empty.txt', content: '' },
      { name: 'good.txt', content: 'Sweden sanctioned Russia.' },
    ]);
    await page.waitForSelector('h2:has-text("1 of 2 files added")');
    expect(await page.locator('#panel [role=alert]').count()).toBe(1);
    expect(await page.textContent('#panel section:has-text("empty.txt")')).toContain('no text');
    expect(await page.textContent('#panel section:has-text("good.txt")')).toContain('Sweden');
  });

  it('shows one actor without panels when embedded', async () => {
    const found = (await (await fetch(`${server.address}/api/v1/search?q=Mexico`)).json()) as {
      items: { id: string }[];
    };
    await page.goto(`${server.address}/embed?entity=${found.items[0]?.id ?? ''}`);
    await page.waitForSelector('attest-graph canvas');
    expect(await page.locator('#panel, #search, #files').count()).toBe(0);
    expect(await page.locator('attest-graph canvas').count()).toBeGreaterThan(3);
    expect(await page.textContent('attest-graph li')).toContain('Mexico');
  });

  it('takes no files when embedded, since any site may frame it', async () => {
    const count = async (): Promise<number> =>
      ((await (await fetch(`${server.address}/api/v1/documents`)).json()) as { items: unknown[] }).items.length;
    const before = await count();
    await dropFiles(page, [{ name: 'framed.txt', content: 'Norway sanctioned Iran.' }]);
    // A round trip through the page and the server: an upload would have been sent by now.
    await page.evaluate(() => fetch('/api/v1/graph').then((response) => response.text()));
    expect(await count()).toBe(before);
  });

  it('says what is wrong when the embedded actor is not there', async () => {
    await page.goto(`${server.address}/embed?entity=nobody`);
    await page.waitForSelector('#empty [role=alert]');
    expect(await page.textContent('#empty')).toContain('nobody');
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
