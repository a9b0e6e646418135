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

  it('draws the same picture at every start', async () => {
    const places = () => Promise.all(graph.nodes.map(({ id }) => pointOf('node', id)));
    const before = await places();
    await page.reload();
    await page.waitForSelector('.card');
    expect(await places()).toEqual(before);
  });

  it('draws told lines whole, asked ones dashed, alleged ones dotted, denied ones red', async () => {
    // What is drawn along the line, from its first to its last quarter: how often ink and paper change, and whether it is red.
    const along = async (id: string): Promise<{ changes: number; red: boolean }> => {
      const picture = (await page.screenshot()).toString('base64');
      return page.evaluate(
        async ([image, key]) => {
          const view = document.querySelector('attest-canvas')?.view;
          const box = document.querySelector('attest-canvas')?.getBoundingClientRect();
          const { from, to } = await fetch('/api/v1/graph')
            .then((response) => response.json() as Promise<{ edges: { id: string; from: string; to: string }[] }>)
            .then(({ edges }) => edges.find((one) => one.id === key) ?? { from: '', to: '' });
          const [start, end, middle] = [view?.pointOfNode(from), view?.pointOfNode(to), view?.pointOfEdge(key ?? '')];
          if (!start || !end || !middle || !box) throw new Error('not drawn');
          const control = { x: 2 * middle.x - (start.x + end.x) / 2, y: 2 * middle.y - (start.y + end.y) / 2 };
          const bitmap = new Image();
          bitmap.src = `data:image/png;base64,${image}`;
          await bitmap.decode();
          const canvas = document.createElement('canvas');
          canvas.width = bitmap.width;
          canvas.height = bitmap.height;
          const context = canvas.getContext('2d');
          if (!context) throw new Error('no canvas');
          context.drawImage(bitmap, 0, 0);
          let [changes, red, last] = [0, 0, null as boolean | null];
          // Between mark and words: both would be taken for ink.
          for (let t = 0.14; t < 0.34; t += 0.001) {
            const at = (a: number, b: number, c: number): number =>
              (1 - t) * (1 - t) * a + 2 * t * (1 - t) * b + t * t * c;
            const x = Math.round(at(start.x, control.x, end.x) + box.left);
            const y = Math.round(at(start.y, control.y, end.y) + box.top);
            const [r = 0, g = 0, b = 0] = context.getImageData(x, y, 1, 1).data;
            const ink = r + g + b < 600;
            if (last !== null && ink !== last) changes += 1;
            if (ink && r > 170 && g < 75 && b < 75) red += 1;
            last = ink;
          }
          return { changes, red: red > 0 };
        },
        [picture, id] as const,
      );
    };
    // Everything at its own look: nothing pointed at, quiet edges forward.
    await page.mouse.move(5, 5);
    const told = await along(edge('URGED').id);
    const asked = await along(
      edge('DESIGNATED').standing === 'unrealised'
        ? edge('DESIGNATED').id
        : (graph.edges.find(({ standing, polarity }) => standing === 'unrealised' && polarity === 'positive')?.id ??
            ''),
    );
    const alleged = await along(edge('SUPPLIED').id);
    const denied = await along(edge('SUPPORTED', 'negative').id);
    expect(told.changes).toBeLessThanOrEqual(1);
    expect(asked.changes).toBeGreaterThan(1);
    expect(alleged.changes).toBeGreaterThan(asked.changes);
    expect([told.red, asked.red, alleged.red, denied.red]).toEqual([false, false, false, true]);
  });

  it('expands on a double click when only some actors are shown', async () => {
    await page.goto(`${server.address}/?around=${node('Daniel Cameron')}`);
    await page.waitForSelector('#status:has-text("2 of 8 actors")');
    const { x, y } = await pointOf('node', node('Antony Blinken'));
    await page.mouse.dblclick(x, y);
    await page.waitForSelector('#status:has-text("Expanded: 2 new")');
    expect(new URL(page.url()).searchParams.getAll('around')).toHaveLength(2);
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
    const link = page.url();
    await page.goto('about:blank');
    await page.goto(link);
    await page.waitForSelector('#panel h2');
    const again = await pointOf('node', node('Canada'));
    const neighbour = await pointOf('node', node('Norway'));
    expect(Math.sign(again.y - neighbour.y)).toBe(Math.sign(dragged.y - neighbour.y));
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
