import type { Doc } from '@attest/nlp';
import type { Tie } from '../coreference/actor.ts';
import { beforeBrackets, behindBrackets } from '../mention/spans.ts';
import { isAppointing, isServing } from './role-words.ts';
import type { Borders, Role } from './roles.ts';

const isPersonName = ({ actor, mention }: Tie): boolean =>
  actor?.root === 'Person' && !actor.plural && mention.form === 'name';

const marks = /^[,(–—]$/u;
const openers = /^(?:the|a|an)$/u;

/** Whether a phrase ends before a token: "..., the agency's director, | said". */
function closesAt(doc: Doc, at: number, sentence: number): boolean {
  if (at >= doc.sentenceEnd(sentence)) return true;
  return /^[,.;:)("“”–—]$/u.test(doc.form(at)) || /^(?:who|and|said|says|told|in)$/u.test(doc.lower(at));
}

/** Whether a phrase ends before a token, or one more with "of", "to" or "for" and then it: "... | to the United Nations, said". */
function closesBehind(doc: Doc, at: number, sentence: number): boolean {
  if (closesAt(doc, at, sentence)) return true;
  if (!/^(?:of|to|for)$/u.test(doc.lower(at))) return false;
  const last = Math.min(doc.sentenceEnd(sentence), at + 9);
  for (let token = at + 1; token < last; token++) {
    if (/^(?:VERB|AUX|PRON|SCONJ)$/u.test(doc.upos(token))) return false;
    if (/^[,.;)]$/u.test(doc.form(token))) return true;
  }
  return false;
}

/** Who is made something or serves as it: "Soto was appointed | interior minister", "who served as ambassador". */
function byAppointment(doc: Doc, role: Role, borders: Borders, byHead: ReadonlyMap<number, Tie>): Tie | null {
  const head = role.noun.to - 1;
  const verb = doc.head(head);
  if (verb < 0 || !/^(?:xcomp|obl|obj|ccomp|nmod|dep)/u.test(doc.deprel(head))) return null;
  const isAs = doc.childrenBy(head, 'case', 'mark').some((child) => doc.lower(child) === 'as');
  // "As minister of health, Soto signed the contract": whatever the verb is.
  const isFronted = isAs && head < verb && role.from - doc.sentenceStart(doc.sentenceOf(head)) < 3;
  if (
    !isFronted &&
    (!(isAppointing(doc.lemma(verb)) || isServing(doc.lemma(verb))) || (!isAs && doc.deprel(head).startsWith('obl')))
  )
    return null;
  const subject = doc.child(verb, 'nsubj:pass', 'nsubj');
  if (subject < 0) return null;
  const isServed = isFronted || isServing(doc.lemma(verb)) || doc.deprel(subject) === 'nsubj:pass';
  if (!isServed) return null;
  const tie =
    doc.lower(subject) === 'who'
      ? nameBefore(doc, doc.form(subject - 1) === ',' ? subject - 1 : subject, borders)
      : byHead.get(subject);
  const isPlanned = doc
    .children(verb)
    .some((child) => /^(?:not|n't|never|will|would|could|may|might|should|to)$/u.test(doc.lower(child)));
  return !isPlanned && tie?.actor?.root === 'Person' && !tie.actor.plural ? tie : null;
}

/** The token before which a name ends that a phrase is in apposition to: behind a comma, an age may stand between. */
function commaBefore(doc: Doc, from: number): number {
  // "Soto, then | the defence minister".
  const comma =
    from > 1 && /^(?:then|now|currently|later|formerly|once)$/u.test(doc.lower(from - 1)) ? from - 2 : from - 1;
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
  if (former && closesBehind(doc, role.to, sentence)) return former;
  // "The agency's director, Ana Soto,".
  // Also "a spokeswoman for the ministry, Ana Soto, said": with whose she is, between commas.
  const isAwaited =
    (role.definite || (role.owner !== null && isSetOff(doc, role, borders))) &&
    role.to < doc.length &&
    marks.test(doc.form(role.to));
  const later = isAwaited ? borders.starting.get(role.to + 1)?.find(isPersonName) : undefined;
  if (later && doc.sentenceOf(later.mention.from) === sentence) {
    const end = behindBrackets(doc, later.mention.to);
    if (closesAt(doc, end, sentence) || /^(?:VERB|AUX|ADP|SCONJ)$/u.test(doc.upos(end))) return later;
  }
  return bySubject(doc, role, borders, byHead) ?? byAppointment(doc, role, borders, byHead);
}

/** Whether a name between commas follows, and then a verb: it is no list. */
function isSetOff(doc: Doc, role: Role, { starting }: Borders): boolean {
  const name = starting.get(role.to + 1)?.find(isPersonName);
  const end = name ? behindBrackets(doc, name.mention.to) : doc.length;
  return end + 1 < doc.length && doc.form(end) === ',' && /^(?:VERB|AUX)$/u.test(doc.upos(end + 1));
}

const nameBefore = (doc: Doc, at: number, { ending }: Borders): Tie | undefined =>
  (ending.get(at) ?? ending.get(beforeBrackets(doc, at)))?.find(isPersonName);

const hasBreak = (doc: Doc, role: Role, tie: Tie): boolean =>
  doc.text.slice(doc.end(role.noun.to - 1), Math.max(doc.end(role.noun.to - 1), tie.mention.start)).includes('\n');
