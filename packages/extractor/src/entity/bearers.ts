import type { Doc } from '@attest/nlp';
import type { Tie } from '../coreference/actor.ts';
import { beforeBrackets, behindBrackets, type Borders, type Role } from './roles.ts';

const isPersonName = ({ actor, mention }: Tie): boolean =>
  actor?.root === 'Person' && !actor.plural && mention.form === 'name';

const marks = /^[,(–—]$/u;
const openers = /^(?:the|a|an)$/u;

/** Whether a phrase ends before a token: "..., the agency's director, | said". */
function closesAt(doc: Doc, at: number, sentence: number): boolean {
  if (at >= doc.sentenceEnd(sentence)) return true;
  return /^[,.;:)("“”–—]$/u.test(doc.form(at)) || /^(?:who|and|said|says|told|in)$/u.test(doc.lower(at));
}

/** The token before which a name ends that a phrase is in apposition to: behind a comma, an age may stand between. */
function commaBefore(doc: Doc, from: number): number {
  const comma = from - 1;
  if (comma < 1 || !marks.test(doc.form(comma))) return -1;
  const isAged = comma > 2 && /^\d{1,3}$/u.test(doc.form(comma - 1)) && doc.form(comma - 2) === ',';
  return isAged ? comma - 2 : comma;
}

/** Who is said to be so: "Saleh is the manager", "Saleh (Saleh), is also the manager". */
function bySubject(doc: Doc, role: Role, borders: Borders, byHead: ReadonlyMap<number, Tie>): Tie | null {
  const head = role.noun.to - 1;
  const copula = doc.child(head, 'cop');
  const isOpen = doc
    .children(head)
    .some((child) => /^(?:not|n't|never|will|would|could|may|might|should|to|if)$/u.test(doc.lower(child)));
  const subject = copula < 0 ? -1 : doc.child(head, 'nsubj');
  if (isOpen) return null;
  // "Camila, who is also the coordinator": the name before the comma.
  const isRelative = subject > 1 && doc.lower(subject) === 'who';
  const named = isRelative
    ? nameBefore(doc, doc.form(subject - 1) === ',' ? subject - 1 : subject, borders)
    : undefined;
  const tie = named ?? (subject < 0 ? undefined : byHead.get(subject));
  if (tie?.actor?.root === 'Person' && !tie.actor.plural) return tie;
  let at = role.from;
  while (at > 1 && /^(?:the|a|an|also|now|currently|still)$/u.test(doc.lower(at - 1))) at--;
  if (at < 2 || !/^(?:is|was)$/u.test(doc.lower(at - 1))) return null;
  return nameBefore(doc, doc.form(at - 2) === ',' ? at - 2 : at - 1, borders) ?? null;
}

/** Who bears a role by what stands beside it: its name right behind, in apposition, or as a subject. */
export function bearerOf(doc: Doc, role: Role, borders: Borders, byHead: ReadonlyMap<number, Tie>): Tie | null {
  const sentence = doc.sentenceOf(role.noun.from);
  // "Army spokesman | Tendai Moyo", "Minister of Justice of Chad | Ana Soto".
  const titled = [role.title.from, role.noun.from, role.from].flatMap((at) => borders.starting.get(at) ?? []);
  const around = titled.find((tie) => isPersonName(tie) && tie.mention.to > role.noun.to);
  const next = [role.noun.to, role.to].flatMap((at) => borders.starting.get(at) ?? []).find(isPersonName);
  const beside = around ?? next;
  if (beside) return doc.sentenceOf(beside.mention.from) === sentence && !hasBreak(doc, role, beside) ? beside : null;
  const comma = commaBefore(doc, role.from - (role.from > 0 && openers.test(doc.lower(role.from - 1)) ? 1 : 0));
  const former = comma < 0 ? undefined : nameBefore(doc, comma, borders);
  if (former && closesAt(doc, role.to, sentence)) return former;
  // "The agency's director, Ana Soto,".
  const isAwaited = role.definite && role.to < doc.length && marks.test(doc.form(role.to));
  const later = isAwaited ? borders.starting.get(role.to + 1)?.find(isPersonName) : undefined;
  if (later && doc.sentenceOf(later.mention.from) === sentence) {
    const end = behindBrackets(doc, later.mention.to);
    if (closesAt(doc, end, sentence) || /^(?:VERB|AUX|ADP|SCONJ)$/u.test(doc.upos(end))) return later;
  }
  return bySubject(doc, role, borders, byHead);
}

const nameBefore = (doc: Doc, at: number, { ending }: Borders): Tie | undefined =>
  (ending.get(at) ?? ending.get(beforeBrackets(doc, at)))?.find(isPersonName);

const hasBreak = (doc: Doc, role: Role, tie: Tie): boolean =>
  doc.text.slice(doc.end(role.noun.to - 1), Math.max(doc.end(role.noun.to - 1), tie.mention.start)).includes('\n');
