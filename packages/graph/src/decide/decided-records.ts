import type { Decision, DocumentRecord, Ontology } from '@attest/model';
import { byText, sortedSet } from '../order.ts';
import { editRecord, type Edited, type Unplaced } from './edit.ts';
import { pairOf, type PairDecision } from './pairs.ts';

const sourcesOf = ({ selector, other }: Decision): string[] =>
  sortedSet([selector.sourceId, ...(other === null ? [] : [other.sourceId])]);

/** Records as decisions leave them, and what decisions say of actors across them. */
export class DecidedRecords {
  readonly #ontology: Ontology;
  readonly #originals = new Map<string, DocumentRecord>();
  readonly #edited = new Map<string, Edited>();
  #decisions: readonly Decision[];
  #pairs: readonly PairDecision[] = [];
  #failed: readonly Unplaced[] = [];

  constructor(ontology: Ontology, decisions: readonly Decision[]) {
    this.#ontology = ontology;
    this.#decisions = decisions;
    this.#settle([]);
  }

  get decisions(): readonly Decision[] {
    return this.#decisions;
  }
  /** Merges and splits that found both their places. */
  get pairs(): readonly PairDecision[] {
    return this.#pairs;
  }
  /** Local entities whose name or type a decision gave, with the decision. */
  get corrected(): ReadonlyMap<string, string> {
    return this.#decisions.length === 0
      ? new Map()
      : new Map([...this.#edited.values()].flatMap(({ corrected }) => [...corrected]));
  }
  /** Decisions that do not find their place, sorted by id. */
  get unplaced(): readonly Unplaced[] {
    const all = [...this.#failed, ...[...this.#edited.values()].flatMap(({ unplaced }) => unplaced)];
    return all.toSorted((a, b) => byText(a.decision.id, b.decision.id));
  }

  has(sourceId: string): boolean {
    return this.#originals.has(sourceId);
  }
  /** The record of a source as decisions leave it. */
  get(sourceId: string): DocumentRecord | undefined {
    return this.#edited.get(sourceId)?.record;
  }
  sources(): readonly string[] {
    return sortedSet(this.#originals.keys());
  }
  set(record: DocumentRecord): void {
    this.#originals.set(record.document.sourceId, record);
    this.#settle([record.document.sourceId]);
  }
  delete(sourceId: string): void {
    this.#originals.delete(sourceId);
    this.#settle([sourceId]);
  }
  /** Takes other decisions; all that old or new ones speak of is edited anew. */
  decide(decisions: readonly Decision[]): void {
    const sources = [...this.#decisions, ...decisions].flatMap(sourcesOf);
    this.#decisions = decisions;
    this.#settle(sources);
  }
  /** Some sources with all that decisions tie to them. */
  tiedTo(sourceIds: readonly string[]): readonly string[] {
    const all = new Set(sourceIds);
    for (const decision of this.#decisions) {
      const sources = sourcesOf(decision);
      if (sources.some((id) => sourceIds.includes(id))) for (const id of sources) all.add(id);
    }
    return sortedSet(all);
  }

  #settle(sourceIds: readonly string[]): void {
    for (const id of sourceIds) {
      const original = this.#originals.get(id);
      if (original) this.#edited.set(id, editRecord(original, this.#decisions, this.#ontology));
      else this.#edited.delete(id);
    }
    const pairs: PairDecision[] = [];
    const failed: Unplaced[] = [];
    for (const decision of this.#decisions) {
      const pair = pairOf(decision, (id) => this.get(id));
      if (pair === null) {
        if (!this.has(decision.selector.sourceId)) failed.push({ decision, reason: 'its document is not here' });
      } else if ('reason' in pair) failed.push(pair);
      else pairs.push(pair);
    }
    this.#pairs = pairs;
    this.#failed = failed;
  }
}
