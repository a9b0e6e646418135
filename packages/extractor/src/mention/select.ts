import type { Doc } from '@attest/nlp';
import type { Candidate, Found } from './found.ts';

const overlaps = (a: Candidate, b: Candidate): boolean => a.from < b.to && b.from < a.to;
const holds = (outer: Candidate, inner: Candidate): boolean => outer.from <= inner.from && outer.to >= inner.to;
/** May a smaller mention stand inside this one? Names of bodies and laws swallow what they are made of. */
const opensUp = (outer: Candidate): boolean =>
  outer.form === 'nominal' || outer.nameFrom !== undefined || outer.rank === 6;

/** The noun's own words and the name behind a title belong to the larger mention itself. */
function mayStandInside(outer: Candidate, inner: Candidate): boolean {
  if (outer.nameFrom !== undefined) return inner.form !== 'nominal' && inner.to <= outer.nameFrom;
  return inner.to <= (outer.nominal?.noun ?? outer.from) || (inner.head !== outer.head && inner.from > outer.head);
}

/** Of overlapping candidates keeps the surer, then the longer ones; names inside noun phrases and before titles stay as modifiers. */
export function select(doc: Doc, candidates: readonly Candidate[]): readonly Found[] {
  const at = new Map<number, Candidate[]>();
  const kept: Candidate[] = [];
  const sorted = candidates.toSorted((a, b) => b.rank - a.rank || b.to - b.from - (a.to - a.from) || a.from - b.from);
  for (const one of sorted) {
    const others = new Set<Candidate>();
    for (let token = one.from; token < one.to; token++) for (const other of at.get(token) ?? []) others.add(other);
    const clash = [...others].some(
      (other) =>
        overlaps(one, other) &&
        !(holds(one, other) && opensUp(one) && mayStandInside(one, other)) &&
        !(holds(other, one) && opensUp(other) && mayStandInside(other, one)),
    );
    if (clash) continue;
    kept.push(one);
    for (let token = one.from; token < one.to; token++) at.set(token, [...(at.get(token) ?? []), one]);
  }
  return kept
    .map(({ rank: _rank, nameFrom: _nameFrom, ...one }): Found => {
      const outer = (at.get(one.head) ?? []).some(
        (other) => other.from <= one.from && other.to >= one.to && other.to - other.from > one.to - one.from,
      );
      const describes = /^(?:compound|amod|nmod:poss|nmod:desc)/u.test(doc.deprel(one.head)) && one.type !== 'Law';
      const form = one.form ?? 'name';
      return { ...one, form: form === 'name' && (outer || describes) ? 'modifier' : form };
    })
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
}
