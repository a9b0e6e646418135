import { CypherError } from '../errors.ts';
import type { Assertion, CharacterSet, Regex } from './syntax.ts';

/** What a state asks for before it leads on; a split asks nothing. */
type Instruction =
  | { readonly kind: 'set'; readonly has: CharacterSet; readonly next: number }
  | { readonly kind: 'assertion'; readonly holds: Assertion; readonly next: number }
  | { readonly kind: 'split'; readonly next: readonly number[] }
  | { readonly kind: 'end' };

export interface Program {
  readonly instructions: readonly Instruction[];
  readonly start: number;
}

const MOST = 10_000;

/** A nondeterministic automaton for an expression: K. Thompson, "Regular Expression Search Algorithm", CACM 11(6), 1968. */
export function programOf(regex: Regex): Program {
  const instructions: Instruction[] = [{ kind: 'end' }];
  const add = (instruction: Instruction): number => {
    if (instructions.length >= MOST) {
      throw new CypherError(
        'ArgumentError',
        'The regular expression is too large.',
        null,
        'Repeat less often, or give repetitions no upper bound.',
      );
    }
    return instructions.push(instruction) - 1;
  };
  const repeated = ({ of, least, most, not }: Extract<Regex, { kind: 'repeat' }>, next: number): number => {
    // A possessive repetition of a character ends where no more of it follows, or where it may take no more.
    const ended =
      not === null ? next : add({ kind: 'assertion', holds: ({ after }) => after < 0 || !not(after), next });
    let start = next;
    if (most === Infinity) {
      const loop = add({ kind: 'split', next: [] });
      instructions[loop] = { kind: 'split', next: [build(of, loop), ended] };
      start = loop;
    } else
      for (let count = least; count < most; count += 1) start = add({ kind: 'split', next: [build(of, start), ended] });
    for (let count = 0; count < least; count += 1) start = build(of, start);
    return start;
  };
  /** Where `of` begins if `next` follows it. */
  const build = (of: Regex, next: number): number => {
    switch (of.kind) {
      case 'set':
        return add({ kind: 'set', has: of.has, next });
      case 'assertion':
        return add({ kind: 'assertion', holds: of.holds, next });
      case 'sequence':
        return of.items.reduceRight((after, item) => build(item, after), next);
      case 'choice':
        return add({ kind: 'split', next: of.items.map((item) => build(item, next)) });
      case 'repeat':
        return repeated(of, next);
    }
  };
  const start = build(regex, 0);
  return { instructions, start };
}
