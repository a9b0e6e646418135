import type { Modality } from '@attest/model';
import type { Doc } from '../language/annotate.ts';
import { verbFrames } from './frames.ts';
import { governors } from './governors.ts';
import { isPassive } from './tree.ts';
import { makersOf } from './undertakers.ts';

/** How a predicate is told: as done, asked for, planned ..., by whom. */
export interface Status {
  readonly modality: Modality;
  readonly negative: boolean;
  readonly hedged: boolean;
  /** Verbs that say it and nominals behind "according to", innermost first. */
  readonly sayers: readonly number[];
  /** Those of the sayers who tell it, not those who only ask for it or plan it. */
  readonly voices: readonly number[];
}

/** Told as having happened, by nobody but the document. */
export const told: Status = { modality: 'performed', negative: false, hedged: false, sayers: [], voices: [] };
/** Told as having happened, by others. */
export const spokenBy = (voices: readonly number[]): Status => ({ ...told, sayers: voices, voices });

/** What a governor makes of what hangs on it: a class of data/governors.yaml or the complement of a frame. */
export type Effect = string;

/** Lemma of a token in small letters. */
export const lemmaOf = (doc: Doc, token: number): string => doc.lemma(token).toLowerCase();

/** Effect of a verb on its clause: a frame's complement, else its class. */
export function effectOfVerb(doc: Doc, verb: number, infinitive: boolean): Effect {
  const lemma = lemmaOf(doc, verb);
  const own = (infinitive ? governors.infinitives : governors.verbs).get(lemma);
  const frame = verbFrames.get(lemma)?.find((wording) => wording.frame.complement !== undefined)?.frame;
  if (own === 'saying' && !infinitive) return 'told';
  if (frame?.complement !== undefined) {
    const isStatement = !infinitive && frame.complement !== 'requested' && frame.complement !== 'denied';
    return isStatement && frame.complement !== 'possible' && own === 'saying' ? 'told' : frame.complement;
  }
  return own ?? 'unknown';
}

/** Effect of a verb on the full clause that hangs on it: what a report finds or a lawyer charges is told. */
export function clauseEffect(doc: Doc, token: number, head: number): Effect {
  const effect = effectOfVerb(doc, head, false);
  const isMarked = doc.childrenBy(token, 'mark').some((mark) => doc.lower(mark) === 'that');
  // "found the army attacked it", "the army attacked it, the report found"; not "found | the man the army had attacked".
  const isNext = token < head || doc.subtree(token).start === head + 1;
  if (effect === 'finding')
    return isMarked || (isNext && doc.child(token, 'nsubj', 'nsubj:pass') >= 0) ? 'told' : effect;
  return effect === 'unknown' && isMarked && governors.charging.has(lemmaOf(doc, head)) ? 'told' : effect;
}

/** Effect of a verb, adjective or noun on the infinitive that hangs on it. */
export function infinitiveEffect(doc: Doc, token: number, head: number): Effect {
  // The tagger takes the "has" of "has yet to" for an auxiliary.
  if (doc.upos(head) === 'VERB' || lemmaOf(doc, head) === 'have') {
    if (lemmaOf(doc, head) === 'go' && doc.children(head).some((child) => doc.lower(child) === 'on')) return 'aspect';
    // "has had": a perfect that the parser takes for a complement.
    if (lemmaOf(doc, head) === 'have' && doc.xpos(token) === 'VBN') return 'aspect';
    // "has yet to": it has not.
    const isYet = [head, token].some((at) => doc.childrenBy(at, 'advmod').some((child) => doc.lower(child) === 'yet'));
    if (lemmaOf(doc, head) === 'have' && isYet) return 'failing';
    const lemma = lemmaOf(doc, head);
    const given = effectOfVerb(doc, head, true);
    // "warned Spain not to", "told Spain to": what is said in the infinitive is asked; "proposed to" is one's own plan.
    const effect =
      given === 'told' && doc.child(head, 'obj', 'iobj') >= 0
        ? 'requested'
        : given === 'requested' && governors.selfControl.has(lemma)
          ? 'planning'
          : given;
    const isReported = isPassive(doc, head) && governors.verbs.get(lemmaOf(doc, head)) === 'saying';
    return isReported && effect !== 'requested' ? 'told' : effect;
  }
  return governors.adjectives.get(lemmaOf(doc, head)) ?? governors.nouns.get(lemmaOf(doc, head)) ?? 'unknown';
}

/** What stands over a clause, to be told under an effect. */
export interface Over {
  /** Status of the governor. */
  readonly outer: Status;
  readonly head: number;
  readonly isVerb: boolean;
  /** "whether", "if": the clause is open. */
  readonly isOpen: boolean;
  /** The governor is a promise or threat: words of its subject. */
  readonly isSpeech: boolean;
}

/** A clause under an effect of its governor. */
export function underEffect(effect: Effect, { outer, head, isVerb, isOpen, isSpeech }: Over): Status {
  const { sayers, voices, hedged } = outer;
  const isUnreal = outer.modality !== 'performed' || outer.negative;
  switch (effect) {
    case 'told':
      return {
        ...told,
        modality: isOpen || isUnreal ? 'possible' : 'performed',
        hedged,
        sayers: [head, ...sayers],
        voices: [head, ...voices],
      };
    case 'denied':
    case 'denying':
      return isVerb
        ? {
            modality: isUnreal ? 'possible' : 'performed',
            negative: !isUnreal,
            hedged,
            sayers: [head, ...sayers],
            voices: [head, ...voices],
          }
        : { modality: 'possible', negative: false, hedged, sayers, voices };
    case 'requested':
      return {
        modality: outer.negative ? 'possible' : 'requested',
        negative: false,
        hedged,
        sayers: [head, ...sayers],
        voices,
      };
    case 'requesting':
      return { modality: 'requested', negative: outer.negative, hedged, sayers, voices };
    case 'planned': {
      return {
        modality: 'planned',
        negative: outer.negative,
        hedged,
        sayers: isSpeech ? [head, ...sayers] : sayers,
        voices,
      };
    }
    case 'planning':
      return { modality: 'planned', negative: outer.negative, hedged, sayers, voices };
    case 'refused':
    case 'refusing':
      return { modality: outer.negative ? 'possible' : 'refused', negative: false, hedged, sayers, voices };
    case 'failed':
    case 'failing':
      return { modality: outer.modality, negative: !outer.negative, hedged, sayers, voices };
    case 'aspect':
    case 'knowing':
    case 'finding':
    case 'performed':
      return effect !== 'aspect' && effect !== 'performed' && isUnreal
        ? { ...told, modality: 'possible', hedged, sayers }
        : { modality: isOpen ? 'possible' : outer.modality, negative: outer.negative, hedged, sayers, voices };
    case 'seeming':
    case 'hedged':
      return {
        modality: isUnreal ? 'possible' : outer.modality,
        negative: outer.negative,
        hedged: true,
        sayers,
        voices,
      };
    default:
      return { modality: 'possible', negative: outer.negative && effect === 'possible', hedged, sayers, voices };
  }
}

/** "the claim that France left": "that" is no argument of its clause, so the clause is what the noun holds. */
export function isContent(doc: Doc, clause: number, noun: number): boolean {
  const isMarked = doc.childrenBy(clause, 'mark').some((mark) => doc.lower(mark) === 'that');
  // "the officials that France had sanctioned": the parser marks this "that" too, but the clause lacks its object.
  return isMarked && (governors.nouns.has(lemmaOf(doc, noun)) || doc.child(clause, 'obj', 'obl') >= 0);
}

/** "its call on Mali to leave", "a call by Ghana for their release": in the words of whoever asks. */
export function askedBy(doc: Doc, noun: number, context: Status): Status {
  const isOwned = makersOf(doc, noun).length > 0 && !context.sayers.includes(noun);
  return { ...context, modality: 'requested', sayers: isOwned ? [noun, ...context.sayers] : context.sayers };
}
