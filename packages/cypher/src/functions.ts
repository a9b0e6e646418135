import { CypherError } from './error.ts';
import { CypherDate, isNode, isRelationship, type Value } from './values.ts';

const typeError = (name: string, expected: string): never => {
  throw new CypherError('type', `${name}() needs ${expected}`, null, 'Check the argument.');
};
const onText = (name: string, work: (text: string) => Value) => ([value]: readonly Value[]): Value =>
  value === null || value === undefined ? null : typeof value === 'string' ? work(value) : typeError(name, 'a string');

const functions: Readonly<Record<string, { readonly arity: readonly [number, number]; readonly work: (of: readonly Value[]) => Value }>> = {
  tolower: { arity: [1, 1], work: onText('toLower', (text) => text.toLowerCase()) },
  toupper: { arity: [1, 1], work: onText('toUpper', (text) => text.toUpperCase()) },
  trim: { arity: [1, 1], work: onText('trim', (text) => text.trim()) },
  date: {
    arity: [1, 1],
    work: onText('date', (text) => {
      try {
        return CypherDate.parse(text);
      } catch {
        return typeError('date', `a day such as '2025-02-01', not '${text.slice(0, 40)}'`);
      }
    }),
  },
  coalesce: { arity: [1, 64], work: (of) => of.find((value) => value !== null) ?? null },
  size: { arity: [1, 1], work: ([value]) => (value == null ? null : typeof value === 'string' ? [...value].length : Array.isArray(value) ? value.length : typeError('size', 'a list or a string')) },
  labels: { arity: [1, 1], work: ([value]) => (value == null ? null : isNode(value) ? value.labels : typeError('labels', 'a node')) },
  type: { arity: [1, 1], work: ([value]) => (value == null ? null : isRelationship(value) ? value.type : typeError('type', 'a relationship')) },
  elementid: { arity: [1, 1], work: ([value]) => (value == null ? null : isNode(value) || isRelationship(value) ? value.id : typeError('elementId', 'a node or a relationship')) },
  keys: { arity: [1, 1], work: ([value]) => (value == null ? null : isNode(value) || isRelationship(value) ? Object.keys(value.properties).toSorted() : typeError('keys', 'a node or a relationship')) },
  head: { arity: [1, 1], work: ([value]) => (value == null ? null : Array.isArray(value) ? ((value[0] as Value | undefined) ?? null) : typeError('head', 'a list')) },
};

export const functionNames: ReadonlySet<string> = new Set(Object.keys(functions));

/** Calls a function that is no aggregate; its name is known to exist. */
export function callFunction(name: string, of: readonly Value[]): Value {
  const known = functions[name];
  if (!known) return typeError(name, 'to be known');
  if (of.length < known.arity[0] || of.length > known.arity[1]) return typeError(name, `${known.arity[0]} argument${known.arity[0] === 1 ? '' : 's'}`);
  return known.work(of);
}
