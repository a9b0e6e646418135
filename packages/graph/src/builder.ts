import type { Decision, DocumentRecord, Graph, GraphEdge, GraphNode, Ontology } from '@attest/model';
import { DecidedRecords } from './decide/decided-records.ts';
import type { Unplaced } from './decide/edit.ts';
import type { BuilderOptions } from './options.ts';
import { byText, ensured } from './order.ts';
import { digestOf } from './project/digest.ts';
import type { Fact } from './project/fact.ts';
import { foldEdges, type DrawnClaim } from './project/fold.ts';
import { fragmentOf, type Fragment } from './project/fragment.ts';
import { actorPiece, aliasId, type Piece } from './project/nodes.ts';
import { Sight } from './project/sight.ts';
import { answersOf } from './relate/answers.ts';
import { contradictionsOf } from './relate/contradictions.ts';
import { countOrigins, originsOf, sketchOf, type Sketch } from './relate/origins.ts';
import { relationEdge, type Relation } from './relate/relation.ts';
import { sameEventsOf } from './relate/same-event.ts';
import { tiesOf } from './relate/ties.ts';
import { Judge } from './resolve/judge.ts';
import type { Proposal } from './resolve/proposals.ts';
import { Resolution } from './resolve/resolution.ts';
import type { Actor, Resolved } from './resolve/resolved.ts';

/** The graph with what is left to people. */
export interface Built {
  readonly graph: Graph;
  /** Actors that may be one but are left to people, best first. */
  readonly proposals: readonly Proposal[];
  /** Decisions that do not find their place, sorted by id: listed, never dropped. */
  readonly unplaced: readonly Unplaced[];
}

/** Where a record's claims and actors lie in the graph, as long as what they see of others stays the same. */
interface Kept {
  readonly fragment: Fragment;
  readonly seen: ReadonlyMap<string, string>;
}

/**
 * Keeps the graph up with records that come, change and go. Only what a change touches is resolved and projected anew;
 * the result is the one that a build from nothing gives, whatever the order of the changes.
 */
export class GraphBuilder {
  readonly #ontology: Ontology;
  readonly #records: DecidedRecords;
  /** Records of their own, where nobody else hands them out. */
  readonly #own: Map<string, DocumentRecord> | null;
  readonly #resolution: Resolution;
  readonly #sketches = new Map<string, Sketch>();
  /** Ids of the entities of each source. */
  readonly #entities = new Map<string, readonly string[]>();
  readonly #kept = new Map<string, Kept>();
  readonly #pieces = new WeakMap<Resolved, Piece>();

  constructor(ontology: Ontology, { decisions = [], recordOf, maxEntities = Infinity }: BuilderOptions = {}) {
    this.#ontology = ontology;
    const own = recordOf ? null : new Map<string, DocumentRecord>();
    this.#own = own;
    this.#records = new DecidedRecords(ontology, recordOf ?? ((id) => own?.get(id)), decisions);
    this.#resolution = new Resolution(ontology, this.#records, maxEntities);
  }

  /** Takes in a record; one of the same source is replaced. */
  addRecord(record: DocumentRecord): void {
    const { sourceId } = record.document;
    this.#own?.set(sourceId, record);
    this.#change([sourceId], () => this.#records.set(sourceId));
    this.#sketches.set(sourceId, sketchOf(record));
  }

  /** Lets the record of a source go; false when there is none. */
  removeRecord(sourceId: string): boolean {
    if (!this.#records.has(sourceId)) return false;
    this.#change([sourceId], () => this.#records.delete(sourceId));
    this.#own?.delete(sourceId);
    return this.#sketches.delete(sourceId);
  }

  /** Takes other decisions in the place of those it has; what none of them, old or new, touches stays as it is. */
  setDecisions(decisions: readonly Decision[]): void {
    const sources = [...this.#records.decisions, ...decisions].flatMap(({ selector, other }) => [
      selector.sourceId,
      ...(other === null ? [] : [other.sourceId]),
    ]);
    this.#change(sources, () => this.#records.decide(decisions));
  }

  /** Changes records with all that decisions tie to them: out before, in again after. */
  #change(sourceIds: readonly string[], change: () => void): void {
    const touched = this.#records.tiedTo(sourceIds);
    for (const id of touched) {
      this.#resolution.remove(this.#entities.get(id) ?? []);
      this.#entities.delete(id);
      this.#kept.delete(id);
    }
    change();
    this.#resolution.decide(new Judge(this.#records.pairs, this.#records.corrected));
    for (const id of touched) {
      const record = this.#records.get(id);
      if (!record) continue;
      this.#entities.set(
        id,
        record.entities.map((entity) => entity.id),
      );
      this.#resolution.add(record);
    }
  }

  /** The graph of all records. */
  build(): Built {
    const sight = new Sight();
    const pieces: Piece[] = [];
    const proposals = this.#resolution.resolve((actors) => {
      for (const actor of actors) {
        sight.add(actor);
        pieces.push(this.#piece(actor));
      }
    });
    const fragments = this.#records.sources().flatMap((sourceId) => this.#fragment(sourceId, sight) ?? []);
    const facts = fragments.flatMap((fragment) => fragment.facts).toSorted((a, b) => byText(a.claim.id, b.claim.id));
    const { relations, contested, outcomes } = this.#relate(facts, sight.actors);
    const originOf = originsOf(this.#sketches);
    const drawn = facts.flatMap((fact): DrawnClaim[] => (fact.edge === null ? [] : [{ fact, edge: fact.edge }]));
    const folded = foldEdges(drawn, {
      contested,
      origins: (own: readonly Fact[]) => countOrigins(own, originOf),
      label: (act) => this.#ontology.acts[act]?.label ?? act,
    });
    const more = [...relations.map(relationEdge), ...folded];
    const graph = assemble([...pieces, ...fragments], more, outcomes, reviewsOf(proposals));
    return { graph, proposals, unplaced: this.#records.unplaced };
  }

  #piece(actor: Resolved): Piece {
    const known = this.#pieces.get(actor);
    if (known) return known;
    const made = actorPiece(actor);
    this.#pieces.set(actor, made);
    return made;
  }

  #fragment(sourceId: string, sight: Sight): Fragment | null {
    const kept = this.#kept.get(sourceId);
    if (kept && sight.isAsSeen(kept.seen)) return kept.fragment;
    const record = this.#records.get(sourceId);
    if (!record) return null;
    const { view, seen } = sight.from(record.entities);
    const fragment = fragmentOf(record, this.#ontology, view);
    if (this.#resolution.isIncremental) this.#kept.set(sourceId, { fragment, seen });
    return fragment;
  }

  #relate(facts: readonly Fact[], actors: ReadonlyMap<string, Actor>): Related {
    const { relations, ties } = tiesOf(facts, actors);
    const contradictions = contradictionsOf(facts, ties);
    const answers = answersOf(facts, ties);
    return {
      relations: [...relations, ...answers.relations, ...contradictions, ...sameEventsOf(facts, ties, this.#ontology)],
      contested: new Set(contradictions.flatMap(({ from, to }) => [from, to])),
      outcomes: answers.outcomes,
    };
  }
}

/** What is told across documents. */
interface Related {
  readonly relations: readonly Relation[];
  readonly contested: ReadonlySet<string>;
  readonly outcomes: ReadonlyMap<string, string>;
}

/** With whom else names may be one, by the id of the edge that says whose they are. */
function reviewsOf(proposals: readonly Proposal[]): ReadonlyMap<string, readonly string[]> {
  const notes = new Map<string, string[]>();
  for (const { a, b, names, reason, confidence } of proposals) {
    ensured(notes, aliasId(a), () => []).push(`${names[1]} (${confidence}): ${reason}`);
    ensured(notes, aliasId(b), () => []).push(`${names[0]} (${confidence}): ${reason}`);
  }
  return new Map([...notes].map(([alias, review]) => [alias, review.slice(0, 5)]));
}

/** All nodes and edges once, sorted by id, requests with their outcome; edges without both ends fall away. */
function assemble(
  pieces: readonly Piece[],
  more: readonly GraphEdge[],
  outcomes: ReadonlyMap<string, string>,
  reviews: ReadonlyMap<string, readonly string[]>,
): Graph {
  const nodes = new Map<string, GraphNode>();
  const edges = new Map<string, GraphEdge>();
  for (const piece of pieces) {
    for (const node of piece.nodes) nodes.set(node.id, node);
    for (const edge of piece.edges) {
      const review = edge.type === 'OF' ? reviews.get(edge.from) : undefined;
      edges.set(edge.id, review ? { ...edge, properties: { ...edge.properties, review } } : edge);
    }
  }
  for (const edge of more) edges.set(edge.id, edge);
  for (const [id, outcome] of outcomes) {
    const node = nodes.get(id);
    if (node) nodes.set(id, { ...node, properties: { ...node.properties, outcome } });
  }
  const sortedNodes = [...nodes.values()].toSorted((a, b) => byText(a.id, b.id));
  const sortedEdges = [...edges.values()]
    .filter(({ from, to }) => nodes.has(from) && nodes.has(to))
    .toSorted((a, b) => byText(a.id, b.id));
  return { nodes: sortedNodes, edges: sortedEdges, digest: digestOf(sortedNodes, sortedEdges) };
}
