import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Graph } from '@attest/model';
import { fixture } from '@attest/model/contract';
import { layoutInputOf } from './layout-input.ts';
import { layoutOf, type Places } from './layout.ts';
import { placesOf, type Place } from './place.ts';

/** A ring of ten, a star of ten, and five without edges. */
const ids = Array.from({ length: 25 }, (_, index) => `n${String(index).padStart(2, '0')}`);
const pairs = [
  ...Array.from({ length: 10 }, (_, i) => [Math.min(i, (i + 1) % 10), Math.max(i, (i + 1) % 10)] as const),
  ...Array.from({ length: 9 }, (_, i) => [10, 11 + i] as const),
];
const distance = ([ax, ay]: Place, [bx, by]: Place): number => Math.hypot(ax - bx, ay - by);
const at = (places: readonly Place[], index: number): Place => places[index] ?? [Number.NaN, Number.NaN];
const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

const placed = (graph: Graph, folder?: string): Promise<Places> => layoutOf(graph.digest, layoutInputOf(graph), folder);

describe('places', () => {
  it('lie in the square, apart, and connected ones nearer than others', () => {
    const places = placesOf({ ids, pairs });
    expect(places.flat().every((value) => Math.abs(value) <= 0.5)).toBe(true);
    expect(new Set(places.map(String)).size).toBe(ids.length);
    const near = middle(pairs.map(([a, b]) => distance(at(places, a), at(places, b))));
    const all = middle(
      ids.flatMap((_a, i) => ids.slice(i + 1).map((_b, j) => distance(at(places, i), at(places, i + 1 + j)))),
    );
    expect(near).toBeLessThan(all * 0.6);
  });

  it('are the same each time, also for none, one, and two at the same place', () => {
    expect(placesOf({ ids, pairs })).toEqual(placesOf({ ids, pairs }));
    expect(placesOf({ ids: [], pairs: [] })).toEqual([]);
    expect(
      placesOf({ ids: ['a'], pairs: [] })
        .flat()
        .every(Number.isFinite),
    ).toBe(true);
    const twins = placesOf({ ids: ['a', 'a'], pairs: [[0, 1]] });
    expect(distance(at(twins, 0), at(twins, 1))).toBeGreaterThan(0);
  });
});

describe('the layout of a graph', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'attest-layout-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('has a place for every actor, is kept, and made anew when the graph or the file is another', async () => {
    const file = join(folder, 'layout.json');
    const made = await placed(fixture, folder);
    expect([...made.keys()]).toEqual(
      fixture.nodes.filter(({ labels }) => labels.includes('Entity')).map(({ id }) => id),
    );
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(/"blinken":\[[^\]]*\]/u, '"blinken":[0.25,0.125]'));
    expect((await placed(fixture, folder)).get('blinken')).toEqual([0.25, 0.125]);
    for (const damaged of ['{"half', '[]', text.replace(fixture.digest, 'another')]) {
      writeFileSync(file, damaged);
      expect(await placed(fixture, folder)).toEqual(made);
    }
    expect(readFileSync(file, 'utf8')).toBe(text);
    expect(await placed(fixture)).toEqual(made);
    expect(existsSync(file)).toBe(true);
  });
});
