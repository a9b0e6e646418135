import type { Doc } from '../language/annotate.ts';
import { governors } from './governors.ts';
import { joinedIn } from './joined.ts';
import { isInverted } from './local-status.ts';
import { agentsOf } from './passive.ts';
import { askedOf, isJudge, undertakerOf } from './undertakers.ts';
import { governorOf, isBase, isPassive, isPredicate, prepositionOf } from './tree.ts';

/** Tokens that stand in the places of a predicate. `subj` is who acts, also in the passive. */
export interface Arguments {
  readonly subj: readonly number[];
  readonly obj: readonly number[];
  readonly iobj: readonly number[];
  /** Nominals behind prepositions, by preposition. */
  readonly oblique: ReadonlyMap<string, readonly number[]>;
}

const relative = new Set(['who', 'which', 'that', 'whom']);

/** The noun that a relative clause or participle describes. */
function antecedent(doc: Doc, verb: number): number {
  const relation = doc.deprel(verb);
  if (relation.startsWith('acl') || relation === 'advcl:relcl') return doc.head(verb);
  return relation === 'conj' ? antecedent(doc, doc.head(verb)) : -1;
}

function instead(doc: Doc, verb: number, token: number): number {
  const noun = relative.has(doc.lower(token)) && doc.xpos(token).startsWith('W') ? antecedent(doc, verb) : -1;
  if (noun < 0) return token;
  // "companies in China and Iran that support": a plural verb is not the last name's alone.
  const isPlural = doc.xpos(verb) === 'VBP' && doc.child(verb, 'aux', 'cop') < 0;
  if (!isPlural || !/^NNP?$/u.test(doc.xpos(noun)) || doc.child(noun, 'conj') >= 0) return noun;
  let at = noun;
  while (at >= 0 && /^(?:conj|nmod|appos)/u.test(doc.deprel(at)) && !/^NNP?S$/u.test(doc.xpos(at))) at = doc.head(at);
  return at >= 0 && /^NNP?S$/u.test(doc.xpos(at)) ? at : -1;
}

const isFinite = (doc: Doc, verb: number): boolean =>
  /^(?:VBD|VBZ|VBP)$/u.test(doc.xpos(verb)) ||
  doc.childrenBy(verb, 'aux').some((auxiliary) => /^(?:VBD|VBZ|VBP|MD)$/u.test(doc.xpos(auxiliary)));

/** Subject of the verb's own clause as written; -1 if it has none. */
function ownSubject(doc: Doc, verb: number): number {
  // Of two, the nearer one: what stands in a quotation before it may hang here as well.
  const subjects = doc.childrenBy(verb, 'nsubj');
  const token = subjects.findLast((one) => one < verb) ?? subjects[0] ?? -1;
  if (token >= 0) return instead(doc, verb, token);
  if (isInverted(doc, verb)) return nameBefore(doc, verb, /./u);
  if (!isFinite(doc, verb) || doc.deprel(verb) === 'conj') return -1;
  // A name at the beginning is often taken for a measure ("The New York Times first reported").
  const unmarked = doc
    .childrenBy(verb, 'obl', 'nmod', 'dislocated', 'vocative')
    .findLast((child) => child < verb && doc.upos(child) === 'PROPN' && prepositionOf(doc, child) === '');
  return unmarked ?? nameBefore(doc, verb, loose);
}

const loose = /^(?:appos|conj|parataxis|list|vocative|obl|dislocated|advmod|nmod|dep|root)(?::|$)/u;

/** The name right before a verb that the parser has hung elsewhere: "According to Germany, France sanctioned Iran". */
function nameBefore(doc: Doc, verb: number, relations: RegExp): number {
  const first = doc.sentenceStart(doc.sentenceOf(verb));
  let at = verb - 1;
  while (at >= first && /^(?:AUX|PART)$/u.test(doc.upos(at))) at -= 1;
  while (at > first && /^(?:flat|compound)/u.test(doc.deprel(at)) && doc.head(at) < verb && doc.head(at) >= first)
    at = doc.head(at);
  const isName = at >= first && /^\p{Lu}/u.test(doc.form(at)) && relations.test(doc.deprel(at));
  return isName && /^(?:after|before|since|until|as|because|)$/u.test(prepositionOf(doc, at)) ? at : -1;
}

/** The object of a verb, also the pronoun or name that the parser took for an unmarked oblique. */
function objectOf(doc: Doc, verb: number): number {
  const object = doc.child(verb, 'obj');
  if (object >= 0) return instead(doc, verb, object);
  const unmarked = doc
    .childrenBy(verb, 'obl')
    .find((child) => child > verb && prepositionOf(doc, child) === '' && /^(?:PROPN|PRON)$/u.test(doc.upos(child)));
  // A noun right behind the verb is its object, whatever the parser calls it.
  const next = doc.childrenBy(verb, 'advmod', 'obl', 'nmod', 'dep').find((child) => child === verb + 1);
  const isNoun = next !== undefined && doc.xpos(next).startsWith('NN') && prepositionOf(doc, next) === '';
  return unmarked ?? (isNoun ? next : -1);
}

/** Who is understood as the one that acts (or, in the passive, is acted on) where the clause does not say. */
export function impliedSubject(doc: Doc, verb: number, depth = 0): number {
  if (depth > 12) return -1;
  const own = ownSubject(doc, verb);
  if (own >= 0) return own;
  const [relation, head] = [doc.deprel(verb), doc.head(verb)];
  if (head < 0) return -1;
  const joined = joinedIn(doc, verb);
  if (joined >= 0) return joined;
  if (relation === 'conj') {
    // "said that it had sanctioned them and "starved our people"": what opens in quotation marks goes on with what is said.
    const said = doc.childrenBy(head, 'ccomp').find((one) => one > head && one < verb);
    if (said !== undefined && doc.form(verb - 1) === '"') return impliedSubject(doc, said, depth + 1);
    return impliedSubject(doc, head, depth + 1);
  }
  if (relation === 'xcomp' || (relation.startsWith('advcl') && relation !== 'advcl:relcl') || relation === 'ccomp') {
    if (relation === 'ccomp' && doc.xpos(verb) !== 'VB' && (isFinite(doc, verb) || doc.child(verb, 'mark') >= 0))
      return -1;
    const marks = doc.childrenBy(verb, 'mark', 'case').map((mark) => doc.lower(mark));
    // "condemned Rwanda for attacking": what somebody is judged for, he did.
    const object =
      marks.includes('for') && doc.xpos(verb) === 'VBG' && !isPassive(doc, head) ? objectOf(doc, head) : -1;
    if (object >= 0 && object < verb) return object;
    // "accused Rwanda of attacking", "kept Rwanda from attacking", "charged Soto with killing"
    const isCharge = marks.includes('with') && governors.charging.has(doc.lemma(head).toLowerCase());
    const isBehindObject = marks.includes('of') || marks.includes('from') || isCharge;
    const controlled =
      relation !== 'advcl' || doc.xpos(verb) === 'VB' || isBehindObject ? controllee(doc, head, verb) : -1;
    if (controlled < 0 && relation !== 'ccomp' && governors.arbitraryControl.has(doc.lemma(head).toLowerCase()))
      return -1;
    if (controlled >= 0 && (relation === 'xcomp' || controlled > head)) return controlled;
    // "stopped short of attacking": the word between is no predicate.
    const isClause = isPredicate(doc, head) || doc.child(head, 'nsubj') >= 0;
    const governor = isClause ? head : governorOf(doc, head).governor;
    if (governor < 0) return -1;
    return isPassive(doc, governor) ? passiveSubject(doc, governor) : impliedSubject(doc, governor, depth + 1);
  }
  // "in two ways: shipping it and supplying them"
  if (doc.xpos(verb) === 'VBG' && /^(?:appos|parataxis|list|dep)/u.test(relation)) {
    const { governor } = governorOf(doc, verb);
    return governor < 0 ? -1 : impliedSubject(doc, governor, depth + 1);
  }
  if (relation.startsWith('acl')) {
    if (isBase(doc, verb)) {
      const undertaker = undertakerOf(doc, head, verb);
      if (undertaker >= 0) return undertaker;
      // "Norvik plans to buy": so too where the parser takes the verb for a noun.
      const before = doc.childrenBy(head, 'compound').find((child) => doc.upos(child) === 'PROPN');
      if (before !== undefined && /^NNS?$/u.test(doc.xpos(head)) && governors.nouns.get(doc.lemma(head)) === 'planned')
        return before;
      // "the bold step to designate": the step is its taker's.
      const verbAbove = doc.head(head);
      const isTaken = verbAbove >= 0 && doc.upos(verbAbove) === 'VERB' && doc.deprel(head) === 'obj';
      return isTaken && !isJudge(doc, verbAbove, head) ? impliedSubject(doc, verbAbove, depth + 1) : -1;
    }
    if (doc.xpos(verb) !== 'VBG') return head;
    const bearer = doc.child(verb, 'mark', 'case') < 0 ? -1 : bearerOf(doc, head, depth);
    return bearer >= 0 ? bearer : describer(doc, verb, head, depth);
  }
  return -1;
}

/** Whose a deed behind a noun is: "its role in attacking", "arrested on suspicion of killing", "found guilty of killing". */
function bearerOf(doc: Doc, noun: number, depth: number): number {
  const owner = doc.child(noun, 'nmod:poss');
  if (owner >= 0) return owner;
  // "is in the process of designating"
  if (doc.child(noun, 'cop') >= 0 && prepositionOf(doc, noun) === 'in') return impliedSubject(doc, noun, depth + 1);
  const verb = doc.head(noun);
  if (verb < 0 || doc.upos(verb) !== 'VERB' || !governors.blaming.has(doc.lemma(noun).toLowerCase())) return -1;
  if (isPassive(doc, verb)) return passiveSubject(doc, verb);
  const object = objectOf(doc, verb);
  return object >= 0 && object < noun ? object : impliedSubject(doc, verb, depth + 1);
}

/**
 * Who does what a participle behind a noun tells: the noun, but behind what is written and to whom
 * ("wrote a letter to Biden requesting ...") the writer.
 */
function describer(doc: Doc, verb: number, noun: number, depth: number): number {
  let at = noun;
  while (at >= 0 && doc.upos(at) !== 'VERB') {
    const isWriting = governors.writings.has(doc.lemma(at).toLowerCase());
    if (at !== noun && !isWriting && prepositionOf(doc, at) !== 'to') return noun;
    if (isWriting || prepositionOf(doc, at) === 'to') at = doc.head(at);
    else return noun;
  }
  return at >= 0 && governors.verbs.get(doc.lemma(at).toLowerCase()) === 'saying' && at < verb
    ? impliedSubject(doc, at, depth + 1)
    : noun;
}

/** Object control: whom "urge", "ask", "order" and the like make the subject of what follows. */
function controllee(doc: Doc, verb: number, clause = -1): number {
  const kind = governors.objectControl.has(doc.lemma(verb).toLowerCase());
  if (!kind) return -1;
  if (isPassive(doc, verb)) return passiveSubject(doc, verb);
  const object = objectOf(doc, verb);
  if (object >= 0) return object;
  const indirect = doc.child(verb, 'iobj');
  if (indirect >= 0) return indirect;
  // "called for France to leave"
  const asked = clause < 0 ? -1 : askedOf(doc, verb, clause);
  if (asked >= 0) return asked;
  return doc.childrenBy(verb, 'obl').find((child) => /^(?:on|upon|to|with)$/u.test(prepositionOf(doc, child))) ?? -1;
}

/** What stands as the subject of a passive. */
function passiveSubject(doc: Doc, verb: number): number {
  const own = ownSubject(doc, verb);
  if (own >= 0) return own;
  const relation = doc.deprel(verb);
  if (relation.startsWith('acl')) return doc.head(verb);
  if (relation === 'conj' && isPassive(doc, doc.head(verb))) return passiveSubject(doc, doc.head(verb));
  return impliedSubject(doc, verb);
}

const wide = (token: number): readonly number[] => (token < 0 ? [] : [token]);

/** Objects shared by coordinated verbs: "ambushing and killing Americans". */
function sharedObject(doc: Doc, verb: number): number {
  const own = objectOf(doc, verb);
  if (own >= 0 || isPassive(doc, verb)) return own;
  // "did not criticize or sanction Libya": what stands behind both is the object of both.
  const first = doc.deprel(verb) === 'conj' ? doc.head(verb) : -1;
  const before = first >= 0 && doc.upos(first) === 'VERB' && verb - first <= 3 ? objectOf(doc, first) : -1;
  if (before > verb) return before;
  const next = doc.childrenBy(verb, 'conj').find((other) => doc.upos(other) === 'VERB');
  // Only where nothing stands between the verb and the next one but "and".
  return next !== undefined && next - verb <= 3 && doc.xpos(next) === doc.xpos(verb) ? objectOf(doc, next) : -1;
}

/** Whether what stands behind a second preposition belongs to the verb of the first. */
const isFoe = (first: string, second: string): boolean =>
  second === 'against' || (first === 'by' && /^(?:on|upon)$/u.test(second));

/** "handed over | Soto": the preposition is a particle of the verb, and what follows its object. */
const isParticled = (doc: Doc, verb: number, child: number): boolean =>
  governors.phrasal.has(`${doc.lemma(verb).toLowerCase()} ${prepositionOf(doc, child)}`) &&
  doc.childrenBy(child, 'case').includes(verb + 1);

/** Tokens in the places of a verb. */
export function argumentsOf(doc: Doc, verb: number): Arguments {
  const passive = isPassive(doc, verb);
  const oblique = new Map<string, readonly number[]>();
  const add = (preposition: string, token: number): void => {
    if (preposition !== '' && token >= 0) oblique.set(preposition, [...(oblique.get(preposition) ?? []), token]);
  };
  const object = sharedObject(doc, verb);
  const obliques = doc.childrenBy(verb, 'obl', 'nmod');
  let particled = -1;
  for (const child of obliques) {
    add(prepositionOf(doc, child), instead(doc, verb, child));
    if (particled < 0 && object < 0 && isParticled(doc, verb, child)) particled = child;
    // "filed in Lagos against Togo", "carried out by rebels on Mali": a place or an actor has no foe of its own.
    if (doc.upos(child) === 'PROPN')
      for (const below of doc.childrenBy(child, 'nmod'))
        if (isFoe(prepositionOf(doc, child), prepositionOf(doc, below))) add(prepositionOf(doc, below), below);
  }
  // "pose a threat to", "said in an interview with": what hangs on the carrying noun belongs to the verb.
  const carriers = [
    object,
    particled,
    ...obliques.filter((child) => governors.carriers.has(doc.lemma(child).toLowerCase())),
  ];
  for (const carrier of carriers)
    if (carrier >= 0) for (const child of doc.childrenBy(carrier, 'nmod', 'obl')) add(prepositionOf(doc, child), child);
  const relativeObject =
    object < 0 && !passive && doc.deprel(verb).endsWith('relcl') && ownSubject(doc, verb) !== doc.head(verb)
      ? doc.head(verb)
      : -1;
  return {
    subj: passive ? agentsOf(doc, verb) : wide(impliedSubject(doc, verb)),
    obj: passive
      ? wide(passiveSubject(doc, verb))
      : wide([object, particled, relativeObject].find((one) => one >= 0) ?? -1),
    iobj: wide(doc.child(verb, 'iobj')),
    oblique,
  };
}
