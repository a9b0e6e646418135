import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadOntology } from '@attest/model';
import { extractRecord } from '@attest/extractor';

interface Family {
  readonly act: string;
  readonly family: string;
  readonly pairs: readonly (readonly [string, string | readonly string[] | null])[];
}
const families = parse(readFileSync(new URL('minimal-pairs.yaml', import.meta.url), 'utf8')) as readonly Family[];
const ontology = loadOntology();

function claims(text: string, act: string): string[] {
  const record = extractRecord(
    { sourceId: 'a.txt', file: 'a.txt', bytes: new TextEncoder().encode(text), meta: { kind: 'news' } },
    ontology,
  );
  const name = (id: string | null | undefined): string =>
    record.entities.find((entity) => entity.id === id)?.name ?? '-';
  return record.claims
    .filter((claim) => claim.act === act)
    .map(
      (claim) =>
        `${name(claim.agent)} > ${name(claim.target)}, ${claim.modality}, ${claim.polarity}, ${name(claim.speakers[0])}`,
    );
}

describe.each(families)('$act: $family', ({ act, pairs }) => {
  it.each(pairs)('%s', (sentence, expected) =>
    expect(claims(sentence, act)).toEqual(expected === null ? [] : [expected].flat()),
  );
});
