import type { ValueType } from './ast.ts';
import { spend } from './limits.ts';
import { temporalKind } from './temporal.ts';
import { EdgeRef, isInteger, isMap, isNumber, NodeRef, PathRef } from './values.ts';

const TEMPORALS = ['ZONED DATETIME', 'LOCAL DATETIME', 'DATE', 'ZONED TIME', 'LOCAL TIME', 'DURATION'];
/** In which order `valueType()` lists the types of a list's items. */
const ORDER = [
  'BOOLEAN',
  'STRING',
  'INTEGER',
  'FLOAT',
  'DATE',
  'LOCAL TIME',
  'ZONED TIME',
  'LOCAL DATETIME',
  'ZONED DATETIME',
  'DURATION',
  'NODE',
  'RELATIONSHIP',
  'MAP',
  'LIST',
  'PATH',
];
const place = (type: string): number => ORDER.findIndex((name) => type.startsWith(name));
const PROPERTY = new Set(['BOOLEAN', 'STRING', 'INTEGER', 'FLOAT', ...TEMPORALS]);

function baseName(value: unknown): string {
  if (value === null) return 'NULL';
  if (typeof value === 'boolean') return 'BOOLEAN';
  if (typeof value === 'string') return 'STRING';
  if (isInteger(value)) return 'INTEGER';
  if (isNumber(value)) return 'FLOAT';
  if (value instanceof NodeRef) return 'NODE';
  if (value instanceof EdgeRef) return 'RELATIONSHIP';
  if (value instanceof PathRef) return 'PATH';
  if (Array.isArray(value)) return 'LIST';
  return isMap(value) ? 'MAP' : (TEMPORALS[temporalKind(value)] ?? 'ANY');
}

/** The type of a value as `valueType()` writes it. */
export function typeName(value: unknown): string {
  spend(1);
  const name = baseName(value);
  if (name === 'NULL') return 'NULL';
  if (!Array.isArray(value)) return `${name} NOT NULL`;
  const items = [...new Set(value.map(typeName))].sort((a, b) => place(a) - place(b));
  return items.length === 0 ? 'LIST<NOTHING> NOT NULL' : `LIST<${items.join(' | ')}> NOT NULL`;
}

/** Lists of one type can be properties; numbers are one. */
function isStorable(list: readonly unknown[]): boolean {
  const types = new Set<string>();
  for (const item of list) {
    spend(1);
    const name = baseName(item);
    types.add(name === 'INTEGER' || name === 'FLOAT' ? 'NUMBER' : name);
  }
  return types.size === 0 || (types.size === 1 && [...types].every((name) => name === 'NUMBER' || PROPERTY.has(name)));
}

/** `value IS :: type`. */
export function isOfType(value: unknown, { names }: ValueType): boolean {
  const base = baseName(value);
  spend(1);
  return names.some(({ name, notNull, items }) => {
    if (value === null) return !notNull && name !== 'NOTHING';
    if (name === 'ANY' || name === base) {
      return items === null || !Array.isArray(value) || value.every((item) => isOfType(item, items));
    }
    if (name !== 'PROPERTY VALUE') return false;
    return PROPERTY.has(base) || (Array.isArray(value) && isStorable(value));
  });
}
