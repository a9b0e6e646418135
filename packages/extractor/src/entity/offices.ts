import type { Doc } from '@attest/nlp';
import { sameNoun, type Actor, type Cast, type Tie } from '../coreference/actor.ts';
import { latest } from '../coreference/salience.ts';
import { isBody } from './bodies.ts';
import { nouns } from '../mention/data.ts';
import { overTokens } from '../mention/found.ts';
import { isBetweenGovernments } from '../mention/gazetteer.ts';
import { bearerOf } from './bearers.ts';
import type { Unseated } from './home.ts';
import { isNational, isPublicOffice } from './role-words.ts';
import { antecedentAt, rolesIn, type Borders, type Owner, type Role } from './roles.ts';
import type { FactDraft } from './fact.ts';

/** The actor that a body's noun means: the one spoken of so before, else one of its own; a generic noun only the former. */
function bodyActor(doc: Doc, owner: Extract<Owner, { noun: string }>, cast: Cast): Actor | undefined {
  const { body, noun } = owner;
  if (owner.isGeneric) {
    const named = cast.actors.filter((actor) => !actor.plural && isBody(actor.type) && actor.words.has(noun));
    return latest(named, body.from) ?? (named.length === 1 ? named[0] : undefined);
  }
  const bodies = cast.actors.filter((actor) => actor.type === 'Agency' && !actor.plural);
  const isCalled = (actor: Actor, test: (noun: string) => boolean): boolean =>
    actor.mentions.some((one) => one.noun !== undefined && !nouns.bodies.has(one.noun) && test(one.noun));
  const exact = bodies.filter((actor) => isCalled(actor, (one) => one === noun));
  const known =
    exact.length > 0 ? exact : bodies.filter((actor) => isCalled(actor, (one) => sameNoun(one) === sameNoun(noun)));
  const found = overTokens(doc, body.from, body.to, {
    rank: 1,
    type: 'Agency',
    name: doc.textOf(body.from, body.to).replaceAll(/\s+/gu, ' ').toLowerCase(),
    linkable: false,
    reason: `noun "${noun}" before a role`,
    noun,
    nominal: { plural: false, definite: true, possessor: null, count: null, gathered: null, noun: body.from },
  });
  const key = latest(known, body.from)?.key ?? `${noun} one`;
  return cast.add(key, { ...found, form: 'nominal' });
}

type Told = Pick<FactDraft, 'act' | 'title'>;

/** What a role in a body says. */
function relationOf(role: Role, body: Actor, title: string): Told | null {
  const { type } = body;
  // A party's secretary general is one of its officers, that of the United Nations their head.
  const isKnown = body.mentions.some((one) => one.reason.startsWith('gazetteer'));
  const isHead = (role.kinds.includes('heads') || (isKnown && /secretary.general$/iu.test(title))) && !role.isQualified;
  const isOffice = role.kinds.includes('offices') || role.kinds.includes('heads');
  if (type === 'Country' || type === 'Place')
    return role.kinds.includes('offices') || (isHead && role.way !== 'behind') ? { act: 'HOLDS_OFFICE', title } : null;
  if (type === 'Agency') {
    if (isOffice) return { act: 'HOLDS_OFFICE', title };
    return role.kinds.includes('staff') ? { act: 'MEMBER_OF' } : null;
  }
  // "The UN envoy": what states have together has offices too.
  if (isOffice && !isHead && isBetweenGovernments(body.name)) return { act: 'HOLDS_OFFICE', title };
  if (role.kinds.includes('owners')) return type === 'Organization' ? { act: 'CONTROLS' } : null;
  return { act: isHead ? 'LEADS' : 'MEMBER_OF' };
}

/** Whether two roles are coordinated: "the manager and sole shareholder". */
const isJoined = (doc: Doc, before: Role, role: Role): boolean =>
  role.way !== 'genitive' &&
  before.to === role.from - 1 &&
  /^(?:and|&)$/u.test(doc.lower(role.from - 1)) &&
  doc.sentenceOf(before.noun.from) === doc.sentenceOf(role.noun.from);

/** "A company, of which Omar Saleh is the manager": what the relative clause of a role without an owner belongs to. */
function relativeOwner(doc: Doc, role: Role, borders: Borders): Tie | undefined {
  const first = doc.sentenceStart(doc.sentenceOf(role.noun.from));
  for (let at = role.from - 1; at > Math.max(first + 1, role.from - 40); at--)
    if (doc.lower(at) === 'which' && doc.lower(at - 1) === 'of') return antecedentAt(doc, at - 1, borders);
  return undefined;
}

/** "The Minister of Justice, Ana Soto": a role of a country that needs no name; "the president" alone may be a company's. */
const isNationalRole = (doc: Doc, { noun, way, definite }: Role, title: string): boolean =>
  way === 'none' && definite && title.includes(' ') && isNational(doc.textOf(noun.from, noun.to).toLowerCase());

/** Roles with what they are held in, and those of a country that the text does not name beside them. */
interface HeldRoles {
  readonly facts: readonly FactDraft[];
  readonly unseated: readonly Unseated[];
}

/** What people are in bodies by the nouns beside their names; see `data/roles.yaml`. */
export function heldRoles(doc: Doc, ties: readonly Tie[], borders: Borders, cast: Cast): HeldRoles {
  const byHead = new Map(ties.flatMap((tie) => (tie.actor ? [[tie.mention.head, tie] as const] : [])));
  const roles = rolesIn(doc, borders);
  const bearers = roles.map((role) => bearerOf(doc, role, borders, byHead));
  const owners: (Owner | null)[] = roles.map(({ owner }) => owner);
  for (const [index, role] of roles.entries()) {
    const before = roles[index - 1];
    if (owners[index] === null && bearers[index]) {
      const tie = relativeOwner(doc, role, borders);
      if (tie) owners[index] = { tie };
    }
    if (!before || !isJoined(doc, before, role)) continue;
    bearers[index] ??= bearers[index - 1] ?? null;
    bearers[index - 1] ??= bearers[index] ?? null;
    owners[index] ??= owners[index - 1] ?? null;
  }
  const facts: FactDraft[] = [];
  const unseated: Unseated[] = [];
  for (const [index, role] of roles.entries()) {
    const [bearer, owner] = [bearers[index], owners[index]];
    if (!bearer?.actor) continue;
    const title = doc.textOf(role.title.from, role.title.to).replaceAll(/\s+/gu, ' ');
    const common = {
      agent: bearer.actor,
      start: Math.min(bearer.mention.start, doc.start(role.from)),
      end: Math.max(bearer.mention.end, doc.end(role.to - 1)),
    };
    if (isPublicOffice(doc.textOf(role.noun.from, role.noun.to)) && bearer.actor.type === 'Person')
      bearer.actor.type = 'Official';
    if (!owner && isNationalRole(doc, role, title)) unseated.push({ ...common, title });
    if (!owner || isTitles(bearer, owner)) continue;
    const target = 'tie' in owner ? owner.tie.actor : bodyActor(doc, owner, cast);
    const told = target && target !== bearer.actor ? relationOf(role, target, title) : null;
    if (!target || !told) continue;
    if (told.act === 'HOLDS_OFFICE' && bearer.actor.type === 'Person' && target.type !== 'Place')
      bearer.actor.type = 'Official';
    facts.push({ ...told, ...common, target, rule: 'standing/role', confidence: 0.75 });
  }
  return { facts, unseated };
}

/** Whether an owner stands inside a bearer's title, which tells it by itself: "Montana Attorney General". */
function isTitles({ mention }: Tie, owner: Owner): boolean {
  if (!('tie' in owner) || (mention.office ?? null) === null) return false;
  const { from, to, type } = owner.tie.mention;
  return from >= mention.from && to <= mention.to && /^(?:Agency|Country|Place)$/u.test(type);
}
