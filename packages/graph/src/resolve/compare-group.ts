import { seatsMayBeOne } from '../fixed/territories.ts';
import { mayBeOneGroup, type GroupName } from '../names/group-name.ts';
import { rounded } from '../order.ts';
import { daysBetween } from '../relate/times.ts';
import type { Deed, GroupFeatures } from './group-features.ts';
import { alike, apart, unlike, type Verdict } from './verdict.ts';

/** Days within which two documents tell of one event when neither dates it. */
const near = 45;
/** From this count on it is no chance that as many of one kind did the same. */
const telling = 5;

const share = (a: readonly string[], b: readonly string[]): boolean => a.some((one) => b.includes(one));

function oneTime(a: Deed, b: Deed): boolean {
  if (a.from === null || b.from === null || a.to === null || b.to === null) return false;
  return a.dated && b.dated ? a.from <= b.to && b.from <= a.to : daysBetween(a.from, b.from) <= near;
}

/** What two documents tell of one deed: the same act at one time, on the same or to the same end. */
function sameDeed(a: Deed, b: Deed, count: number): Verdict | null {
  if (a.act !== b.act || !oneTime(a, b)) return null;
  const act = a.act.split(' ')[0] ?? '';
  if (a.content && b.content) {
    if (a.content.act !== b.content.act || !share(a.content.about, b.content.about)) return null;
    return alike(count < telling ? 0.85 : 0.92, `as many of one kind, told of one event: ${act}, ${a.content.act}`);
  }
  if (!share(a.target, b.target)) return null;
  const sure = a.content === b.content ? 0.85 : 0.75;
  return alike(sure, `as many of one kind, who did the same to the same at one time: ${act}`);
}

/** What the members say that two documents name; null when they are too few to say anything. */
function compareRosters(a: readonly string[], b: readonly string[], count: number): Verdict | null {
  const fewer = Math.min(a.length, b.length);
  if (fewer < 3) return null;
  const common = a.filter((one) => b.includes(one)).length;
  if (common >= 0.8 * fewer) return alike(2 * common >= count ? 0.95 : 0.85, `${common} members named in both`);
  return 2 * common < fewer && 2 * fewer >= count ? apart('other members') : null;
}

const kindOf = ({ count, head }: GroupName): string => `${count} ${head}`;

/** Counted groups are one by what they did or who is in them; count and kind alone are for people to decide. */
export function compareCounted(a: GroupFeatures, b: GroupFeatures): Verdict {
  if (kindOf(a.name) !== kindOf(b.name)) return unlike;
  const { count } = a.name;
  if (!mayBeOneGroup(a.name, b.name)) return apart('of other parties or places');
  if (a.name.former !== b.name.former || a.name.rest.join(' ') !== b.name.rest.join(' ')) return unlike;
  const rosters = compareRosters(a.members, b.members, count);
  if (rosters?.contradicts === true) return rosters;
  const deeds = a.deeds.flatMap((one) => b.deeds.flatMap((other) => sameDeed(one, other, count) ?? []));
  const found = [...deeds, ...(rosters ? [rosters] : [])].toSorted(
    (x, y) => y.score - x.score || (x.reason < y.reason ? -1 : 1),
  )[0];
  // What only one side says of party or place is less than what both say.
  const less = a.name.party === b.name.party && seatsMayBeOne(a.name.seats, b.name.seats) ? 0 : 0.03;
  if (found) return { ...found, score: rounded(found.score - less) };
  const days = a.day === null || b.day === null ? null : daysBetween(a.day, b.day);
  if (days !== null && days > 365) return unlike;
  return days !== null && days <= near
    ? alike(0.7 - less, `the same count and kind (${kindOf(a.name)}), told within ${near} days`)
    : alike(0.6 - less, `the same count and kind (${kindOf(a.name)})`);
}
