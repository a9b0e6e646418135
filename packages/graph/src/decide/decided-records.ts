import type { Decision, DocumentRecord, Ontology } from '@attest/model';
import { byText, ensured, sortedSet } from '../order.ts';
import type { RecordSource } from '../record-source.ts';
import { editRecord, type Unplaced } from './edit.ts';
import { pairOf, type PairDecision } from './pairs.ts';

const sourcesOf = ({ selector, other }: Decision): string[] =>
  sortedSet([selector.sourceId, ...(other === null ? [] : [other.sourceId])]);

/** What the decisions about one record alone left to tell. */
interface Told {
  readonly unplaced: readonly Unplaced[];
  readonly corrected: ReadonlyMap<string, string>;
}

/**
 * Records as decisions leave them, and what decisions say of actors across them. Keeps no record: each is edited anew
 * when it is asked for.
 */
export class DecidedRecords {
  readonly #ontology: Ontology;
  readonly #recordOf: RecordSource;
  readonly #sources = new Set<string>();
  readonly #told = new Map<string, Told>();
  #decisions: readonly Decision[] = [];
  #bySource: ReadonlyMap<string, readonly Decision[]> = new Map();
  /** What merges and splits come to; null for other decisions. */
  readonly #placed = new Map<Decision, PairDecision | Unplaced | null>();

  constructor(ontology: Ontology, recordOf: RecordSource, decisions: readonly Decision[]) {
    this.#ontology = ontology;
    this.#recordOf = recordOf;
    this.decide(decisions);
  }

  get decisions(): readonly Decision[] {
    return this.#decisions;
  }
  /** Merges and splits that found both their places. */
  get pairs(): readonly PairDecision[] {
    return this.#decisions.flatMap((decision) => {
      const pair = this.#placed.get(decision) ?? null;
      return pair === null || 'reason' in pair ? [] : [pair];
    });
  }
  /** Local entities whose name or type a decision gave, with the decision. */
  get corrected(): ReadonlyMap<string, string> {
    return new Map([...this.#told.values()].flatMap(({ corrected }) => [...corrected]));
  }
  /** Decisions that do not find their place, sorted by id. */
  get unplaced(): readonly Unplaced[] {
    const pairs = [...this.#placed.values()].flatMap((pair) => (pair !== null && 'reason' in pair ? [pair] : []));
    const all = [...pairs, ...[...this.#told.values()].flatMap(({ unplaced }) => unplaced)];
    return all.toSorted((a, b) => byText(a.decision.id, b.decision.id));
  }

  has(sourceId: string): boolean {
    return this.#sources.has(sourceId);
  }
  /** The record of a source as decisions leave it. */
  get(sourceId: string): DocumentRecord | undefined {
    const record = this.has(sourceId) ? this.#recordOf(sourceId) : undefined;
    const own = this.#bySource.get(sourceId);
    return record && own ? editRecord(record, own, this.#ontology).record : record;
  }
  sources(): readonly string[] {
    return sortedSet(this.#sources);
  }
  /** There is a record of this source now, or another one. */
  set(sourceId: string): void {
    this.#sources.add(sourceId);
    this.#settle(new Set([sourceId]));
  }
  delete(sourceId: string): void {
    this.#sources.delete(sourceId);
    this.#settle(new Set([sourceId]));
  }
  /** Takes other decisions. */
  decide(decisions: readonly Decision[]): void {
    const sources = new Set([...this.#decisions, ...decisions].flatMap(sourcesOf));
    const bySource = new Map<string, Decision[]>();
    for (const decision of decisions) ensured(bySource, decision.selector.sourceId, () => []).push(decision);
    this.#decisions = decisions;
    this.#bySource = bySource;
    this.#placed.clear();
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

  #settle(sourceIds: ReadonlySet<string>): void {
    for (const id of sourceIds) {
      const own = this.#bySource.get(id);
      const record = own && this.has(id) ? this.#recordOf(id) : undefined;
      if (own && record) {
        const { unplaced, corrected } = editRecord(record, own, this.#ontology);
        this.#told.set(id, { unplaced, corrected });
      } else this.#told.delete(id);
    }
    for (const decision of this.#decisions)
      if (sourcesOf(decision).some((id) => sourceIds.has(id))) this.#placed.set(decision, this.#place(decision));
  }

  #place(decision: Decision): PairDecision | Unplaced | null {
    const pair = pairOf(decision, (id) => this.get(id));
    return pair === null && !this.has(decision.selector.sourceId)
      ? { decision, reason: 'its document is not here' }
      : pair;
  }
}
