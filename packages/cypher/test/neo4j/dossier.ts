import { CypherDate, type GraphEdgeInput, type GraphNodeInput, type PropertyValue } from '../../src/index.ts';
import { Random } from '../property/random.ts';
import names from './dossier.json' with { type: 'json' };

export interface GraphData {
  readonly nodes: readonly GraphNodeInput[];
  readonly edges: readonly GraphEdgeInput[];
}
type Properties = Record<string, PropertyValue>;

const day = (random: Random): CypherDate =>
  new CypherDate(2019 + random.below(7), 1 + random.below(12), 1 + random.below(28));
/** Stored graphs hold no nulls. */
const present = (properties: Properties): Properties =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));

/** Collects a graph in the shape that the projection has, with every kind of node and edge in it. */
class Dossier {
  readonly nodes: GraphNodeInput[] = [];
  readonly edges: GraphEdgeInput[] = [];
  readonly random: Random;

  constructor(seed: number) {
    this.random = new Random(seed);
  }

  node(id: string, labels: readonly string[], properties: Properties): string {
    this.nodes.push({ id, labels, properties: present({ id, ...properties }) });
    return id;
  }

  edge(type: string, from: string, to: string, properties: Properties = {}): void {
    this.edges.push({ id: `r${this.edges.length}`, type, from, to, properties: present(properties) });
  }

  entities(): Map<string, string[]> {
    const byType = new Map<string, string[]>();
    for (const { root, type, names: list } of names.entities) {
      const ids = list.map((name, index) => {
        const id = root === 'Norm' ? name : `${type.toLowerCase()}-${index}`;
        const aliases = [name, ...this.random.some([name.toUpperCase(), `the ${name}`, name.slice(0, 6)], 2)];
        const title = this.random.chance(50) ? this.random.pick(names.titles) : null;
        const citation = root === 'Norm' ? id : null;
        this.node(id, [...new Set(['Entity', root, type])], { name, type, aliases, title, citation });
        for (const [at, surface] of aliases.entries()) {
          const alias = this.node(`alias-${id}-${at}`, ['Alias'], {
            surface,
            sourceId: `doc-${this.random.below(20)}`,
          });
          this.edge('OF', alias, id, { reason: this.random.pick(['same name', 'identifier', 'decision']) });
        }
        return id;
      });
      byType.set(type, ids);
    }
    return byType;
  }

  documents(count: number): string[] {
    return Array.from({ length: count }, (_, index) => {
      const published = this.random.chance(90) ? day(this.random) : null;
      const [title, kind] = [`Document ${index}`, this.random.pick(names.kinds)];
      const publisher = this.random.chance(80) ? this.random.pick(names.publishers) : null;
      return this.node(`doc-${index}`, ['Document'], { title, kind, publisher, publishedFrom: published });
    });
  }

  claims(count: number, actors: readonly string[], norms: readonly string[], documents: readonly string[]): void {
    const { random } = this;
    const ids: string[] = [];
    for (let index = 0; index < count; index += 1) {
      const act = random.pick(names.acts);
      const [agent, target, document] = [random.pick(actors), random.pick(actors), random.pick(documents)];
      const modality = random.pick([
        'performed',
        'performed',
        'performed',
        'requested',
        'planned',
        'possible',
        'refused',
      ]);
      const polarity = random.chance(85) ? 'positive' : 'negative';
      const dateFrom = random.chance(60) ? day(random) : null;
      const id = this.node(`claim-${index}`, ['Claim'], {
        act,
        modality,
        polarity,
        dateFrom,
        factKey: `${act}-${agent}-${target}-${modality}-${polarity}`,
        topicKey: `${act}-${agent}-${target}`,
        lemma: act === 'OTHER' ? random.pick(['discuss', 'praise', 'visit']) : null,
        title: act === 'HOLDS_OFFICE' ? random.pick(names.titles) : null,
        hedged: random.chance(15),
        datePrecision: dateFrom === null ? null : random.pick(['day', 'month', 'year']),
        saidFrom: random.chance(90) ? day(random) : null,
        quote: `${agent} ${act.toLowerCase()} ${target} (${index})`,
        confidence: (500 + random.below(499)) / 1000,
      });
      this.edge('AGENT', id, agent);
      if (random.chance(85)) this.edge('TARGET', id, target);
      if (random.chance(25)) this.edge('LEGAL_BASIS', id, random.pick(norms));
      if (random.chance(25)) this.edge('AS_STATUS', id, random.pick(norms));
      for (let depth = 0; random.chance(40) && depth < 3; depth += 1) {
        this.edge('ATTRIBUTED_TO', id, random.pick(actors), { depth });
      }
      const previous = ids.length === 0 ? null : random.pick(ids);
      for (const type of ['CONTENT', 'ANSWERED_BY', 'CONTRADICTED_BY', 'SAME_EVENT']) {
        if (previous !== null && random.chance(12)) this.edge(type, id, previous);
      }
      const start = random.below(5000);
      const span = this.node(`span-${index}`, ['Span'], { start, end: start + 20 + random.below(200) });
      this.edge('EVIDENCED_BY', id, span, { rule: random.pick(['verb', 'noun', 'quote']), confidence: 0.8 });
      this.edge('IN', span, document);
      ids.push(id);
      if (agent !== target || random.chance(20)) this.derived(act, agent, target, { modality, polarity, id, document });
    }
  }

  derived(
    act: string,
    from: string,
    to: string,
    claim: Record<'modality' | 'polarity' | 'id' | 'document', string>,
  ): void {
    const { random } = this;
    const { modality, polarity } = claim;
    const plain = modality === 'performed' && polarity === 'positive';
    const type = plain ? (random.chance(70) ? act : 'ALLEGED') : 'UNREALISED';
    const [firstSaid, contested] = [day(random), random.chance(10)];
    const documents = [claim.document, ...random.some(['doc-1', 'doc-2', 'doc-3'], 2)];
    const properties = { act, modality, polarity, firstSaid, contested, documents, claimIds: [claim.id] };
    this.edge(type, from, to, { ...properties, origins: 1 + random.below(4), weight: random.below(1000) / 8 });
  }
}

/** A graph as an investigation has it: actors, claims with their evidence and speakers, documents, derived edges. */
export function dossier(seed: number, claims: number): GraphData {
  const into = new Dossier(seed);
  const { random } = into;
  const byType = into.entities();
  const of = (...types: string[]): string[] => types.flatMap((type) => byType.get(type) ?? []);
  const actors = of('Official', 'Person', 'Agency', 'Cartel', 'Organization', 'Country', 'Group');
  const documents = into.documents(25);
  into.claims(claims, actors, of('Law', 'Designation'), documents);
  for (const official of of('Official')) {
    if (random.chance(80))
      into.edge('ACTS_FOR', official, random.pick(of('Agency', 'Country')), { since: day(random) });
  }
  for (const group of of('Group')) {
    for (const member of random.some(of('Cartel', 'Official'), 5)) into.edge('INCLUDES', group, member);
  }
  for (const actor of actors) {
    for (const document of random.some(documents, 4))
      into.edge('MENTIONED_IN', actor, document, { count: 1 + random.below(9) });
  }
  return { nodes: into.nodes, edges: into.edges };
}
