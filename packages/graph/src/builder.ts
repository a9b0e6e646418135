import type { Decision, DocumentRecord, Graph, GraphEdge, GraphNode, Ontology } from '@attest/model';
import { DecidedRecords } from './decide/decided-records.ts';
import type { Unplaced } from './decide/edit.ts';
import { byText, ensured } from './order.ts';
import { digestOf } from './project/digest.ts';
import type { Fact } from './project/fact.ts';
import { foldEdges, type DrawnClaim } from './project/fold.ts';
import { fragmentOf, type Fragment } from './project/fragment.ts';
import { actorPiece, aliasEdge, type AliasCache, type Piece } from './project/nodes.ts';
import { whoIn, type Placed } from './project/who.ts';
import { answersOf } from './relate/answers.ts';
import { contradictionsOf } from './relate/contradictions.ts';
import { countOrigins, originsOf, sketchOf, type Sketch } from './relate/origins.ts';
import { relationEdge, type Relation } from './relate/relation.ts';
import { sameEventsOf } from './relate/same-event.ts';
import { tiesOf } from './relate/ties.ts';
import type { Proposal } from './resolve/proposals.ts';
import type { Resolved } from './resolve/resolved.ts';
import { Resolver } from './resolve/resolver.ts';

/** The graph with what is left to people. */
export interface Built {
  readonly graph: Graph;
  /** Actors that may be one but are left to people, best first. */
  readonly proposals: readonly Proposal[];
  /** Decisions that do not find their place, sorted by id: listed, never dropped. */
  readonly unplaced: readonly Unplaced[];
}

interface Kept {
  readonly fragment: Fragment;
  /** How the actors of the record's entities looked when the fragment was made. */
  readonly faces: readonly string[];
}

/** What a record sees of an actor: a further member elsewhere changes nothing for it. */
const faceOf = (actor: Resolved | undefined): string =>
  actor === undefined ? '' : `${actor.reports ? 'reports' : ''} ${actor.id} ${actor.name}`;

/**
 * Keeps the graph up with records that come, change and go. Only what a change touches is resolved and projected anew;
 * the result is the one that a build from nothing gives, whatever the order of the changes.
 */
export class GraphBuilder {
  readonly #ontology: Ontology;
  readonly #resolver: Resolver;
  readonly #decided: DecidedRecords;
  readonly #sketches = new Map<string, Sketch>();
  readonly #kept = new Map<string, Kept>();
  readonly #pieces = new WeakMap<Resolved, Piece>();
  readonly #aliases: AliasCache = new Map();

  /** `decisions` as they were taken, oldest first; without one of them the graph is as if it had never been. */
  constructor(ontology: Ontology, decisions: readonly Decision[] = []) {
    this.#ontology = ontology;
    this.#resolver = new Resolver(ontology);
    this.#decided = new DecidedRecords(ontology, decisions);
  }

  /** Takes in a record; one of the same source is replaced. */
  addRecord(record: DocumentRecord): void {
    const { sourceId } = record.document;
    this.#change([sourceId], () => this.#decided.set(record));
    this.#sketches.set(sourceId, sketchOf(record));
  }

  /** Lets the record of a source go; false when there is none. */
  removeRecord(sourceId: string): boolean {
    if (!this.#decided.has(sourceId)) return false;
    this.#change([sourceId], () => this.#decided.delete(sourceId));
    return this.#sketches.delete(sourceId);
  }

  /** Takes other decisions in the place of those it has; what none of them, old or new, touches stays as it is. */
  setDecisions(decisions: readonly Decision[]): void {
    const sources = [...this.#decided.decisions, ...decisions].flatMap(({ selector, other }) => [
      selector.sourceId,
      ...(other === null ? [] : [other.sourceId]),
    ]);
    this.#change(sources, () => this.#decided.decide(decisions));
  }

  /** Changes records with all that decisions tie to them: out before, in again after. */
  #change(sourceIds: readonly string[], change: () => void): void {
    const touched = this.#decided.tiedTo(sourceIds);
    for (const id of touched) {
      const record = this.#decided.get(id);
      if (record) this.#resolver.remove(record);
      for (const entity of record?.entities ?? []) this.#aliases.delete(entity.id);
      this.#kept.delete(id);
    }
    change();
    this.#resolver.decide(this.#decided.pairs, this.#decided.corrected);
    for (const id of touched) {
      const record = this.#decided.get(id);
      if (record) this.#resolver.add(record);
    }
  }

  /** The graph of all records. */
  build(): Built {
    const actors = this.#resolver.resolved();
    const byId = new Map(actors.map((actor) => [actor.id, actor]));
    const placed = new Map<string, Placed>();
    for (const actor of actors) for (const member of actor.members) placed.set(member.entity.id, { actor, member });
    const fragments = this.#fragments(actors, byId, placed);
    const facts = fragments.flatMap((fragment) => fragment.facts).toSorted((a, b) => byText(a.claim.id, b.claim.id));
    const { relations, contested, outcomes } = this.#relate(facts, byId);
    const pieces = actors.map((actor) => this.#piece(actor));
    const originOf = originsOf(this.#sketches);
    const drawn = facts.flatMap((fact): DrawnClaim[] => (fact.edge === null ? [] : [{ fact, edge: fact.edge }]));
    const folded = foldEdges(drawn, {
      contested,
      origins: (own: readonly Fact[]) => countOrigins(own, originOf),
      label: (act) => this.#ontology.acts[act]?.label ?? act,
    });
    const proposals = this.#resolver.proposals();
    const graph = assemble(
      [...pieces, ...fragments],
      [...reviewEdges(proposals, placed), ...relations.map(relationEdge), ...folded],
      outcomes,
    );
    return { graph, proposals, unplaced: this.#decided.unplaced };
  }

  #piece(actor: Resolved): Piece {
    const known = this.#pieces.get(actor);
    if (known) return known;
    const made = actorPiece(actor, this.#aliases);
    this.#pieces.set(actor, made);
    return made;
  }

  #fragments(
    actors: readonly Resolved[],
    byId: ReadonlyMap<string, Resolved>,
    placed: ReadonlyMap<string, Placed>,
  ): readonly Fragment[] {
    const byKnown = new Map(actors.flatMap(({ known, id }) => (known === null ? [] : [[known, id] as const])));
    const sight = {
      who: whoIn(
        (local) => placed.get(local),
        (key) => byKnown.get(key) ?? null,
      ),
      nameOf: (id: string | null) => (id === null ? null : (byId.get(id)?.name ?? null)),
      reports: (id: string) => byId.get(id)?.reports ?? false,
    };
    return this.#decided.sources().flatMap((sourceId) => {
      const record = this.#decided.get(sourceId);
      if (!record) return [];
      const faces = record.entities.map(({ id }) => faceOf(placed.get(id)?.actor));
      const kept = this.#kept.get(sourceId);
      if (kept && faces.every((face, at) => face === kept.faces[at])) return [kept.fragment];
      const fragment = fragmentOf(record, this.#ontology, sight);
      // Offices may lead to an actor of another document, so such a record is looked at anew each time.
      const alone = record.entities.every(({ id }) => (placed.get(id)?.member.byOffice ?? null) === null);
      if (alone) this.#kept.set(sourceId, { fragment, faces });
      return [fragment];
    });
  }

  #relate(facts: readonly Fact[], actors: ReadonlyMap<string, Resolved>): Related {
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

/** The edges of names that may be others' too, with these. */
function reviewEdges(proposals: readonly Proposal[], placed: ReadonlyMap<string, Placed>): readonly GraphEdge[] {
  const notes = new Map<string, string[]>();
  for (const { a, b, names, reason, confidence } of proposals) {
    ensured(notes, a, () => []).push(`${names[1]} (${confidence}): ${reason}`);
    ensured(notes, b, () => []).push(`${names[0]} (${confidence}): ${reason}`);
  }
  return [...notes].flatMap(([local, review]) => {
    const found = placed.get(local);
    return found ? [aliasEdge(found.member, found.actor.id, review.slice(0, 5))] : [];
  });
}

/** All nodes and edges once, sorted by id, requests with their outcome; edges without both ends fall away. */
function assemble(pieces: readonly Piece[], more: readonly GraphEdge[], outcomes: ReadonlyMap<string, string>): Graph {
  const nodes = new Map<string, GraphNode>();
  const edges = new Map<string, GraphEdge>();
  for (const piece of pieces) {
    for (const node of piece.nodes) nodes.set(node.id, node);
    for (const edge of piece.edges) edges.set(edge.id, edge);
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
