import { describe, expect, it } from 'vitest';
import { loadOntology, type Decision, type DocumentRecord, type GraphNode } from '@attest/model';
import { buildGraph } from '../src/build-graph.ts';
import { GraphBuilder } from '../src/builder.ts';
import { actor, claim, report } from './records.ts';

const ontology = loadOntology();
type Selector = Decision['selector'];

/** The selector of the first place of some words, with ten units around it. */
function at({ document: { sourceId, text } }: DocumentRecord, quote: string, nth = 0): Selector {
  let start = text.indexOf(quote);
  for (let more = nth; more > 0; more -= 1) start = text.indexOf(quote, start + 1);
  return {
    sourceId,
    quote,
    before: text.slice(Math.max(0, start - 20), start),
    after: text.slice(start + quote.length, start + quote.length + 20),
  };
}
const decision = (id: string, kind: Decision['kind'], selector: Selector, more: Partial<Decision> = {}): Decision => ({
  id,
  kind,
  selector,
  other: null,
  seen: {},
  ids: [],
  ...more,
});

/** A record whose mentions stand where the names of its actors do. */
function told(
  sourceId: string,
  text: string,
  names: readonly (readonly [string, string, string])[],
  claims: Parameters<typeof report>[2] = [],
): DocumentRecord {
  const record = report(
    sourceId,
    names.map(([id, type, name]) => actor(id, type, name)),
    claims,
    { text },
  );
  const mentions = names.flatMap(([entity, , name]) =>
    [...text.matchAll(new RegExp(name, 'gu'))].map((match) => ({
      start: match.index,
      end: match.index + name.length,
      entity,
      form: 'name' as const,
      reason: 'test',
    })),
  );
  return { ...record, mentions };
}
const one = told('1', 'Yesterday Karl Quastorf met the press. Later Quastorf left.', [
  ['a', 'Person', 'Karl Quastorf'],
]);
const two = told('2', 'The town heard K. L. Meyerbeer speak.', [['b', 'Person', 'K. L. Meyerbeer']]);
const three = told('3', 'Then Karl Quastorf wrote a book.', [['c', 'Person', 'Karl Quastorf']]);
const all = [one, two, three];

const actors = (records: readonly DocumentRecord[], decisions: readonly Decision[]): string[] =>
  buildGraph(records, ontology, decisions)
    .nodes.filter(({ labels }) => labels.includes('Entity'))
    .map(({ properties }) => (properties['aliases'] as string[]).join(' / '));
const claims = (graph: { readonly nodes: readonly GraphNode[] }): string[] =>
  graph.nodes
    .filter(({ labels }) => labels.includes('Claim'))
    .map(({ properties }) => (properties['caption'] ?? '') as string);

describe('decisions about actors', () => {
  const merge = decision('d1', 'merge', at(one, 'Karl Quastorf'), { other: at(two, 'K. L. Meyerbeer') });
  const split = decision('d2', 'split', at(one, 'Karl Quastorf'), { other: at(three, 'Karl Quastorf') });

  it('join what nothing else joins, with all that is one with it, and say so', () => {
    expect(actors(all, [])).toHaveLength(2);
    const graph = buildGraph(all, ontology, [merge]);
    expect(graph.nodes.filter(({ labels }) => labels.includes('Entity'))).toHaveLength(1);
    const deciders = graph.edges
      .filter(({ type }) => type === 'OF')
      .flatMap(({ properties }) => properties['decision'] ?? []);
    expect(deciders).toEqual(['d1', 'd1']);
  });

  it('join against what contradicts', () => {
    const other = told('4', 'Here Anna Quastorf spoke.', [['d', 'Person', 'Anna Quastorf']]);
    const wed = decision('d3', 'merge', at(one, 'Karl Quastorf'), { other: at(other, 'Anna Quastorf') });
    expect(actors([one, other], [])).toHaveLength(2);
    expect(actors([one, three, other], [wed])).toEqual(['Anna Quastorf / Karl Quastorf']);
  });

  it('part what is alike, and one from all', () => {
    expect(actors([one, three], [])).toHaveLength(1);
    expect(actors([one, three], [split])).toHaveLength(2);
    expect(actors([one, three], [decision('d4', 'split', at(one, 'Karl Quastorf'))])).toHaveLength(2);
  });

  it('part two mentions of one document that were taken for one actor', () => {
    const text = 'Joe Bidwell praised Hunter Bidwell.';
    const record = report(
      '5',
      [actor('x', 'Person', 'Joe Bidwell')],
      [claim('c', 'PRAISED', 'x', null, { evidence: { start: 0, end: 19, rule: 'r', confidence: 1 } })],
      { text },
    );
    const taken: DocumentRecord = {
      ...record,
      mentions: [
        { start: 0, end: 11, entity: 'x', form: 'name', reason: 'test' },
        { start: 20, end: 34, entity: 'x', form: 'name', reason: 'test' },
      ],
    };
    const apart = decision('d5', 'split', at(taken, 'Hunter Bidwell'), { other: at(taken, 'Joe Bidwell') });
    expect(actors([taken], [apart]).toSorted()).toEqual(['Hunter Bidwell', 'Joe Bidwell']);
  });

  it('find their place after re-wrapping, after a corrected letter, and are listed when it is gone', () => {
    const wrapped = told('1', 'Preface.\n\nYesterday  Karl\nQuastorf met the\npress. Later Quastorf left.', []);
    const moved = {
      ...wrapped,
      entities: one.entities,
      mentions: [{ start: 21, end: 34, entity: 'a', form: 'name' as const, reason: 'test' }],
    };
    expect(actors([moved, two], [merge])).toHaveLength(1);
    const fixed = told('1', 'Yesterday Karl Quasdorf met the press. Later Quasdorf left.', [
      ['a', 'Person', 'Karl Quasdorf'],
    ]);
    expect(actors([fixed, two], [merge])).toHaveLength(1);
    const gone = told('1', 'Nothing of that is here.', []);
    const builder = new GraphBuilder(ontology, { decisions: [merge] });
    builder.addRecord(gone);
    builder.addRecord(two);
    expect(builder.build().unplaced.map((left) => [left.decision.id, left.reason])).toEqual([
      ['d1', 'its words or the actor are no longer there'],
    ]);
  });

  it('give a name and a type that stay, and refuse types that are none', () => {
    const name = decision('d6', 'correct', at(one, 'Karl Quastorf'), {
      change: { name: 'Carl Quastorf', type: 'Official' },
    });
    const graph = buildGraph([one, three], ontology, [name]);
    expect(graph.nodes.find(({ labels }) => labels.includes('Official'))?.properties['name']).toBe('Carl Quastorf');
    const builder = new GraphBuilder(ontology, {
      decisions: [decision('d7', 'correct', at(one, 'Karl Quastorf'), { change: { type: 'Wizard' } })],
    });
    builder.addRecord(one);
    expect(builder.build().unplaced).toMatchObject([{ reason: 'no type can be Wizard' }]);
  });
});

describe('decisions about claims', () => {
  const text = 'Ann Droll killed Bob Troll. Ann Droll met Bob Troll.';
  const record = told(
    '9',
    text,
    [
      ['p', 'Person', 'Ann Droll'],
      ['q', 'Person', 'Bob Troll'],
    ],
    [
      claim('k', 'KILLED', 'p', 'q', { evidence: { start: 0, end: 26, rule: 'r', confidence: 1 } }),
      claim('m', 'MET_WITH', 'p', 'q', { content: 'k', evidence: { start: 28, end: 51, rule: 'r', confidence: 1 } }),
    ],
  );

  it('take a claim out with what leads to it, and no other', () => {
    const graph = buildGraph([record], ontology, [decision('r1', 'reject', at(record, 'Ann Droll killed Bob Troll'))]);
    expect(claims(graph)).toEqual(['Ann Droll met with Bob Troll']);
    expect(graph.edges.some(({ type }) => type === 'CONTENT' || type === 'KILLED')).toBe(false);
  });

  it('correct what a claim says, and list what cannot be', () => {
    const planned = decision('r2', 'correct', at(record, 'Ann Droll killed Bob Troll'), {
      seen: { act: 'KILLED' },
      change: { modality: 'planned' },
    });
    expect(claims(buildGraph([record], ontology, [planned]))).toContain('Ann Droll killed Bob Troll (planned)');
    const builder = new GraphBuilder(ontology, {
      decisions: [
        { ...planned, change: { modality: 'surely' } },
        { ...planned, id: 'r3', seen: { act: 'ARRESTED' } },
      ],
    });
    builder.addRecord(record);
    expect(builder.build().unplaced.map(({ reason }) => reason)).toEqual([
      'no modality can be surely',
      'its words or the claim are no longer there',
    ]);
  });
});

describe('decisions in time', () => {
  const merge = decision('d1', 'merge', at(one, 'Karl Quastorf'), { other: at(two, 'K. L. Meyerbeer') });
  const split = decision('d2', 'split', at(one, 'Karl Quastorf'), { other: at(three, 'Karl Quastorf') });

  it('can be taken back: the graph is as if they had never been', () => {
    const builder = new GraphBuilder(ontology);
    for (const record of all) builder.addRecord(record);
    const { digest } = builder.build().graph;
    builder.setDecisions([merge, split]);
    expect(builder.build().graph.digest).toBe(buildGraph(all, ontology, [merge, split]).digest);
    expect(builder.build().graph.digest).not.toBe(digest);
    builder.setDecisions([]);
    expect(builder.build().graph.digest).toBe(digest);
  });

  it('hold whenever their documents come, change and go', () => {
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
    ]) {
      const builder = new GraphBuilder(ontology, { decisions: [merge, split] });
      for (const number of order) builder.addRecord(all[number] ?? one);
      builder.removeRecord('2');
      builder.addRecord(two);
      builder.addRecord(one);
      expect(builder.build().graph.digest).toBe(buildGraph(all, ontology, [merge, split]).digest);
    }
  });
});
