import { keyNameOf } from '@attest/model';
import { personOfKey, type Term } from '../fixed/gazetteer.ts';
import { numberWords } from '../fixed/groups.ts';
import { groupOf, mayBeOneGroup, type GroupName } from '../names/group-name.ts';
import { legislators } from '../resolve/anchor.ts';
import type { Actor } from '../resolve/resolved.ts';

/** Which actors belong to which, over all documents. */
export interface Ties {
  readonly actors: ReadonlyMap<string, Actor>;
  /** Members of collectives. */
  readonly includes: ReadonlyMap<string, ReadonlySet<string>>;
  /** Collectives of members. */
  readonly memberOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** For whom a person acts. */
  readonly actsFor: ReadonlyMap<string, ReadonlySet<string>>;
}

/** How sure two roles of two claims are one party, and why. */
export interface Fit {
  readonly share: number;
  readonly reason: string;
}

/** Count and last plural of a group whose members have no known name: "21 vendors". */
function countedKey(name: string): string | null {
  const words = keyNameOf(name).split(' ');
  const count = words.map((word) => numberWords.get(word) ?? word).find((word) => /^\d+$/u.test(String(word)));
  const head = words.find((word) => word.length > 3 && word.endsWith('s') && word !== 'states');
  return count === undefined || head === undefined ? null : `${count} ${head}`;
}

const groupNamed = (actor: Actor | undefined): GroupName | null =>
  actor?.root === 'Group' ? groupOf([actor.name, ...actor.aliases]) : null;

/** The key under which an actor of a claim is looked for: its id, or count and head of a group. */
export function partyKey(id: string, ties: Ties): string {
  const actor = ties.actors.get(id);
  if (actor?.root !== 'Group') return id;
  const group = groupNamed(actor);
  return group === null ? (countedKey(actor.name) ?? id) : `${group.count} ${group.head}`;
}

/** As many of one kind, unless their party, chamber or place tells them apart. */
function alikeInNumber(a: string, b: string, ties: Ties): boolean {
  if (partyKey(a, ties) !== partyKey(b, ties)) return false;
  const [one, other] = [groupNamed(ties.actors.get(a)), groupNamed(ties.actors.get(b))];
  return one === null || other === null || mayBeOneGroup(one, other);
}

/** An office with one holder at a time that two known persons held one after the other. */
function sharedOffice(a: string, b: string, ties: Ties): string | null {
  const terms = (id: string): readonly Term[] =>
    ((known) => (known == null ? [] : (personOfKey(known)?.terms ?? [])))(ties.actors.get(id)?.known);
  const shared = terms(a).find(
    ({ office, seat }) =>
      !legislators.has(office) && terms(b).some((other) => other.office === office && other.seat === seat),
  );
  return shared ? `${shared.office} (${shared.seat})` : null;
}

/** Whether `answer` may stand where `asked` stood: the same, a member of it, or who acts for it. Null when not. */
export function fitParty(asked: string | null, answer: string | null, ties: Ties): Fit | null {
  if (asked === null || answer === null) return { share: 0.8, reason: 'one side does not name it' };
  if (asked === answer) return { share: 1, reason: 'the same' };
  if (ties.includes.get(asked)?.has(answer)) return { share: 0.85, reason: 'a member' };
  if (ties.includes.get(answer)?.has(asked)) return { share: 0.85, reason: 'the collective' };
  if (ties.actsFor.get(answer)?.has(asked)) return { share: 0.8, reason: 'who acts for it' };
  if (ties.actsFor.get(asked)?.has(answer)) return { share: 0.8, reason: 'for which it acts' };
  const office = sharedOffice(asked, answer, ties);
  if (office !== null) return { share: 0.75, reason: `who held the same office: ${office}` };
  const party = [...(ties.actsFor.get(asked) ?? [])].find((one) => ties.actsFor.get(answer)?.has(one));
  if (party !== undefined) return { share: 0.6, reason: `both act for ${ties.actors.get(party)?.name ?? party}` };
  return alikeInNumber(asked, answer, ties) ? { share: 0.8, reason: 'the same count and kind' } : null;
}
