import type { Expression } from './ast.ts';
import type { Evaluate } from './context.ts';
import { CypherError, positionAt } from './errors.ts';
import type { CypherErrorCode, Position } from './errors.ts';
import type { Procedure } from './procedure.ts';
import type { StaticType } from './static-type.ts';
import { shapeOf, variablesOf } from './walk.ts';

export interface Variable {
  readonly slot: number;
  readonly type: StaticType;
}
export interface Aggregate {
  readonly slot: number;
  readonly name: string;
  readonly distinct: boolean;
  readonly args: readonly Evaluate[];
}
interface Computed {
  readonly slot: number;
  readonly variables: ReadonlySet<string>;
}
export interface Notification {
  readonly code: string;
  readonly message: string;
  readonly position: Position;
}

/** What is shared by all scopes of one query: its text, the number of slots, the procedures it can call. */
export class Frame {
  readonly text: string;
  readonly procedures: ReadonlyMap<string, Procedure>;
  readonly notifications: Notification[] = [];
  /** Labels and types that patterns name. */
  readonly asked: { readonly kind: 'label' | 'type'; readonly name: string; readonly at: number }[] = [];
  /** Slots that some expression, pattern or path reads; nobody asks for the values of the others. */
  readonly read = new Set<number>();
  slots = 0;

  constructor(text: string, procedures: ReadonlyMap<string, Procedure> = new Map()) {
    this.text = text;
    this.procedures = procedures;
  }

  readonly position = (at: number): Position => positionAt(this.text, at);

  slot(): number {
    this.slots += 1;
    return this.slots - 1;
  }

  error(code: CypherErrorCode, message: string, at: number, hint: string): CypherError {
    return new CypherError(code, message, positionAt(this.text, at), hint);
  }

  notify(code: string, message: string, at: number): void {
    this.notifications.push({ code, message, position: positionAt(this.text, at) });
  }
}

/** The names that an expression sees. */
export class Scope {
  readonly frame: Frame;
  readonly names: Map<string, Variable>;
  /** Expressions that are already computed, with their slots: grouping keys and projected items. */
  computed: ReadonlyMap<string, Computed> = new Map();
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

  declare(name: string, type: StaticType): Variable {
    const variable = { slot: this.frame.slot(), type };
    this.names.set(name, variable);
    return variable;
  }

  /** A local name of a comprehension or subquery: it hides what was computed with an outer one of its name. */
  local(name: string, type: StaticType): Variable {
    if (this.grouped !== null) this.grouped = new Set([...this.grouped, name]);
    this.computed = new Map([...this.computed].filter(([, { variables }]) => !variables.has(name)));
    return this.declare(name, type);
  }

  /** Remembers that slots hold the values of expressions. */
  remember(all: readonly { readonly expression: Expression; readonly slot: number }[]): void {
    const computed = new Map(this.computed);
    for (const { expression, slot } of all) {
      computed.set(shapeOf(expression), { slot, variables: variablesOf(expression) });
    }
    this.computed = computed;
  }

  /** The slot that already holds an expression's value. */
  known(expression: Expression): number | null {
    if (this.computed.size === 0 || expression.kind === 'literal') return null;
    const found = this.computed.get(shapeOf(expression));
    if (found === undefined) return null;
    return this.reads(found.slot);
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
    this.reads(variable.slot);
    return variable;
  }

  reads(slot: number): number {
    this.used.add(slot);
    this.frame.read.add(slot);
    return slot;
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
}
