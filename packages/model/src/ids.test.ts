import { describe, expect, it } from 'vitest';
import { claimId, hashOf, keyNameOf, localEntityId, revisionOf, type ClaimIdentity } from './ids.ts';

const claim: ClaimIdentity = {
  sourceId: 'a.txt',
  sentence: 'The attorneys general urged Biden.',
  act: 'URGED',
  lemma: null,
  title: null,
  roles: ['e_1', 'e_2'],
  modality: 'performed',
  polarity: 'positive',
  ordinal: 0,
};

describe('ids', () => {
  it('keeps parts apart that would run together', () => {
    expect(hashOf('a', 'bc')).not.toBe(hashOf('ab', 'c'));
    expect(hashOf(null)).not.toBe(hashOf('null'));
  });

  it('gives a claim the same id after re-wrapping, another one when a role, its modality or its source changes', () => {
    expect(claimId({ ...claim, sentence: 'The  attorneys\ngeneral urged   Biden.' })).toBe(claimId(claim));
    expect(claimId({ ...claim, roles: ['e_2', 'e_1'] })).not.toBe(claimId(claim));
    expect(claimId({ ...claim, modality: 'requested' })).not.toBe(claimId(claim));
    expect(claimId({ ...claim, sourceId: 'b.txt' })).not.toBe(claimId(claim));
  });

  it('lets two people of one name stand apart in one document', () => {
    const key = keyNameOf('John Smith');
    expect(localEntityId('a.txt', 'Person', key, 'senator')).not.toBe(localEntityId('a.txt', 'Person', key, 'farmer'));
  });

  it('tells revisions of a document by its bytes', () => {
    expect(revisionOf(new TextEncoder().encode('a'))).not.toBe(revisionOf(new TextEncoder().encode('b')));
  });
});

describe('keyNameOf', () => {
  it.each([
    ['Andrés Manuel López Obrador', 'andres manuel lopez obrador'],
    ['The New York Times', 'new york times'],
    ['U.S. Senate', 'us senate'],
    ["Mexico's", 'mexico'],
    ['MS-13', 'ms 13'],
    ['The', 'the'],
    ['', ''],
  ])('%s', (name, key) => expect(keyNameOf(name)).toBe(key));
});
