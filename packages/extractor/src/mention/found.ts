/** A place that names an actor, before it is tied to an entity. */
export interface Found {
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
export function withoutOverlap(candidates: readonly Found[]): readonly Found[] {
  const kept: Found[] = [];
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
