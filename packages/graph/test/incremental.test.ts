import { describe, expect, it } from 'vitest';
import { loadOntology, type DocumentRecord } from '@attest/model';
import { buildGraph } from '../src/build-graph.ts';
import { GraphBuilder } from '../src/builder.ts';
import { actor, claim, on, report, said } from './records.ts';

const ontology = loadOntology();

/** A repeatable stream of whole numbers below a limit (mulberry32). */
function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) % limit;
  };
}

// Names that join, contradict and stand in each other's way, so that the order of arrival would show if it mattered.
const people: readonly (readonly [string, readonly string[]])[] = [
  ['Antony Blinken', ['Secretary of State']],
  ['Blinken', ['Secretary']],
  ['the Secretary of State', []],
  ['John Smith', []],
  ['John Smith', ['Mayor of Dallas']],
  ['John Smith', ['Mayor of Tampa']],
  ['Smith', ['Mayor of Dallas']],
  ['Robert Gómez Jr.', []],
  ['Robert Gomez', []],
  ['Roberto Gómez Sr.', []],
  ['Gómez', ['Governor of Ohio']],
  ['Viktor Brandauer', ['ambassador']],
  ['Victor Brandauer', []],
  ['V. Brandauer', ['ambassador']],
  ['Brandauer, Viktor', []],
];
const bodies = [
  'DEA',
  'Drug Enforcement Administration',
  'Supreme Court',
  'Mexican Supreme Court',
  'Acme Corp.',
  'Acme LLC',
  'Acme',
  'Sinaloa Cartel',
  'CDS',
  'Mexican drug cartels',
];
const acts = ['URGED', 'DESIGNATED', 'DENIED', 'HOLDS_OFFICE', 'MEMBER_OF', 'REFUSED'];

function randomRecord(sourceId: string, pick: (limit: number) => number): DocumentRecord {
  const day = `20${10 + pick(16)}-0${1 + pick(9)}-1${pick(9)}`;
  const local = (at: number): string => `e_${sourceId}_${at}`;
  const entities = Array.from({ length: 2 + pick(5) }, (_, at) => {
    if (pick(2) === 0) return actor(local(at), 'Agency', bodies[pick(bodies.length)] ?? '');
    const [name, titles] = people[pick(people.length)] ?? ['Nobody', []];
    return actor(local(at), 'Official', name, { titles: [...titles], linkable: pick(4) > 0 });
  });
  const country = actor(local(90), 'Country', 'U.S.', { identifiers: { iso: 'US' } });
  const all = [...entities, country];
  const some = (): string => all[pick(all.length)]?.id ?? country.id;
  const claims = Array.from({ length: pick(5) }, (_, at) =>
    claim(`c_${sourceId}_${at}`, acts[pick(acts.length)] ?? 'URGED', some(), some(), {
      polarity: pick(4) === 0 ? 'negative' : 'positive',
      modality: pick(3) === 0 ? 'requested' : 'performed',
      content: at > 0 && pick(2) === 0 ? `c_${sourceId}_${at - 1}` : null,
      speakers: pick(3) === 0 ? [some()] : [],
      date: pick(2) === 0 ? on(day) : null,
      said: said(day),
    }),
  );
  return report(sourceId, all, claims, {
    published: { from: day, to: day, basis: 'document' },
    text: `words of ${sourceId} ${pick(3)}`,
  });
}

describe('a graph that is kept up', () => {
  it.each(Array.from({ length: 40 }, (_, seed) => seed))(
    'ends, after documents came, changed and went, where a build from nothing ends (%i)',
    (seed) => {
      const pick = numbers(seed);
      const builder = new GraphBuilder(ontology);
      const records = new Map<string, DocumentRecord>();
      for (let step = 0; step < 60; step += 1) {
        const sourceId = `d${pick(14)}`;
        if (pick(3) === 0) {
          if (builder.removeRecord(sourceId) !== records.delete(sourceId)) throw new Error(`lost ${sourceId}`);
        } else {
          const record = randomRecord(sourceId, pick);
          builder.addRecord(record);
          records.set(sourceId, record);
        }
        if (pick(10) === 0) builder.build();
      }
      const kept = builder.build();
      const anew = buildGraph([...records.values()].toReversed(), ontology);
      expect(kept.graph.nodes).toEqual(anew.nodes);
      expect(kept.graph.edges).toEqual(anew.edges);
      expect(kept.graph.digest).toBe(anew.digest);
      const fresh = new GraphBuilder(ontology);
      for (const record of records.values()) fresh.addRecord(record);
      expect(kept.proposals).toEqual(fresh.build().proposals);
    },
  );

  it('tells graphs apart that differ in one word of one quote', () => {
    const one = report(
      'a',
      [actor('x', 'Person', 'Ann Droll'), actor('y', 'Person', 'Bob Droll')],
      [claim('c', 'KILLED', 'x', 'y')],
    );
    const other = { ...one, document: { ...one.document, text: 'test of a' } };
    expect(buildGraph([one], ontology).digest).not.toBe(buildGraph([other], ontology).digest);
  });

  it('gives actors that did not change as the same nodes', () => {
    const builder = new GraphBuilder(ontology);
    builder.addRecord(report('a', [actor('x', 'Person', 'Ann Droll')]));
    const before = builder.build().graph.nodes.find(({ id }) => id === 'x');
    builder.addRecord(report('b', [actor('y', 'Person', 'Carl Zeppelin')]));
    expect(builder.build().graph.nodes.find(({ id }) => id === 'x')).toBe(before);
  });
});
