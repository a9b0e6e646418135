import type { ValueType } from './ast.ts';
import type { Cursor } from './cursor.ts';

const NAMES: readonly (readonly string[])[] = [
  ['BOOLEAN'],
  ['BOOL'],
  ['STRING'],
  ['VARCHAR'],
  ['INTEGER'],
  ['INT'],
  ['SIGNED', 'INTEGER'],
  ['FLOAT'],
  ['DATE'],
  ['LOCAL', 'TIME'],
  ['LOCAL', 'DATETIME'],
  ['TIMESTAMP', 'WITHOUT', 'TIMEZONE'],
  ['TIMESTAMP', 'WITH', 'TIMEZONE'],
  ['ZONED', 'TIME'],
  ['ZONED', 'DATETIME'],
  ['DURATION'],
  ['NODE'],
  ['VERTEX'],
  ['RELATIONSHIP'],
  ['EDGE'],
  ['PATH'],
  ['MAP'],
  ['PROPERTY', 'VALUE'],
  ['ANY', 'VALUE'],
  ['ANY'],
  ['NOTHING'],
  ['NULL'],
];
const SAME: Readonly<Record<string, string>> = {
  BOOL: 'BOOLEAN',
  VARCHAR: 'STRING',
  INT: 'INTEGER',
  'SIGNED INTEGER': 'INTEGER',
  'TIMESTAMP WITHOUT TIMEZONE': 'LOCAL DATETIME',
  'TIMESTAMP WITH TIMEZONE': 'ZONED DATETIME',
  VERTEX: 'NODE',
  EDGE: 'RELATIONSHIP',
  'ANY VALUE': 'ANY',
};

/** The type after `IS ::`. */
export function parseType(c: Cursor): ValueType {
  const { at } = c.peek();
  const names: { name: string; notNull: boolean; items: ValueType | null }[] = [];
  do {
    const list = c.word('LIST') || c.word('ARRAY');
    let items: ValueType | null = null;
    let name = 'LIST';
    if (list) {
      c.expect('<');
      items = c.nested(() => parseType(c));
      c.expect('>');
    } else {
      const found = NAMES.find((words) => c.word(...words));
      if (found === undefined) {
        throw c.error(
          'Unsupported',
          'This type is not known.',
          c.peek().at,
          'Use INTEGER, STRING, DATE, NODE, LIST<ANY>.',
        );
      }
      name = found.join(' ');
      name = SAME[name] ?? name;
    }
    names.push({ name, notNull: c.word('NOT', 'NULL') || c.symbol('!'), items });
  } while (c.symbol('|'));
  const open = names.filter(({ name, notNull }) => !notNull && name !== 'NOTHING');
  if (open.length > 0 && open.length < names.length) {
    throw c.error('SyntaxError', 'Either all types of a union are NOT NULL, or none.', at, 'Add NOT NULL to each.');
  }
  return { names };
}
