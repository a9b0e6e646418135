import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Doc } from '../language/annotate.ts';
import type { Actor, Actors } from './actors.ts';
import { argumentsOf } from './arguments.ts';
import type { AttributionReader } from './attribution.ts';
import { plainDraft, type DraftClaim } from './draft.ts';
import type { StatusReader } from './status.ts';

const words = z.array(z.string()).transform((list): ReadonlySet<string> => new Set(list));
const { negative, positive, calling } = z
  .strictObject({ negative: words, positive: words, calling: words })
  .parse(parse(readFileSync(new URL('../../data/evaluations.yaml', import.meta.url), 'utf8')));

/** A judgement of somebody: the word that judges, who is judged, and the verb by which it is said if there is one. */
export interface Evaluation {
  readonly token: number;
  readonly act: 'CRITICIZED' | 'PRAISED';
  readonly target: Actor;
  /** "called it pathetic": who calls; -1 where the judgement stands by itself and is its speaker's. */
  readonly verb: number;
}

const actOf = (doc: Doc, token: number): Evaluation['act'] | null => {
  const lemma = doc.lemma(token).toLowerCase();
  return negative.has(lemma) ? 'CRITICIZED' : positive.has(lemma) ? 'PRAISED' : null;
};

/** The actor at a token, or whose it is: "the government's approach". */
function judged(actors: Actors, token: number): Actor | null {
  const [here] = actors.at(token);
  return here ?? actors.owners(token)[0] ?? null;
}

/** "X is reckless", "it is shameful that X ...". */
function byCopula(doc: Doc, actors: Actors, token: number): Actor | null {
  if (doc.child(token, 'cop') < 0) return null;
  const clause = doc.child(token, 'ccomp', 'csubj');
  const subject = doc.child(clause >= 0 ? clause : token, 'nsubj');
  return subject < 0 ? null : judged(actors, subject);
}

/** The verb that calls somebody by the word at `token`, and whom: "called the award pathetic". */
function byCalling(doc: Doc, actors: Actors, token: number): { verb: number; target: Actor } | null {
  const relation = doc.deprel(token);
  const head = relation === 'conj' ? doc.head(token) : token;
  const verb = doc.head(head);
  if (verb < 0 || !calling.has(doc.lemma(verb).toLowerCase())) return null;
  // The parser may take both for one noun phrase: "called | Chile reckless".
  const object = argumentsOf(doc, verb).obj.find((one) => one !== head) ?? doc.childrenBy(head, 'compound').at(-1);
  const target = object === undefined ? null : (judged(actors, object) ?? actors.modifierAt(object, head));
  return target && { verb, target };
}

/** Judgements of actors in a document. */
export function evaluationsOf(doc: Doc, actors: Actors): readonly Evaluation[] {
  const found: Evaluation[] = [];
  for (let token = 0; token < doc.length; token += 1) {
    const act = actOf(doc, token);
    if (act === null) continue;
    const called = byCalling(doc, actors, token);
    if (called) found.push({ token, act, ...called });
    else {
      const target = byCopula(doc, actors, token);
      if (target) found.push({ token, act, target, verb: -1 });
    }
  }
  return found;
}

/** What a judgement is read with. */
export interface Judging {
  readonly doc: Doc;
  readonly actors: Actors;
  readonly status: StatusReader;
  readonly attribution: AttributionReader;
  /** Entity of whoever pleads in the document's own voice. */
  readonly author: string | null;
}

/** A judgement as a claim: of the one who calls somebody so, of whoever is quoted, or of the author who pleads. */
export function judgement({ token, act, target, verb }: Evaluation, judging: Judging): DraftClaim | null {
  const { doc, actors, status, attribution, author } = judging;
  const at = verb < 0 ? token : verb;
  const { modality, negative, hedged } = status.of(at);
  const { speakers, unknown } = attribution.of(at);
  if (unknown || negative || (verb < 0 && modality !== 'performed')) return null;
  const [caller] = verb < 0 ? [] : argumentsOf(doc, verb).subj.flatMap((subject) => actors.speaking(subject));
  const agent = verb < 0 ? (speakers[0] ?? author) : (caller?.entity ?? null);
  if (agent === null || agent === target.entity) return null;
  return {
    ...plainDraft,
    act,
    agent,
    target: target.entity,
    modality,
    speakers: verb < 0 ? speakers.slice(1) : speakers,
    hedged,
    start: Math.min(doc.start(token), doc.start(at), target.start),
    end: Math.max(doc.end(token), doc.end(at), target.end),
    rule: verb < 0 ? 'evaluation/copula' : 'evaluation/calling',
    confidence: 0.6,
    token: at,
    complements: verb < 0 ? doc.childrenBy(token, 'ccomp', 'csubj') : [],
  };
}
