import type { PairDecision } from '../decide/pairs.ts';
import { ensured } from '../order.ts';
import { compare } from './compare.ts';
import type { Profile } from './profile.ts';
import type { Told } from './resolved.ts';
import { apart, type Verdict } from './verdict.ts';

/** What two forms are judged by. */
interface Judged {
  readonly signature: string;
  readonly profile: Profile;
}

/** What people decided to be one. */
export const joined: Verdict = { score: 2, reason: 'joined by a decision', contradicts: false };
const pairKey = (a: string, b: string): string => (a < b ? `${a}|${b}` : `${b}|${a}`);

/** How two profiles stand to each other, by what people decided before by what they tell. */
export class Judge {
  readonly told: Told;
  readonly #merged = new Map<string, Set<string>>();
  readonly #split: ReadonlySet<string>;
  /** Entities that a decision parts from all others. */
  readonly #apart: ReadonlySet<string>;

  /** `corrected`: local entities whose name or type a decision gave, with the decision. */
  constructor(pairs: readonly PairDecision[] = [], corrected: ReadonlyMap<string, string> = new Map()) {
    const decisionOf = new Map(corrected);
    for (const { a, b, decision } of pairs) for (const id of [a, b]) if (id !== null) decisionOf.set(id, decision);
    this.told = { decisionOf, corrected: new Set(corrected.keys()) };
    for (const { kind, a, b } of pairs) {
      if (kind !== 'merge' || b === null) continue;
      ensured(this.#merged, a, () => new Set()).add(b);
      ensured(this.#merged, b, () => new Set()).add(a);
    }
    this.#split = new Set(pairs.flatMap(({ kind, a, b }) => (kind === 'split' && b !== null ? [pairKey(a, b)] : [])));
    this.#apart = new Set(pairs.flatMap(({ a, b }) => (b === null ? [a] : [])));
  }

  /** Whether a decision speaks of an entity, so that no other may stand for it. */
  speaksOf(id: string): boolean {
    return this.told.decisionOf.has(id);
  }
  /** Entities that decisions join with one. */
  joinedWith(id: string | null): ReadonlySet<string> {
    return (id === null ? undefined : this.#merged.get(id)) ?? new Set();
  }
  /** Whether decisions join two, which none keeps apart. */
  joins(a: string | null, b: string | null): boolean {
    return b !== null && this.joinedWith(a).has(b) && !this.parts(a, b);
  }
  /** Whether a decision keeps two apart. */
  parts(a: string | null, b: string | null): boolean {
    const isApart = (id: string | null): boolean => id !== null && this.#apart.has(id);
    return isApart(a) || isApart(b) || (a !== null && b !== null && this.#split.has(pairKey(a, b)));
  }
  verdict(a: Judged, b: Judged): Verdict {
    const [one, other] = [a.profile.pinned, b.profile.pinned];
    if (this.parts(one, other)) return apart('kept apart by a decision');
    if (this.joins(one, other)) return joined;
    // Always from the same side, so that the reason reads the same whichever came first.
    return a.signature < b.signature ? compare(a.profile, b.profile) : compare(b.profile, a.profile);
  }
}
