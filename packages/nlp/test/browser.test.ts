import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { executablePath, inBrowser, openBrowser } from '../../../test/browser.ts';
import { loadPipeline } from '../src/index.ts';

const folder = fileURLToPath(new URL('../', import.meta.url));
const TEXT = `MISSOULA, Mont. – Attorneys general of 21 states, including Montana, urged President Biden to designate
the Sinaloa Cartel under 8 U.S.C. § 1189. “We need it,” Andrés Manuel López Obrador (AMLO) told The New York Times.`;
const PAGE = `<!doctype html><title>nlp</title>
<script type="module">import { loadPipelineFrom } from '/dist/browser.js'; Object.assign(window, { loadPipelineFrom });</script>`;
const TYPES: Record<string, string> = { '.js': 'text/javascript', '.html': 'text/html', '.json': 'application/json' };

/** Serves the built package and its models as a site would. */
function serve(): Promise<Server> {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname));
    if (path === '/') return void response.setHeader('content-type', 'text/html').end(PAGE);
    readFile(folder + path).then(
      (data) => response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream').end(data),
      () => response.writeHead(404).end(),
    );
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

describe.runIf(executablePath !== null)(`in a real browser${inBrowser}`, () => {
  let server: Server;
  let browser: Browser;
  let origin: string;

  beforeAll(async () => {
    server = await serve();
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    server.close();
  });

  test('gives the document that Node gives, with and without WebAssembly', async () => {
    const page = await browser.newPage();
    await page.goto(origin);
    await page.waitForFunction(() => 'loadPipelineFrom' in window);
    const run = (plain: boolean): Promise<unknown> =>
      page.evaluate(
        async ([text, without]) => {
          const { loadPipelineFrom } = window as unknown as typeof import('../src/browser.ts');
          const pipeline = await loadPipelineFrom(`${location.origin}/models/`, { plain: without });
          return JSON.parse(JSON.stringify(pipeline.annotate(text).toTransferable().data)) as unknown;
        },
        [TEXT, plain] as const,
      );
    const here: unknown = JSON.parse(JSON.stringify(loadPipeline().annotate(TEXT).toTransferable().data));
    expect(await run(false)).toEqual(here);
    expect(await run(true)).toEqual(here);
    await page.close();
  });

  test('says which model it cannot fetch', async () => {
    const page = await browser.newPage();
    await page.goto(origin);
    await page.waitForFunction(() => 'loadPipelineFrom' in window);
    const message = await page.evaluate(async () => {
      const { loadPipelineFrom } = window as unknown as typeof import('../src/browser.ts');
      return loadPipelineFrom(`${location.origin}/nowhere/`).then(
        () => 'loaded',
        (error: { code: string; message: string }) => `${error.code} ${error.message}`,
      );
    });
    expect(message).toMatch(/^MODEL_MISSING cannot fetch .*\/nowhere\/manifest\.json: status 404$/);
    await page.close();
  });
});
