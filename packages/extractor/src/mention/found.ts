/** How a mention speaks of its actor; a modifier is a demonym or name inside a larger noun phrase ("Mexican officials"). */
export type MentionForm = 'name' | 'nominal' | 'pronoun' | 'modifier';

/** A place that names an actor, with its tokens. */
export interface Found extends Spotted {
  /** Tokens, half-open. */
  readonly from: number;
  readonly to: number;
  /** Token by which it hangs in the tree. */
  readonly head: number;
  readonly form: MentionForm;
  /** First person inside a quotation: whom it means only the speaker tells. */
  readonly person?: 'first-singular' | 'first-plural';
}

/** A place that names an actor, as patterns over the text find it. */
export interface Spotted {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly type: string;
  /** What the actor is called by this mention, without titles. */
  readonly name: string;
  readonly linkable: boolean;
  readonly reason: string;
  readonly identifiers?: Readonly<Record<string, string>>;
  readonly title?: string;
  readonly office?: string | null;
  readonly reports?: boolean;
}

/** Recognisers in order: an earlier one keeps its place against a later one. */
export function withoutOverlap(candidates: readonly Spotted[]): readonly Spotted[] {
  const kept: Spotted[] = [];
  for (const one of candidates)
    if (!kept.some((other) => one.start < other.end && other.start < one.end)) kept.push(one);
  return kept.sort((a, b) => a.start - b.start);
}

const escape = (word: string): string => word.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
/** A pattern for any of the words, longest first, at word borders. */
export function anyOf(list: readonly string[], flags = 'gu'): RegExp {
  const longestFirst = list.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${longestFirst.map(escape).join('|')})(?![\p{L}\p{N}])`, flags);
}
