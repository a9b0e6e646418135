import { beforeOf, isLineEnd } from './characters.ts';
import type { Program } from './program.ts';
import type { Before, Place } from './syntax.ts';

/** The instructions that may come next, and what stands before them. */
interface State {
  readonly at: readonly number[];
  readonly before: Before;
  /** Where a character leads to, once it is known. */
  readonly next: Map<number, State>;
  fits: boolean | null;
}

/** What the states of one expression may hold together, in numbers. */
const MOST_KEPT = 200_000;
const CHECK_EVERY = 256;

/**
 * Matches whole texts in time linear in their length: the nondeterministic automaton is made deterministic as far as texts
 * ask for it. R. Cox, "Regular Expression Matching Can Be Simple And Fast", 2007 (swtch.com/~rsc/regexp/regexp1.html).
 */
export class Matcher {
  readonly #program: Program;
  readonly #states = new Map<string, State>();
  readonly #seen: Int32Array;
  #round = 0;
  #kept = 0;

  constructor(program: Program) {
    this.#program = program;
    this.#seen = new Int32Array(program.instructions.length);
  }

  /** Whether the whole text fits; `tick` is called as the work goes on and may throw. */
  fits(text: string, tick: () => void): boolean {
    const last = lastLineEnd(text);
    let state = this.#state([this.#program.start], 'start');
    for (let index = 0; index < text.length;) {
      if (index % CHECK_EVERY === 0) tick();
      const after = text.codePointAt(index)!;
      const known = index === last ? undefined : state.next.get(after);
      const next = known ?? this.#step(state, { before: state.before, after, last: index === last }, tick);
      if (next.at.length === 0) return false;
      if (known === undefined && index !== last) {
        this.#kept += 2;
        state.next.set(after, next);
      }
      state = next;
      index += after > 0xffff ? 2 : 1;
    }
    state.fits ??= this.#follow(state, { before: state.before, after: -1, last: true }, tick) === null;
    return state.fits;
  }

  #state(at: readonly number[], before: Before): State {
    const key = `${before} ${at.join(' ')}`;
    const known = this.#states.get(key);
    if (known !== undefined) return known;
    this.#kept += at.length * 3 + 20;
    if (this.#kept > MOST_KEPT) {
      this.#states.clear();
      this.#kept = 0;
    }
    const state: State = { at, before, next: new Map(), fits: null };
    this.#states.set(key, state);
    return state;
  }

  #step(state: State, place: Place, tick: () => void): State {
    const next = this.#follow(state, place, tick) ?? [];
    return this.#state(
      next.toSorted((a, b) => a - b),
      beforeOf(place.after),
    );
  }

  /** What the character behind a place leads to; null where the expression has ended and so has the text. */
  #follow({ at }: State, place: Place, tick: () => void): number[] | null {
    const { instructions } = this.#program;
    this.#round += 1;
    const reached = new Set<number>();
    const open = [...at];
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      if (this.#seen[one] === this.#round) continue;
      this.#seen[one] = this.#round;
      tick();
      const instruction = instructions[one]!;
      if (instruction.kind === 'end') {
        if (place.after < 0) return null;
      } else if (instruction.kind === 'split') open.push(...instruction.next);
      else if (instruction.kind === 'assertion') {
        if (instruction.holds(place)) open.push(instruction.next);
      } else if (place.after >= 0 && instruction.has(place.after)) reached.add(instruction.next);
    }
    return [...reached];
  }
}

/** Where the line end begins that ends the text; its length if there is none. */
function lastLineEnd(text: string): number {
  if (text.endsWith('\r\n')) return text.length - 2;
  return text.length > 0 && isLineEnd(text.charCodeAt(text.length - 1)) ? text.length - 1 : text.length;
}
