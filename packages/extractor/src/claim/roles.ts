import type { Token } from '../language/tokens.ts';
import type { TiedMention } from '../entity/local-entities.ts';

/** A sentence's tokens with the mention that each of them belongs to. */
export interface Clause {
  readonly tokens: readonly Token[];
  readonly mentionAt: readonly (TiedMention | null)[];
}

export function clauseOf(tokens: readonly Token[], mentions: readonly TiedMention[]): Clause {
  const mentionAt = tokens.map(
    (token) => mentions.find((mention) => token.start >= mention.start && token.end <= mention.end) ?? null,
  );
  return { tokens, mentionAt };
}

const breaks = new Set([';', ':', 'that', 'because', 'while', 'but', 'although', 'after', 'before', 'when', 'if']);
const farthest = 14;

/** The actor before a verb: the nearest one that no preposition governs, with no other verb between. */
export function subjectBefore({ tokens, mentionAt }: Clause, verbStart: number): TiedMention | null {
  let last = verbStart - 1;
  while (/^(?:ADV|AUX)$/u.test(tokens[last]?.pos ?? '')) last -= 1;
  // "..., a spokeswoman said": the subject is a noun that names nobody; what stands before it is another's.
  if (tokens[last]?.pos === 'NOUN' && mentionAt[last] === null) return null;
  for (let at = verbStart - 1; at >= Math.max(0, verbStart - farthest); at -= 1) {
    const token = tokens[at];
    const mention = mentionAt[at];
    if (!token) return null;
    if (mention) {
      let first = at;
      while (first > 0 && mentionAt[first - 1] === mention) first -= 1;
      let before = first - 1;
      while (before >= 0 && /^(?:DET|ADJ|NUM)$/u.test(tokens[before]?.pos ?? '')) before -= 1;
      // "a White House spokeswoman": a name before a noun only describes it.
      const describes = tokens[at + 1]?.pos === 'NOUN' && mentionAt[at + 1] === null;
      if (tokens[before]?.pos !== 'ADP' && !describes)
        return mention.type === 'Substance' || mention.type === 'Designation' ? null : mention;
      at = first;
      continue;
    }
    if (
      breaks.has(token.lower) ||
      token.text === '"' ||
      (token.pos === 'VERB' && token.lower !== 'including') ||
      token.pos === 'PRON'
    )
      return null;
  }
  return null;
}

/** The actor after a token: nothing but determiners, adjectives and nouns may stand between. */
export function objectAfter(
  { tokens, mentionAt }: Clause,
  from: number,
): { readonly mention: TiedMention; readonly end: number } | null {
  for (let at = from; at < Math.min(tokens.length, from + 5); at += 1) {
    const token = tokens[at];
    const mention = mentionAt[at];
    if (!token) return null;
    if (mention) {
      let end = at + 1;
      while (end < tokens.length && mentionAt[end] === mention) end += 1;
      // "the Mexico border": a name before a noun only describes it.
      return tokens[end]?.pos === 'NOUN' && mentionAt[end] === null ? null : { mention, end };
    }
    // "illicit and deadly fentanyl": a conjunction between adjectives is no end.
    const joinsAdjectives = token.pos === 'CCONJ' && tokens[at - 1]?.pos === 'ADJ' && tokens[at + 1]?.pos === 'ADJ';
    if (!joinsAdjectives && !/^(?:DET|ADJ|NUM|ADV)$/u.test(token.pos)) return null;
  }
  return null;
}

/** The actor after "by" behind a passive verb. */
export function passiveAgent(clause: Clause, from: number): TiedMention | null {
  for (let at = from; at < Math.min(clause.tokens.length, from + 8); at += 1) {
    const token = clause.tokens[at];
    if (token?.lower === 'by') return objectAfter(clause, at + 1)?.mention ?? null;
    if (!token || token.pos === 'VERB' || token.pos === 'PUNCT') return null;
  }
  return null;
}

/** The legal status given after "as", or right behind the object. */
export function statusAfter({ tokens, mentionAt }: Clause, from: number): TiedMention | null {
  for (let at = from; at < Math.min(tokens.length, from + 7); at += 1) {
    const mention = mentionAt[at];
    if (mention?.type === 'Designation') return mention;
    if (mention || tokens[at]?.pos === 'VERB' || tokens[at]?.text === ',') return null;
  }
  return null;
}

/** The law after "under". */
export function lawUnder({ tokens, mentionAt }: Clause, from: number): TiedMention | null {
  for (let at = from; at < tokens.length; at += 1) {
    if (tokens[at]?.lower !== 'under') continue;
    const mention = mentionAt[at + 1] ?? mentionAt[at + 2] ?? null;
    if (mention?.type === 'Law') return mention;
  }
  return null;
}
