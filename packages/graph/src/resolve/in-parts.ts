import { AttestError, type DocumentRecord, type Ontology } from '@attest/model';
import { blockKeys, lookedUp } from './block-keys.ts';
import { Components } from './components.ts';
import { entryOf } from './entry.ts';
import { contextOf } from './profile.ts';
import type { Proposal } from './proposals.ts';
import type { Resolved } from './resolved.ts';
import { Resolver } from './resolver.ts';

/** The actors of a part of a corpus; nobody else of the corpus is one of them. */
export interface Part {
  /** Sorted by id. */
  readonly actors: readonly Resolved[];
  readonly proposals: readonly Proposal[];
}

const slotsPerEntity = 64;
const alone = -1;

/** Numbers in a typed array that grows. */
class Numbers {
  #all = new Int32Array(1024);
  length = 0;
  push(value: number): void {
    if (this.length === this.#all.length) {
      const larger = new Int32Array(2 * this.length);
      larger.set(this.#all);
      this.#all = larger;
    }
    this.#all[this.length++] = value;
  }
  at(place: number): number {
    return this.#all[place] ?? alone;
  }
  set(place: number, value: number): void {
    this.#all[place] = value;
  }
}

/** The slot of each entity of the corpus in the order of its records. */
function slotsOf(records: Iterable<DocumentRecord>, ontology: Ontology, components: Components): Numbers {
  const slots = new Numbers();
  for (const record of records) {
    const context = contextOf(record, ontology);
    for (const entity of record.entities) {
      const profile = entryOf(entity, context, ontology, false);
      if (profile === null) {
        slots.push(alone);
        continue;
      }
      const keys = blockKeys(profile);
      // Entities of one profile are one form even where no key leads to them.
      const all = keys.length === 0 ? [JSON.stringify(profile)] : [...keys, ...keys.flatMap(lookedUp)];
      slots.push(components.join(all));
    }
  }
  return slots;
}

/** Puts a part's number in the place of each slot: components whole, one after the other; gives the number of parts. */
function partsOf(slots: Numbers, components: Components, size: number, most: number): number {
  const counts = new Int32Array(size);
  for (let at = 0; at < slots.length; at += 1) {
    const slot = slots.at(at);
    if (slot !== alone) counts[components.rootOf(slot)] = (counts[components.rootOf(slot)] ?? 0) + 1;
  }
  let [part, taken] = [0, 0];
  const place = (count: number): number => {
    if (count > most)
      throw new AttestError(
        'limit-exceeded',
        `${count} entities share names and must be compared together, more than the ${most} that the memory setting allows`,
        'Give more memory, or resolve fewer documents at a time.',
      );
    if (taken + count > most) [part, taken] = [part + 1, 0];
    taken += count;
    return part;
  };
  for (let at = 0; at < slots.length; at += 1) {
    const slot = slots.at(at);
    if (slot === alone) {
      slots.set(at, place(1));
      continue;
    }
    const root = components.rootOf(slot);
    const count = counts[root] ?? 0;
    // A component's part takes the place of its count: -1 for part 0, -2 for part 1.
    if (count > 0) counts[root] = -1 - place(count);
    slots.set(at, -1 - (counts[root] ?? alone));
  }
  return part + 1;
}

function partOfCorpus(records: Iterable<DocumentRecord>, ontology: Ontology, partOf: Numbers, part: number): Part {
  const resolver = new Resolver(ontology);
  let at = 0;
  for (const record of records) {
    const start = at;
    resolver.add(record, (place) => partOf.at(start + place) === part);
    at += record.entities.length;
  }
  if (at !== partOf.length)
    throw new AttestError(
      'invalid-input',
      'the records changed while they were resolved',
      'Start again when nobody writes to their folder.',
    );
  return { actors: resolver.resolved(), proposals: resolver.proposals() };
}

/**
 * Resolves a corpus of any size in memory for `most` entities at a time, besides 4 bytes for each entity and about
 * 512 bytes for each of `most`. The parts together are what a `Resolver` gives for all records; which actor stands in
 * which part depends on `most`. `records` is read once and then once for each part; it must give the same each time.
 * @throws AttestError `limit-exceeded` when more than `most` entities share names, `invalid-input` when the records change.
 */
export function* resolveInParts(
  records: () => Iterable<DocumentRecord>,
  ontology: Ontology,
  most: number,
): Generator<Part, void> {
  let size = 1024;
  while (size < slotsPerEntity * most) size *= 2;
  const components = new Components(size);
  const partOf = slotsOf(records(), ontology, components);
  const parts = partsOf(partOf, components, size, most);
  for (let part = 0; part < parts; part += 1) yield partOfCorpus(records(), ontology, partOf, part);
}
