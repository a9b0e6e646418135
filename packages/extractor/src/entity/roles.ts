import type { Doc } from '@attest/nlp';
import type { Tie } from '../coreference/actor.ts';
import { isDoubted } from './related.ts';
import { beforeBrackets } from '../mention/spans.ts';
import { bodyNouns, isAround, isPlainBefore, roleNouns, type RoleKind } from './role-words.ts';

/** A stretch of tokens, half-open. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Whose role it is: an actor that is spoken of, or a body that only its noun tells ("army spokesman"). */
export type Owner = { readonly tie: Tie } | BodyNoun;
interface BodyNoun {
  readonly body: Stretch;
  readonly noun: string;
  readonly isGeneric: boolean;
}

/** A noun for what a person is, with whose it is: "the agency's | procurement director", "director of the agency". */
export interface Role extends Stretch {
  readonly kinds: readonly RoleKind[];
  /** Tokens of the noun with what stands before it and is no owner: "former finance minister". */
  readonly title: Stretch;
  readonly noun: Stretch;
  readonly owner: Owner | null;
  /** How the owner stands to the noun. */
  readonly way: 'compound' | 'genitive' | 'pronoun' | 'behind' | 'none';
  /** "the", "its": the text expects that one knows who is meant. */
  readonly definite: boolean;
  /** A word tells what the role is for: "procurement director". */
  readonly isQualified: boolean;
}

/** The mentions of a document by where they begin and end; longer ones first. */
export interface Borders {
  readonly starting: ReadonlyMap<number, readonly Tie[]>;
  readonly ending: ReadonlyMap<number, readonly Tie[]>;
}

const seats = /^(?:Agency|Organization|Cartel|Country|Place)$/u;
const isSeat = ({ actor, mention }: Tie): boolean =>
  actor !== null && seats.test(actor.type) && !actor.plural && (mention.form !== 'pronoun' || actor.type !== 'Place');

/** Every tie that has an actor, by its borders. */
export function roleBorders(ties: readonly Tie[]): Borders {
  const starting = new Map<number, Tie[]>();
  const ending = new Map<number, Tie[]>();
  for (const tie of ties.toSorted((a, b) => b.mention.to - b.mention.from - (a.mention.to - a.mention.from))) {
    if (!tie.actor) continue;
    starting.set(tie.mention.from, [...(starting.get(tie.mention.from) ?? []), tie]);
    ending.set(tie.mention.to, [...(ending.get(tie.mention.to) ?? []), tie]);
  }
  return { starting, ending };
}

/** First token of the body noun that ends before a token: "| foreign ministry | spokeswoman". */
function bodyBefore(doc: Doc, to: number, floor: number): BodyNoun | null {
  for (let from = Math.max(floor, to - 3); from < to; from++) {
    const hit = bodyNouns.at(doc.text, doc.start(from));
    const [known] = hit?.values ?? [];
    if (known && hit?.end === doc.end(to - 1)) return { body: { from, to }, ...known };
  }
  return null;
}

/** A hyphen inside a word: "ex-president"; a dash between words parts them. */
const isLink = (doc: Doc, token: number): boolean =>
  /^[-–]$/u.test(doc.form(token)) && /\S/u.test(doc.text[doc.end(token)] ?? ' ');
/** What may stand between an owner and the noun of a role: "deputy", "procurement", "vice". */
const describes = (doc: Doc, token: number): boolean =>
  isLink(doc, token) ||
  isAround(doc.lower(token)) ||
  (/^(?:ADJ|NOUN|NUM|PROPN)$/u.test(doc.upos(token)) && !/^\p{Lu}\p{L}+$/u.test(doc.form(token))) ||
  /^VB[GN]$/u.test(doc.xpos(token));

/** The body that a relative clause from a token on describes: "the commission (MEC), | whose chairperson". */
export function antecedentAt(doc: Doc, at: number, { ending }: Borders): Tie | undefined {
  const end = beforeBrackets(doc, at > 0 && doc.form(at - 1) === ',' ? at - 1 : at);
  return ending.get(end)?.find((tie) => isSeat(tie) && tie.mention.form !== 'pronoun');
}

interface Left {
  readonly from: number;
  readonly titleFrom: number;
  readonly owner: Owner | null;
  readonly way: Role['way'];
  readonly definite: boolean;
}

/** What stands before the noun of a role. */
function leftOf(doc: Doc, noun: number, borders: Borders): Left {
  const { starting, ending } = borders;
  const first = doc.sentenceStart(doc.sentenceOf(noun));
  const floor = Math.max(first, noun - 6);
  const compoundAt = (at: number): Owner | null => {
    const tie = ending.get(at)?.find(isSeat);
    const body = tie && !tie.mention.reason.startsWith('model') ? null : bodyBefore(doc, at, first);
    // "Army spokesman": the noun knows better than the model what a large letter names.
    if (tie?.actor && body && !body.isGeneric && body.body.from === tie.mention.from) tie.actor.type = 'Agency';
    return tie && tie.mention.form !== 'pronoun' ? { tie } : body;
  };
  let at = noun;
  while (at > floor && compoundAt(at) === null && describes(doc, at - 1)) at--;
  const owner = at > first ? compoundAt(at) : null;
  if (owner) {
    const from = 'tie' in owner ? owner.tie.mention.from : owner.body.from;
    // "The UN envoy, Ana Soto".
    const definite = doc.lower(from) === 'the' || (from > first && doc.lower(from - 1) === 'the');
    return { from, titleFrom: at, owner, way: 'compound', definite };
  }
  if (at === first) return { from: at, titleFrom: at, owner: null, way: 'none', definite: false };
  const before = doc.lower(at - 1);
  if (/^['’]s?$/u.test(before)) {
    const tie = ending.get(at - 1)?.find(isSeat);
    if (tie) return { from: tie.mention.from, titleFrom: at, owner: { tie }, way: 'genitive', definite: true };
    return { from: at, titleFrom: at, owner: null, way: 'none', definite: false };
  }
  if (/^(?:its|their|whose)$/u.test(before)) {
    const tie = before === 'whose' ? antecedentAt(doc, at - 1, borders) : starting.get(at - 1)?.find(isSeat);
    return { from: at - 1, titleFrom: at, owner: tie ? { tie } : null, way: tie ? 'pronoun' : 'none', definite: true };
  }
  const isArticle = /^(?:a|an|the)$/u.test(before);
  return { from: isArticle ? at - 1 : at, titleFrom: at, owner: null, way: 'none', definite: before === 'the' };
}

/** What stands behind the noun: "of | the agency", "of public affairs at | the Foreign Ministry". */
function rightOf(doc: Doc, to: number, { starting }: Borders): Tie | null {
  const last = doc.sentenceEnd(doc.sentenceOf(to - 1));
  const seatAt = (token: number): Tie | undefined => starting.get(token)?.find(isSeat);
  let at = to;
  for (let hops = 0; hops < 2; hops++) {
    if (at >= last || !/^(?:of|for|at|in|with)$/u.test(doc.lower(at))) return null;
    const preposition = doc.lower(at);
    at += 1;
    if (at < last && /^(?:the|its|their|a|an)$/u.test(doc.lower(at)) && seatAt(at) === undefined) at++;
    const tie = seatAt(at);
    // A country or a place is what an office is held in only with "of"; "in Kenya" is where.
    if (tie)
      return tie.mention.form !== 'pronoun' && (preposition === 'of' || !/^(?:Country|Place)$/u.test(tie.mention.type))
        ? tie
        : null;
    if (preposition !== 'of' && preposition !== 'for') return null;
    const from = at;
    while (at < last && at < from + 4 && /^(?:NOUN|ADJ|CCONJ)$/u.test(doc.upos(at))) at++;
    if (at === from) return null;
  }
  return null;
}

/** Behind "of Justice" or "for Health and Social Affairs" after a minister or secretary, if nothing that is named stands there. */
function portfolioEnd(doc: Doc, to: number, { starting }: Borders): number {
  const last = doc.sentenceEnd(doc.sentenceOf(to - 1));
  if (
    to + 1 >= last ||
    !/^(?:minister|secretary|state)$/u.test(doc.lower(to - 1)) ||
    !/^(?:of|for)$/u.test(doc.lower(to))
  )
    return to;
  let at = to + 1;
  if (doc.lower(at) === 'the') at++;
  const from = at;
  while (at < Math.min(last, from + 5) && !starting.has(at) && /^(?:\p{Lu}.*|and|&)$/u.test(doc.form(at))) at++;
  return at > from ? at : to;
}

/** The roles that a document names, in order. */
export function rolesIn(doc: Doc, borders: Borders): readonly Role[] {
  const out: Role[] = [];
  for (let token = 0; token < doc.length; token++) {
    const hit = roleNouns.at(doc.text, doc.start(token));
    if (!hit || doc.upos(token) === 'VERB') continue;
    let to = token + 1;
    while (to < doc.length && doc.end(to) <= hit.end) to++;
    if (doc.end(to - 1) !== hit.end || doc.text.slice(doc.start(token), hit.end).includes('\n')) continue;
    // "Minister of Justice", "Secretary for Health": what it is for belongs to the title.
    const portfolio = portfolioEnd(doc, to, borders);
    const left = leftOf(doc, token, borders);
    const behind = rightOf(doc, portfolio, borders);
    const isQualified = Array.from({ length: token - left.titleFrom }, (_, index) => left.titleFrom + index).some(
      (one) => !isLink(doc, one) && !isPlainBefore(doc.lower(one)),
    );
    if (!isDoubted(doc, Math.max(0, left.from - 1), token))
      out.push({
        kinds: hit.values,
        from: left.from,
        to: behind?.mention.to ?? portfolio,
        title: { from: left.titleFrom, to: portfolio },
        noun: { from: token, to },
        // "China's ambassador of peace": whose it is comes first.
        owner: left.owner ?? (behind ? { tie: behind } : null),
        way: left.owner ? left.way : behind ? 'behind' : 'none',
        definite: left.definite,
        isQualified,
      });
    token = to - 1;
  }
  return out;
}
