import { describe, expect, it } from 'vitest';
import { loadOntology, type Claim, type DocumentRecord, type LocalEntity } from '@attest/model';
import { actor, claim as told, report } from '../test/records.ts';
import { buildGraph } from './build-graph.ts';
import { Resolver } from './resolve/resolver.ts';

const ontology = loadOntology();
const entity = (
  id: string,
  type: string,
  name: string,
  identifiers: Record<string, string> = {},
  linkable = true,
): LocalEntity => actor(id, type, name, { identifiers, linkable });
const claim = (id: string, change: Partial<Claim> = {}): Claim => told(id, 'KILLED', 'a', 'b', change);
const record = (sourceId: string, entities: LocalEntity[], claims: Claim[] = []): DocumentRecord =>
  report(sourceId, entities, claims);
const resolverOf = (records: readonly DocumentRecord[]): Resolver => {
  const resolver = new Resolver(ontology);
  for (const one of records) resolver.add(one);
  return resolver;
};
const names = (...records: DocumentRecord[]): string[] =>
  resolverOf(records)
    .resolved()
    .map((one) => `${one.type} ${one.members.length}`);

describe('resolution', () => {
  it('joins one name of one root, and leaves nominals and other roots apart', () => {
    expect(
      names(record('1', [entity('a', 'Official', 'Ann Droll')]), record('2', [entity('b', 'Person', 'Ann Droll')])),
    ).toHaveLength(1);
    expect(
      names(record('1', [entity('a', 'Official', 'Ann Droll')]), record('2', [entity('b', 'Agency', 'Ann Droll')])),
    ).toHaveLength(2);
    expect(
      names(
        record('1', [entity('a', 'Group', 'rivals', {}, false)]),
        record('2', [entity('b', 'Group', 'rivals', {}, false)]),
      ),
    ).toHaveLength(2);
  });

  it('joins statuses, substances and groups with a proper word, whatever the extractor holds of them', () => {
    const pair = (type: string, a: string, b: string) =>
      names(record('1', [entity('a', type, a, {}, false)]), record('2', [entity('b', type, b, {}, false)]));
    expect(pair('Designation', 'Foreign Terrorist Organizations', 'foreign-terrorist organization')).toHaveLength(1);
    expect(pair('Substance', 'fentanyl', 'Fentanyl')).toHaveLength(1);
    expect(pair('Group', 'Mexican officials', 'Mexican officials')).toHaveLength(1);
    expect(pair('Group', 'Americans', 'Americans')).toHaveLength(1);
    expect(pair('Group', '21 Mexican officials', '21 Mexican officials')).toHaveLength(2);
    expect(pair('Group', 'Officials', 'Officials')).toHaveLength(2);
  });

  it('keeps ids of different kinds or roots apart, and joins by any shared one', () => {
    expect(
      names(
        record('1', [entity('a', 'Country', 'Mexico', { iso: 'MX' })]),
        record('2', [entity('b', 'Organization', 'Mexicana', { iata: 'MX' })]),
      ),
    ).toHaveLength(2);
    expect(
      names(
        record('1', [entity('a', 'Country', 'Mexico', { iso: 'MX', wikidata: 'Q96' })]),
        record('2', [entity('b', 'Country', 'Estados Unidos Mexicanos', { wikidata: 'Q96' })]),
      ),
    ).toEqual(['Country 2']);
    expect(
      names(
        record('1', [entity('a', 'Country', 'Congo', { iso: 'CG' })]),
        record('2', [entity('b', 'Country', 'Congo', { iso: 'CD' })]),
        record('3', [entity('c', 'Country', 'Congo')]),
      ),
    ).toHaveLength(3);
  });
});

describe('the graph', () => {
  const people = [entity('a', 'Person', 'Ann Droll'), entity('b', 'Person', 'Bob')];

  it('never turns words of a speaker who is not known into a fact', () => {
    const types = buildGraph([record('1', people, [claim('c', { speakers: ['gone'] })])], ontology).edges.map(
      (edge) => edge.type,
    );
    expect(types).toContain('ALLEGED');
    expect(types).not.toContain('KILLED');
  });

  it('is the same whatever the order of the records', () => {
    const records = [
      record('1', people, [claim('c1')]),
      record('2', [entity('x', 'Person', 'Bob')]),
      record('3', [entity('y', 'Country', 'Mexico', { iso: 'MX' })]),
    ];
    const digests = [
      records,
      records.toReversed(),
      [records[1], records[2], records[0]].filter((one) => one !== undefined),
    ].map((order) => buildGraph(order, ontology).digest);
    expect(new Set(digests).size).toBe(1);
  });
});
