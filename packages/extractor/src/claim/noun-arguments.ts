import type { Doc } from '../language/annotate.ts';
import { argumentsOf, impliedSubject, type Arguments } from './arguments.ts';
import { chargerOf } from './charges.ts';
import { nounFrames } from './frames.ts';
import { governors } from './governors.ts';
import { makerOf } from './passive.ts';
import { conjunctsOf, prepositionOf } from './tree.ts';

/** Verbs whose subject is who does what their object names: "made an attack", "planned an attack", "denied an attack". */
const isCarrier = (lemma: string): boolean =>
  governors.light.has(lemma) || governors.verbs.get(lemma) === 'planning' || lemma === 'deny' || lemma === 'threaten';

/** "is one of the largest producers and a threat to": the noun that bears the copula for this one. */
function copularHead(doc: Doc, noun: number): number {
  let at = noun;
  while (at >= 0 && doc.child(at, 'cop') < 0) {
    const isPartOf =
      doc.deprel(at).startsWith('nmod') && governors.transparent.has(doc.lemma(doc.head(at)).toLowerCase());
    if (doc.deprel(at) !== 'conj' && !isPartOf) return noun;
    at = doc.head(at);
  }
  return at < 0 ? noun : at;
}

/** The verb whose object a noun is: of "assisted, sponsored, or provided support" the last one, though the first bears it. */
function holderOf(doc: Doc, noun: number): number {
  const head = doc.head(noun);
  if (head < 0 || doc.deprel(noun) !== 'obj' || doc.upos(head) !== 'VERB') return head;
  return doc.childrenBy(head, 'conj').findLast((verb) => verb < noun && doc.upos(verb) === 'VERB') ?? head;
}

/** "the killing of Soto by rebels", "airstrikes by the army on Gao": what the parser hangs on the first is of the event. */
function addInner(doc: Doc, child: number, oblique: Map<string, readonly number[]>): void {
  if (!/^(?:of|by)$/u.test(prepositionOf(doc, child)) || nounFrames.has(doc.lemma(child).toLowerCase())) return;
  for (const inner of doc.childrenBy(child, 'nmod')) {
    const preposition = prepositionOf(doc, inner);
    if (/^(?:by|on|against)$/u.test(preposition) && !oblique.has(preposition)) oblique.set(preposition, [inner]);
  }
}

/** Tokens in the places of a noun that names an event; its owner stands for `subj`. */
export function nounArguments(doc: Doc, noun: number): Arguments & { readonly poss: readonly number[] } {
  const oblique = new Map<string, readonly number[]>();
  for (const child of doc.childrenBy(noun, 'nmod', 'obl')) {
    const preposition = prepositionOf(doc, child);
    if (preposition !== '') oblique.set(preposition, [...(oblique.get(preposition) ?? []), child]);
  }
  for (const child of doc.childrenBy(noun, 'nmod')) addInner(doc, child, oblique);
  const head = holderOf(doc, noun);
  const isLight =
    head >= 0 &&
    doc.upos(head) === 'VERB' &&
    isCarrier(doc.lemma(head).toLowerCase()) &&
    (doc.deprel(noun) === 'obj' || doc.deprel(noun) === 'nsubj:pass');
  if (isLight)
    for (const child of doc.childrenBy(head, 'obl')) {
      const preposition = prepositionOf(doc, child);
      if (preposition !== '' && !oblique.has(preposition)) oblique.set(preposition, [child]);
    }
  // "cancelled a visit | to Ghana": what stands right behind an event is its own, wherever the parser hangs it.
  else if (head >= 0 && doc.upos(head) === 'VERB' && /^obj|^obl/u.test(doc.deprel(noun)))
    for (const child of doc.childrenBy(head, 'obl')) {
      const preposition = prepositionOf(doc, child);
      const isNext = doc.childrenBy(child, 'case').some((mark) => mark === noun + 1);
      if (isNext && preposition !== '' && !oblique.has(preposition)) oblique.set(preposition, [child]);
    }
  const maker = makerOf(doc, noun);
  const made = maker < 0 ? null : argumentsOf(doc, maker);
  for (const [preposition, tokens] of made?.oblique ?? [])
    if (!oblique.has(preposition)) oblique.set(preposition, tokens);
  const predicate = copularHead(doc, noun);
  const subject =
    doc.child(predicate, 'cop') >= 0 || doc.deprel(predicate) === 'xcomp'
      ? impliedSubject(doc, predicate)
      : isLight
        ? (argumentsOf(doc, head).subj[0] ?? -1)
        : -1;
  // "charged Soto with the murder of": the deed is of who is charged.
  const charger = chargerOf(doc, noun);
  const culprits = charger < 0 ? [] : argumentsOf(doc, charger).obj;
  return {
    subj: [made?.subj ?? [], culprits, subject < 0 ? [] : [subject]].find((list) => list.length > 0) ?? [],
    obj: [],
    iobj: [],
    oblique,
    poss: doc.childrenBy(noun, 'nmod:poss', 'compound', 'amod').flatMap((child) => conjunctsOf(doc, child)),
  };
}
