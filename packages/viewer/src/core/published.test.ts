import { describe, expect, it } from 'vitest';
import { publishedFormat, PublishedError, readPublished } from './published.ts';

const node = { id: 'a', name: 'DEA', type: 'Agency', x: 0, y: 0, degree: 1 };
const edge = {
  id: 'e',
  type: 'URGED',
  from: 'a',
  to: 'a',
  act: 'URGED',
  label: 'urged',
  standing: 'told',
  modality: 'performed',
  polarity: 'positive',
  claimIds: [],
};
const good = { format: publishedFormat, nodes: [node], edges: [edge] };

describe('readPublished', () => {
  it('takes what the explorer saves, also without places, types or claims', () => {
    expect(readPublished(good)).toMatchObject({ title: '', types: {}, claims: {} });
    expect(readPublished({ ...good, nodes: [{ ...node, place: [1, 2] }] }).nodes[0]?.place).toEqual([1, 2]);
  });

  it.each([
    ['nothing', null],
    ['another format', { ...good, format: 'x' }],
    ['two actors of one id', { ...good, nodes: [node, node] }],
    ['a place that is none', { ...good, nodes: [{ ...node, place: [1, Number.NaN] }] }],
    ['a standing that is none', { ...good, edges: [{ ...edge, standing: 'true' }] }],
    ['a colour that is none', { ...good, types: { Agency: { label: 'x', color: 'red;}' } } }],
    ['claims that are none', { ...good, claims: { c: { quote: 1 } } }],
  ])('refuses %s', (_what, value) => {
    expect(() => readPublished(value)).toThrow(PublishedError);
  });
});
