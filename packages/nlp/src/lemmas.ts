import { IRREGULAR_VERBS } from './generated/lexicon.ts';

/** Lemma by a list of irregular forms (`form<TAB>XPOS`) and suffix rules for the rest. */
export class Lemmatiser {
  readonly #known: ReadonlyMap<string, string>;
  readonly #bases: ReadonlySet<string>;

  constructor(known: ReadonlyMap<string, string>) {
    this.#known = known;
    this.#bases = new Set([...known].filter(([k]) => /\tVBP?$/.test(k)).map(([k]) => k.slice(0, k.indexOf('\t'))));
  }

  /** Lemma of a form with its Penn tag. */
  lemma(form: string, xpos: string): string {
    const lower = form.toLowerCase().replaceAll('’', "'");
    const known = this.#known.get(`${lower}\t${xpos}`);
    if (known !== undefined) return known;
    const irregular = IRREGULAR_VERBS.get(`${lower}\t${xpos}`);
    if (irregular !== undefined) return irregular;
    if (xpos === 'VBD' || xpos === 'VBN') return this.#past(lower);
    if (xpos === 'VBG' && lower.endsWith('ing')) return this.#stem(lower.slice(0, -3));
    if (xpos === 'VBZ' || xpos === 'NNS') return withoutS(lower);
    return xpos.startsWith('NNP') ? form : lower;
  }

  #past(lower: string): string {
    if (lower.endsWith('ied')) return `${lower.slice(0, -3)}y`;
    return lower.endsWith('ed') ? this.#stem(lower.slice(0, -2)) : lower;
  }

  /** Verb base of what is left without -ed or -ing. */
  #stem(b: string): string {
    if (this.#bases.has(b)) return b;
    if (this.#bases.has(`${b}e`)) return `${b}e`;
    if (/([bdgmnprt])\1$/.test(b)) return b.slice(0, -1);
    const silent =
      /(?:[aiou][klmprt]|[sczvgu]|at|iz|is|yz)$/.test(b) && !/(?:en|er|on|it|op|ow|ay|oy|al|el|ss)$/.test(b);
    return silent ? `${b}e` : b;
  }
}

function withoutS(lower: string): string {
  if (lower.endsWith('ies')) return `${lower.slice(0, -3)}y`;
  if (/(?:s|x|z|ch|sh)es$/.test(lower)) return lower.slice(0, -2);
  return lower.endsWith('s') && !lower.endsWith('ss') ? lower.slice(0, -1) : lower;
}
