import { describe, expect, it } from 'vitest';
import { publishedFormat, readPublished } from '../core/published.ts';
import { ask } from './cypher-source.ts';

const node = (id: string, name: string, type: string) => ({ id, name, type, x: 0, y: 0, degree: 1 });
const picture = readPublished({
  format: publishedFormat,
  nodes: [
    node('a', 'Daniel Cameron', 'Official'),
    node('b', 'Antony Blinken', 'Official'),
    node('c', 'Mexico', 'Country'),
  ],
  edges: [
    {
      id: 'e',
      type: 'URGED',
      from: 'a',
      to: 'b',
      act: 'URGED',
      label: 'urged',
      standing: 'told',
      modality: 'performed',
      polarity: 'positive',
      claimIds: ['k', 'not saved'],
      firstSaid: '2023-02-08',
    },
  ],
  claims: {
    k: { caption: 'x', quote: 'I urge you', speakers: ['Daniel Cameron'], said: '2023-02-08', document: 'Letter' },
  },
});

describe('a picture asked in Cypher', () => {
  it('answers over actors, edges and claims', () => {
    expect(
      ask(picture, 'MATCH (a:Entity)-[r:URGED]->(b) RETURN a.name AS who, b.name AS whom, r.standing AS standing'),
    ).toEqual({
      columns: ['who', 'whom', 'standing'],
      rows: [['Daniel Cameron', 'Antony Blinken', 'told']],
      notifications: [],
      truncated: false,
    });
    expect(
      ask(
        picture,
        "MATCH (c:Claim)-[:TARGET]->(:Entity {name: 'Antony Blinken'}) RETURN c.quote, c.documentTitle, c.voiceName",
      ).rows,
    ).toEqual([['I urge you', 'Letter', 'Daniel Cameron']]);
    expect(ask(picture, 'MATCH (n) RETURN count(n) AS n, date("2023-02-08") AS day').rows).toEqual([[4, '2023-02-08']]);
  });

  it('says where a query is wrong, and writes nothing', () => {
    expect(() => ask(picture, 'MATCH (n)\nRETRUN n')).toThrow(/line 2, column 1/u);
    expect(() => ask(picture, 'CREATE (n) RETURN n')).toThrow(Error);
    expect(ask(picture, 'MATCH (n) RETURN count(n) AS n').rows).toEqual([[4]]);
  });
});
