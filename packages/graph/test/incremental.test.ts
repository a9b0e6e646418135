import { describe, expect, it } from 'vitest';
import { loadOntology, type DocumentRecord } from '@attest/model';
import { buildGraph } from '../src/build-graph.ts';
import { GraphBuilder } from '../src/builder.ts';
import { numbers, randomRecord } from './random-records.ts';
import { actor, claim, report } from './records.ts';

const ontology = loadOntology();

/** A copy that nothing else holds, as a store reads it from its disk. */
const read = (record: DocumentRecord | undefined): DocumentRecord | undefined =>
  record && (JSON.parse(JSON.stringify(record)) as DocumentRecord);

describe('a graph that is kept up', () => {
  it.each(
    [Infinity, 40].flatMap((maxEntities) => Array.from({ length: 40 }, (_, seed) => [seed, maxEntities] as const)),
  )(
    'ends, after documents came, changed and went, where a build from nothing ends (%i, at most %i entities at a time)',
    (seed, maxEntities) => {
      const pick = numbers(seed);
      const records = new Map<string, DocumentRecord>();
      // Every other one keeps no record and reads each again when it needs it.
      const recordOf = (sourceId: string): DocumentRecord | undefined => read(records.get(sourceId));
      const builder = new GraphBuilder(ontology, { maxEntities, ...(seed % 2 === 0 ? { recordOf } : {}) });
      for (let step = 0; step < 60; step += 1) {
        const sourceId = `d${pick(14)}`;
        if (pick(3) === 0) {
          if (builder.removeRecord(sourceId) !== records.delete(sourceId)) throw new Error(`lost ${sourceId}`);
        } else {
          const record = randomRecord(sourceId, pick);
          records.set(sourceId, record);
          builder.addRecord(record);
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
