import type { DocumentRecord, Ontology } from '@attest/model';
import type { DecidedRecords } from '../decide/decided-records.ts';
import { resolveInParts } from './in-parts.ts';
import { Judge } from './judge.ts';
import type { Proposal } from './proposals.ts';
import type { Resolved } from './resolved.ts';
import { Resolver } from './resolver.ts';

/** Resolves what a builder holds: kept up with its changes, or, from a number of entities on, anew and in parts. */
export class Resolution {
  readonly #ontology: Ontology;
  readonly #records: DecidedRecords;
  readonly #most: number;
  #judge = new Judge();
  #count = 0;
  /** Null while there are too many entities to hold. */
  #resolver: Resolver | null;

  constructor(ontology: Ontology, records: DecidedRecords, most: number) {
    this.#ontology = ontology;
    this.#records = records;
    this.#most = most;
    this.#resolver = new Resolver(ontology);
  }

  /** Whether what does not change stays the same object. */
  get isIncremental(): boolean {
    return this.#resolver !== null;
  }

  /** As `Resolver.decide`. */
  decide(judge: Judge): void {
    this.#judge = judge;
    this.#resolver?.decide(judge);
  }
  add(record: DocumentRecord): void {
    this.#count += record.entities.length;
    if (this.#count > this.#most) this.#resolver = null;
    this.#resolver?.add(record);
  }
  remove(ids: readonly string[]): void {
    this.#count -= ids.length;
    this.#resolver?.remove(ids);
  }

  /** Gives all actors, in one or more parts, then the pairs that may be one but are left to people, best first. */
  resolve(take: (actors: readonly Resolved[]) => void): readonly Proposal[] {
    if (this.#resolver === null && this.#count > this.#most) {
      const [ontology, judge, sources] = [this.#ontology, this.#judge, this.#records.sources()];
      return resolveInParts({ sources, recordOf: (id) => this.#records.get(id), ontology, judge }, this.#most, take);
    }
    const resolver = (this.#resolver ??= this.#filled());
    take(resolver.resolved());
    return resolver.proposals();
  }

  /** When so many entities went that the rest can be held again. */
  #filled(): Resolver {
    const resolver = new Resolver(this.#ontology);
    resolver.decide(this.#judge);
    for (const sourceId of this.#records.sources()) {
      const record = this.#records.get(sourceId);
      if (record) resolver.add(record);
    }
    return resolver;
  }
}
