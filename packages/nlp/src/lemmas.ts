import { IRREGULAR_VERBS, NOUN_VERBS } from './generated/lexicon.ts';

/** Lemma by a list of irregular forms (`form<TAB>XPOS`) and suffix rules for the rest. */
export class Lemmatiser {
  readonly #known: ReadonlyMap<string, string>;
  readonly #bases: ReadonlySet<string>;

  constructor(known: ReadonlyMap<string, string>) {
    this.#known = known;
    const seen = [...known.keys()].filter((key) => /\tVBP?$/.test(key)).map((key) => key.slice(0, key.indexOf('\t')));
    this.#bases = new Set([...seen, ...NOUN_VERBS, ...IRREGULAR_VERBS.values()]);
  }

  /** Whether a small word is the base form of a verb that the lists know. */
  isBase(lower: string): boolean {
    return this.#bases.has(lower);
  }

  /** Lemma of a form with its Penn tag. */
  lemma(form: string, xpos: string): string {
    const lower = form.toLowerCase().replaceAll('’', "'");
    const known = this.#lookUp(lower, xpos);
    if (known !== undefined) return known;
    if (/^VB[DGN]$/.test(xpos)) {
      // "co-sponsored", "rebuilt": a prefix changes nothing behind it.
      const [, prefix = '', rest = lower] = /^(\p{L}+-|re|mis|over|under|out)(\p{L}{3,})$/u.exec(lower) ?? [];
      if (prefix.endsWith('-')) return `${prefix}${this.#verb(rest, xpos)}`;
      const whole = this.#verb(lower, xpos);
      const inner = this.#verb(rest, xpos);
      return prefix !== '' && !this.#bases.has(whole) && this.#bases.has(inner) ? `${prefix}${inner}` : whole;
    }
    if (xpos === 'VBZ') return thirdPerson(lower);
    if (xpos === 'NNS') return withoutS(lower);
    return xpos.startsWith('NNP') ? form : lower;
  }

  #lookUp(lower: string, xpos: string): string | undefined {
    const known = IRREGULAR_VERBS.get(`${lower}\t${xpos}`) ?? this.#known.get(`${lower}\t${xpos}`);
    if (known !== undefined || !/^VB[DN]$/.test(xpos)) return known;
    // The tagger mixes the two up.
    return IRREGULAR_VERBS.get(`${lower}\t${xpos === 'VBD' ? 'VBN' : 'VBD'}`);
  }

  /** Base of a past form, participle or gerund. */
  #verb(lower: string, xpos: string): string {
    const known = this.#lookUp(lower, xpos);
    if (known !== undefined) return known;
    if (xpos === 'VBG') return lower.endsWith('ing') && lower.length > 4 ? this.#stem(lower.slice(0, -3)) : lower;
    if (/^.?.ied$/.test(lower) || lower.endsWith('eed')) return lower.slice(0, -1);
    if (lower.endsWith('ied')) return `${lower.slice(0, -3)}y`;
    return lower.endsWith('ed') ? this.#stem(lower.slice(0, -2)) : lower;
  }

  /** Verb base of what is left without -ed or -ing. */
  #stem(b: string): string {
    const single = /([a-z])\1$/.test(b) ? b.slice(0, -1) : b;
    // "hoped" is not of "hop".
    for (const base of shortSyllable.test(b) ? [`${b}e`] : [b, `${b}e`, single]) if (this.#bases.has(base)) return base;
    // "stopped", "expelled", "trafficked"
    if (/([bdgmnprt])\1$/.test(b) || /[aeiou].*(?:[^aeiou]e|[^aeiour]o|tro)ll$/.test(b) || /[aeiou].*ick$/.test(b))
      return b.slice(0, -1);
    return hasSilentE(b) ? `${b}e` : b;
  }
}

const shortSyllable = /^[^aeiou]*[aeiou][^aeiouwxy]$/;

/** Whether a base that rules must guess ends in an "e" that its past form does not show. */
function hasSilentE(b: string): boolean {
  // "deplore", "proscribe", "telephone"
  if (/(?:plor|scrib|phon|lambast)$/.test(b)) return true;
  // "jail", "claim": behind two vowels nothing is silent, but in "receive", "cause", "increase".
  if (/[aeiou]{2}[bdklmnpr]$|(?:ea|ee|ei|oa|oo|ai|ou)t$|[^aeiou]or$/.test(b)) return false;
  // "fine", "hope": one short syllable would have doubled its consonant.
  if (shortSyllable.test(b)) return true;
  // "triple", "massacre", "erode", "define", "convene"
  if (/[bcdfgkptz]l$|stl$|[bc]r$|[^aeiou][aeiou]d$|[^aeiou]in$|(?:nv|rv|rav)en$/.test(b)) return true;
  return /(?:[aiou][klmprt]|[sczvgu]|at|iz|is|yz)$/.test(b) && !/(?:en|er|on|it|op|ow|ay|oy|al|el|ss)$/.test(b);
}

/** "authorizes", "passes" */
function thirdPerson(lower: string): string {
  if (/[^aeiou]ies$/.test(lower) && lower.length > 4) return `${lower.slice(0, -3)}y`;
  if (/(?:ss|x|zz|ch|sh|o)es$/.test(lower)) return lower.slice(0, -2);
  return lower.endsWith('s') && !lower.endsWith('ss') ? lower.slice(0, -1) : lower;
}

function withoutS(lower: string): string {
  if (lower.endsWith('ies')) return `${lower.slice(0, -3)}y`;
  if (/(?:s|x|zz|ch|sh)es$/.test(lower)) return lower.slice(0, -2);
  return lower.endsWith('s') && !lower.endsWith('ss') ? lower.slice(0, -1) : lower;
}
