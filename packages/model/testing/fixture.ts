import { hashOf } from '../src/ids.ts';
import type { Graph, GraphEdge, GraphNode, GraphValue } from '../src/ports.ts';

type Properties = Record<string, GraphValue>;
const day = (date: string): GraphValue => ({ date });

/** A graph from its parts, sorted and with a digest as the port asks. */
export function graphOf(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): Graph {
  const byId = <Item extends { readonly id: string }>(a: Item, b: Item): number => (a.id < b.id ? -1 : 1);
  const sorted = { nodes: nodes.toSorted(byId), edges: edges.toSorted(byId) };
  return { ...sorted, digest: hashOf(JSON.stringify(sorted)) };
}

export const edge = (type: string, from: string, to: string, properties: Properties = {}): GraphEdge => ({
  id: `x_${hashOf(type, from, to, JSON.stringify(properties))}`,
  type,
  from,
  to,
  properties,
});

export const entity = (id: string, root: string, type: string, name: string, more: Properties = {}): GraphNode => ({
  id,
  labels: [...new Set(['Entity', root, type])],
  properties: { id, name, type, aliases: [name], ...more },
});

const entities = [
  entity('cameron', 'Person', 'Official', 'Daniel Cameron'),
  entity('blinken', 'Person', 'Official', 'Antony Blinken'),
  entity('biden', 'Person', 'Official', 'Joe Biden'),
  entity('lopez', 'Person', 'Official', 'Andrés Manuel López Obrador'),
  entity('mexico', 'Territory', 'Country', 'Mexico', { iso: 'MX' }),
  entity('china', 'Territory', 'Country', 'China', { iso: 'CN' }),
  entity('sinaloa', 'Body', 'Cartel', 'Sinaloa Cartel'),
  entity('cartels', 'Group', 'Group', 'Mexican drug cartels'),
  entity('state', 'Body', 'Agency', 'Department of State'),
  entity('fto', 'Norm', 'Designation', 'Foreign Terrorist Organization'),
  entity('usc:8/1189', 'Norm', 'Law', '8 U.S.C. § 1189', {
    citation: 'usc:8/1189',
    aliases: ['8 U.S.C. § 1189', 'INA § 219'],
  }),
];

const document = (id: string, sourceId: string, title: string, kind: string, from: string): GraphNode => ({
  id,
  labels: ['Document'],
  properties: { id: sourceId, title, kind, publisher: 'Somebody', publishedFrom: day(from), publishedTo: day(from) },
});
const documents = [
  document('d_letter', 'letter.txt', 'Letter to Secretary Blinken', 'letter', '2023-02-08'),
  document('d_news', 'news.txt', 'Cartels are designated', 'news', '2025-02-20'),
];
const titles: Record<string, string> = { letter: 'Letter to Secretary Blinken', news: 'Cartels are designated' };
const nameOf = (id: string): GraphValue => entities.find((one) => one.id === id)?.properties['name'] ?? '';

interface ClaimParts {
  readonly id: string;
  readonly act: string;
  readonly agent: string;
  readonly target?: string;
  readonly caption: string;
  readonly quote: string;
  readonly said: string;
  readonly document: 'letter' | 'news';
  readonly speakers?: readonly string[];
  readonly under?: string;
  readonly content?: string;
  readonly more?: Properties;
}
function claim(parts: ClaimParts): { readonly nodes: GraphNode[]; readonly edges: GraphEdge[] } {
  const { id, act, agent, target, caption, quote, said, speakers = [], under, content, more } = parts;
  const span = `s_${id}`;
  const properties: Properties = {
    id,
    act,
    factKey: `f_${caption}`,
    topicKey: `t_${act}`,
    modality: 'performed',
    polarity: 'positive',
    caption,
    quote,
    saidFrom: day(said),
    saidTo: day(said),
    agentName: nameOf(agent),
    ...(target === undefined ? {} : { targetName: nameOf(target) }),
    ...(speakers[0] === undefined ? {} : { voiceName: nameOf(speakers[0]) }),
    documentTitle: titles[parts.document] ?? '',
    confidence: 0.875,
    ...more,
  };
  return {
    nodes: [
      { id, labels: ['Claim'], properties },
      { id: span, labels: ['Span'], properties: { start: 0, end: quote.length, quote } },
    ],
    edges: [
      edge('AGENT', id, agent),
      ...(target === undefined ? [] : [edge('TARGET', id, target)]),
      ...(under === undefined ? [] : [edge('LEGAL_BASIS', id, under)]),
      ...(content === undefined ? [] : [edge('CONTENT', id, content)]),
      ...speakers.map((speaker, depth) => edge('ATTRIBUTED_TO', id, speaker, { depth })),
      edge('EVIDENCED_BY', id, span, { rule: 'frame', confidence: 0.875 }),
      edge('IN', span, `d_${parts.document}`),
    ],
  };
}

const letter = { document: 'letter', said: '2023-02-08', speakers: ['cameron'] } as const;
const news = { document: 'news', said: '2025-02-20' } as const;
const law = 'usc:8/1189';
/** Claims that give each of the ten questions something to find and something to pass over. */
const claims = [
  claim({
    ...letter,
    id: 'c1',
    act: 'URGED',
    agent: 'cameron',
    target: 'blinken',
    content: 'c2',
    caption: 'Daniel Cameron urged Antony Blinken',
    quote: 'I urge you to designate the cartels.',
  }),
  claim({
    ...letter,
    id: 'c2',
    act: 'DESIGNATED',
    agent: 'blinken',
    target: 'cartels',
    under: law,
    caption: 'Antony Blinken designated Mexican drug cartels (requested)',
    quote: 'to designate the cartels',
    more: { modality: 'requested' },
  }),
  claim({
    ...letter,
    id: 'c3',
    act: 'TRAFFICKED',
    agent: 'sinaloa',
    caption: 'Sinaloa Cartel trafficked fentanyl',
    quote: 'The Sinaloa Cartel floods our streets.',
  }),
  claim({
    ...letter,
    id: 'c4',
    act: 'SUPPLIED',
    agent: 'china',
    target: 'sinaloa',
    caption: 'China supplied Sinaloa Cartel',
    quote: 'China ships precursors to the Sinaloa Cartel.',
    more: { dateFrom: day('2022-01-01'), dateTo: day('2022-12-31'), datePrecision: 'year' },
  }),
  claim({
    ...letter,
    id: 'c5',
    act: 'PRODUCED',
    agent: 'mexico',
    caption: 'Mexico produced fentanyl',
    quote: 'Mexico produces fentanyl.',
  }),
  claim({
    ...news,
    id: 'c6',
    act: 'DENIED',
    agent: 'lopez',
    content: 'c7',
    speakers: ['lopez'],
    caption: 'Andrés Manuel López Obrador denied',
    quote: 'López Obrador denied that Mexico produces fentanyl.',
  }),
  claim({
    ...news,
    id: 'c7',
    act: 'PRODUCED',
    agent: 'mexico',
    speakers: ['lopez'],
    caption: 'Mexico not: produced fentanyl',
    quote: 'Mexico produces fentanyl',
    more: { polarity: 'negative' },
  }),
  claim({
    ...news,
    id: 'c8',
    act: 'DESIGNATED',
    agent: 'state',
    target: 'sinaloa',
    under: law,
    caption: 'Department of State designated Sinaloa Cartel',
    quote: 'The Department of State designated the Sinaloa Cartel.',
  }),
  claim({
    ...news,
    id: 'c9',
    act: 'TRAFFICKED',
    agent: 'sinaloa',
    speakers: ['biden'],
    caption: 'Sinaloa Cartel trafficked fentanyl',
    quote: 'The cartel traffics fentanyl, Biden said.',
  }),
];

const told = (act: string, from: string, to: string, claimIds: string[]): GraphEdge =>
  edge(act, from, to, { act, standing: 'told', label: act.toLowerCase(), claimIds, quotes: ['a quote'] });

/** Small, hand-made, in the shape of the design's graph; every one of the ten questions finds something in it. */
export const fixture: Graph = graphOf(
  [
    ...entities,
    ...documents,
    ...claims.flatMap(({ nodes }) => nodes),
    { id: 'a_1', labels: ['Alias'], properties: { surface: 'INA § 219', sourceId: 'letter.txt' } },
  ],
  [
    ...claims.flatMap(({ edges }) => edges),
    edge('OF', 'a_1', law, { reason: 'external identifier' }),
    edge('ACTS_FOR', 'lopez', 'mexico'),
    edge('INCLUDES', 'cartels', 'sinaloa'),
    edge('ANSWERED_BY', 'c2', 'c8', { outcome: 'granted', confidence: 0.9 }),
    edge('CONTRADICTED_BY', 'c5', 'c7'),
    edge('MENTIONED_IN', 'cameron', 'd_letter', { count: 2 }),
    edge('MENTIONED_IN', 'mexico', 'd_letter', { count: 1 }),
    told('URGED', 'cameron', 'blinken', ['c1']),
    told('HOLDS_OFFICE', 'blinken', 'state', ['c1']),
    told('DESIGNATED', 'state', 'sinaloa', ['c8']),
    told('BASED_IN', 'sinaloa', 'mexico', ['c3']),
  ],
);
