import { describe, expect, it } from 'vitest';
import { AttestError, loadOntology, type DocumentRecord } from '@attest/model';
import { resolveInParts } from '../src/resolve/in-parts.ts';
import { Resolver } from '../src/resolve/resolver.ts';
import { numbers, randomRecord } from './random-records.ts';
import { actor, report } from './records.ts';

const ontology = loadOntology();
const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);
const byPair = (a: { readonly a: string; readonly b: string }, b: { readonly a: string; readonly b: string }): number =>
  `${a.a}|${a.b}` < `${b.a}|${b.b}` ? -1 : 1;

function whole(records: readonly DocumentRecord[]): Resolver {
  const resolver = new Resolver(ontology);
  for (const record of records) resolver.add(record);
  return resolver;
}

describe('a corpus that is resolved in parts', () => {
  it.each(Array.from({ length: 20 }, (_, seed) => seed))('gives the actors and proposals of the whole (%i)', (seed) => {
    const pick = numbers(seed);
    // Names of two alphabets of documents, so that there are components that have nothing to do with each other.
    const records = Array.from({ length: 30 }, (_, at) => {
      const record = randomRecord(`d${at}`, pick);
      const own = actor(`e_own_${at}`, 'Person', `Quentin Uniquename${String.fromCodePoint(97 + pick(26))}`);
      return { ...record, entities: [...record.entities, own] };
    });
    const all = whole(records);
    const counts = new Set<number>();
    for (const most of [120, 200, 10_000]) {
      const parts = [...resolveInParts(() => records, ontology, most)];
      counts.add(parts.length);
      expect(parts.flatMap(({ actors }) => actors).toSorted(byId)).toEqual(all.resolved());
      expect(parts.flatMap(({ proposals }) => proposals).toSorted(byPair)).toEqual(all.proposals().toSorted(byPair));
    }
    expect(counts.size).toBeGreaterThan(1);
  });

  it('says what to do when names that belong together do not fit', () => {
    const records = Array.from({ length: 9 }, (_, at) =>
      report(`d${at}`, [actor(`e${at}`, 'Person', 'Quentin Uniquename')]),
    );
    const first = (): unknown => resolveInParts(() => records, ontology, 5).next();
    expect(first).toThrow(AttestError);
    expect(first).toThrow(expect.objectContaining({ code: 'limit-exceeded', hint: expect.stringContaining('memory') }));
    expect([...resolveInParts(() => records, ontology, 9)].flatMap(({ actors }) => actors)).toHaveLength(1);
  });

  it('notices that the records changed between two readings', () => {
    const records = [report('d', [actor('e', 'Person', 'Quentin Uniquename')])];
    let readings = 0;
    const changing = (): readonly DocumentRecord[] => (readings++ === 0 ? records : []);
    expect(() => [...resolveInParts(changing, ontology, 5)]).toThrow(
      expect.objectContaining({ code: 'invalid-input' }),
    );
  });

  it('gives nothing for no records', () => {
    expect([...resolveInParts(() => [], ontology, 5)].flatMap(({ actors }) => actors)).toEqual([]);
  });
});
