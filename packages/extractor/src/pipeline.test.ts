import { describe, expect, it } from 'vitest';
import { AttestError, loadOntology } from '@attest/model';
import { extractRecord } from './pipeline.ts';

const ontology = loadOntology();
const extract = (text: string | Uint8Array) =>
  extractRecord(
    {
      sourceId: 'a.txt',
      file: 'a.txt',
      bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
      meta: { kind: 'news', published: '2024-05-01' },
    },
    ontology,
  );

/** Claims of an act, as `agent > target, modality, polarity`. */
function claims(text: string, act: string): string[] {
  const { entities, claims: all } = extract(text);
  const name = (id: string | null): string => entities.find((entity) => entity.id === id)?.name ?? '-';
  return all
    .filter((claim) => claim.act === act)
    .map((claim) => `${name(claim.agent)} > ${name(claim.target)}, ${claim.modality}, ${claim.polarity}`);
}

describe('a request', () => {
  it('links the request to what is asked for, in the words of the one who asks', () => {
    const { claims: all } = extract('The Senate urged France to sanction Iran.');
    const urged = all.find((claim) => claim.act === 'URGED');
    const asked = all.find((claim) => claim.act === 'SANCTIONED');
    expect(urged?.content).toBe(asked?.id);
    expect(asked?.speakers).toEqual([urged?.agent]);
  });
});

describe('offices', () => {
  it.each([
    ['President Joe Biden spoke.', ['Joe Biden > United States, performed, positive']],
    ['President Wongani Chirwa spoke.', []],
    ['President Volodymyr Zelensky spoke.', ['Volodymyr Zelensky > Ukraine, performed, positive']],
    ['Ukrainian President Volodymyr Zelensky spoke.', ['Volodymyr Zelensky > Ukraine, performed, positive']],
    ['Montana Attorney General Austin Knudsen spoke.', ['Austin Knudsen > Montana, performed, positive']],
    ['Attorney General Austin Knudsen spoke.', []],
    ['Nicolás Maduro, the president of Venezuela, spoke.', ['Nicolás Maduro > Venezuela, performed, positive']],
    ['Nicolás Maduro, in Venezuela, spoke.', []],
  ])('%s', (text, expected) => expect(claims(text, 'HOLDS_OFFICE')).toEqual(expected));
});

describe('every claim', () => {
  it('points into its source, whatever marks, quotes and byte order mark stand before it', () => {
    const text = '\ufeffHeadline\n\n“Iran” said nothing.¹ Then France sanctioned Iran.';
    const record = extract(text);
    const [claim] = record.claims.filter((one) => one.act === 'SANCTIONED');
    expect(claim && record.document.text.slice(claim.evidence.start, claim.evidence.end)).toBe(
      'France sanctioned Iran',
    );
  });

  it('is the same twice', () => {
    const text = 'President Joe Biden visited Poland. Biden praised Ukraine.';
    expect(JSON.stringify(extract(text))).toBe(JSON.stringify(extract(text)));
  });
});

describe('bad input', () => {
  it.each([
    ['nothing', new Uint8Array()],
    ['white space', new TextEncoder().encode(' \n\t ')],
    ['a truncated character', new Uint8Array([0x41, 0xe2, 0x82])],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x41, 0x00])],
    ['a binary file', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x00, 0x00, 0x01])],
    ['nine megabytes', new Uint8Array(9 * 1024 * 1024).fill(0x41)],
  ])('%s is refused with a typed error', (_name, bytes) => expect(() => extract(bytes)).toThrow(AttestError));

  it('reads text without a full stop, and markup as text', () => {
    expect(extract('word '.repeat(20_000)).claims).toEqual([]);
    expect(extract('<script>alert(1)</script> France sanctioned Iran.').document.text).toContain('<script>');
  });
});
