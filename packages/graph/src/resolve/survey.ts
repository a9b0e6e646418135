import { AttestError, hashOf, type DocumentRecord, type LocalEntity, type Ontology } from '@attest/model';
import { wikidataOf } from '../fixed/identifiers.ts';
import { hash32 } from '../names/hash32.ts';
import type { RecordSource } from '../record-source.ts';
import { blockKeys } from './block-keys.ts';
import { entryOf } from './entry.ts';
import type { Judge } from './judge.ts';
import { Numbers } from './numbers.ts';
import { contextOf, externalsOf, type Profile } from './profile.ts';

/** What is resolved in parts. */
export interface Corpus {
  /** Sorted. */
  readonly sources: readonly string[];
  readonly recordOf: RecordSource;
  readonly ontology: Ontology;
  readonly judge: Judge;
}

/** Slots in which block keys are counted; keys that fall into one are looked at together, not taken for equal. */
const slots = 1 << 20;
const slotOf = (key: string): number => hash32(key.replace(/[<>]$/u, '')) & (slots - 1);

/** Identifiers by one of which an actor may go. */
const identifiers = (entity: LocalEntity, profile: Profile | null): string[] => [
  ...externalsOf(entity),
  ...(profile?.externals ?? []),
  ...[profile?.anchor?.key.replace(/^body\//u, ''), ...(profile?.externals ?? []).map((one) => one.replace('iso:', ''))]
    .map((key) => (key === undefined ? undefined : wikidataOf(key)))
    .flatMap((item) => (item === undefined ? [] : [`wikidata:${item}`])),
];

/**
 * What is kept of a corpus while it is resolved in parts: numbers only, besides a hash for each form. A unit is a form or
 * an entity that stays alone but may bear another's identifier.
 */
export class Survey {
  readonly #corpus: Corpus;
  /** Number of the first entity of each source, and of all. */
  readonly #starts = new Numbers();
  /** Unit of each entity; -1 where it stays alone. */
  readonly unitOf = new Numbers();
  /** The first entity of each unit. */
  readonly #firsts = new Numbers();
  /** Where the slots of each unit's keys begin. */
  readonly #keyStarts = new Numbers();
  readonly #keySlots = new Numbers();
  /** How many forms have keys in a slot. */
  readonly #crowds = new Int32Array(slots);
  readonly loners = new Set<number>();
  /** Units of entities that decisions speak of. */
  readonly pinned = new Map<string, number>();
  /** Units of which one may bear the other's identifier. */
  readonly namesakes: (readonly [number, number])[] = [];

  /** Reads every record once. */
  constructor(corpus: Corpus) {
    this.#corpus = corpus;
    const units = new Map<string, number>();
    const bearers = new Map<string, number>();
    for (const source of corpus.sources.keys()) {
      const record = this.#record(source);
      const context = contextOf(record, corpus.ontology);
      this.#starts.push(this.unitOf.length);
      for (const entity of record.entities) {
        const profile = entryOf(entity, context, corpus.ontology, corpus.judge.speaksOf(entity.id));
        const named = identifiers(entity, profile);
        const key = profile === null ? (named.length === 0 ? null : entity.id) : hashOf(JSON.stringify(profile));
        const unit = key === null ? -1 : (units.get(key) ?? this.#add(profile, entity.id));
        if (key !== null) units.set(key, unit);
        for (const one of named) {
          const other = bearers.get(one);
          if (other === undefined) bearers.set(one, unit);
          else if (other !== unit) this.namesakes.push([other, unit]);
        }
        this.unitOf.push(unit);
      }
    }
    this.#starts.push(this.unitOf.length);
    this.#keyStarts.push(this.#keySlots.length);
  }

  get units(): number {
    return this.#firsts.length;
  }

  #add(profile: Profile | null, id: string): number {
    const unit = this.units;
    this.#firsts.push(this.unitOf.length);
    this.#keyStarts.push(this.#keySlots.length);
    if (profile === null) this.loners.add(unit);
    else if (profile.pinned !== null) this.pinned.set(id, unit);
    for (const slot of new Set(profile === null ? [] : blockKeys(profile).map(slotOf))) {
      this.#keySlots.push(slot);
      this.#crowds[slot] = (this.#crowds[slot] ?? 0) + 1;
    }
    return unit;
  }

  /** Turns of at most `most` forms in which all are compared that share a key; a crowd that is larger has a turn of its own. */
  turns(most: number): { readonly count: number; readonly takes: (key: string, turn: number) => boolean } {
    const turnOf = new Int32Array(slots).fill(-1);
    let [turn, taken] = [0, 0];
    for (const [slot, crowd] of this.#crowds.entries()) {
      // Whom nobody shares a key with is compared with nobody.
      if (crowd < 2) continue;
      if (taken > 0 && taken + crowd > most) [turn, taken] = [turn + 1, 0];
      taken += crowd;
      turnOf[slot] = turn;
    }
    this.#turnOf = turnOf;
    return { count: taken === 0 ? 0 : turn + 1, takes: (key, at) => turnOf[slotOf(key)] === at };
  }
  #turnOf = new Int32Array(0);

  /** Whether an entity is the first of a form that is compared in a turn. */
  isComparedIn(turn: number, entity: number): boolean {
    const unit = this.unitOf.at(entity);
    if (unit < 0 || this.#firsts.at(unit) !== entity) return false;
    const end = this.#keyStarts.at(unit + 1);
    for (let at = this.#keyStarts.at(unit); at < end; at += 1)
      if (this.#turnOf[this.#keySlots.at(at)] === turn) return true;
    return false;
  }

  /** The records with entities that are wanted, and the places of these in them; a record without any is not read. */
  *wanted(
    isWanted: (entity: number) => boolean,
  ): Generator<{ readonly record: DocumentRecord; readonly start: number; readonly places: readonly number[] }> {
    for (const source of this.#corpus.sources.keys()) {
      const [start, end] = [this.#starts.at(source), this.#starts.at(source + 1)];
      const places: number[] = [];
      for (let entity = start; entity < end; entity += 1) if (isWanted(entity)) places.push(entity - start);
      if (places.length === 0) continue;
      const record = this.#record(source);
      if (record.entities.length !== end - start) throw changed();
      yield { record, start, places };
    }
  }

  #record(source: number): DocumentRecord {
    const record = this.#corpus.recordOf(this.#corpus.sources[source] ?? '');
    if (record === undefined) throw changed();
    return record;
  }
}

const changed = (): AttestError =>
  new AttestError(
    'invalid-input',
    'the records changed while they were resolved',
    'Start again when nobody else writes to their folder.',
  );
