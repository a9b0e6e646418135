import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { executablePath, inBrowser, openBrowser } from './browser.ts';
import { hostileRecords, plainRecords } from './explorer-records.ts';
import { serveRecords } from './explorer-server.ts';
import { root } from './server.ts';

const built = join(root, 'packages', 'viewer', 'dist-app');
const page = (inside: string): string =>
  `<!doctype html><html lang="en"><head><title>host</title><link rel="icon" href="data:,">
  <script type="module" src="/attest-graph.js"></script><link rel="stylesheet" href="/host.css"></head>
  <body><h1>Host</h1>${inside}<p class="after">after</p></body></html>`;

describe.runIf(executablePath !== null)(`<attest-graph> in another page${inBrowser}`, () => {
  let explorer: { readonly address: string; readonly stop: () => Promise<void> };
  let site: Server;
  let address: string;
  let browser: Browser;
  let tab: Page;
  let asked: string[];
  const files = new Map<string, string>();
  beforeAll(async () => {
    explorer = await serveRecords([...plainRecords, ...hostileRecords]);
    browser = await openBrowser();
    // Another site, with a strict policy of its own and styles that would break what they reach.
    site = createServer((request, response) => {
      const path = request.url ?? '/';
      asked.push(path);
      const type = path.endsWith('.js')
        ? 'text/javascript'
        : path.endsWith('.json')
          ? 'application/json'
          : path.endsWith('.css')
            ? 'text/css'
            : 'text/html';
      response.writeHead(files.has(path) ? 200 : 404, {
        'content-type': `${type}; charset=utf-8`,
        'content-security-policy':
          "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'",
      });
      response.end(files.get(path) ?? '');
    });
    site.listen(0, '127.0.0.1');
    await new Promise((resolve) => site.once('listening', resolve));
    address = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
    files.set('/attest-graph.js', readFileSync(join(built, 'element', 'attest-graph.js'), 'utf8'));
    files.set('/host.css', '* { position: static !important; color: red } div, canvas { display: none }');
  });
  afterAll(async () => {
    await browser?.close();
    site?.close();
    await explorer?.stop();
  });
  beforeEach(async () => {
    await tab?.close();
    asked = [];
    tab = await browser.newPage({
      viewport: { width: 1000, height: 700 },
      reducedMotion: 'reduce',
      acceptDownloads: true,
    });
  });

  /** Clicks the middle of the first edge of an act. */
  async function clickEdge(act: string): Promise<void> {
    const point = await tab.evaluate((wanted) => {
      const view = document.querySelector('attest-graph')?.view;
      const id = view?.picture.findEdge((_id, { edge }) => edge.act === wanted);
      const at = id === undefined ? null : (view?.pointOfEdge(id) ?? null);
      const box = document.querySelector('attest-graph')?.getBoundingClientRect();
      return at && box ? { x: at.x + box.left, y: at.y + box.top } : null;
    }, act);
    if (!point) throw new Error(`no edge ${act} is drawn`);
    await tab.mouse.move(point.x, point.y);
    await tab.mouse.click(point.x, point.y);
  }

  it('shows what was saved in the explorer, with sentence and speaker, and asks for nothing else', async () => {
    await tab.goto(`${explorer.address}/?show=filter`);
    await tab.waitForSelector('button:has-text("Save for the web")');
    const [download] = await Promise.all([
      tab.waitForEvent('download'),
      tab.click('button:has-text("Save for the web")'),
    ]);
    files.set('/saved.json', readFileSync(await download.path(), 'utf8'));
    files.set('/', page('<attest-graph src="/saved.json"></attest-graph>'));
    const loud: string[] = [];
    tab.on('console', (message) => message.type() === 'error' && loud.push(message.text()));
    await tab.goto(address);
    await tab.waitForSelector('attest-graph canvas');
    await tab.evaluate(() => {
      document.querySelector('attest-graph')?.addEventListener('attest-select', (event) => {
        document.title = JSON.stringify((event as CustomEvent).detail);
      });
    });
    await clickEdge('DESIGNATED');
    await tab.waitForSelector('attest-graph .card');
    expect(await tab.textContent('attest-graph .card')).toContain('designate');
    expect(await tab.title()).toMatch(/"kind":"edge"/u);
    expect(await tab.textContent('attest-graph .legend')).toContain('asked, planned or possible');
    expect(asked.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['/', '/attest-graph.js', '/host.css', '/saved.json']);
    expect(loud).toEqual([]);
  });

  it('takes its picture from inside the page, and shows one actor with its neighbours only', async () => {
    const saved = JSON.parse(files.get('/saved.json') ?? '{}') as { nodes: { id: string; name: string }[] };
    const cameron = saved.nodes.find(({ name }) => name === 'Daniel Cameron')?.id ?? '';
    files.set(
      '/inline',
      page(
        `<attest-graph entity="${cameron}"><script type="application/json">${(files.get('/saved.json') ?? '').replaceAll('<', '\\u003c')}</script></attest-graph>`,
      ),
    );
    await tab.goto(`${address}/inline`);
    await tab.waitForSelector('attest-graph canvas');
    await clickEdge('URGED');
    await tab.waitForSelector('attest-graph .card:has-text("I urge you, Secretary Blinken")');
    expect(asked).not.toContain('/saved.json');
    expect(await tab.locator('attest-graph img').count()).toBe(0);
    expect(await tab.title()).toBe('host');
  });

  it('answers Cypher without a server, and loads the engine only when asked', async () => {
    files.set('/attest-cypher.js', readFileSync(join(built, 'element', 'attest-cypher.js'), 'utf8'));
    files.set('/console', page('<attest-graph console src="/saved.json"></attest-graph>'));
    await tab.goto(`${address}/console`);
    await tab.waitForSelector('attest-graph canvas');
    expect(asked).not.toContain('/attest-cypher.js');
    await tab.click('attest-graph summary');
    await tab.fill('attest-graph textarea', 'MATCH (a)-[:URGED]->(b) RETURN a.name AS who, b.name AS whom');
    await tab.click('attest-graph button:has-text("Run")');
    await tab.waitForSelector('attest-graph tbody tr');
    expect(await tab.locator('attest-graph tbody td').allTextContents()).toEqual(['Daniel Cameron', 'Antony Blinken']);
    expect(asked).toContain('/attest-cypher.js');
    expect(await tab.locator('attest-graph .notifications').count()).toBe(0);
    await tab.fill('attest-graph textarea', 'MATCH (a:Oficial) RETURN count(a)');
    await tab.click('attest-graph button:has-text("Run")');
    await tab.waitForSelector(
      'attest-graph .notifications:has-text("The graph has no label Oficial. (line 1, column 10)")',
    );
    await tab.fill('attest-graph textarea', 'MATCH (a) RETRUN a');
    await tab.click('attest-graph button:has-text("Run")');
    await tab.waitForSelector('attest-graph .wrong:has-text("line 1, column 11")');
  });

  it('lets the page scroll under the wheel until Ctrl is held', async () => {
    files.set('/long', page(`<attest-graph src="/saved.json"></attest-graph>${'<p>text</p>'.repeat(100)}`));
    await tab.goto(`${address}/long`);
    await tab.waitForSelector('attest-graph canvas');
    const box = await tab.locator('attest-graph').boundingBox();
    await tab.mouse.move((box?.x ?? 0) + 100, (box?.y ?? 0) + 100);
    await tab.mouse.wheel(0, 120);
    await tab.waitForFunction(() => scrollY > 0);
    expect(await tab.textContent('attest-graph .hint')).toContain('Ctrl');
  });

  it('says what is wrong with a picture that is missing, damaged or something else', async () => {
    files.set('/other.json', '{"format": "something"}');
    files.set('/damaged.json', '{');
    for (const [source, words] of [
      ['/missing.json', '404'],
      ['/other.json', 'attest-graph/1'],
      ['/damaged.json', 'JSON'],
    ] as const) {
      files.set('/wrong', page(`<attest-graph src="${source}"></attest-graph>`));
      await tab.goto(`${address}/wrong`);
      await tab.waitForSelector('attest-graph [role=alert]');
      expect(await tab.textContent('attest-graph [role=alert]')).toContain(words);
    }
  });

  it('is shown by the example page of a running Attest', async () => {
    await tab.goto(`${explorer.address}/example.html`);
    await tab.waitForSelector('attest-graph canvas');
    // One picture, though data and attributes come one after the other.
    await tab.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
    expect(await tab.locator('attest-graph canvas.sigma-nodes').count()).toBe(1);
    await clickEdge('URGED');
    await tab.waitForSelector('attest-graph .card:has-text("I urge you to designate the cartel.")');
    const words = ((await tab.textContent('attest-graph .card')) ?? '').replace(/\s+/gu, ' ');
    expect(words).toContain('said by the document itself, 2023-02-08, in An example');
  });
});
