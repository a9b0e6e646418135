import { describe, expect, it } from 'vitest';
import { loadOntology, type Claim, type DocumentRecord, type GraphEdge } from '@attest/model';
import { buildGraph } from '../src/build-graph.ts';
import { actor, claim, on, report, said } from './records.ts';

const ontology = loadOntology();
const wire = Array.from({ length: 120 }, (_, at) => `word${at}`).join(' ');
const quote = 'Ann Droll attacked Bob Troll in the harbour of the old town at night';

const telling = (sourceId: string, text: string, more: Partial<Claim> = {}): DocumentRecord =>
  report(
    sourceId,
    [
      actor(`${sourceId}a`, 'Person', 'Ann Droll'),
      actor(`${sourceId}b`, 'Person', 'Bob Troll'),
      actor(`${sourceId}s`, 'Official', 'Carl Zoll'),
    ],
    [
      claim(`${sourceId}c`, 'ATTACKED', `${sourceId}a`, `${sourceId}b`, {
        evidence: { start: 0, end: text.indexOf('.') < 0 ? 10 : text.indexOf('.'), rule: 'r', confidence: 0.9 },
        ...more,
      }),
    ],
    { text },
  );
const derived = (...records: DocumentRecord[]): readonly GraphEdge[] =>
  buildGraph(records, ontology).edges.filter(({ properties }) => properties['standing'] !== undefined);

describe('folded edges', () => {
  it('are one for what several tell, with when it was said and happened', () => {
    const [edge, ...more] = derived(
      telling('1', 'Ann did it. One.', { said: said('2023-05-02'), date: on('2023-05-01') }),
      telling('2', 'By Ann it was done. Two.', { said: said('2023-07-01'), date: on('2023-04-30') }),
    );
    expect(more).toEqual([]);
    expect(edge).toMatchObject({
      type: 'ATTACKED',
      properties: {
        act: 'ATTACKED',
        modality: 'performed',
        polarity: 'positive',
        standing: 'told',
        label: 'attacked',
        claimIds: ['1c', '2c'],
        documents: ['1', '2'],
        origins: 2,
        firstSaid: { date: '2023-05-02' },
        lastSaid: { date: '2023-07-01' },
        from: { date: '2023-04-30' },
        to: { date: '2023-05-01' },
        contested: false,
      },
    });
  });

  it('take in what is alleged where one tells it plainly, and stay apart where none does', () => {
    const alleged = { speakers: ['2s'] };
    expect(derived(telling('1', 'a. b'), telling('2', 'c. d', alleged)).map(({ type }) => type)).toEqual(['ATTACKED']);
    expect(derived(telling('2', 'c. d', alleged)).map(({ type }) => type)).toEqual(['ALLEGED']);
  });

  it('keep negative and unreal ones apart from each other', () => {
    const edges = derived(
      telling('1', 'a. b', { polarity: 'negative' }),
      telling('2', 'c. d', { modality: 'planned' }),
      telling('3', 'e. f', { modality: 'planned' }),
    );
    expect(edges.map(({ type }) => type)).toEqual(['UNREALISED', 'UNREALISED']);
    expect(
      edges.map(({ properties }) => (properties['claimIds'] as string[]).length).toSorted((a, b) => a - b),
    ).toEqual([1, 2]);
  });

  it('count reprints of one story, and one sentence in two stories, once', () => {
    const reprints = [`A first line. ${wire}`, `Another line. ${wire} end`, `No line at all. ${wire}`].map((text, at) =>
      telling(String(at), text),
    );
    expect(derived(...reprints)[0]?.properties['origins']).toBe(1);
    const copied = [`${quote}. The rest is another story by itself`, `${quote}. Nothing else here`].map((text, at) =>
      telling(String(at), text),
    );
    expect(derived(...copied)[0]?.properties['origins']).toBe(1);
    const own = [telling('7', `It was so. ${wire}`), telling('8', `So it was. ${wire.replaceAll('word', 'term')}`)];
    expect(derived(...own)[0]?.properties['origins']).toBe(2);
  });

  it('say what they are about when they lead to whom the content is about', () => {
    const record = report(
      '1',
      [
        actor('p', 'Person', 'Ann Droll'),
        actor('q', 'Country', 'Mexico', { identifiers: { iso: 'MX' } }),
        actor('f', 'Substance', 'fentanyl'),
      ],
      [
        claim('d', 'DENIED', 'p', null, { content: 'k', speakers: ['p'] }),
        claim('k', 'PRODUCED', 'q', null, { object: 'f', polarity: 'negative', speakers: ['p'] }),
      ],
    );
    expect(derived(record)).toMatchObject([
      {
        type: 'DENIED',
        from: 'p',
        to: 'iso:MX',
        properties: { via: 'content', about: 'Mexico not: produced fentanyl' },
      },
    ]);
  });

  it('count mentions, and tell facts apart by what they contain', () => {
    const record = report(
      '1',
      [actor('p', 'Person', 'Ann Droll'), actor('q', 'Person', 'Bob Troll')],
      [
        claim('a', 'URGED', 'p', 'q', { content: 'x' }),
        claim('b', 'URGED', 'p', 'q', { content: 'y' }),
        claim('x', 'ARRESTED', 'q', null, { modality: 'requested' }),
        claim('y', 'KILLED', 'q', null, { modality: 'requested' }),
      ],
    );
    const mentions = [0, 5].map((start) => ({
      start,
      end: start + 1,
      entity: 'p',
      form: 'name' as const,
      reason: 'test',
    }));
    const graph = buildGraph([{ ...record, mentions }], ontology);
    expect(graph.edges.find(({ type }) => type === 'MENTIONED_IN')).toMatchObject({
      from: 'p',
      properties: { count: 2 },
    });
    const keys = graph.nodes
      .filter(({ id }) => id === 'a' || id === 'b')
      .map(({ properties }) => properties['factKey']);
    expect(new Set(keys).size).toBe(2);
  });
});

describe('an office without a name', () => {
  const names = (graph: ReturnType<typeof buildGraph>, id: string): unknown =>
    graph.nodes.find((node) => node.id === id)?.properties['agentName'];
  const usa = (id: string) => actor(id, 'Country', 'United States', { identifiers: { iso: 'US' } });
  const office = report(
    'o',
    [
      actor('so', 'Official', 'the Secretary of State', { linkable: false }),
      usa('uo'),
      actor('co', 'Cartel', 'Sinaloa Cartel'),
    ],
    [
      claim('now', 'CRITICIZED', 'so', 'co', { date: on('2023-05-01') }),
      claim('then', 'CRITICIZED', 'so', 'co', { date: on('2019-05-01') }),
      claim('long', 'CRITICIZED', 'so', 'co', { date: on('1950-05-01') }),
    ],
    { published: { from: '2023-06-01', to: '2023-06-01', basis: 'document' } },
  );
  const pompeo = report('p', [actor('pp', 'Official', 'Mike Pompeo')]);

  it('is its holder of the day, and an act outside his term is never his', () => {
    const graph = buildGraph([office, pompeo], ontology);
    expect(names(graph, 'now')).toBe('Antony Blinken');
    expect(names(graph, 'then')).toBe('Mike Pompeo');
    expect(names(graph, 'long')).toBeUndefined();
    expect(names(buildGraph([office], ontology), 'then')).toBeUndefined();
  });
});
