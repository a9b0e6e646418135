import type { Doc } from '@attest/nlp';
import type { Tie } from '../coreference/actor.ts';
import { memberNouns, roleNouns } from './role-words.ts';
import { behindBrackets } from '../mention/spans.ts';
import type { Borders } from './roles.ts';
import type { FactDraft } from './fact.ts';

const isPersonName = ({ actor, mention }: Tie): boolean =>
  actor?.root === 'Person' &&
  !actor.plural &&
  mention.form === 'name' &&
  roleNouns.at(mention.name, 0)?.end !== mention.name.length;

const isNounAt = (doc: Doc, at: number, sentence: number): boolean =>
  at < doc.sentenceEnd(sentence) && (/^(?:NOUN|PROPN)$/u.test(doc.upos(at)) || /^['’]s?$/u.test(doc.form(at)));

/** What "of" says between a person and a body, by the title before the name. */
function actOf(title: string | undefined, type: string): FactDraft['act'] | null {
  const isHead = title !== undefined && (roleNouns.at(title, 0)?.values.includes('heads') ?? false);
  if (type === 'Organization' || type === 'Cartel') return isHead ? 'LEADS' : 'MEMBER_OF';
  if (title !== undefined) return 'HOLDS_OFFICE';
  return type === 'Agency' ? 'MEMBER_OF' : null;
}

/** "Esnart Gondwe of the United Front", "Special Agent Luis Ferreira of the FBI", "President López Obrador of Mexico". */
function ofBody(doc: Doc, tie: Tie, { starting }: Borders): readonly FactDraft[] {
  const { mention, actor } = tie;
  const sentence = doc.sentenceOf(mention.head);
  const last = doc.sentenceEnd(sentence);
  let at = behindBrackets(doc, mention.to);
  if (!actor || at >= last || doc.lower(at) !== 'of') return [];
  at += at + 1 < last && doc.lower(at + 1) === 'the' ? 2 : 1;
  // "Of the | Malian army": an article may be part of the mention.
  const body = [at, at - 1]
    .flatMap((from) => starting.get(from) ?? [])
    .find(({ actor: of, mention: one }) => of !== null && !of.plural && one.form === 'name' && one.to <= last);
  // "Accused Ana Soto of ...", "of Hamas ties".
  if (!body?.actor || isNounAt(doc, body.mention.to, sentence) || doc.upos(doc.head(body.mention.head)) === 'VERB')
    return [];
  const act = /^(?:Agency|Organization|Cartel|Country|Place)$/u.test(body.actor.type)
    ? actOf(mention.title, body.actor.type)
    : null;
  if (act === null || (act === 'HOLDS_OFFICE' && (mention.office ?? null) !== null)) return [];
  return [
    {
      act,
      ...(act === 'HOLDS_OFFICE' && mention.title !== undefined ? { title: mention.title } : {}),
      agent: actor,
      target: body.actor,
      start: mention.start,
      end: body.mention.end,
      rule: 'standing/of',
      confidence: 0.75,
    },
  ];
}

/** "Viktor Lebedenko, 47, of Almaty": where somebody lives. */
function ofPlace(doc: Doc, tie: Tie, { starting }: Borders): readonly FactDraft[] {
  const { mention, actor } = tie;
  const behind = /^, (?:\d{1,3}, )?(?:a resident )?of (?:the )?/u.exec(doc.text.slice(mention.end, mention.end + 40));
  if (!actor || !behind) return [];
  let at = mention.to;
  while (at < doc.length && doc.start(at) < mention.end + behind[0].length) at++;
  const place = starting.get(at)?.find(({ mention: one }) => one.type === 'Place' || one.type === 'Country');
  if (!place?.actor || place.mention.form !== 'name') return [];
  const [start, end] = [mention.start, place.mention.end];
  return [
    { act: 'BASED_IN', agent: actor, target: place.actor, start, end, rule: 'standing/resident', confidence: 0.8 },
  ];
}

/** "Nationalist lawmakers from the opposition Parti Rakyat": several people. */
function fromBody(doc: Doc, { mention, actor }: Tie, { starting }: Borders): readonly FactDraft[] {
  let at = mention.to;
  if (!actor || !memberNouns.has(mention.noun ?? '') || at >= doc.length || doc.lower(at) !== 'from') return [];
  at += 1;
  while (at < mention.to + 4 && at < doc.length && /^(?:the|opposition|ruling|governing)$/u.test(doc.lower(at))) at++;
  const body = starting
    .get(at)
    ?.find(({ actor: of, mention: one }) => one.form === 'name' && /^(?:Organization|Cartel)$/u.test(of?.type ?? ''));
  if (!body?.actor || isNounAt(doc, body.mention.to, doc.sentenceOf(mention.head))) return [];
  const [start, end] = [mention.start, body.mention.end];
  return [{ act: 'MEMBER_OF', agent: actor, target: body.actor, start, end, rule: 'standing/of', confidence: 0.75 }];
}

/** What people belong to and where they live by what stands right behind their names. */
export const belongings = (doc: Doc, ties: readonly Tie[], borders: Borders): readonly FactDraft[] =>
  ties.flatMap((tie) =>
    isPersonName(tie)
      ? [...ofBody(doc, tie, borders), ...ofPlace(doc, tie, borders)]
      : tie.mention.form === 'nominal'
        ? fromBody(doc, tie, borders)
        : [],
  );
