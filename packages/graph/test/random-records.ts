import type { DocumentRecord } from '@attest/model';
import { actor, claim, on, report, said } from './records.ts';

/** A repeatable stream of whole numbers below a limit (mulberry32). */
export function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) % limit;
  };
}

// Names that join, contradict and stand in each other's way, so that the order of arrival would show if it mattered.
const people: readonly (readonly [string, readonly string[]])[] = [
  ['Antony Blinken', ['Secretary of State']],
  ['Blinken', ['Secretary']],
  ['the Secretary of State', []],
  ['John Smith', []],
  ['John Smith', ['Mayor of Dallas']],
  ['John Smith', ['Mayor of Tampa']],
  ['Smith', ['Mayor of Dallas']],
  ['Robert Gómez Jr.', []],
  ['Robert Gomez', []],
  ['Roberto Gómez Sr.', []],
  ['Gómez', ['Governor of Ohio']],
  ['Viktor Brandauer', ['ambassador']],
  ['Victor Brandauer', []],
  ['V. Brandauer', ['ambassador']],
  ['Brandauer, Viktor', []],
];
const bodies = [
  'DEA',
  'Drug Enforcement Administration',
  'Supreme Court',
  'Mexican Supreme Court',
  'Acme Corp.',
  'Acme LLC',
  'Acme',
  'Sinaloa Cartel',
  'CDS',
  'Mexican drug cartels',
];
/** Counted groups, which join by what they do. */
const groups = ['21 attorneys general', 'a coalition of 21 AGs', '21 Republican attorneys general', 'six senators'];
const acts = ['URGED', 'DESIGNATED', 'DENIED', 'HOLDS_OFFICE', 'MEMBER_OF', 'REFUSED'];

/** A record of a few names of these, as the stream of numbers picks them. */
export function randomRecord(sourceId: string, pick: (limit: number) => number): DocumentRecord {
  const day = `20${10 + pick(16)}-0${1 + pick(9)}-1${pick(9)}`;
  const local = (at: number): string => `e_${sourceId}_${at}`;
  const entities = Array.from({ length: 2 + pick(5) }, (_, at) => {
    if (pick(2) === 0) return actor(local(at), 'Agency', bodies[pick(bodies.length)] ?? '');
    const [name, titles] = people[pick(people.length)] ?? ['Nobody', []];
    return actor(local(at), 'Official', name, { titles: [...titles], linkable: pick(4) > 0 });
  });
  const country = actor(local(90), 'Country', 'U.S.', { identifiers: { iso: 'US' } });
  const group = actor(local(91), 'Group', groups[pick(groups.length)] ?? '', { linkable: false });
  const all = [...entities, country, group];
  const some = (): string => all[pick(all.length)]?.id ?? country.id;
  const claims = Array.from({ length: pick(5) }, (_, at) =>
    claim(`c_${sourceId}_${at}`, acts[pick(acts.length)] ?? 'URGED', some(), some(), {
      polarity: pick(4) === 0 ? 'negative' : 'positive',
      modality: pick(3) === 0 ? 'requested' : 'performed',
      content: at > 0 && pick(2) === 0 ? `c_${sourceId}_${at - 1}` : null,
      speakers: pick(3) === 0 ? [some()] : [],
      date: pick(2) === 0 ? on(day) : null,
      said: said(day),
    }),
  );
  return report(sourceId, all, claims, {
    published: { from: day, to: day, basis: 'document' },
    text: `words of ${sourceId} ${pick(3)}`,
  });
}
