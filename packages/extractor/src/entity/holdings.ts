import type { Doc } from '@attest/nlp';
import { firms } from './role-words.ts';
import type { Borders } from './roles.ts';
import { factBetween, type FactDraft } from './fact.ts';

const holders = /^(?:Official|Person|Agency|Organization|Cartel|Country)$/u;

/** "Dimitrov's firm, Varna Aero", "his company Varna Aero": whose company it is. */
function byFirm(doc: Doc, token: number, { starting, ending }: Borders): readonly FactDraft[] {
  if (!firms.has(doc.lower(token)) || token + 1 >= doc.length) return [];
  const first = doc.sentenceStart(doc.sentenceOf(token));
  let at = token;
  while (at > Math.max(first, token - 3) && /^(?:ADJ|NOUN)$/u.test(doc.upos(at - 1)) && doc.lower(at - 1) !== 'law')
    at--;
  if (at === first) return [];
  const before = doc.lower(at - 1);
  const owners = /^['’]s?$/u.test(before)
    ? ending.get(at - 1)
    : /^(?:his|her)$/u.test(before)
      ? starting.get(at - 1)
      : undefined;
  const owner = owners?.find(({ actor }) => actor?.root === 'Person' && !actor.plural);
  const name = starting
    .get(doc.form(token + 1) === ',' ? token + 2 : token + 1)
    ?.find(({ actor, mention }) => actor?.type === 'Organization' && mention.form === 'name');
  return owner && name ? factBetween('CONTROLS', owner, name, 'standing/firm', 0.7) : [];
}

/** "RSF-held mines", "Houthi-controlled areas". */
function byHolding(doc: Doc, token: number, { starting, ending }: Borders): readonly FactDraft[] {
  if (!/^(?:held|controlled|owned|run|occupied)$/u.test(doc.lower(token)) || token < 2 || doc.form(token - 1) !== '-')
    return [];
  const holder = ending
    .get(token - 1)
    ?.find(({ actor, mention }) => actor !== null && holders.test(actor.type) && mention.form !== 'pronoun');
  let at = token + 1;
  while (at < token + 4 && at < doc.length && /^(?:ADJ|NOUN|PROPN)$/u.test(doc.upos(at)) && !starting.has(at)) at++;
  const held = [starting.get(token + 1), starting.get(at), starting.get(holder?.mention.from ?? -1)]
    .flatMap((list) => list ?? [])
    .find(({ mention, actor }) => actor !== null && mention.to > token + 1 && actor.root !== 'Person');
  return holder && held ? factBetween('CONTROLS', holder, held, 'standing/held', 0.7) : [];
}

/** Who owns or holds what, by what stands beside it. */
export function holdings(doc: Doc, borders: Borders): readonly FactDraft[] {
  const out: FactDraft[] = [];
  for (let token = 0; token < doc.length; token++)
    out.push(...byFirm(doc, token, borders), ...byHolding(doc, token, borders));
  return out;
}
