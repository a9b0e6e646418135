import { describe, expect, it } from 'vitest';
import { edgeStyle } from './edge-style.ts';

const edge = { standing: 'told', polarity: 'positive', type: 'URGED', label: 'urged', modality: 'performed' } as const;

describe('edgeStyle', () => {
  it('never draws what was only asked or alleged like what was done', () => {
    const told = edgeStyle(edge);
    const others = [
      edgeStyle({ ...edge, standing: 'alleged' }),
      edgeStyle({ ...edge, standing: 'unrealised', modality: 'requested' }),
      edgeStyle({ ...edge, standing: 'unrealised', polarity: 'negative' }),
    ];
    expect(new Set([told, ...others].map((style) => style.color)).size).toBe(4);
    expect(new Set([told, ...others].map((style) => style.label)).size).toBe(4);
    expect(told.label).toBe('urged');
  });

  it('keeps offices quiet', () => {
    expect(edgeStyle({ ...edge, type: 'HOLDS_OFFICE' }).size).toBeLessThan(edgeStyle(edge).size);
  });
});
