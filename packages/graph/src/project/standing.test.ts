import { describe, expect, it } from 'vitest';
import { loadOntology, type Claim } from '@attest/model';
import { claim } from '../../test/records.ts';
import { deriveEdge, type ClaimView } from './standing.ts';

const ontology = loadOntology();
const base: Claim = claim('c', 'KILLED', 'a', 'b');
const view = (change: Partial<Claim> = {}, more: Partial<ClaimView> = {}): ClaimView => ({
  claim: { ...base, ...change },
  agent: 'a',
  target: 'b',
  speakers: [],
  author: undefined,
  ...more,
});
const derive = (one: ClaimView, content: ClaimView | null = null, press: readonly string[] = []) =>
  deriveEdge(one, content, ontology, (id) => press.includes(id));
const type = (one: ClaimView, press: readonly string[] = []): string | null => derive(one, null, press)?.type ?? null;

describe('the decision table', () => {
  it('draws nothing without two different ends', () => {
    expect(type(view({}, { agent: null }))).toBeNull();
    expect(type(view({}, { target: null }))).toBeNull();
    expect(type(view({}, { target: 'a' }))).toBeNull();
  });
  it.each([
    { modality: 'requested' },
    { modality: 'planned' },
    { modality: 'possible' },
    { modality: 'refused' },
    { polarity: 'negative' },
  ] as const)('%j is never drawn as done', (change) => {
    expect(type(view({ act: 'DESIGNATED', ...change }))).toBe('UNREALISED');
    expect(type(view({ act: 'HOLDS_OFFICE', ...change }))).toBe('UNREALISED');
  });
  it('keeps standing relations whoever tells them', () => {
    expect(type(view({ act: 'HOLDS_OFFICE' }, { speakers: ['x'] }))).toBe('HOLDS_OFFICE');
  });
  it('never draws as fact what only somebody says, hedges or pleads', () => {
    expect(type(view({}, { speakers: ['x'] }))).toBe('ALLEGED');
    expect(type(view({ hedged: true }))).toBe('ALLEGED');
    expect(type(view({}, { author: 'x' }))).toBe('ALLEGED');
    expect(type(view({}, { author: null }))).toBe('ALLEGED');
  });
  it('tells what a report or the press tells', () => {
    expect(type(view())).toBe('KILLED');
    expect(type(view({}, { speakers: ['times'] }), ['times'])).toBe('KILLED');
    expect(type(view({}, { speakers: ['minister', 'times'] }), ['times'])).toBe('ALLEGED');
  });
  it('lets those who act by saying witness for themselves, and nobody else', () => {
    expect(type(view({ act: 'DESIGNATED' }, { author: 'a' }))).toBe('DESIGNATED');
    expect(type(view({ act: 'DESIGNATED' }, { author: 'x' }))).toBe('ALLEGED');
    expect(type(view({ act: 'KILLED' }, { author: 'a' }))).toBe('ALLEGED');
  });
  it('takes the end from the content where no hearer is addressed', () => {
    const denied = view({ act: 'DENIED' }, { target: null });
    expect(derive(denied, view({}, { agent: 'm', target: 'f' }))).toMatchObject({ to: 'm', via: 'content' });
    expect(derive(denied, view({}, { agent: 'a', target: 'f' }))).toMatchObject({ to: 'f', via: 'content' });
    expect(derive(view({ act: 'URGED' }, { target: null }), view({}, { agent: 'm' }))).toBeNull();
  });
});
