import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadOntology } from '@attest/model';
import { extractRecord } from '@attest/extractor';

type Expected = string | readonly string[] | null;
interface Family {
  readonly act: string;
  readonly family: string;
  /** A sentence, what must come out, and `gap` where it does not yet. */
  readonly pairs: readonly (readonly [string, Expected] | readonly [string, Expected, 'gap'])[];
}
const families = parse(readFileSync(new URL('minimal-pairs.yaml', import.meta.url), 'utf8')) as readonly Family[];
const ontology = loadOntology();

function claims(text: string, act: string): string[] {
  const record = extractRecord(
    { sourceId: 'a.txt', file: 'a.txt', bytes: new TextEncoder().encode(text), meta: { kind: 'news' } },
    ontology,
  );
  /** An actor by the longest of its names that stands in the sentence. */
  const name = (id: string | null | undefined): string => {
    const entity = record.entities.find((one) => one.id === id);
    if (!entity) return '-';
    const [written] = [entity.name, ...entity.aliases]
      .map((alias) => alias.replace(/^(?:the|an?) /iu, ''))
      .filter((alias) => text.toLowerCase().includes(alias.toLowerCase()))
      .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
    return written ?? entity.name;
  };
  return record.claims
    .filter((claim) => claim.act === act)
    .map(
      (claim) =>
        `${name(claim.agent)} > ${name(claim.target)}, ${claim.modality}, ${claim.polarity}, ${name(claim.speakers[0])}${claim.hedged ? ', hedged' : ''}`,
    );
}

const cases = families.flatMap(({ act, family, pairs }) =>
  pairs.map(([sentence, expected, gap]) => ({
    act,
    family,
    sentence,
    expected: expected === null ? [] : [expected].flat(),
    isOpen: gap !== undefined,
  })),
);

describe('minimal pairs', () => {
  it.each(cases.filter(({ isOpen }) => !isOpen))('$act, $family: $sentence', ({ sentence, act, expected }) => {
    expect(claims(sentence, act)).toEqual(expected);
  });
});

// A gap that is closed fails here: take the word out then.
describe('minimal pairs that do not come out yet', () => {
  it.fails.each(cases.filter(({ isOpen }) => isOpen))('$act, $family: $sentence', ({ sentence, act, expected }) => {
    expect(claims(sentence, act)).toEqual(expected);
  });
});
