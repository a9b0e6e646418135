import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { executablePath, inBrowser, openBrowser, search } from './browser.ts';
import { plainRecords } from './explorer-records.ts';
import { serveRecords } from './explorer-server.ts';

describe.runIf(executablePath !== null)(`the panels in a real browser${inBrowser}`, () => {
  let server: { readonly address: string; readonly stop: () => Promise<void> };
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    server = await serveRecords(plainRecords);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  beforeEach(async () => {
    await page?.close();
    page = await browser.newPage({
      viewport: { width: 1000, height: 640 },
      reducedMotion: 'reduce',
      acceptDownloads: true,
    });
    await page.goto(server.address);
    await page.waitForSelector('.card');
  });
  const heading = (text: string) => page.waitForSelector(`h2:has-text("${text}")`);

  it('shows an actor: type, identifiers, why it is one, facts, and claims by act and direction', async () => {
    await search(page, 'Blinken');
    await page.click('#results a');
    await heading('Antony Blinken');
    const link = page.locator('.identifiers a');
    expect(await link.getAttribute('href')).toBe('https://www.wikidata.org/wiki/Q7821917');
    const text = (await page.textContent('#panel')) ?? '';
    expect(text).toContain('Official');
    expect(text).not.toContain('has as member');
    expect(text).toMatch(/Secretary, holds office in\s*Department of State/u);
    const groups = await page.locator('attest-claim-list summary').allTextContents();
    expect(groups.map((group) => group.replace(/\s+/gu, ' ').trim())).toEqual(
      expect.arrayContaining(['designated 1', 'urged by 1', 'warned by 1']),
    );
    await page.click('#why summary');
    await page.waitForSelector('#why tbody tr');
    expect(await page.textContent('#why')).toContain('Letter to Secretary Blinken');
  });

  it('shows a claim with speaker, dates and how far it goes, at an address of its own', async () => {
    await search(page, 'Blinken');
    await page.click('#results a');
    await page.click('li.claim:has(.tag) a:has(.act)');
    await page.waitForSelector('#panel mark');
    expect(await page.textContent('#panel mark')).toBe(
      'designate the Sinaloa Cartel as a Foreign Terrorist Organization',
    );
    const details = ((await page.textContent('.details')) ?? '').replace(/\s+/gu, ' ');
    expect(details).toMatch(/Said by Daniel Cameron/u);
    expect(details).toMatch(/Said 2023-02-08/u);
    expect(details).toMatch(/How far it goes requested/u);
    const address = page.url();
    expect(new URL(address).searchParams.get('claim')).toMatch(/^c_/u);
    await page.goto('about:blank');
    await page.goto(address);
    await page.waitForSelector('#panel mark');
  });

  it('says so when a claim cannot be explained, or is not found any more when its text is read anew', async () => {
    await search(page, 'Blinken');
    await page.click('#results a');
    await page.click('li.claim a:has(.act)');
    await page.route(/\/explain$/u, (route) => route.abort());
    await page.click('.why summary');
    await page.waitForSelector('.why [role=alert]:has-text("The server does not answer")');
    await page.unroute(/\/explain$/u);
    await page.click('.why button:has-text("Try again")');
    // The records here were made by hand, with ids that no reading gives.
    await page.waitForSelector('.why .note:has-text("does not give this claim any more")');
    expect(await page.locator('.why [role=alert]').count()).toBe(0);
    expect(await page.locator('.why .tree bdi').count()).toBeGreaterThan(3);
  });

  it('stays open for the next claim in its place', async () => {
    await page.goto(`${server.address}/?document=letter.txt`);
    await page.click('.document mark:has-text("I urge you") a');
    await page.waitForSelector('.why');
    await page.click('.why summary');
    await page.waitForSelector('.why blockquote:has-text("I urge you")');
    const first = new URL(page.url()).searchParams.get('claim');
    await page.click('.details a:has-text("designated")');
    await page.waitForFunction((id) => new URL(location.href).searchParams.get('claim') !== id, first);
    await page.waitForSelector('#panel[aria-busy]', { state: 'detached' });
    await page.waitForSelector('.why .tree');
    expect(await page.locator('.why details, details.why[open]').count()).toBe(1);
  });

  it('never calls told what only a party says', async () => {
    await search(page, 'China');
    await page.click('#results a');
    await page.click('li.claim a:has(.act)');
    await page.waitForSelector('.details');
    const details = ((await page.textContent('.details')) ?? '').replace(/\s+/gu, ' ');
    expect(details).toContain('as far as its speakers say');
    expect(details).not.toContain('told as done');
  });

  it('opens the document at the sentence, with all marks, and steps from one to the next', async () => {
    await page.goto(`${server.address}/?document=letter.txt`);
    await heading('Letter to Secretary Blinken');
    expect(await page.locator('.document mark').count()).toBe(6);
    expect(await page.locator('.zone.headline').first().textContent()).toContain('Designate the cartels');
    await page.click('.actions a:has-text("Next")');
    await page.waitForSelector('mark.chosen');
    expect(await page.textContent('mark.chosen')).toContain('Secretary Blinken leads');
    await page.click('.actions a:has-text("Next")');
    await page.waitForSelector('mark.chosen:has-text("I urge you")');
    await page.click('mark.chosen a');
    await heading('Daniel Cameron urged');
  });

  it('shows what of the picture hangs on one document', async () => {
    await page.goto(`${server.address}/?document=letter.txt`);
    await page.click('button:has-text("Picture without it")');
    await page.waitForSelector('#filter-note:has-text("6 edges left out")');
    expect(new URL(page.url()).searchParams.getAll('no-document')).toEqual(['letter.txt']);
    // The panel reads the document again before it is drawn anew.
    await page.waitForSelector('button[aria-pressed="true"]:has-text("Picture without it")');
    await page.click('#filter-note button');
    await page.waitForSelector('#status:text-is("8 actors, 9 edges")');
  });

  it('names documents by their titles in the filter, and by their sources where titles cannot be had', async () => {
    const labels = async (): Promise<string> => {
      await page.goto(`${server.address}/?show=filter`);
      await page.waitForSelector('fieldset legend:has-text("Documents")');
      return (await page.textContent('fieldset:has(legend:has-text("Documents"))')) ?? '';
    };
    expect(await labels()).toContain('Letter to Secretary Blinken');
    await page.route(/\/api\/v1\/documents$/u, (route) => route.abort());
    expect(await labels()).toContain('letter.txt');
    await page.unroute(/\/api\/v1\/documents$/u);
  });

  it('goes back and forward through what was seen', async () => {
    await page.click('.card:has-text("Who urged Blinken")');
    await heading('Who urged Blinken');
    await page.click('tbody a:has-text("Daniel Cameron")');
    await heading('Daniel Cameron');
    await page.goBack();
    await heading('Who urged Blinken');
    await page.goForward();
    await heading('Daniel Cameron');
    await page.goBack();
    await page.goBack();
    await heading('Start with a question');
    expect(new URL(page.url()).search).toBe('');
  });

  it('asks a question anew with other words, and shows its query', async () => {
    await page.goto(`${server.address}/?question=1`);
    await page.waitForSelector('tbody tr');
    expect(await page.textContent('tbody')).toContain('I urge you, Secretary Blinken');
    await page.fill('input[name=name]', 'Nobody');
    await page.press('input[name=name]', 'Enter');
    await page.waitForSelector('.note:has-text("No rows")');
    expect(new URL(page.url()).searchParams.get('with-name')).toBe('Nobody');
    await page.click('summary:has-text("The query")');
    await page.click('a:has-text("Change it in the console")');
    await page.waitForSelector('textarea');
    expect(await page.inputValue('textarea')).toContain("'Nobody'");
  });

  it('runs Cypher, tells where it is wrong, remembers it, and gives the result as CSV', async () => {
    await page.click('#go-query');
    await page.fill('textarea', 'MATCH (e:Entity)\nRETRUN e');
    await page.press('textarea', 'Control+Enter');
    await page.waitForSelector('.problem:has-text("Line 2, column 1")');
    await page.fill('textarea', 'MATCH (e:Entity:Country) RETURN e.name AS name, e ORDER BY name');
    await page.press('textarea', 'Control+Enter');
    await page.waitForSelector('tbody tr');
    expect(await page.locator('tbody tr').count()).toBe(4);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('button:has-text("Download CSV")'),
    ]);
    const csv = readFileSync(await download.path(), 'utf8');
    expect(csv.split('\r\n').slice(0, 2)).toEqual(['\uFEFFname,e', 'Canada,Canada']);
    expect(await page.locator('select option').count()).toBe(3);
  });

  it('notes what a query may have misspelt, as text', async () => {
    await page.click('#go-query');
    await page.fill(
      'textarea',
      'MATCH (e:Entity)\nOPTIONAL MATCH (e)-[:`<img src=x>\u202e`]->(:Contry)\nRETURN count(e)',
    );
    await page.press('textarea', 'Control+Enter');
    await page.waitForSelector('tbody tr');
    expect(await page.locator('.notifications li').allTextContents()).toEqual([
      'The graph has no type <img src=x>[U+202E]. (line 2, column 22)',
      'The graph has no label Contry. (line 2, column 41)',
    ]);
    expect(await page.locator('.notifications img').count()).toBe(0);
    await page.fill('textarea', 'MATCH (e:Entity) RETURN count(e)');
    await page.press('textarea', 'Control+Enter');
    await page.waitForFunction(() => document.querySelector('.notifications') === null);
  });

  it('saves the picture as an image that shows it, and offers the graph in other forms', async () => {
    await page.click('#go-filter');
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('button:has-text("Save as PNG")')]);
    const image = readFileSync(await download.path()).toString('base64');
    const colors = await page.evaluate(async (content) => {
      const bitmap = new Image();
      bitmap.src = `data:image/png;base64,${content}`;
      await bitmap.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
      const context = canvas.getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      const { data } = context?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
      const seen = new Set<number>();
      for (let at = 0; at + 2 < data.length; at += 4)
        seen.add(((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0));
      return [0xfbfaf7, 0x3b6fb6, 0xb5443c].map((color) => seen.has(color));
    }, image);
    // Paper, an official, a cartel.
    expect(colors).toEqual([true, true, true]);
    for (const link of await page.locator('a[download]').all()) {
      const answer = await fetch(new URL((await link.getAttribute('href')) ?? '', server.address));
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain('Sinaloa Cartel');
    }
  });

  it('finds the way between two actors', async () => {
    await page.click('#go-path');
    for (const [field, name] of [
      ['#path-from', 'Daniel Cameron'],
      ['#path-to', 'China'],
    ] as const) {
      await page.fill(field, name);
      await page.waitForSelector(`${field}-list li`);
      await page.press(field, 'ArrowDown');
      await page.press(field, 'Enter');
    }
    await page.waitForSelector('li.path');
    const actors = await page.locator('li.path a.actor').allTextContents();
    expect(actors.map((name) => name.trim())).toEqual(['Daniel Cameron', 'Antony Blinken', 'Sinaloa Cartel', 'China']);
  });

  it('lets no late answer overwrite what was asked for after it', async () => {
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await page.route(/\/api\/v1\/entities\//u, async (route) => {
      await held;
      await route.continue().catch(() => undefined);
    });
    await search(page, 'Blinken');
    await page.click('#results a');
    await page.waitForSelector('#panel[aria-busy=true]');
    await page.click('#go-documents');
    await heading('2 documents');
    letGo();
    await page.unroute(/\/api\/v1\/entities\//u);
    // Two full rounds to the server: the held answer would have come before them.
    await page.evaluate(async () => {
      await fetch('/api/v1/graph').then((response) => response.text());
      await fetch('/api/v1/documents').then((response) => response.text());
    });
    expect(await page.textContent('h2')).toContain('2 documents');
    expect(await page.locator('#panel[aria-busy]').count()).toBe(0);
  });

  it('says what is wrong and tries again when asked', async () => {
    await page.route(/\/api\/v1\/documents$/u, (route) => route.abort());
    await page.click('#go-documents');
    await page.waitForSelector('[role=alert]:has-text("The server does not answer")');
    await page.unroute(/\/api\/v1\/documents$/u);
    await page.click('button:has-text("Try again")');
    await heading('2 documents');
    await page.goto(`${server.address}/?entity=nobody`);
    await page.waitForSelector('#panel [role=alert]');
    expect(await page.textContent('#panel [role=alert]')).toContain('nobody');
  });

  it('says so when a search, a filter or an edge leads to nothing', async () => {
    await page.fill('#query', 'zzzz');
    await page.press('#query', 'Enter');
    await page.waitForSelector('.note:has-text("None")');
    await page.goto(`${server.address}/?no-line=told&no-line=alleged&no-line=unrealised&no-line=negative&show=list`);
    await page.waitForSelector('#empty:has-text("The filter leaves nothing")');
    await page.waitForSelector('.note:has-text("The filter leaves nothing")');
    await page.goto(`${server.address}/?edge=r_gone`);
    await heading('This edge is not there');
    expect(await page.textContent('#panel')).toContain('changed since this link was made');
  });
});
