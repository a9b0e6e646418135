import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { executablePath, inBrowser, openBrowser } from './browser.ts';
import { plainRecords } from './explorer-records.ts';
import { serveRecords } from './explorer-server.ts';

interface Edge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly act: string;
  readonly standing: string;
  readonly polarity: string;
}
interface Graph {
  readonly nodes: readonly { readonly id: string; readonly name: string }[];
  readonly edges: readonly Edge[];
}

describe.runIf(executablePath !== null)(`the picture in a real browser${inBrowser}`, () => {
  let server: { readonly address: string; readonly stop: () => Promise<void> };
  let browser: Browser;
  let page: Page;
  let graph: Graph;
  beforeAll(async () => {
    server = await serveRecords(plainRecords);
    browser = await openBrowser();
    graph = (await (await fetch(`${server.address}/api/v1/graph`)).json()) as Graph;
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  beforeEach(async () => {
    await page?.close();
    page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
    await page.goto(server.address);
    await page.waitForSelector('.card');
  });

  const node = (name: string): string => graph.nodes.find((one) => one.name === name)?.id ?? `no ${name}`;
  const edge = (act: string, polarity = 'positive'): Edge => {
    const found = graph.edges.find((one) => one.act === act && one.polarity === polarity);
    if (!found) throw new Error(`no edge ${act}`);
    return found;
  };
  /** Point of an actor or an edge on the page. */
  async function pointOf(kind: 'node' | 'edge', id: string): Promise<{ x: number; y: number }> {
    const point = await page.evaluate(
      ([what, key]) => {
        const canvas = document.querySelector('attest-canvas');
        const at = what === 'node' ? canvas?.view?.pointOfNode(key) : canvas?.view?.pointOfEdge(key);
        const box = canvas?.getBoundingClientRect();
        return at && box ? { x: at.x + box.left, y: at.y + box.top } : null;
      },
      [kind, id] as const,
    );
    if (!point) throw new Error(`${kind} ${id} is not drawn`);
    return point;
  }
  const click = async (kind: 'node' | 'edge', id: string): Promise<void> => {
    const { x, y } = await pointOf(kind, id);
    await page.mouse.move(x, y);
    await page.mouse.click(x, y);
  };

  it('opens an actor by a click on its mark, and its edge by a click on the line, with the sentence', async () => {
    await click('node', node('Antony Blinken'));
    await page.waitForSelector('h2:has-text("Antony Blinken")');
    await click('edge', edge('URGED').id);
    await page.waitForSelector('h2:has-text("urged")');
    expect(await page.textContent('#panel mark')).toBe('I urge you, Secretary Blinken');
    expect(await page.textContent('#panel')).toContain('told as done');
    expect(new URL(page.url()).searchParams.get('edge')).toBe(edge('URGED').id);
  });

  it('keeps parallel edges apart: each can be clicked', async () => {
    const parallel = graph.edges.filter(({ from, to }) => from === node('Mexico') && to === node('Sinaloa Cartel'));
    expect(parallel.map(({ polarity }) => polarity).toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
      'negative',
      'positive',
    ]);
    for (const { id, polarity } of parallel) {
      await click('edge', id);
      await page.waitForFunction((wanted) => new URL(location.href).searchParams.get('edge') === wanted, id);
      const denied = page.locator('h2', { hasText: 'not:' });
      await denied.waitFor({ state: polarity === 'negative' ? 'visible' : 'detached' });
    }
    const [one, other] = await Promise.all(parallel.map(({ id }) => pointOf('edge', id)));
    expect(Math.hypot((one?.x ?? 0) - (other?.x ?? 0), (one?.y ?? 0) - (other?.y ?? 0))).toBeGreaterThan(8);
  });

  it('says what an edge says while the pointer rests on it, also after the picture was replaced', async () => {
    const rest = async (): Promise<void> => {
      // The view still moves to what was opened: wait until the line stays where it is.
      let at = await pointOf('edge', edge('URGED').id);
      for (let before = { x: -1, y: -1 }; before.x !== at.x || before.y !== at.y;) {
        await page.waitForSelector('#panel:not([aria-busy])');
        await page.evaluate(
          () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
        );
        before = at;
        at = await pointOf('edge', edge('URGED').id);
      }
      await page.mouse.move(at.x - 1, at.y);
      await page.mouse.move(at.x, at.y);
      await page.waitForSelector('#canvas div:has-text("Daniel Cameron urged Antony Blinken")');
    };
    await rest();
    expect(await page.textContent('#canvas > div[aria-hidden]')).toContain('“I urge you, Secretary Blinken”');
    await page.mouse.move(5, 300);
    await page.waitForSelector('#canvas > div[aria-hidden]', { state: 'hidden' });
    await page.goto(`${server.address}/?around=${node('Daniel Cameron')}&entity=${node('Daniel Cameron')}`);
    await page.click('button:has-text("Only its neighbours")');
    await page.waitForSelector('#status:has-text("8 actors, 9 edges")');
    await page.waitForSelector('button[aria-pressed=false]:has-text("Only its neighbours")');
    await rest();
  });

  it('draws the same picture at every start', async () => {
    const places = () => Promise.all(graph.nodes.map(({ id }) => pointOf('node', id)));
    const before = await places();
    await page.reload();
    await page.waitForSelector('.card');
    expect(await places()).toEqual(before);
  });

  it('draws told lines whole, asked ones dashed, alleged ones dotted, denied ones red', async () => {
    // Names and words lie on a canvas of their own: without them only marks and lines are left.
    await page.evaluate(() => document.querySelector('canvas.sigma-captions')?.remove());
    const picture = (await page.screenshot()).toString('base64');
    /** Along the middle of a line: how often ink and paper change per pixel, and the share of red in the ink. */
    const along = (id: string): Promise<{ changes: number; red: number }> =>
      page.evaluate(
        async ([image, key]) => {
          const canvas = document.querySelector('attest-canvas');
          const [view, box] = [canvas?.view, canvas?.getBoundingClientRect()];
          const [from = '', to = ''] = view?.picture.extremities(key) ?? [];
          const [start, end, middle] = [view?.pointOfNode(from), view?.pointOfNode(to), view?.pointOfEdge(key)];
          if (!start || !end || !middle || !box) throw new Error('not drawn');
          const control = { x: 2 * middle.x - (start.x + end.x) / 2, y: 2 * middle.y - (start.y + end.y) / 2 };
          const bitmap = new Image();
          bitmap.src = `data:image/png;base64,${image}`;
          await bitmap.decode();
          const copy = document.createElement('canvas');
          [copy.width, copy.height] = [bitmap.width, bitmap.height];
          const context = copy.getContext('2d');
          if (!context) throw new Error('no canvas');
          context.drawImage(bitmap, 0, 0);
          const length = Math.hypot(end.x - start.x, end.y - start.y);
          const normal = { x: -(end.y - start.y) / length, y: (end.x - start.x) / length };
          let [changes, ink, red, count, last] = [0, 0, 0, 0, null as boolean | null];
          const [first, past] = [18 / length, 1 - 24 / length];
          for (let t = first; t < past; t += 0.5 / length) {
            // The stroke across a denied line lies in its middle.
            if (Math.abs(t - 0.5) * length < 4) continue;
            const on = (p: number, q: number, r: number): number =>
              (1 - t) * (1 - t) * p + 2 * t * (1 - t) * q + t * t * r;
            // The darkest pixel across the line: half a pixel beside it is no gap.
            const across = [-1, 0, 1].map((off) => {
              const x = on(start.x, control.x, end.x) + normal.x * off + box.left;
              const y = on(start.y, control.y, end.y) + normal.y * off + box.top;
              return [...context.getImageData(Math.floor(x), Math.floor(y), 1, 1).data];
            });
            const [r = 0, g = 0, b = 0] = across.toSorted((p, q) => (p[1] ?? 0) - (q[1] ?? 0))[0] ?? [];
            const isInk = g < 175;
            if (last !== null && isInk !== last) changes += 1;
            if (isInk) ink += 1;
            if (isInk && r > 150 && r - g > 70 && Math.abs(g - b) < 30) red += 1;
            last = isInk;
            count += 0.5;
          }
          return { changes: changes / count, red: red / Math.max(1, ink) };
        },
        [picture, id] as const,
      );
    const requested = graph.edges.find(
      ({ standing, polarity }) => standing === 'unrealised' && polarity === 'positive',
    );
    const told = await along(edge('VISITED').id);
    const asked = await along(requested?.id ?? '');
    const alleged = await along(edge('SUPPLIED').id);
    const denied = await along(edge('SUPPORTED', 'negative').id);
    // A dash and a gap make 12 pixels, a dot and its gap about 5.
    expect(told.changes).toBe(0);
    expect(Math.abs(asked.changes - 2 / 12)).toBeLessThan(0.05);
    expect(alleged.changes).toBeGreaterThan(0.25);
    expect(Math.abs(denied.changes - 2 / 12)).toBeLessThan(0.07);
    expect([told, asked, alleged].map(({ red }) => red < 0.2)).toEqual([true, true, true]);
    expect(denied.red).toBeGreaterThan(0.6);
  });

  it('expands on a double click when only some actors are shown', async () => {
    await page.goto(`${server.address}/?around=${node('Daniel Cameron')}`);
    await page.waitForSelector('#status:has-text("2 of 8 actors")');
    const { x, y } = await pointOf('node', node('Antony Blinken'));
    await page.mouse.dblclick(x, y);
    await page.waitForFunction(() => new URL(location.href).searchParams.getAll('around').length === 2);
    await pointOf('node', node('Sinaloa Cartel'));
    expect(await page.textContent('#legend')).toContain('asked, planned or possible');
    await page.waitForSelector('#filter-note:has-text("4 actors")');
  });

  it('pins an actor where it is dragged, and the link keeps the place', async () => {
    const { x, y } = await pointOf('node', node('Canada'));
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 60, y + 40, { steps: 5 });
    await page.mouse.up();
    await page.waitForFunction(() => new URL(location.href).searchParams.has('pin'));
    const dragged = await pointOf('node', node('Canada'));
    expect(Math.abs(dragged.x - x - 60)).toBeLessThan(3);
    const placeOf = (id: string) =>
      page.evaluate((key) => {
        const place = document.querySelector('attest-canvas')?.view?.placeOf(key);
        return place ? [Math.round(place.x), Math.round(place.y)] : null;
      }, id);
    const pinned = await placeOf(node('Canada'));
    expect(pinned).not.toBeNull();
    const link = page.url();
    await page.goto('about:blank');
    await page.goto(link);
    await page.waitForSelector('#panel h2');
    expect(await placeOf(node('Canada'))).toEqual(pinned);
    expect(new URL(page.url()).searchParams.get('pin')).toContain(node('Canada'));
  });

  it('takes kinds of lines and actors out of the picture by the legend and brings them back', async () => {
    expect(await page.textContent('#status')).toBe('8 actors, 9 edges');
    await page.click('#legend button:has-text("alleged")');
    await page.waitForSelector('#status:has-text("of 9 edges")');
    expect(await page.getAttribute('#legend button:has-text("alleged")', 'aria-pressed')).toBe('false');
    await page.click('#legend button:has-text("Country")');
    await page.goBack();
    await page.goBack();
    await page.waitForSelector('#status:text-is("8 actors, 9 edges")');
  });
});
