import type { Expression } from './ast.ts';
import { compileExpression, compilePredicate } from './compile-expression.ts';
import type { Evaluate } from './context.ts';
import { truth } from './operators.ts';
import type { Scope } from './scope.ts';
import { demand, staticType } from './static-type.ts';
import type { StaticType } from './static-type.ts';
import { typeError } from './type-error.ts';

/** Lists are counted as they grow, by so many values. */
const KEPT_TOGETHER = 256;

type Of<K extends Expression['kind']> = Extract<Expression, { kind: K }>;

const items = (value: unknown): readonly unknown[] => {
  if (!Array.isArray(value)) throw typeError('a list', value);
  return value as readonly unknown[];
};

/** What is known of the elements of a list. */
function elementType(list: Expression, scope: Scope): StaticType {
  const type = staticType(list, scope);
  if (type === 'nodes') return 'node';
  if (type === 'relationships') return 'relationship';
  if (list.kind !== 'list' || list.items.length === 0) return 'any';
  const types = new Set(list.items.map((item) => staticType(item, scope)));
  return types.size === 1 ? [...types][0]! : 'any';
}

/** The list and the slot of the variable, with the scope in which the variable is seen. */
function over(
  e: Of<'comprehension' | 'quantifier' | 'reduce'>,
  scope: Scope,
): { readonly list: Evaluate; readonly inner: Scope; readonly slot: number } {
  demand(e.list, scope, ['list'], 'What is looped over');
  const list = compileExpression(e.list, scope);
  const inner = scope.child();
  const { slot } = inner.local(e.variable, elementType(e.list, scope));
  return { list, inner, slot };
}

export function compileComprehension(e: Of<'comprehension'>, scope: Scope): Evaluate {
  const { list, inner, slot } = over(e, scope);
  const where = e.where === null ? null : compilePredicate(e.where, inner);
  const map = e.map === null ? null : compileExpression(e.map, inner);
  return (row, context) => {
    const value = list(row, context);
    if (value === null) return null;
    const results: unknown[] = [];
    for (const item of items(value)) {
      context.tick();
      row[slot] = item;
      if (where === null || truth(where(row, context)) === true) {
        results.push(map === null ? item : map(row, context));
        if (results.length % KEPT_TOGETHER === 0) context.keep(KEPT_TOGETHER);
      }
    }
    return results;
  };
}

export function compileQuantifier(e: Of<'quantifier'>, scope: Scope): Evaluate {
  const { list, inner, slot } = over(e, scope);
  const where = compilePredicate(e.where, inner);
  return (row, context) => {
    const value = list(row, context);
    if (value === null) return null;
    let unknown = false;
    let yes = 0;
    let no = 0;
    for (const item of items(value)) {
      context.tick();
      row[slot] = item;
      const one = truth(where(row, context));
      if (one === null) unknown = true;
      else if (one) yes += 1;
      else no += 1;
    }
    if (e.mode === 'ALL') return no > 0 ? false : unknown ? null : true;
    if (e.mode === 'SINGLE') return yes > 1 ? false : unknown ? null : yes === 1;
    const any = yes > 0 ? true : unknown ? null : false;
    return e.mode === 'ANY' ? any : any === null ? null : !any;
  };
}

export function compileReduce(e: Of<'reduce'>, scope: Scope): Evaluate {
  const start = compileExpression(e.start, scope);
  const { list, inner, slot } = over(e, scope);
  if (e.accumulator === e.variable) {
    throw scope.frame.error('SemanticError', `${e.variable} is already defined.`, e.at, 'Use another name.');
  }
  const sum = inner.local(e.accumulator, 'any').slot;
  const step = compileExpression(e.step, inner);
  return (row, context) => {
    const value = list(row, context);
    if (value === null) return null;
    row[sum] = start(row, context);
    for (const item of items(value)) {
      context.tick();
      row[slot] = item;
      row[sum] = step(row, context);
    }
    return row[sum];
  };
}
