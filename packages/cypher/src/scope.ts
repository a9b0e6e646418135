import type { Expression, Span } from './ast.ts';
import type { Evaluate } from './context.ts';
import { CypherError, positionAt } from './errors.ts';
import type { CypherErrorCode } from './errors.ts';

export type Kind = 'node' | 'relationship' | 'relationships' | 'path' | 'value';
export interface Variable {
  readonly slot: number;
  readonly kind: Kind;
}
export interface Aggregate {
  readonly slot: number;
  readonly name: string;
  readonly distinct: boolean;
  readonly args: readonly Evaluate[];
}

/** What is shared by all scopes of one query: its text and the number of slots. */
export class Frame {
  readonly text: string;
  slots = 0;
  constructor(text: string) {
    this.text = text;
  }
  slot(): number {
    this.slots += 1;
    return this.slots - 1;
  }
  error(code: CypherErrorCode, message: string, at: number, hint: string): CypherError {
    return new CypherError(code, message, positionAt(this.text, at), hint);
  }
}

/** The names that an expression sees. */
export class Scope {
  readonly frame: Frame;
  readonly names: Map<string, Variable>;
  /** Texts of expressions that are already computed, with their slots: grouping keys and projected items. */
  computed = new Map<string, number>();
  /** Where aggregates are collected; null where none may stand. */
  aggregates: Aggregate[] | null = null;
  /** While a grouped item is compiled: names that may be used outside aggregates. */
  grouped: ReadonlySet<string> | null = null;
  /** Slots read since the last `track`. */
  used = new Set<number>();

  constructor(frame: Frame, names: ReadonlyMap<string, Variable> = new Map()) {
    this.frame = frame;
    this.names = new Map(names);
  }

  child(): Scope {
    const child = new Scope(this.frame, this.names);
    child.used = this.used;
    child.computed = this.computed;
    child.grouped = this.grouped;
    return child;
  }

  declare(name: string, kind: Kind): Variable {
    const variable = { slot: this.frame.slot(), kind };
    this.names.set(name, variable);
    return variable;
  }

  /** A local name of a comprehension, always visible. */
  local(name: string, kind: Kind): Variable {
    if (this.grouped !== null) this.grouped = new Set([...this.grouped, name]);
    return this.declare(name, kind);
  }

  find(name: string, at: number): Variable {
    const variable = this.names.get(name);
    if (variable === undefined) {
      throw this.frame.error(
        'SemanticError',
        `The variable ${name} is not defined.`,
        at,
        'Check its spelling, or pass it on in WITH.',
      );
    }
    if (this.grouped !== null && !this.grouped.has(name)) {
      throw this.frame.error(
        'SemanticError',
        `${name} stands beside an aggregate but is no grouping key.`,
        at,
        'Project it in an item of its own first.',
      );
    }
    this.used.add(variable.slot);
    return variable;
  }

  /** Compiles and tells which slots the expression reads. */
  track<T>(compile: () => T): { readonly result: T; readonly slots: ReadonlySet<number> } {
    const outer = this.used;
    this.used = new Set();
    const result = compile();
    const slots = this.used;
    this.used = outer;
    for (const slot of slots) outer.add(slot);
    return { result, slots };
  }

  source(span: Span | Expression): string {
    return this.frame.text.slice(span.at, span.end).replaceAll(/\s+/g, ' ');
  }
}
