import { readFileSync } from 'node:fs';
import { modalities } from '@attest/model';
import { parse } from 'yaml';
import { z } from 'zod';

const words = z.array(z.string());
const frameSchema = z.strictObject({
  act: z.string(),
  /** Lemmas with what must stand beside them: "call on", "pose threat to". */
  verbs: words.default([]),
  nouns: words.default([]),
  adjectives: words.default([]),
  /** Where the roles stand: subj, obj, iobj, poss, owner, comp, hearer or a preposition; the first that is found. */
  agent: words.default(['subj']),
  target: words.default([]),
  object: words.default([]),
  /** Lemmas of which the object must be one. */
  objects: words.default([]),
  /** Lemmas of which the object must be none: "paid tribute to". */
  unless: words.default([]),
  /** What OTHER is called where several words make the act: "hold responsible". */
  lemma: z.string().optional(),
  /** Prepositions that must not stand there. */
  without: words.default([]),
  /** A status is given: "as Y", or a second object. */
  as: z.boolean().default(false),
  /** What the clause behind it tells: its modality, or `told` (as it stands there) or `denied`. */
  complement: z.enum([...modalities, 'told', 'denied']).optional(),
  needs: z
    .enum([
      'target',
      'both',
      'as',
      'content',
      'infinitive',
      'content-or-target',
      'target-or-as',
      'object',
      'content-or-object',
      'object-role',
      'clause',
      'clause-or-thing',
      'nothing',
    ])
    .default('target'),
  /** The act that is told when what is needed is not there. */
  otherwise: z.string().optional(),
  /** Key of `kinds`: the types that the target may have. */
  only: z.string().optional(),
  /** Further places whose actors are targets of claims of their own: goods and their destination. */
  also: words.default([]),
  /** "his approach", "its failure": what belongs to somebody stands for its owner. */
  through: z.boolean().default(false),
  /** In the passive the words mean something else: "referred to a committee". */
  active: z.boolean().default(false),
  /** What one person does in the mind: "we would consider it" is the speaker's, and done by being said. */
  personal: z.boolean().default(false),
  /** Several subjects do it with each other: "Biden and Xi met". */
  together: z.boolean().default(false),
  /** "talks between A and B". */
  between: z.boolean().default(false),
});
/** What a verb or noun tells of whom; see the head of data/frames/speech.yaml. */
export interface Frame extends z.infer<typeof frameSchema> {
  /** Done under a law that the text may name. */
  readonly legal: boolean;
  /** Done by speaking: where the words are about is not where they were said. */
  readonly spoken: boolean;
}

const actor = ['Official', 'Person', 'Agency', 'Cartel', 'Organization', 'Country', 'Place', 'Group'];
/** Types by the name under which a frame asks for them. */
export const kinds: Readonly<Record<string, readonly string[]>> = {
  actor,
  body: ['Agency', 'Organization', 'Cartel', 'Group'],
  territory: ['Country', 'Place'],
  living: ['Official', 'Person', 'Group', 'Cartel', 'Agency', 'Country'],
  goods: ['Substance'],
  'goods-or-territory': ['Substance', 'Country', 'Place'],
  norm: ['Law', 'Work', 'Designation'],
  undertaking: ['Organization', 'Agency', 'Law', 'Work', 'Group', 'Place'],
  attackable: [...actor, 'Substance'],
  contact: actor,
  designated: actor,
  people: ['Official', 'Person', 'Group', 'Cartel', 'Organization', 'Agency'],
  captives: ['Person', 'Official', 'Group'],
  means: ['Substance', 'Cartel', 'Organization', 'Agency', 'Person', 'Official', 'Group', 'Country'],
};

/** One way in which a frame is worded: its head lemma, and the particles, prepositions and nouns that must be there. */
export interface Wording {
  readonly frame: Frame;
  readonly nouns: readonly string[];
  readonly prepositions: readonly string[];
}

const prepositions = new Set(
  'about across after against at away before behind between by down for from in into of off on onto out over through to toward under up upon with within without as'.split(
    ' ',
  ),
);

function load(): readonly Frame[] {
  return ['speech', 'official', 'dealings'].flatMap((name) =>
    z
      .array(frameSchema)
      .parse(parse(readFileSync(new URL(`../../data/frames/${name}.yaml`, import.meta.url), 'utf8')))
      .map((frame) => ({ ...frame, legal: name === 'official', spoken: name === 'speech' })),
  );
}

function index(key: 'verbs' | 'nouns' | 'adjectives'): ReadonlyMap<string, readonly Wording[]> {
  const found = new Map<string, Wording[]>();
  for (const frame of load())
    for (const wording of frame[key]) {
      const [lemma = '', ...rest] = wording.split(' ');
      found.set(lemma, [
        ...(found.get(lemma) ?? []),
        {
          frame,
          nouns: rest.filter((word) => !prepositions.has(word)),
          prepositions: rest.filter((word) => prepositions.has(word)),
        },
      ]);
    }
  // The wording that asks for more is tried first.
  for (const [lemma, list] of found)
    found.set(
      lemma,
      list.toSorted(
        (a, b) =>
          b.nouns.length +
          b.prepositions.length +
          Math.min(1, b.frame.objects.length) -
          (a.nouns.length + a.prepositions.length + Math.min(1, a.frame.objects.length)),
      ),
    );
  return found;
}

/** Frames by the lemma of their verb. */
export const verbFrames = index('verbs');
/** Frames by the lemma of their noun. */
export const nounFrames = index('nouns');
/** Frames by the lemma of their adjective, as a predicate. */
export const adjectiveFrames = index('adjectives');
