import type { Doc } from '@attest/nlp';
import { nouns } from './data.ts';
import { overTokens, type Candidate } from './found.ts';

/** Words between a country and its body: "Mexican federal police". */
const between =
  /^(?:federal|national|central|local|state|armed|air|military|security|intelligence|interim|current|transitional|former|'s)$/u;

/** "Mexico's foreign | ministry", "Mexican drug | cartels": small words between the country and the noun. */
const isPlainWord = (doc: Doc, token: number): boolean =>
  /^(?:NOUN|ADJ)$/u.test(doc.upos(token)) && /^\p{Ll}/u.test(doc.form(token));

const sameAs: Readonly<Record<string, string>> = { leadership: 'government', 'federal government': 'government' };
const keyOf = (noun: Candidate, owner: Candidate, between = ''): string => {
  const word = `${between} ${noun.noun ?? ''}`.trim();
  return `${sameAs[word] ?? nouns.same[word] ?? word} of ${owner.name}`.toLowerCase();
};

/**
 * Bodies and organisations that a noun and the name of a territory or of who heads them make up: "the Mexican government",
 * "Biden administration", "government of Mexico", "Mexican drug cartels". They can be told from others by that name.
 */
export function governments(
  doc: Doc,
  phrases: readonly Candidate[],
  names: readonly Candidate[],
): readonly Candidate[] {
  // Of names that end together the longest counts: "Latin American", not "American".
  const endingAt = new Map(names.toSorted((a, b) => b.from - a.from).map((one) => [one.to, one]));
  const beginningAt = new Map(names.map((one) => [one.from, one]));
  return phrases.flatMap((noun): Candidate[] => {
    // "Belarusian authorities" are the state's; "authorities" alone are whoever is in charge.
    const isInCharge = noun.noun === 'authority' && noun.nominal?.plural === true;
    if ((!/^(?:Agency|Cartel)$/u.test(noun.type) && !isInCharge) || noun.form === 'modifier') return [];
    const word = noun.nominal?.noun ?? noun.to - 1;
    let at = word;
    while (at > noun.from && (between.test(doc.lower(at - 1)) || isPlainWord(doc, at - 1))) at--;
    const before = endingAt.get(at);
    // "ELN guerrillas" are the ELN.
    if (before && before.type === 'Cartel' && before.from >= noun.from && noun.type === 'Cartel')
      return [
        {
          ...overTokens(doc, noun.from, noun.to, noun),
          rank: 6,
          name: before.name,
          linkable: true,
          reason: before.reason,
          form: 'name' as const,
        },
      ];
    if (before && before.from >= noun.from && (before.type !== 'Person' || nouns.ruled.has(noun.noun ?? ''))) {
      const first = doc.form(before.from - 1) === '-' && before.from - 2 >= noun.from ? before.from - 2 : before.from;
      const name = doc.textOf(first, noun.to).replaceAll(/\s+/gu, ' ');
      return [
        {
          ...noun,
          type: isInCharge ? 'Agency' : noun.type,
          rank: 6,
          name,
          linkable: noun.type === 'Cartel' || noun.nominal?.plural !== true,
          key:
            first < before.from
              ? name.toLowerCase()
              : keyOf(noun, before, noun.type === 'Cartel' ? '' : doc.textOf(at, word).replace(/^'s\s*/u, '')),
          reason: `${noun.reason} with the name before it`,
          form: noun.type === 'Cartel' ? ('nominal' as const) : ('name' as const),
        },
      ];
    }
    let of = noun.to;
    if (of < doc.length && doc.lower(of) === 'of') of += doc.lower(of + 1 < doc.length ? of + 1 : of) === 'the' ? 2 : 1;
    const behind = of > noun.to ? beginningAt.get(of) : undefined;
    if (!behind || !/^(?:Country|Place)$/u.test(behind.type)) return [];
    return [
      {
        ...overTokens(doc, noun.from, behind.to, noun),
        type: isInCharge ? 'Agency' : noun.type,
        rank: 6,
        name: doc.textOf(word, behind.to).replaceAll(/\s+/gu, ' '),
        linkable: true,
        key: keyOf(noun, behind),
        reason: `${noun.reason} of the place named behind it`,
        form: 'name' as const,
      },
    ];
  });
}
