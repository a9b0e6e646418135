import { describe, expect, it } from 'vitest';
import { edgeLook, edgeWords, isQuiet, lineKindOf } from './edge-look.ts';
import { palettes } from './palette.ts';

const edge = {
  standing: 'told',
  polarity: 'positive',
  act: 'URGED',
  label: 'urged',
  modality: 'performed',
  claimIds: ['c'],
} as const;
const kinds = [
  edge,
  { ...edge, standing: 'alleged' },
  { ...edge, standing: 'unrealised', modality: 'requested' },
  { ...edge, standing: 'unrealised', polarity: 'negative' },
] as const;

describe('the look of an edge', () => {
  it('tells the four kinds apart by line alone, without colour, and by words', () => {
    const looks = kinds.map((one) => edgeLook(one, false, palettes.light));
    expect(new Set(looks.map(({ pattern, bar }) => `${pattern} ${bar}`)).size).toBe(4);
    expect(new Set(looks.map(({ color }) => color)).size).toBe(4);
    expect(kinds.map(edgeWords)).toEqual(['urged', 'urged (alleged)', 'urged (requested)', 'not: urged']);
    expect(edgeWords({ ...edge, contested: true })).toBe('urged (contested)');
    expect(kinds.map(lineKindOf)).toEqual(['told', 'alleged', 'unrealised', 'negative']);
  });

  it('keeps the pattern of quiet edges: pale never means true', () => {
    for (const one of kinds)
      expect(edgeLook(one, true, palettes.light).pattern).toBe(edgeLook(one, false, palettes.light).pattern);
    expect(edgeLook(edge, true, palettes.light).size).toBeLessThan(edgeLook(edge, false, palettes.light).size);
  });

  it('keeps offices, citations and substances quiet', () => {
    expect(isQuiet({ act: 'HOLDS_OFFICE' }, 'Official', 'Country')).toBe(true);
    expect(isQuiet({ act: 'TRAFFICKED' }, 'Cartel', 'Substance')).toBe(true);
    expect(isQuiet({ act: 'URGED' }, 'Official', 'Country')).toBe(false);
  });
});
