import type { Doc } from '../language/annotate.ts';
import { isMade } from './passive.ts';
import { refusedBy, refuserOf } from './requests.ts';
import { sayersBeside } from './beside.ts';
import { joinedIn } from './joined.ts';
import { charged, chargerOf, isAccuser, isCharge, verdictOn } from './charges.ts';
import {
  askedBy,
  clauseEffect,
  effectOfVerb,
  infinitiveEffect,
  isContent,
  lemmaOf,
  spokenBy,
  told,
  underEffect,
  type Effect,
  type Status,
} from './effects.ts';
import { verbFrames } from './frames.ts';
import { governors } from './governors.ts';
import { isAny, isBackshifted, isLeftOpen, isWould, localStatus } from './local-status.ts';
import { makersOf } from './undertakers.ts';
import { gerundSubject, governorOf, isBase, isPredicate, prepositionOf } from './tree.ts';

const deepest = 24;

/** Reads statuses of predicates and event nouns, from the word itself up to the root of its sentence. */
export class StatusReader {
  readonly #doc: Doc;
  readonly #known = new Map<number, Status>();

  constructor(doc: Doc) {
    this.#doc = doc;
  }

  /** Status of a verb, a predicate with a copula, or a noun that names an event. */
  of(token: number, depth = 0): Status {
    const known = this.#known.get(token);
    if (known) return known;
    const doc = this.#doc;
    const [local, beside] = [localStatus(doc, token), sayersBeside(doc, token)];
    const above = depth > deepest ? { ...told, modality: 'possible' as const } : this.above(token, depth);
    // "promised that it would leave": the plan is all that the "would" tells.
    const isPromised = above.modality === 'planned' && isWould(doc, token);
    const isAnnounced = local.modality === 'possible' && (isPromised || isBackshifted(doc, token, above));
    const status = {
      modality: isAnnounced ? ('planned' as const) : local.modality === 'performed' ? above.modality : local.modality,
      negative: local.negative !== above.negative,
      hedged: local.hedged || above.hedged,
      sayers: [...beside, ...above.sayers],
      voices: [...beside, ...above.voices],
    };
    this.#known.set(token, status);
    return status;
  }

  /** What stands over a predicate, its own words left out. */
  above(token: number, depth: number): Status {
    const doc = this.#doc;
    const head = doc.head(token);
    if (head < 0) return told;
    const relation = doc.deprel(token);
    const joined = joinedIn(doc, token);
    if (joined >= 0) return this.of(doc.head(joined), depth + 1);
    if (relation === 'conj') return this.#coordinated(token, head, depth);
    if (!isPredicate(doc, token)) {
      const named = this.#noun(token, head, relation, depth);
      // "opposed the sanctions imposed by France", "refused the request": what there is to oppose or refuse was done.
      const isRefused = refuserOf(doc, token) >= 0;
      const isOpen = /^(?:possible|refused)$/u.test(named.modality);
      return (isRefused && (isOpen || named.negative)) || (isOpen && isMade(doc, token))
        ? this.#context(head, depth)
        : named;
    }
    switch (relation.split(':')[0]) {
      case 'ccomp':
        return this.#complement(token, head, clauseEffect(doc, token, head), depth);
      case 'xcomp':
        return this.#complement(token, head, infinitiveEffect(doc, token, head), depth);
      case 'advcl':
        return relation === 'advcl:relcl' ? this.#context(head, depth) : this.#adverbial(token, head, depth);
      case 'acl':
        // A clause cannot describe a verb: the parser means its complement.
        if (doc.upos(head) === 'VERB')
          return this.#complement(token, head, effectOfVerb(doc, head, isBase(doc, token)), depth);
        return relation === 'acl:relcl' && doc.xpos(token) !== 'VB' && !isContent(doc, token, head)
          ? this.#context(head, depth)
          : this.#nounClause(token, head, depth);
      case 'csubj':
        return { ...this.#context(head, depth), modality: 'possible' };
      case 'parataxis':
        // What is said beside a predicate is said by it, not about itself.
        if (sayersBeside(doc, head).includes(token)) return spokenBy(this.above(head, depth + 1).voices);
        return effectOfVerb(doc, head, false) === 'told' && doc.child(head, 'nsubj') >= 0
          ? this.#complement(token, head, 'told', depth)
          : this.#context(head, depth);
      default:
        return isBase(doc, token) ? this.#adverbial(token, head, depth) : this.#noun(token, head, relation, depth);
    }
  }

  /** Only who speaks and how surely: what stands beside a predicate shares the voice of its sentence, not its modality. */
  #context(head: number, depth: number): Status {
    const doc = this.#doc;
    let at = head;
    while (at >= 0 && !isPredicate(doc, at)) at = doc.head(at);
    if (at < 0) return told;
    const { voices: above, hedged } = this.of(at, depth + 1);
    // "expressed doubts about the government's ability to": what hangs on the doubts is said by who expresses them.
    const isExpressed = at !== head && governors.verbs.get(lemmaOf(doc, at)) === 'expressing';
    const voices = isExpressed ? [at, ...above] : above;
    return { ...spokenBy(voices), hedged };
  }

  #coordinated(token: number, first: number, depth: number): Status {
    const doc = this.#doc;
    const above = isPredicate(doc, token) && !isPredicate(doc, first) ? governorOf(doc, first).governor : first;
    const head = above < 0 ? first : above;
    const isShared =
      doc.child(token, 'nsubj', 'aux', 'cop') < 0 &&
      (doc.xpos(token) === doc.xpos(head) || !isPredicate(doc, token)) &&
      isPredicate(doc, token) === isPredicate(doc, head);
    const status = isShared ? this.of(head, depth + 1) : this.above(head, depth + 1);
    const beside = sayersBeside(doc, head);
    return isShared
      ? status
      : { ...status, sayers: [...beside, ...status.sayers], voices: [...beside, ...status.voices] };
  }

  /** A clause as the complement of `head`, under an effect. */
  #complement(token: number, head: number, given: Effect, depth: number): Status {
    const doc = this.#doc;
    const outer = this.of(head, depth + 1);
    const mark = doc.child(token, 'mark');
    const isVerb = doc.upos(head) === 'VERB';
    const effect =
      given === 'unknown' && !isVerb
        ? (governors.adjectives.get(lemmaOf(doc, head)) ?? (outer.negative ? 'doubting' : 'unknown'))
        : given;
    return underEffect(effect, {
      outer,
      head,
      isVerb,
      isOpen: mark >= 0 && /^(?:if|whether|unless)$/u.test(doc.lower(mark)),
      isSpeech: verbFrames.get(lemmaOf(doc, head))?.some(({ frame }) => frame.complement === 'planned') ?? false,
    });
  }

  #adverbial(token: number, head: number, depth: number): Status {
    const doc = this.#doc;
    const marks = doc
      .childrenBy(token, 'mark', 'case', 'advmod')
      .flatMap((mark) => [mark, ...doc.childrenBy(mark, 'fixed')])
      .filter((mark) => mark < token)
      .toSorted((a, b) => a - b)
      .map((mark) => doc.lower(mark));
    const words = marks.join(' ');
    if (marks.includes('to') && isBase(doc, token)) {
      if (refusedBy(doc, head) >= 0) return this.#complement(token, head, 'refused', depth);
      const effect = doc.upos(head) === 'VERB' ? effectOfVerb(doc, head, true) : 'unknown';
      // The parser takes the far complement of "urged X on Monday to V" for an adverbial.
      const isControlled = governors.objectControl.has(lemmaOf(doc, head)) && doc.child(head, 'obj', 'iobj') >= 0;
      if (effect === 'requested' || (isControlled && effect !== 'unknown'))
        return this.#complement(token, head, effect, depth);
      return { ...this.#context(head, depth), modality: 'planned' };
    }
    // "to better | equip": a bare base form tells of no fact, whatever has come of its "to".
    if (doc.xpos(token) === 'VB' && marks.length === 0 && doc.child(token, 'aux') < 0)
      return { ...this.#context(head, depth), modality: 'planned' };
    const kind = governors.prepositions.get(words) ?? governors.prepositions.get(marks[0] ?? '');
    const context = this.#context(head, depth);
    if (doc.xpos(token) === 'VBG' && isCharge(doc, token, head, words)) return charged(head, this.of(head, depth + 1));
    if (kind === 'negative') return { ...context, negative: true };
    if (kind === 'possible') return { ...context, modality: 'possible' };
    if (gerundSubject(doc, head) === token) return { ...context, modality: 'possible' };
    const outer = this.of(head, depth + 1);
    // "reluctant about punishing them": an adjective makes of a gerund what it makes of an infinitive.
    const adjective = doc.upos(head) === 'ADJ' ? governors.adjectives.get(lemmaOf(doc, head)) : undefined;
    if (adjective !== undefined && doc.xpos(token) === 'VBG') return this.#complement(token, head, adjective, depth);
    // "stopped short of attacking": it did not.
    const isShort = [head, ...doc.children(head)].some((one) => doc.lower(one) === 'short' && one < token);
    if (isShort && marks.includes('of')) return { ...context, modality: outer.modality, negative: !outer.negative };
    const plea = [head, ...doc.children(head)].find((one) => doc.lower(one) === 'guilty' && one < token) ?? -1;
    if (plea >= 0 && verdictOn(doc, plea).isProven) return context;
    // "is committed to denying", "resorted to attacking"
    if (marks.includes('to') && doc.xpos(token) === 'VBG')
      return this.#complement(token, head, effectOfVerb(doc, head, true), depth);
    if (doc.xpos(token) === 'VBG' && (marks.includes('of') || (marks.includes('for') && isAccuser(doc, head))))
      return this.#complement(token, head, effectOfVerb(doc, head, false), depth);
    // A participle goes with what its verb tells; "when" and "after" with what is to come are to come as well.
    if (doc.xpos(token) === 'VBG' || doc.xpos(token) === 'VBN')
      return { ...context, modality: outer.negative ? 'possible' : outer.modality };
    const isFuture = outer.modality === 'planned' || outer.modality === 'possible' || outer.modality === 'requested';
    return isFuture && /^(?:when|once|after|as soon as|where)$/u.test(words)
      ? { ...context, modality: 'possible' }
      : context;
  }

  /** "a plan to V", "accusations of V-ing", "materials imported from". */
  #nounClause(token: number, head: number, depth: number): Status {
    const doc = this.#doc;
    const context = this.#context(head, depth);
    const mark = doc.child(token, 'mark', 'case');
    // "his role in a scheme to export": the noun right before "to", wherever the parser hangs the clause.
    const before = mark > 0 && doc.lower(mark) === 'to' ? governors.nouns.get(lemmaOf(doc, mark - 1)) : undefined;
    const kind = before ?? governors.nouns.get(lemmaOf(doc, head));
    // "accused them of selling drugs": the clause is what the verb tells of its object.
    const verb = doc.head(head);
    if (mark >= 0 && doc.lower(mark) === 'of' && verb >= 0 && doc.upos(verb) === 'VERB' && doc.deprel(head) === 'obj') {
      const effect = effectOfVerb(doc, verb, false);
      if (effect === 'told') return this.#complement(token, verb, effect, depth);
    }
    if (mark >= 0 && /^(?:if|whether)$/u.test(doc.lower(mark))) return { ...context, modality: 'possible' };
    const isBound = mark >= 0 && /^(?:to|of|that|for|in)$/u.test(doc.lower(mark));
    if (!isBound) {
      // "would be paid for information leading to an arrest": no more real than its verb.
      const { governor } = governorOf(doc, head);
      const isLoose =
        doc.xpos(token) === 'VBG' &&
        (kind === 'possible' || (governor >= 0 && this.of(governor, depth + 1).modality !== 'performed'));
      return isLoose ? { ...context, modality: 'possible' } : context;
    }
    // "declined a request to leave": it did not.
    const refuser = refuserOf(doc, head);
    if (refuser >= 0) return this.#complement(token, refuser, 'refused', depth);
    const { charger, isProven } = verdictOn(doc, head);
    if (charger >= 0) return charged(charger, this.of(charger, depth + 1));
    if (isProven && kind !== 'planned') return this.#context(verb, depth);
    switch (kind) {
      case 'requested':
        return askedBy(doc, head, context);
      case 'planned':
      case 'refused':
        return { ...context, modality: kind };
      case 'failed':
        return { ...context, negative: true };
      case 'hedged': {
        // "denied the allegation that": whoever denies an allegation denies what it holds; whoever makes it tells it.
        const isSaid = verb >= 0 && doc.upos(verb) === 'VERB' && doc.deprel(head) === 'obj';
        const effect = isSaid ? effectOfVerb(doc, verb, false) : 'unknown';
        // "rejected the claim of Spain that", "an allegation by Spain that": Spain tells it.
        if (makersOf(doc, head).length > 0 && effect !== 'told') return spokenBy([head, ...context.voices]);
        return effect === 'denied' || effect === 'told'
          ? this.#complement(token, verb, effect, depth)
          : { ...context, hedged: true };
      }
      case 'performed':
        return this.#noun(head, doc.head(head), doc.deprel(head), depth);
      default:
        return { ...context, modality: 'possible' };
    }
  }

  /** An event named by a noun, by what governs the noun. */
  #noun(token: number, head: number, relation: string, depth: number): Status {
    const doc = this.#doc;
    if (head < 0) return told;
    const context = this.#context(head, depth);
    const preposition = prepositionOf(doc, token);
    const kind = governors.prepositions.get(preposition);
    if (kind === 'negative') return { ...context, negative: true };
    if (isCharge(doc, token, head, preposition)) return charged(head, this.of(head, depth + 1));
    if (lemmaOf(doc, head) === 'accuse' && chargerOf(doc, token) === head)
      return this.#complement(token, head, 'told', depth);
    if (!isPredicate(doc, head)) {
      if (depth > deepest) return { ...context, modality: 'possible' };
      if (relation === 'conj' || relation.startsWith('appos')) return this.of(head, depth + 1);
      const nounKind = governors.nouns.get(lemmaOf(doc, head));
      if (relation.startsWith('nmod') && preposition !== '' && nounKind !== undefined) {
        if (nounKind === 'planned') return { ...context, modality: nounKind };
        if (nounKind === 'requested') return askedBy(doc, head, context);
        if (nounKind === 'failed') return { ...context, negative: true };
        if (nounKind === 'hedged') return { ...context, hedged: true };
        if (nounKind === 'possible' || nounKind === 'doubtful') return { ...context, modality: 'possible' };
      }
      const next = this.#noun(head, doc.head(head), doc.deprel(head), depth + 1);
      return kind === 'possible' && preposition === 'before' ? { ...next, modality: 'possible' } : next;
    }
    if (isLeftOpen(doc, head, relation, preposition)) return { ...context, modality: 'possible' };
    const [outer, isObject] = [this.of(head, depth + 1), /^(?:obj|iobj|nsubj:pass|obl)/u.test(relation)];
    if (isObject && doc.upos(head) === 'VERB' && (preposition === '' || /^(?:for|on|of|to)$/u.test(preposition))) {
      const effect = effectOfVerb(doc, head, false);
      if (governors.verbs.get(lemmaOf(doc, head)) === 'reacting' && !isAny(doc, token)) return context;
      // "rejected Kenya's allegations against Chad": they were made.
      const isAlleged = doc.child(token, 'nmod:poss') >= 0 && governors.nouns.get(lemmaOf(doc, token)) === 'hedged';
      if (isAlleged && effect === 'denied') return context;
      const isOffered = effect !== 'told' && governors.light.has(lemmaOf(doc, head));
      const isNamed = !isOffered && (relation !== 'obl' || effect === 'requested' || effect === 'planning');
      if (isNamed && !/^(?:unknown|aspect|told|knowing|finding)$/u.test(effect))
        return this.#complement(token, head, effect, depth);
      const isSpoken = verbFrames.get(lemmaOf(doc, head))?.some(({ frame }) => frame.spoken) ?? false;
      if (effect === 'told' && relation === 'obj' && isSpoken) return this.#complement(token, head, effect, depth);
    }
    const modality = outer.modality === 'performed' ? 'performed' : isObject ? outer.modality : 'possible';
    // "urged France to impose sanctions": asked for in the same words as the verb.
    const sayers = modality === 'requested' ? outer.sayers : context.sayers;
    return { ...context, modality, sayers, negative: outer.negative && isObject };
  }
}
