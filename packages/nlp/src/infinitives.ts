/**
 * What a word tells of an infinitive behind it: verbs take it at once (`s`), behind an object too (`o`) or behind
 * "whether" (`w`); nouns take it at once (`n`).
 */
type Control = ReadonlyMap<string, string>;

/** What the search for hidden verbs needs to know of words. */
export interface Lexicon {
  readonly control: Control;
  lemma(form: string, xpos: string): string;
  /** Whether a small word is a verb that is mostly seen as a noun. */
  isVerb(lower: string): boolean;
  /** Whether a small word is the base of any known verb. */
  isBase(lower: string): boolean;
}

const nominalStart = /^(?:DET|PROPN|PRON|NUM|ADJ|NOUN)\|/u;
const named = /^(?:PROPN|DET|PRON)\|/u;
const objectWord = /^(?:DET|PROPN|PRON|NUM|ADJ|NOUN|ADV)\|/u;
const farthest = 8;

/** Whether what stands before "to" makes the noun behind it a verb. */
function isInfinitive(forms: readonly string[], tags: readonly string[], to: number, lexicon: Lexicon): boolean {
  const kindAt = (at: number): string | undefined =>
    lexicon.control.get(lexicon.lemma(forms[at]!, tags[at]!.split('|')[1]!).toLowerCase());
  if (forms[to - 1] === 'whether') return to > 1 && kindAt(to - 2) !== undefined;
  if (tags[to - 1]!.startsWith('NOUN|')) return named.test(tags[to + 2]!) && kindAt(to - 1) === 'n';
  for (let at = to - 1; at >= Math.max(0, to - farthest); at--) {
    if (tags[at]!.startsWith('VERB|')) {
      const kind = kindAt(at);
      return kind === 'o' || (kind === 's' && at === to - 1);
    }
    if (!objectWord.test(tags[at]!)) return false;
  }
  return false;
}

/**
 * A noun that is a verb too is tagged as the noun behind "to" ("asked France to sanction Iran"), where the word before
 * tells that an infinitive follows. Gives the places of such a "to"; the next word is its verb.
 */
export function hiddenInfinitives(forms: readonly string[], tags: readonly string[], lexicon: Lexicon): number[] {
  const found: number[] = [];
  for (let to = 1; to + 2 < forms.length; to++)
    if (
      forms[to] === 'to' &&
      tags[to + 1] === 'NOUN|NN' &&
      nominalStart.test(tags[to + 2]!) &&
      isInfinitive(forms, tags, to, lexicon)
    )
      found.push(to);
  return found;
}

/** "Labeling cartels as terrorists will ...": what opens a sentence so is a gerund. */
function openingGerunds(forms: readonly string[], tags: readonly string[]): (readonly [number, string])[] {
  let at = 0;
  while (at < forms.length && /^(?:PUNCT|ADV)\|/u.test(tags[at]!)) at++;
  const isHidden = at + 2 < forms.length && /.ing$/u.test(forms[at]!) && /^(?:NOUN\|NN|PROPN\|NNP)$/u.test(tags[at]!);
  const as = isHidden ? forms.indexOf('as', at + 2) : -1;
  const isObject =
    as > 0 && as - at <= 5 && tags.slice(at + 1, as).every((tag) => /^(?:DET|ADJ|NOUN|PROPN)\|/u.test(tag));
  return isObject && /\|NNP?S$/u.test(tags[as - 1]!) ? [[at, 'VERB|VBG']] : [];
}

/** Adjectives in -ing that stand before plurals: "are leading companies". */
const lexicalised =
  /^(?:leading|pressing|ongoing|outstanding|existing|growing|remaining|following|emerging|promising|missing|willing|interesting|amazing|working|living|standing|rising|developing|matching|competing|warring|surviving|neighboring|neighbouring|opposing)$/u;

/** "is imposing sanctions": behind a form of "be" and before an object the word is a verb, though it may describe a noun elsewhere. */
function hiddenProgressives(
  forms: readonly string[],
  tags: readonly string[],
  lexicon: Lexicon,
): (readonly [number, string])[] {
  const found: (readonly [number, string])[] = [];
  for (let at = 1; at + 1 < forms.length; at++) {
    const form = forms[at]!;
    if (!/^(?:ADJ\|JJ|NOUN\|NN)$/u.test(tags[at]!) || !/^[a-z]{3,}ing$/u.test(form) || lexicalised.test(form)) continue;
    let be = at - 1;
    while (be > 0 && tags[be]!.startsWith('ADV|')) be--;
    const isBehindBe = /^(?:am|is|are|was|were|been|'s|'re)$/u.test(forms[be]!);
    const isObject = /\|(?:NNS|NNPS?|PRP|DT|PRP\$)$/u.test(tags[at + 1]!);
    if (isBehindBe && isObject && lexicon.isBase(lexicon.lemma(form, 'VBG'))) found.push([at, 'VERB|VBG']);
  }
  return found;
}

/**
 * Verbs between two names that were taken for nouns: "if Spain sanctions Libya", "criticized and sanction Libya", "helped
 * sanction Libya". Gives their places and tags.
 */
export function hiddenVerbs(
  forms: readonly string[],
  tags: readonly string[],
  lexicon: Lexicon,
): readonly (readonly [number, string])[] {
  const found: (readonly [number, string])[] = [
    ...openingGerunds(forms, tags),
    ...hiddenProgressives(forms, tags, lexicon),
  ];
  for (let at = 1; at + 1 < forms.length; at++) {
    const form = forms[at]!;
    if (!named.test(tags[at + 1]!) || form !== form.toLowerCase()) continue;
    const [before, two] = [tags[at - 1]!, tags[at - 2] ?? ''];
    if (tags[at] === 'NOUN|NNS' && before === 'PROPN|NNP' && lexicon.isVerb(lexicon.lemma(form, 'VBZ'))) {
      const isClause = !tags.slice(Math.max(0, at - farthest), at).some((tag) => /\|(?:VBZ|VBD|VBP|MD)$/u.test(tag));
      if (isClause) found.push([at, 'VERB|VBZ']);
    } else if (tags[at] === 'NOUN|NN' && lexicon.isVerb(form)) {
      const isPaired = before.startsWith('CCONJ|') && /^VERB\|VBP?$/u.test(two);
      const isHelped = before.startsWith('VERB|') && lexicon.lemma(forms[at - 1]!, before.split('|')[1]!) === 'help';
      if (isPaired || isHelped) found.push([at, 'VERB|VB']);
    }
  }
  return found;
}
