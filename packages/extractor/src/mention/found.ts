import type { Doc } from '@attest/nlp';
import { headOf, tokensOf } from './spans.ts';

/** How a mention speaks of its actor; a modifier is a demonym or name inside a larger noun phrase ("Mexican officials"). */
type MentionForm = 'name' | 'nominal' | 'pronoun' | 'modifier';

/** A place that names an actor. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Tokens, half-open. */
  readonly from: number;
  readonly to: number;
  /** Token by which it hangs in the tree. */
  readonly head: number;
  readonly form: MentionForm;
  readonly type: string;
  /** What the actor is called by this mention, without titles. */
  readonly name: string;
  readonly linkable: boolean;
  readonly reason: string;
  readonly identifiers?: Readonly<Record<string, string>>;
  readonly title?: string;
  /** Name of what the title is held in. */
  readonly office?: string | null;
  readonly reports?: boolean;
  /** First or second person: whom it means only who speaks, or who is spoken to, tells. */
  readonly person?: 'first-singular' | 'first-plural' | 'second';
  /** Noun of a nominal, or the title before a name, singular, lower case. */
  readonly noun?: string;
  readonly nominal?: Nominal;
  /** Under which its mentions stand together where the name alone does not tell ("government of mexico"). */
  readonly key?: string;
  /** The same with what stands behind it: "officials in Mexico". */
  readonly long?: string;
}

/** What else a nominal tells. */
interface Nominal {
  readonly plural: boolean;
  /** "the", "this", a possessor: the text expects that the reader knows who is meant. */
  readonly definite: boolean;
  /** Token of the possessive pronoun or possessor, if there is one. */
  readonly possessor: number | null;
  /** How many, as written: "21". */
  readonly count: string | null;
  /** The noun that stands around it: "a coalition of". It may be one that was spoken of; "scores of officers" is not. */
  readonly gathered: string | null;
  /** First token of the noun itself, behind all that describes it. */
  readonly noun: number;
}

/** What a recogniser says of a stretch; `rank` decides where two overlap. */
export interface Candidate extends Omit<Found, 'form'> {
  readonly form?: MentionForm;
  readonly rank: number;
  /** First token of a person's name behind the titles. */
  readonly nameFrom?: number;
}

type Said = Omit<Candidate, 'start' | 'end' | 'text' | 'from' | 'to' | 'head'>;

/** A candidate over tokens. */
export function overTokens(doc: Doc, from: number, to: number, said: Said): Candidate {
  const [start, end] = [doc.start(from), doc.end(to - 1)];
  return { ...said, start, end, text: doc.text.slice(start, end), from, to, head: headOf(doc, from, to) };
}

/** A candidate over a stretch of the text; null where no token is read. */
export function overText(doc: Doc, start: number, end: number, said: Said): Candidate | null {
  const span = tokensOf(doc, start, end);
  return span && { ...said, start, end, text: doc.text.slice(start, end), ...span };
}

const escape = (word: string): string => word.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
/** A pattern for any of the words, longest first, at word borders. */
export function anyOf(list: readonly string[], flags = 'gu'): RegExp {
  const longestFirst = list.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${longestFirst.map(escape).join('|')})(?![\p{L}\p{N}])`, flags);
}
