import type { Doc } from '@attest/nlp';
import type { CitedWorks } from '../laws/works/cite-notes.ts';
import { overText, type Found } from './found.ts';

interface Stretch {
  readonly start: number;
  readonly end: number;
}
const inside = (one: Stretch, span: Stretch): boolean => one.start >= span.start && one.end <= span.end;
const overlap = (one: Stretch, span: Stretch): boolean => one.start < span.end && span.start < one.end;
const official =
  /\b(?:Department|Administration|Commission|Committee|Bureau|Ministry|House|Senate|Congress|Government|Secretariat|National Institute)\b/u;
const longestName = 120;
/** In "Letter from A to B" the title says who wrote to whom. */
const tells = /^(?:Letters?|Memo(?:randum)?|E-?mail|Telegram|Cable) (?:from|to) /u;

/**
 * Mentions, with the works that notes cite: a title names its work and nothing else, an author is a person, and who
 * publishes has one name.
 */
export function withWorks(doc: Doc, found: readonly Found[], { works, citations }: CitedWorks): readonly Found[] {
  const named = citations.filter(({ title }) => title !== null);
  const titles = named.flatMap(({ title, works: [index] }) => {
    const work = index === undefined ? undefined : works[index];
    if (!title || !work || tells.test(work.title)) return [];
    const one = overText(doc, title.start, title.end, {
      rank: 9,
      type: 'Work',
      name: work.title,
      linkable: true,
      reason: 'title of a work that a note cites',
    });
    return one ? [one] : [];
  });
  const authors = named.flatMap(({ authors: names }) =>
    names.flatMap(({ start, end }) => {
      if (!/^\p{Lu}/u.test(doc.text.slice(start, end))) return [];
      const one = overText(doc, start, end, {
        rank: 9,
        type: 'Person',
        name: doc.text.slice(start, end),
        linkable: true,
        reason: 'author of a work that a note cites',
      });
      return one ? [one] : [];
    }),
  );
  const publishers = named.flatMap(({ publisher, works: [index] }) => {
    const name = index === undefined ? null : (works[index]?.publisher ?? null);
    if (publisher === null || name === null) return [];
    const { start, end } = publisher;
    const parts = found.filter((other) => overlap(publisher, other));
    // A name that was found whole stays; one that was cut ("U.S." and "China ... Commission") is put together again.
    const bodies = parts.filter((other) => /^(?:Agency|Organization)$/u.test(other.type));
    if (
      bodies.length > 1 ||
      bodies.some((other) => other.reason.startsWith('gazetteer')) ||
      parts.some((other) => inside(publisher, other)) ||
      doc.text.slice(start, end).length > longestName
    )
      return [];
    const [body] = bodies;
    const one = overText(doc, start, end, {
      rank: 9,
      type: body?.type ?? (official.test(name) ? 'Agency' : 'Organization'),
      name,
      linkable: true,
      reason: 'publisher of a work that a note cites',
      ...(body?.reports ? { reports: true } : {}),
    });
    return one ? [one] : [];
  });
  const added = [...titles, ...authors, ...publishers].map(({ rank: _rank, ...one }): Found => ({
    ...one,
    form: 'name',
  }));
  const kept = found.filter(
    (one) => !added.some((other) => overlap(one, other) && !(other.type === 'Person' && inside(other, one))),
  );
  const people = added.filter((one) => one.type !== 'Person' || !kept.some((other) => overlap(one, other)));
  return [...kept, ...people].toSorted((a, b) => a.start - b.start || b.end - a.end);
}
