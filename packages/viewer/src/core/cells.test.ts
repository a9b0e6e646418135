import { describe, expect, it } from 'vitest';
import { cellText, csvOf, textsIn } from './cells.ts';

const node = { id: 'e_1', labels: ['Entity'], properties: { name: 'DEA' } };

describe('values of results', () => {
  it('writes each kind of value in one line', () => {
    expect(cellText(null)).toBe('');
    expect(cellText([1, 'a', null])).toBe('1, a, ');
    expect(cellText(node)).toBe('DEA');
    expect(cellText({ nodes: [node, node] })).toBe('DEA – DEA');
    expect(cellText({ a: 1 })).toBe('{"a":1}');
  });

  it('writes CSV that a spreadsheet reads and does not run', () => {
    const csv = csvOf({
      columns: ['who', 'n'],
      rows: [
        ['a "b", c', -3],
        ['=HYPERLINK("x")', 1.5],
        ['@x\ny', null],
      ],
    });
    expect(csv).toBe('\uFEFFwho,n\r\n"a ""b"", c",-3\r\n"\'=HYPERLINK(""x"")",1.5\r\n"\'@x\ny",\r\n');
  });

  it('finds ids and names at any depth', () => {
    expect([...textsIn([[{ nodes: [node] }, ['c_1']]])]).toEqual(expect.arrayContaining(['e_1', 'c_1']));
  });
});
