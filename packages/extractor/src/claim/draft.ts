import type { Happened, Modality, Polarity } from '@attest/model';

/** A claim before it has its id; `content` is another draft. */
export interface DraftClaim {
  readonly act: string;
  readonly lemma: string | null;
  readonly title: string | null;
  readonly agent: string | null;
  readonly target: string | null;
  readonly object: string | null;
  readonly place: string | null;
  readonly as: string | null;
  readonly under: string | null;
  readonly modality: Modality;
  readonly polarity: Polarity;
  readonly speakers: readonly string[];
  readonly hedged: boolean;
  readonly date: Happened | null;
  content: DraftClaim | null;
  readonly start: number;
  readonly end: number;
  /** Further stretches of the reading text on which it rests: the act that "do so" takes up. */
  readonly rests: readonly { readonly start: number; readonly end: number }[];
  readonly rule: string;
  readonly confidence: number;
  /** Token of the verb or noun that tells it; -1 for standing facts. */
  readonly token: number;
  /** Tokens of the clauses that it asks for, denies or tells. */
  readonly complements: readonly number[];
}

/** A plain statement of the document that no word of a sentence tells by a frame; what differs is spread over it. */
export const plainDraft = {
  lemma: null,
  title: null,
  object: null,
  place: null,
  as: null,
  under: null,
  modality: 'performed',
  polarity: 'positive',
  speakers: [],
  hedged: false,
  date: null,
  content: null,
  rests: [],
  token: -1,
  complements: [],
} as const satisfies Partial<DraftClaim>;

/** Members of a list by a number, in their order. */
export function groups<T>(list: readonly T[], numberOf: (one: T) => number): ReadonlyMap<number, readonly T[]> {
  const found = new Map<number, T[]>();
  for (const one of list) {
    const group = found.get(numberOf(one));
    if (group) group.push(one);
    else found.set(numberOf(one), [one]);
  }
  return found;
}

/** Acts between two: where one side is left open, nothing of worth is told ("in support of the Houthis"). */
const betweenTwo = new Set([
  'SUPPORTED',
  'JOINED',
  'AGREED',
  'COOPERATED_WITH',
  'NEGOTIATED_WITH',
  'MET_WITH',
  'VISITED',
  'PRAISED',
  'LEADS',
  'ASKED',
]);

/** The claims without those of an act between two of which nobody is known to do it, unless another claim is about them. */
export function withBothSides(drafts: readonly DraftClaim[]): readonly DraftClaim[] {
  const told = new Set(drafts.flatMap(({ content }) => content ?? []));
  return drafts.filter((one) => one.agent !== null || !betweenTwo.has(one.act) || told.has(one));
}
