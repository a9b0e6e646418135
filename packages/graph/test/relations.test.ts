import { describe, expect, it } from 'vitest';
import { loadOntology, type Claim, type DocumentRecord, type Graph, type GraphEdge } from '@attest/model';
import { buildGraph } from '../src/build-graph.ts';
import { actor, claim, on, report, said } from './records.ts';

const ontology = loadOntology();
const between = (graph: Graph, type: string): string[] =>
  graph.edges.filter((edge) => edge.type === type).map(({ from, to }) => `${from} > ${to}`);
const find = (graph: Graph, type: string): GraphEdge | undefined => graph.edges.find((edge) => edge.type === type);
const graphOf = (...records: DocumentRecord[]): Graph => buildGraph(records, ontology);

const cast = (number: string) => ({
  usa: actor(`us${number}`, 'Country', 'United States', { identifiers: { iso: 'US' } }),
  mexico: actor(`mx${number}`, 'Country', 'Mexico', { identifiers: { iso: 'MX' } }),
  gomez: actor(`g${number}`, 'Official', 'Rufina Gomera'),
  state: actor(`s${number}`, 'Agency', 'U.S. Department of State'),
  cartels: actor(`c${number}`, 'Cartel', 'Mexican drug cartels'),
  sinaloa: actor(`n${number}`, 'Cartel', 'Sinaloa Cartel'),
  fto: actor(`f${number}`, 'Designation', 'Foreign Terrorist Organization'),
  fentanyl: actor(`y${number}`, 'Substance', 'fentanyl'),
  amlo: actor(`a${number}`, 'Official', 'Andrés Manuel López Obrador', { titles: ['President'] }),
});
const one = cast('1');
const two = cast('2');
const people = (all: ReturnType<typeof cast>) => Object.values(all);

/** Gomera asks the Department of State to designate the Mexican drug cartels. */
const request = report('letter', people(one), [
  claim('ask', 'URGED', 'g1', 's1', { content: 'asked', said: said('2023-02-08') }),
  claim('asked', 'DESIGNATED', 's1', 'c1', { as: 'f1', modality: 'requested', said: said('2023-02-08') }),
]);
const answer = (more: Partial<Claim>, act = 'DESIGNATED'): DocumentRecord =>
  report('answer', people(two), [claim('done', act, 's2', 'c2', { as: 'f2', said: said('2025-02-20'), ...more })]);

describe('what became of a request', () => {
  it('is told from the asking and from what was asked for, with the outcome', () => {
    const graph = graphOf(request, answer({}));
    expect(between(graph, 'ANSWERED_BY').toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['ask > done', 'asked > done']);
    expect(find(graph, 'ANSWERED_BY')?.properties).toMatchObject({ outcome: 'granted', confidence: 0.9 });
  });
  it.each([
    [{ modality: 'refused' }, 'refused'],
    [{ polarity: 'negative' }, 'refused'],
    [{ modality: 'planned' }, 'planned'],
  ] as const)('%j is %s', (more, outcome) => {
    expect(find(graphOf(request, answer(more)), 'ANSWERED_BY')?.properties['outcome']).toBe(outcome);
  });
  it('is open until something answers', () => {
    const outcome = (graph: Graph): unknown => graph.nodes.find(({ id }) => id === 'ask')?.properties['outcome'];
    expect(outcome(graphOf(request))).toBe('open');
    expect(outcome(graphOf(request, answer({})))).toBe('granted');
  });
  it('is also told of members of a collective, with less confidence', () => {
    const edge = find(graphOf(request, answer({ target: 'n2' })), 'ANSWERED_BY');
    expect(edge?.properties).toMatchObject({ outcome: 'granted', confidence: 0.765 });
  });
  it('is told of a successor in office, with less confidence', () => {
    const asks = report(
      'letter',
      [...people(one), actor('bi', 'Official', 'Joe Biden')],
      [
        claim('ask', 'URGED', 'g1', 'bi', { content: 'asked', said: said('2023-02-08') }),
        claim('asked', 'DESIGNATED', 'bi', 'c1', { as: 'f1', modality: 'requested', said: said('2023-02-08') }),
      ],
    );
    const trump = report(
      'answer',
      [...people(two), actor('tr', 'Official', 'Donald Trump')],
      [claim('done', 'DESIGNATED', 'tr', 'c2', { as: 'f2', said: said('2025-02-20') })],
    );
    expect(find(graphOf(asks, trump), 'ANSWERED_BY')?.properties).toMatchObject({
      outcome: 'granted',
      confidence: 0.675,
    });
  });
  it('stays open when the act came before, was another, was done by another or to another, or only asked for again', () => {
    for (const more of [
      { date: on('2020-01-01') },
      { agent: 'a2' },
      { target: 'a2' },
      { as: 'y2' },
      { modality: 'requested' },
      { modality: 'possible' },
    ] as const)
      expect(between(graphOf(request, answer(more)), 'ANSWERED_BY')).toEqual([]);
    expect(between(graphOf(request, answer({}, 'SANCTIONED')), 'ANSWERED_BY')).toEqual([]);
  });
  it('is told by the words of who was asked to who asked', () => {
    const refusal = report('answer', people(two), [claim('no', 'REFUSED', 's2', 'g2', { said: said('2023-03-01') })]);
    expect(find(graphOf(request, refusal), 'ANSWERED_BY')?.properties['outcome']).toBe('refused');
    const other = report('answer', people(two), [claim('no', 'REFUSED', 's2', 'a2', { said: said('2023-03-01') })]);
    expect(between(graphOf(request, other), 'ANSWERED_BY')).toEqual([]);
  });
});

describe('contradictions', () => {
  const told = report('told', people(one), [claim('yes', 'PRODUCED', 'mx1', null, { object: 'y1' })]);
  const denied = (more: Partial<Claim> = {}): DocumentRecord =>
    report('denied', people(two), [
      claim('denial', 'DENIED', 'a2', null, { content: 'no', speakers: ['a2'] }),
      claim('no', 'PRODUCED', 'mx2', null, { object: 'y2', polarity: 'negative', speakers: ['a2'], ...more }),
    ]);

  it('lead from a claim to its denial and make edges contested', () => {
    expect(between(graphOf(told, denied()), 'CONTRADICTED_BY')).toEqual(['yes > no']);
    const supplied = report('s', people(one), [claim('pos', 'SUPPLIED', 'mx1', 'n1')]);
    const not = report('t', people(two), [claim('neg', 'SUPPLIED', 'mx2', 'n2', { polarity: 'negative' })]);
    expect(find(graphOf(supplied), 'SUPPLIED')?.properties['contested']).toBe(false);
    expect(find(graphOf(supplied, not), 'SUPPLIED')?.properties['contested']).toBe(true);
    expect(find(graphOf(supplied, not), 'UNREALISED')?.properties['contested']).toBe(true);
  });
  it('are also what somebody denies for whom they act for', () => {
    const edge = find(graphOf(told, denied({ agent: 'a2' })), 'CONTRADICTED_BY');
    expect(edge).toMatchObject({ from: 'yes', to: 'no', properties: { confidence: 0.7 } });
  });
  it('are an accusation and the denial that has it as content', () => {
    const rejects = report('rejects', people(two), [
      claim('denial', 'DENIED', 'a2', null, { content: 'said', speakers: ['a2'] }),
      claim('said', 'PRODUCED', 'mx2', null, { object: 'y2' }),
    ]);
    expect(between(graphOf(told, rejects), 'CONTRADICTED_BY')).toEqual(['yes > denial']);
  });
  it('are none between other things, other times, requests and what was not done', () => {
    for (const more of [{ object: 'c2' }, { agent: 'us2' }, { modality: 'requested' }] as const)
      expect(between(graphOf(told, denied(more)), 'CONTRADICTED_BY')).toEqual([]);
    const dated = report('told', people(one), [
      claim('yes', 'PRODUCED', 'mx1', null, { object: 'y1', date: on('2019-05-01') }),
    ]);
    expect(between(graphOf(dated, denied({ date: on('2023-05-01') })), 'CONTRADICTED_BY')).toEqual([]);
  });
});

describe('one event in several documents', () => {
  const group = (id: string, name: string) => actor(id, 'Group', name, { linkable: false });
  const telling = (sourceId: string, name: string, day: string, more: Partial<Claim> = {}): DocumentRecord =>
    report(
      sourceId,
      [group(`${sourceId}g`, name), actor(`${sourceId}b`, 'Official', 'Joe Biden')],
      [claim(`${sourceId}c`, 'URGED', `${sourceId}g`, `${sourceId}b`, { said: said(day), ...more })],
    );

  it('is one when as many of one kind did it to the same at one time', () => {
    const graph = graphOf(
      telling('1', 'Attorneys general of 21 states', '2023-02-08'),
      telling('2', '21 U.S. state attorneys', '2023-02-20'),
    );
    expect(between(graph, 'SAME_EVENT')).toEqual(['1c > 2c']);
    expect(find(graph, 'SAME_EVENT')?.properties['reason']).toContain('told within 45 days');
  });
  it('is not one when the parties or places of as many differ', () => {
    for (const [one_, other] of [
      ['18 Republican attorneys general', '18 Democratic AGs'],
      ['18 Mexican senators', '18 U.S. senators'],
    ] as const)
      expect(
        between(graphOf(telling('1', one_, '2023-02-08'), telling('2', other, '2023-02-09')), 'SAME_EVENT'),
      ).toEqual([]);
  });
  it('is not one with another count, long after, on other days, or when it was not done', () => {
    const first = telling('1', '21 attorneys general', '2023-02-08');
    expect(between(graphOf(first, telling('2', '18 attorneys general', '2023-02-08')), 'SAME_EVENT')).toEqual([]);
    expect(between(graphOf(first, telling('2', '21 attorneys general', '2024-02-08')), 'SAME_EVENT')).toEqual([]);
    expect(
      between(
        graphOf(first, telling('2', '21 attorneys general', '2023-02-09', { modality: 'planned' })),
        'SAME_EVENT',
      ),
    ).toEqual([]);
    const days = [
      telling('1', '21 attorneys general', '2023-02-08', { date: on('2023-02-08') }),
      telling('2', '21 attorneys general', '2023-02-09', { date: on('2023-02-06') }),
    ];
    expect(between(graphOf(...days), 'SAME_EVENT')).toEqual([]);
  });
});

describe('who belongs to whom', () => {
  it('is told by claims, with these as evidence', () => {
    const graph = graphOf(
      report('1', people(one), [
        claim('m', 'MEMBER_OF', 'g1', 'c1'),
        claim('h', 'HOLDS_OFFICE', 'g1', 's1', { title: 'Director' }),
      ]),
    );
    expect(graph.edges.find(({ type, to }) => type === 'INCLUDES' && to === 'g1')).toMatchObject({
      from: 'c1',
      properties: { claimIds: ['m'] },
    });
    expect(graph.edges.find(({ type, from }) => type === 'ACTS_FOR' && from === 'g1')).toMatchObject({
      to: 's1',
      properties: { reason: 'holds office: Director' },
    });
  });
  it('takes no country for a member of a group of people', () => {
    const officials = actor('o', 'Group', 'Former officials', { linkable: false });
    expect(
      between(graphOf(report('1', [one.mexico, officials], [claim('m', 'MEMBER_OF', 'mx1', 'o')])), 'INCLUDES'),
    ).toEqual([]);
  });
  it('is told by public record where both are in the graph', () => {
    const graph = graphOf(report('1', people(one)));
    expect(between(graph, 'INCLUDES')).toEqual(['c1 > n1']);
    expect(between(graph, 'ACTS_FOR')).toEqual(['a1 > iso:MX']);
  });
  it('is not told by what is denied or only planned', () => {
    const graph = graphOf(
      report('1', people(one), [
        claim('m', 'MEMBER_OF', 'g1', 'c1', { polarity: 'negative' }),
        claim('h', 'HOLDS_OFFICE', 'g1', 's1', { modality: 'planned' }),
      ]),
    );
    expect(
      graph.edges.filter(
        ({ from, to, type }) => (from === 'g1' || to === 'g1') && (type === 'INCLUDES' || type === 'ACTS_FOR'),
      ),
    ).toEqual([]);
  });
});
