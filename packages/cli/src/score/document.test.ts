import { describe, expect, it } from 'vitest';
import { scoreDocument } from './document.ts';
import { f1Of, type ScoredClaim, type ScoredEntity } from './types.ts';

const text = 'Attorneys general urged Biden to designate the cartels.';
const entities: readonly ScoredEntity[] = [
  { id: 'e1', type: 'Group', name: 'Attorneys general' },
  { id: 'e2', type: 'Official', name: 'Joe Biden', aliases: ['Biden'] },
  { id: 'e3', type: 'Cartel', name: 'the cartels' },
];
const base = { as: null, under: null, polarity: 'positive', speaker: null, content: null, date: null };
const urged: ScoredClaim = {
  ...base,
  id: 'c1',
  act: 'URGED',
  agent: 'e1',
  target: 'e2',
  modality: 'performed',
  content: 'c2',
  quote: 'Attorneys general urged Biden',
};
const asked: ScoredClaim = {
  ...base,
  id: 'c2',
  act: 'DESIGNATED',
  agent: 'e2',
  target: 'e3',
  modality: 'requested',
  speaker: 'e1',
  quote: 'designate the cartels',
};
const evidence = { start: 0, end: text.length };
const found = (claim: ScoredClaim, change: Partial<ScoredClaim> = {}): ScoredClaim => ({
  ...claim,
  document: 'a.txt',
  evidence,
  ...change,
});
const score = (claims: readonly ScoredClaim[]) =>
  scoreDocument('a', text, { entities, claims: [urged, asked] }, { entities, claims });

describe('scoreDocument', () => {
  it('gives full marks to the key itself', () => {
    const own = score([found(urged), found(asked)]);
    expect(f1Of(own.strict).f1).toBe(1);
    expect(f1Of(own.entity).f1).toBe(1);
    expect(own.attributes.content).toEqual({ ok: 1, all: 1 });
    expect(own.overstated).toBe(0);
  });

  it('sees what is only asked told as done, and words without their speaker', () => {
    const own = score([found(asked, { modality: 'performed', speaker: null })]);
    expect(own.overstated).toBe(1);
    expect(own.unattributed).toBe(1);
  });

  it('counts swapped roles and evidence that shows nothing as wrong', () => {
    expect(score([found(urged, { agent: 'e2', target: 'e1' })]).strict).toEqual({ right: 0, fp: 1, tp: 0, fn: 2 });
    expect(score([found(urged, { evidence: { start: 3, end: 3 } })]).unlocated).toBe(1);
  });
});
