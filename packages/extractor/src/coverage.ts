import type { IngestInput, Ontology } from '@attest/model';
import { nounFrames, verbFrames } from './claim/frames.ts';
import { isVerb } from './claim/tree.ts';
import { analyse } from './pipeline.ts';

/** A sentence that names two actors and a word that can tell an act, and gave no claim. Offsets are those of the source. */
interface Uncovered {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly actors: readonly string[];
  readonly triggers: readonly string[];
}

/** What the rules made of some documents. */
export interface Coverage {
  readonly sentences: number;
  readonly withClaims: number;
  readonly uncovered: readonly (Uncovered & { readonly file: string })[];
  /** How many claims each rule gave, and each act. */
  readonly rules: ReadonlyMap<string, number>;
  readonly acts: ReadonlyMap<string, number>;
  /** Acts of the frames that no document told. */
  readonly silentActs: readonly string[];
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

const framedActs = new Set(
  [...verbFrames.values(), ...nounFrames.values()].flatMap((list) => list.map(({ frame }) => frame.act)),
);

/** Finds where documents name actors and acts and yet gave nothing, and which rules never fired. */
export function coverageOf(inputs: readonly IngestInput[], ontology: Ontology): Coverage {
  const [rules, acts] = [new Map<string, number>(), new Map<string, number>()];
  const uncovered: (Uncovered & { readonly file: string })[] = [];
  let [sentences, withClaims] = [0, 0];
  for (const input of inputs) {
    const { doc, reading, tied, findings, record } = analyse(input, ontology);
    for (const claim of record.claims) {
      count(rules, claim.evidence.rule);
      count(acts, claim.act);
    }
    const told = new Set(findings.drafts.filter(({ token }) => token >= 0).map(({ token }) => doc.sentenceOf(token)));
    const names = new Map(tied.entities.map((entity) => [entity.id, entity.name]));
    for (let sentence = 0; sentence < doc.sentenceCount; sentence += 1) {
      sentences += 1;
      if (told.has(sentence)) {
        withClaims += 1;
        continue;
      }
      const [from, to] = [doc.sentenceStart(sentence), doc.sentenceEnd(sentence)];
      const here = tied.mentions.filter(
        (mention) => mention.from >= from && mention.to <= to && mention.entity !== null,
      );
      const actors = [...new Set(here.map(({ entity }) => names.get(entity ?? '') ?? ''))].filter(
        (name) => name !== '',
      );
      const triggers = Array.from({ length: to - from }, (_, offset) => from + offset).filter((token) =>
        (isVerb(doc, token) ? verbFrames : nounFrames).has(doc.lemma(token).toLowerCase()),
      );
      if (actors.length < 2 || triggers.length === 0) continue;
      uncovered.push({
        file: input.file,
        ...reading.sourceSpan(doc.start(from), doc.end(to - 1)),
        text: doc.textOf(from, to),
        actors,
        triggers: triggers.map((token) => doc.form(token)),
      });
    }
  }
  const silentActs = [...framedActs].filter((act) => !acts.has(act)).toSorted();
  return { sentences, withClaims, uncovered, rules, acts, silentActs };
}
