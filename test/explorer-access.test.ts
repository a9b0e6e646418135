import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { executablePath, inBrowser, openBrowser } from './browser.ts';
import { hostileRecords, plainRecords } from './explorer-records.ts';
import { serveRecords } from './explorer-server.ts';

describe.runIf(executablePath !== null)(`the explorer for everybody${inBrowser}`, () => {
  let server: { readonly address: string; readonly stop: () => Promise<void> };
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    server = await serveRecords([...plainRecords, ...hostileRecords]);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  beforeEach(async () => {
    await page?.close();
    page = await browser.newPage({ viewport: { width: 1000, height: 640 }, reducedMotion: 'reduce' });
    await page.goto(server.address);
    await page.waitForSelector('.card');
  });

  it('leads from search to the sentence by keyboard alone', async () => {
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('query');
    await page.keyboard.type('Blinken');
    await page.waitForSelector('#query-list li');
    await page.keyboard.press('ArrowDown');
    expect(await page.getAttribute('#query', 'aria-activedescendant')).toBe('query-list-0');
    await page.keyboard.press('Enter');
    await page.waitForSelector('h2:has-text("Antony Blinken")');
    const focusOn = async (text: string): Promise<void> => {
      for (let step = 0; step < 80; step++) {
        await page.keyboard.press('Tab');
        if ((await page.evaluate(() => document.activeElement?.textContent?.trim())) === text) return;
      }
      throw new Error(`no Tab leads to ${text}`);
    };
    await focusOn('urged');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#panel mark');
    expect(await page.textContent('#panel mark')).toBe('I urge you, Secretary Blinken');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('panel-title');
    await page.keyboard.press('Escape');
    await page.waitForSelector('.card');
  });

  it('walks the canvas by arrows and says where it is', async () => {
    await page.focus('#canvas');
    await page.keyboard.press('ArrowRight');
    const first = await page.textContent('#status');
    expect(first).toMatch(/, (?:Official|Country|Cartel|Agency|Organization), \d+ edges/u);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#panel .kind');
    expect(new URL(page.url()).searchParams.has('entity')).toBe(true);
    await page.focus('#canvas');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('h');
    await page.waitForSelector(
      '#status:has-text("9 of 10 actors"), #status:has-text("8 of 10 actors"), #status:has-text("Hidden")',
    );
    expect(new URL(page.url()).searchParams.has('hide')).toBe(true);
  });

  it('mirrors the picture in words', async () => {
    await page.click('#go-list');
    await page.waitForSelector('.mirror');
    const words = ((await page.textContent('.mirror')) ?? '').replace(/\s+/gu, ' ');
    expect(words).toContain('told as done: urged');
    expect(words).toContain('denied or not so: not: supported');
    expect(words).toContain('asked, planned or possible: designated (requested)');
    await page.click('#legend button:has-text("denied or not so")');
    await page.waitForFunction(() => !document.querySelector('.mirror')?.textContent?.includes('denied or not so'));
    expect(await page.textContent('h2')).toMatch(/10 actors, 9 edges/u);
  });

  it('names every control, and keeps one order of headings', async () => {
    for (const place of ['', '?show=filter', '?show=list', '?question=1', '?cypher=RETURN+1', '?show=documents']) {
      await page.goto(`${server.address}/${place}`);
      await page.waitForSelector('h2');
      const faults = await page.evaluate(() => {
        const nameless = [...document.querySelectorAll('button, a, input, select, textarea')].filter((control) => {
          const labels = (control as HTMLInputElement).labels;
          return !(control.getAttribute('aria-label') ?? control.textContent?.trim()) && (labels?.length ?? 0) === 0;
        });
        const levels = [...document.querySelectorAll('h1, h2, h3')].map(({ tagName }) => Number(tagName[1]));
        const jumps = levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1);
        return [
          ...nameless.map(({ outerHTML }) => outerHTML.slice(0, 80)),
          ...jumps.map((level) => `jump to h${level}`),
        ];
      });
      expect(faults).toEqual([]);
    }
  }, 180_000);

  it.each(['light', 'dark'] as const)('keeps contrast in %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    const low = await page.evaluate(() => {
      // Mixed colours are computed as color(srgb r g b / a), each from 0 to 1.
      const channels = (color: string): number[] =>
        [...color.matchAll(/[\d.]+/gu)].map(([value]) => Number(value) * (color.startsWith('color(srgb') ? 255 : 1));
      const light = (color: string): number => {
        const [r = 0, g = 0, b = 0] = channels(color).map((value) => {
          const share = value / 255;
          return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const behind = (element: Element | null): string => {
        const color = element ? getComputedStyle(element).backgroundColor : 'rgb(255,255,255)';
        return color.endsWith(', 0)') || color === 'transparent' ? behind(element?.parentElement ?? null) : color;
      };
      return [...document.querySelectorAll('button, a, p, span, h1, h2, b, summary, output')]
        .filter((element) => element.textContent?.trim() && element.getClientRects().length > 0)
        .flatMap((element) => {
          const [a, b] = [light(getComputedStyle(element).color), light(behind(element))];
          const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
          return ratio < 4.5 ? [`${element.textContent?.trim().slice(0, 30)} ${ratio.toFixed(2)}`] : [];
        });
    });
    expect(low).toEqual([]);
  });

  it('shows hostile names and words as text, whole and harmless', async () => {
    const loud: string[] = [];
    page.on('console', (message) => message.type() === 'error' && loud.push(message.text()));
    page.on('pageerror', (error) => loud.push(error.message));
    await page.goto(`${server.address}/?show=documents`);
    await page.click('#panel a:has-text("<script>")');
    await page.waitForSelector('.document mark');
    const text = (await page.textContent('.document')) ?? '';
    expect(text).toContain('<img src=x onerror="document.title=\'owned\'">[U+202E]desrever');
    await page.press('.document mark a', 'Enter');
    await page.waitForSelector('.details');
    await page.click('.statement .actor');
    await page.waitForSelector('.identifiers');
    expect(await page.locator('#panel img, #panel script').count()).toBe(0);
    expect(await page.locator('.identifiers a').count()).toBe(0);
    expect(await page.title()).not.toContain('owned –');
    expect(await page.title()).not.toBe('owned');
    const wide = await page.evaluate(() => {
      const panel = document.querySelector('#panel');
      return (panel?.scrollWidth ?? 0) > (panel?.clientWidth ?? 0) || document.documentElement.scrollWidth > innerWidth;
    });
    expect(wide).toBe(false);
    expect(await page.evaluate(() => /[\u202A-\u202E\u2066-\u2069]/u.test(document.body.textContent ?? ''))).toBe(
      false,
    );
    expect(loud).toEqual([]);
  });

  it('fits a phone without sideways scrolling, with everything in reach', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    for (const place of ['', '?show=filter', '?question=1', '?document=letter.txt']) {
      await page.goto(`${server.address}/${place}`);
      await page.waitForSelector('h2');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      expect(await page.isVisible('#canvas canvas')).toBe(true);
      expect(await page.isVisible('#panel h2')).toBe(true);
    }
  });
});
