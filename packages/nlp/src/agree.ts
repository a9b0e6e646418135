import type { Name } from './doc.ts';

/** A sentence with the names found in it; tokens count from its beginning. */
export interface Named {
  readonly forms: readonly string[];
  names: readonly Name[];
}

/** Below this a name's own evidence gives way to what the rest of the document says. */
const DOUBTFUL = 0.95;
const SURE = 0.8;
/** How sure a name must be found once to be taken where the model passed it over, and how sure it is then. */
const CERTAIN = 0.8;
const REPEATED = 0.7;
/** Share of the votes of all mentions that a type needs to bring the others over. */
const MOST = 0.6;
/** What an acronym in brackets after its full name counts, in votes. */
const EXPANDED = 3;

type Type = Name['type'];
type Votes = Map<string, Record<Type, number>>;

/**
 * Lets the names of one document agree: what is written the same is of one type; an acronym in brackets is what the
 * name before it is; a surname is a person if the document has the full name; what is certain once is a name again.
 */
export function agree(sentences: readonly Named[]): void {
  const votes: Votes = new Map();
  const surnames = new Set<string>();
  for (const { forms, names } of sentences) {
    for (const [k, name] of names.entries()) {
      vote(votes, written(forms, name), name.type, name.confidence);
      if (name.type === 'PER' && name.end - name.start > 1 && name.confidence >= SURE)
        surnames.add(forms[name.end - 1]!);
      const full = names[k - 1];
      if (full !== undefined && isAcronymOf(forms, name, full))
        vote(votes, written(forms, name), full.type, EXPANDED * full.confidence);
    }
  }
  for (const sentence of sentences) {
    const { forms } = sentence;
    sentence.names = sentence.names.map((name) => {
      const text = written(forms, name);
      const type = elected(votes.get(text)!) ?? (surnames.has(text) ? 'PER' : name.type);
      return type === name.type || name.confidence >= DOUBTFUL ? name : { ...name, type };
    });
  }
  repeat(sentences);
}

/** Finds again, by their first word, the names that were certain somewhere in the document. */
function repeat(sentences: readonly Named[]): void {
  const known = new Map<string, Map<string, { words: readonly string[]; type: Type }>>();
  for (const { forms, names } of sentences) {
    for (const name of names) {
      const words = forms.slice(name.start, name.end);
      if (name.confidence < CERTAIN || !/^\p{Lu}[\p{L}\p{N}'-]+$/u.test(words[0]!)) continue;
      const of = known.get(words[0]!) ?? new Map<string, { words: readonly string[]; type: Type }>();
      known.set(words[0]!, of.set(words.join(' '), { words, type: name.type }));
    }
  }
  for (const sentence of sentences) {
    const { forms, names } = sentence;
    const taken = new Uint8Array(forms.length);
    for (const { start, end } of names) taken.fill(1, start, end);
    const found: Name[] = [];
    for (let i = 0; i < forms.length; i++) {
      const fits = [...(known.get(forms[i]!)?.values() ?? [])]
        .filter(({ words }) => words.every((w, j) => forms[i + j] === w && taken[i + j] === 0))
        .sort((a, b) => b.words.length - a.words.length)[0];
      if (fits === undefined || (fits.words.length === 1 && !standsAlone(forms, i))) continue;
      found.push({ start: i, end: i + fits.words.length, type: fits.type, confidence: REPEATED });
      taken.fill(1, i, i + fits.words.length);
    }
    if (found.length > 0) sentence.names = [...names, ...found].sort((a, b) => a.start - b.start);
  }
}

/** A single word is part of something else if a capital stands beside it, and may be any word at the beginning. */
function standsAlone(forms: readonly string[], i: number): boolean {
  const capital = (j: number): boolean => /^\p{Lu}/u.test(forms[j] ?? '');
  return i > 0 && !capital(i - 1) && !capital(i + 1);
}

const written = (forms: readonly string[], { start, end }: Name): string => forms.slice(start, end).join(' ');

function vote(votes: Votes, text: string, type: Type, weight: number): void {
  let of = votes.get(text);
  if (of === undefined) votes.set(text, (of = { PER: 0, ORG: 0, LOC: 0 }));
  of[type] += weight;
}

/** The type with most of the votes; undefined if there is none, or only one mention that nothing contradicts. */
function elected(of: Record<Type, number>): Type | undefined {
  const total = of.PER + of.ORG + of.LOC;
  const top = (['PER', 'ORG', 'LOC'] as const).reduce((a, b) => (of[b] > of[a] ? b : a));
  return of[top] < total && of[top] > MOST * total ? top : undefined;
}

/** "Full Name (FN)" or "Full Name's (FN)": a word of capitals in brackets whose letters end with the initials of the name before it. */
function isAcronymOf(forms: readonly string[], name: Name, full: Name): boolean {
  const acronym = forms[name.start]!;
  const possessive = forms[name.start - 2] === "'s" ? 1 : 0;
  if (name.end - name.start !== 1 || forms[name.start - 1] !== '(') return false;
  if (full.end !== name.start - 1 - possessive) return false;
  if (!/^\p{Lu}{2,8}$/u.test(acronym)) return false;
  const initials = forms
    .slice(full.start, full.end)
    .filter((f) => /^\p{Lu}/u.test(f))
    .map((f) => f.charAt(0))
    .join('');
  return initials.length > 1 && (acronym.endsWith(initials) || initials.endsWith(acronym));
}
