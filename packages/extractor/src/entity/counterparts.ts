import type { Doc } from '@attest/nlp';
import type { Actor } from '../coreference/actor.ts';
import { isNational } from './role-words.ts';
import type { Borders } from './roles.ts';
import type { FactDraft } from './fact.ts';

/**
 * "His Vietnamese counterpart, Tran Quang Loc": who holds in another country the office that somebody is told to hold in his
 * own. `told` are the facts that the document gives of its people.
 */
export function counterparts(
  doc: Doc,
  told: readonly FactDraft[],
  { starting, ending }: Borders,
): readonly FactDraft[] {
  const out: FactDraft[] = [];
  const officeOf = new Map<Actor, FactDraft>();
  for (const one of told)
    if (one.act === 'HOLDS_OFFICE' && one.target.type === 'Country' && isNational(one.title?.toLowerCase() ?? ''))
      officeOf.set(one.agent, officeOf.get(one.agent) ?? one);
  for (let token = 2; token + 1 < doc.length; token++) {
    if (doc.lower(token) !== 'counterpart') continue;
    const land = ending.get(token)?.find(({ mention }) => mention.form === 'modifier' && mention.type === 'Country');
    const before = (land?.mention.from ?? 0) - 1;
    if (!land?.actor || before < 0) continue;
    const owners = /^['’]s?$/u.test(doc.form(before)) ? ending.get(before) : starting.get(before);
    const owner = owners?.find(({ actor }) => actor?.root === 'Person' && !actor.plural)?.actor;
    const name = starting
      .get(doc.form(token + 1) === ',' ? token + 2 : token + 1)
      ?.find(({ actor, mention }) => actor?.root === 'Person' && !actor.plural && mention.form === 'name');
    if (!owner || !name?.actor || name.actor === owner) continue;
    const { actor: target } = land;
    const office = officeOf.get(owner);
    if (office && office.target !== target)
      out.push({
        ...office,
        agent: name.actor,
        target,
        start: land.mention.start,
        end: name.mention.end,
        rule: 'standing/counterpart',
        confidence: 0.7,
      });
  }
  return out;
}
