import { describe, expect, it } from 'vitest';
import { noFilter, readView, writeView, type Place, type View } from './view.ts';

const places: readonly Place[] = [
  { kind: 'start' },
  { kind: 'search', text: 'Blinken & co=?' },
  { kind: 'entity', id: 'usc:8/1189' },
  { kind: 'edge', id: 'r_1' },
  { kind: 'claim', id: 'c_1' },
  { kind: 'document', id: 'a folder/ä.txt', claim: null },
  { kind: 'document', id: 'upload:ff', claim: 'c_2' },
  { kind: 'documents' },
  { kind: 'question', number: 7, given: {} },
  { kind: 'question', number: 1, given: { name: 'Biden & co' } },
  { kind: 'query', text: "MATCH (n {a: '&'})\nRETURN n" },
  { kind: 'path', from: 'e_1', to: '' },
  { kind: 'list' },
  { kind: 'filter' },
];
const filter: View['filter'] = {
  types: ['Law'],
  acts: ['HOLDS_OFFICE', 'CITED'],
  lines: ['alleged'],
  documents: ['a folder/ä.txt'],
  from: '2023-01-01',
  to: '2025-02-01',
  sources: 2,
  loud: true,
  hidden: ['e_1'],
  around: ['e_2', 'iso:MX'],
  pinned: [{ id: 'usc:8/1189_x', x: -12, y: 40 }],
};

describe('links', () => {
  it('say everything that they were made from', () => {
    for (const place of places)
      for (const one of [noFilter, filter])
        expect(readView(writeView({ place, filter: one }))).toEqual({ place, filter: one });
    expect(writeView({ place: { kind: 'start' }, filter: noFilter })).toBe('');
  });

  it('open whatever is in them', () => {
    expect(readView('?question=x&pin=1_2&pin=a_b_c&said-from=tomorrow&no-type=&show=nothing&%ff=%').place.kind).toBe(
      'start',
    );
    expect(readView('?said-from=tomorrow').filter.from).toBe('');
    expect(readView('?pin=1_2_').filter.pinned).toEqual([]);
    expect(['x', '-1', '2.7', '999'].map((text) => readView(`?sources=${text}`).filter.sources)).toEqual([1, 1, 2, 5]);
  });
});
