import { describe, expect, it } from 'vitest';
import { loadOntology, type DocumentRecord } from '@attest/model';
import { buildGraph } from '../src/build-graph.ts';
import { GraphBuilder } from '../src/builder.ts';
import { numbers, randomRecord } from './random-records.ts';
import { actor, claim, report } from './records.ts';

const ontology = loadOntology();

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
