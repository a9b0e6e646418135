// Writes src/generated/lexicon.ts from the word lists in data/, so that the package reads no file for them.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const at = (path) => new URL(`../${path}`, import.meta.url);
const lines = (name) =>
  readFileSync(at(`data/${name}`), 'utf8')
    .trim()
    .split('\n');
const json = (value) => JSON.stringify(value);
const splits = lines('clitic-splits.tsv')
  .map((line) => line.split('\t'))
  .map(([w, n]) => [w, Number(n)]);
const infinitives = lines('infinitives.tsv').map((line) => line.split('\t'));
const irregular = lines('irregular-verbs.tsv').flatMap((line) => {
  const [base, past, participle] = line.split('\t');
  return [
    [`${past}\tVBD`, base],
    [`${participle}\tVBN`, base],
  ];
});
const known = lines('known-tags.tsv').map((line) => line.split('\t').map((part) => part.split(' ')));
mkdirSync(at('src/generated'), { recursive: true });
writeFileSync(
  at('src/generated/lexicon.ts'),
  `// Written by scripts/pack-lexicon.mjs from data/; do not edit.
/** Abbreviations without their last period, lower case. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set<string>(${json(lines('abbreviations.txt'))});
/** Words written together that are two tokens, with the length of the first. */
export const CLITIC_SPLITS: ReadonlyMap<string, number> = new Map<string, number>(${json(splits)});
/** Words that keep their hyphen. */
export const KEPT_HYPHENS: ReadonlySet<string> = new Set<string>(${json(lines('kept-hyphens.txt'))});
/** Words that an infinitive follows: verbs at once (s), behind an object (o), behind "whether" (w), nouns (n). */
export const INFINITIVE_VERBS: ReadonlyMap<string, string> = new Map<string, string>(${json(infinitives)});
/** Verbs, most of them nouns too, that are looked for where the tagger sees nouns. */
export const NOUN_VERBS: ReadonlySet<string> = new Set<string>(${json(lines('noun-verbs.txt'))});
/** Lemmas of irregular verbs by form and tag. */
export const IRREGULAR_VERBS: ReadonlyMap<string, string> = new Map<string, string>(${json(irregular)});
/** Phrases whose tags are known, small letters; a word with a capital inside a name is left to the tagger. */
export const KNOWN_TAGS: readonly (readonly [readonly string[], readonly string[]])[] = ${json(known)};
`,
);
const wasm = readFileSync(at('data/kernel.wasm')).toString('base64');
writeFileSync(
  at('src/generated/kernel.ts'),
  `// Written by scripts/pack-lexicon.mjs from data/kernel.wasm (source: data/kernel.as.txt, AssemblyScript); do not edit.
/** The parser's inner loops in WebAssembly with SIMD, base64. */
export const KERNEL_WASM =\n  '${wasm}';
`,
);
