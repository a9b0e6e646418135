import { keyNameOf } from '@attest/model';
import type { Actor, Cast } from '../coreference/actor.ts';
import { isBetweenGovernments } from '../mention/gazetteer.ts';
import type { FactDraft } from './fact.ts';

const held = /^(?:HOLDS_OFFICE|LEADS|MEMBER_OF)$/u;

/** A party, company, union or university: whoever has a post there is no official. */
const isPrivate = ({ type, name }: Actor): boolean => type === 'Organization' && !isBetweenGovernments(name);

/** The actor whose name stands in the title before a person's: "UFR | secretary general". */
const officeOf = (name: string, cast: Cast): Actor | undefined =>
  cast.actors.find((one) => one.root !== 'Person' && (one.name === name || keyNameOf(one.name) === keyNameOf(name)));

/**
 * Makes officials of those who head or sit in a body of a state, and private persons of those whose only posts are in
 * parties, companies, unions: "president" and "spokesman" alone do not tell.
 */
export function settlePublicLife(facts: readonly FactDraft[], cast: Cast): void {
  const posts = new Map<Actor, Actor[]>();
  const note = (agent: Actor, target: Actor): void => {
    posts.set(agent, [...(posts.get(agent) ?? []), target]);
  };
  for (const { act, agent, target, rule } of facts) {
    if (agent.root !== 'Person' || agent.plural || !held.test(act)) continue;
    if (rule === 'standing/party') agent.type = 'Official';
    else note(agent, target);
  }
  for (const person of cast.actors) {
    if (person.root !== 'Person' || person.plural || person.known !== null) continue;
    for (const { office } of person.mentions) {
      const target = office === undefined || office === null ? undefined : officeOf(office, cast);
      if (target) note(person, target);
    }
    const bodies = posts.get(person) ?? [];
    if (bodies.some((body) => body.type === 'Agency')) person.type = 'Official';
    else if (
      bodies.length > 0 &&
      bodies.every(isPrivate) &&
      !facts.some((fact) => fact.agent === person && fact.rule === 'standing/party')
    )
      person.isPrivate = true;
  }
}
