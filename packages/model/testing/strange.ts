import { edge, graphOf } from './fixture.ts';

/** Every sign that Cypher, JSON, XML or a spreadsheet might read as its own. */
export const hostile = `=1+1 "'\`\\ \\u0027 \u2028 \u0000 $x {a} // */ é 😀`;
/** A graph whose names, labels, types and values look like Cypher or like nothing. */
export const strange = graphOf(
  [
    {
      id: hostile,
      labels: ['Entity', 'Bo`dy', 'Two Words'],
      properties: {
        id: hostile,
        name: hostile,
        'a`b c': 1,
        type: 'Two Words',
        whole: 3,
        big: 9_007_199_254_740_991,
        part: 0.125,
        yes: true,
        none: [],
        day: { date: '0001-12-31' },
      },
    },
    { id: 'other', labels: ['Entity', 'Body'], properties: { id: 'other', name: '' } },
  ],
  [edge('O`DD TYPE', hostile, 'other', { day: { date: '2024-02-29' }, list: ['a', hostile] })],
);
