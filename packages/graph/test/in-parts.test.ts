import { describe, expect, it } from 'vitest';
import { AttestError, loadOntology, type Decision, type DocumentRecord } from '@attest/model';
import { GraphBuilder, type Built } from '../src/builder.ts';
import { resolveInParts } from '../src/resolve/in-parts.ts';
import { Judge } from '../src/resolve/judge.ts';
import { numbers, randomRecord } from './random-records.ts';
import { actor, report } from './records.ts';

const ontology = loadOntology();

/** Documents whose names join and contradict, each with names of its own besides, so that there are many groups of names. */
function recordsOf(seed: number, count: number): readonly DocumentRecord[] {
  const pick = numbers(seed);
  return Array.from({ length: count }, (_, at) => {
    const record = randomRecord(`d${at}`, pick);
    const letter = String.fromCodePoint(97 + pick(26));
    const own = [
      actor(`e_own_${at}`, 'Person', `Quentin M. Uniquename${letter}`),
      actor(`e_state_${at}`, 'Group', 'Mexican officials', { identifiers: pick(3) === 0 ? { iso: 'US' } : {} }),
      actor(`e_bare_${at}`, 'Group', 'officials', {
        linkable: false,
        identifiers: pick(4) === 0 ? { iso: 'US' } : {},
      }),
    ];
    return { ...record, entities: [...record.entities, ...own] };
  });
}

/** Merges, splits and new names of random actors. */
function decisionsOf(seed: number, records: readonly DocumentRecord[]): readonly Decision[] {
  const pick = numbers(seed);
  const selector = (): Decision['selector'] => {
    const { document } = records[pick(records.length)] ?? { document: { sourceId: 'nowhere', text: '' } };
    return { sourceId: document.sourceId, quote: document.text.slice(0, 8), before: '', after: document.text.slice(8) };
  };
  return Array.from({ length: 6 }, (_, at) => {
    const kind = (['merge', 'split', 'correct'] as const)[pick(3)] ?? 'merge';
    const base = { id: `decision-${at}`, kind, selector: selector(), seen: {}, ids: [] };
    return kind === 'correct'
      ? { ...base, other: null, change: { name: `Quentin Uniquename${String.fromCodePoint(97 + pick(26))}` } }
      : { ...base, other: kind === 'split' && pick(2) === 0 ? null : selector() };
  });
}

const mentioning = (record: DocumentRecord): DocumentRecord => ({
  ...record,
  mentions: record.entities
    .slice(0, 1)
    .map(({ id }) => ({ start: 0, end: 8, entity: id, form: 'name', reason: 'test' })),
});

function built(records: readonly DocumentRecord[], decisions: readonly Decision[], maxEntities?: number): Built {
  const builder = new GraphBuilder(ontology, { decisions, ...(maxEntities === undefined ? {} : { maxEntities }) });
  for (const record of records) builder.addRecord(record);
  return builder.build();
}

describe('a corpus that is resolved in parts', () => {
  it.each(Array.from({ length: 25 }, (_, seed) => seed))(
    'gives the graph and the proposals of the whole (%i)',
    (seed) => {
      const records = recordsOf(seed, 30).map(mentioning);
      const decisions = seed % 2 === 0 ? [] : decisionsOf(seed, records);
      const whole = built(records, decisions);
      for (const most of [1, 20, 90]) {
        const parts = built(records, decisions, most);
        expect(parts.graph.nodes).toEqual(whole.graph.nodes);
        expect(parts.graph.edges).toEqual(whole.graph.edges);
        expect(parts.graph.digest).toBe(whole.graph.digest);
        expect(parts.proposals).toEqual(whole.proposals);
        expect(parts.unplaced).toEqual(whole.unplaced);
      }
    },
  );

  it('stands in more parts the less may be held, and holds no more than it may', () => {
    const records = recordsOf(1, 40);
    const sizesOf = (most: number): readonly number[] => {
      const sizes: number[] = [];
      const recordOf = (id: string): DocumentRecord | undefined =>
        records.find(({ document }) => document.sourceId === id);
      const sources = records.map(({ document }) => document.sourceId).toSorted();
      resolveInParts({ sources, recordOf, ontology, judge: new Judge() }, most, (actors) =>
        sizes.push(actors.reduce((sum, { members }) => sum + members.length, 0)),
      );
      return sizes;
    };
    expect(sizesOf(1_000)).toHaveLength(1);
    const sizes = sizesOf(60);
    expect(sizes.length).toBeGreaterThan(2);
    // What is one actor is never parted: the country that every document names stands above the limit.
    expect(sizes.filter((size) => size > 60).length).toBeLessThan(2);
  });

  it('notices that the records changed meanwhile', () => {
    const records = recordsOf(2, 3);
    let readings = 0;
    const recordOf = (id: string): DocumentRecord | undefined =>
      readings++ < 4 ? records.find(({ document }) => document.sourceId === id) : undefined;
    const corpus = { sources: ['d0', 'd1', 'd2'], recordOf, ontology, judge: new Judge() };
    const resolve = (): unknown => resolveInParts(corpus, 5, () => undefined);
    expect(resolve).toThrow(AttestError);
    readings = 0;
    expect(resolve).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });

  it('gives nothing for no records', () => {
    const corpus = { sources: [], recordOf: () => undefined, ontology, judge: new Judge() };
    const found: unknown[] = [];
    expect(resolveInParts(corpus, 5, (actors) => found.push(...actors))).toEqual([]);
    expect(found).toEqual([]);
  });

  it('joins and parts again when so many go that the rest can be held', () => {
    const records = recordsOf(3, 12);
    const builder = new GraphBuilder(ontology, { maxEntities: 40 });
    for (const record of records) builder.addRecord(record);
    builder.build();
    for (const { document } of records.slice(3)) builder.removeRecord(document.sourceId);
    expect(builder.build().graph.digest).toBe(built(records.slice(0, 3), []).graph.digest);
    builder.addRecord(report('more', [actor('x', 'Person', 'Ann Droll')]));
    expect(builder.build().graph.nodes.some(({ id }) => id === 'x')).toBe(true);
  });
});
