import type { Doc } from '@attest/nlp';
import { nouns } from '../mention/data.ts';
import type { Tie } from '../coreference/actor.ts';
import type { FactDraft } from './fact.ts';

const bodies = /^(?:Agency|Organization|Cartel)$/u;
const places = /^(?:Country|Place)$/u;
const base =
  /^,? (?:with (?:its |their )?headquarters|whose headquarters (?:is|are)|(?:which |that )?(?:has|have) (?:its|their) headquarters) in (?:the )?/u;

/** Names in a row before a token: "X and Y, | both cartels in Mexico". */
function namesBefore(doc: Doc, token: number, ending: ReadonlyMap<number, Tie>): readonly Tie[] {
  const out: Tie[] = [];
  let at = token;
  while (at > 0) {
    while (at > 0 && /^(?:,|and|or|the|both)$/u.test(doc.lower(at - 1))) at--;
    const tie = ending.get(at);
    if (!tie || !bodies.test(tie.mention.type) || tie.mention.form === 'pronoun') break;
    out.push(tie);
    at = tie.mention.from;
  }
  return out;
}

/** Where bodies have their seat: "Meroe Gold, a Sudan-based company", "X, based in Y", "both cartels in Mexico". */
export function basedIn(
  doc: Doc,
  tie: Tie,
  starting: ReadonlyMap<number, Tie>,
  ending: ReadonlyMap<number, Tie>,
): readonly FactDraft[] {
  const { mention, actor } = tie;
  if (!actor || !bodies.test(mention.type)) return [];
  const fact = (agent: Tie, place: Tie, start: number, end: number): FactDraft[] =>
    agent.actor && place.actor && agent.actor !== place.actor
      ? [
          {
            act: 'BASED_IN',
            agent: agent.actor,
            target: place.actor,
            start,
            end,
            rule: 'standing/based',
            confidence: 0.75,
          },
        ]
      : [];
  if (mention.form === 'nominal') {
    const place =
      mention.to < doc.length && doc.lower(mention.to) === 'in' ? placeAt(doc, mention.to + 1, starting) : undefined;
    const named = place ? namesBefore(doc, mention.from, ending) : [];
    if (place && named.length > 0 && doc.form(mention.from - 1) === ',')
      return named.flatMap((one) => fact(one, place, one.mention.start, place.mention.end));
    const inside = [...Array(mention.to - mention.from).keys()]
      .map((offset) => starting.get(mention.from + offset))
      .find((one) => one && places.test(one.mention.type) && /^-based\b/u.test(doc.text.slice(one.mention.end)));
    return inside && actor.mentions.some((one) => one.form === 'name')
      ? fact(tie, inside, Math.min(mention.start, ...nearNames(tie)), mention.end)
      : [];
  }
  if (mention.form === 'name') {
    const before = ending.get(mention.from - 2);
    if (
      before &&
      places.test(before.mention.type) &&
      /^-(?:based|headquartered)$/u.test(doc.text.slice(before.mention.end, mention.start).trim())
    )
      return fact(tie, before, before.mention.start, mention.end);
  }
  const behind = base.exec(doc.text.slice(mention.end, mention.end + 50));
  if (!behind) return [];
  let at = mention.to;
  while (at < doc.length && doc.start(at) < mention.end + behind[0].length) at++;
  const place = placeAt(doc, at, starting);
  return place ? fact(tie, place, mention.start, place.mention.end) : [];
}

const nearNames = ({ actor, mention }: Tie): readonly number[] =>
  (actor?.mentions ?? [])
    .filter((one) => one.form === 'name' && Math.abs(one.start - mention.start) < 80)
    .map((one) => one.start);

function placeAt(doc: Doc, token: number, starting: ReadonlyMap<number, Tie>): Tie | undefined {
  const at = token < doc.length && doc.lower(token) === 'the' ? token + 1 : token;
  const tie = starting.get(at);
  return tie && places.test(tie.mention.type) ? tie : undefined;
}

const listed = /^,? (?:from|of|including|representing)(?: those (?:from|of)| (?:the )?states? of| the)? $/u;
const apart = /^(?:, (?:and )?(?:the )?(?:states? of )?| and (?:the )?)$/u;

/** Who belongs to a group by a list behind it: "attorneys general from California, Ohio and Utah". */
export function rosters(doc: Doc, tie: Tie, here: readonly Tie[]): readonly FactDraft[] {
  const { mention, actor } = tie;
  if (
    !actor ||
    mention.type !== 'Group' ||
    mention.form !== 'nominal' ||
    mention.nominal?.plural !== true ||
    nouns.country.includes(mention.noun ?? '')
  )
    return [];
  const after = here
    .filter(({ mention: one, actor: of }) => of && places.test(one.type) && one.start >= mention.end)
    .toSorted((a, b) => a.mention.start - b.mention.start);
  const members: Tie[] = [];
  let [end, isNamed] = [mention.end, false];
  for (const one of after) {
    const between = doc.text.slice(end, one.mention.start);
    // "Attorneys general of 21 states, including the state of Montana".
    // "officials of Bosnia and Serbia", "leaders from Chad and Mali" are theirs; the countries belong to no group.
    const isOwner = one.mention.type === 'Country' && /^,? (?:of|from) /u.test(between);
    const opening = members.length === 0 && !isOwner && listed.test(between.replace(/^ of (?:the )?\d+ states?/u, ''));
    if (!(members.length === 0 ? opening : apart.test(between))) break;
    isNamed ||= /including/u.test(between);
    members.push(one);
    end = one.mention.end;
  }
  if (members.length < 2 && !isNamed) return [];
  return members.flatMap((one) =>
    one.actor
      ? [
          {
            act: 'MEMBER_OF' as const,
            agent: one.actor,
            target: actor,
            start: mention.start,
            end: one.mention.end,
            rule: 'standing/roster',
            confidence: 0.7,
          },
        ]
      : [],
  );
}
