import type { Context, Emit } from '../context.ts';
import { CypherError } from '../errors.ts';
import { truth } from '../operators.ts';
import { NodeRef } from '../values.ts';
import { pathOp } from './path.ts';
import { filler, listFiller } from './ops.ts';
import type { Op } from './ops.ts';
import type { EdgePlan, PathPlan, Predicate } from './plan.ts';
import { Search } from './search.ts';
import { shortestPaths } from './shortest.ts';

/** The paths that a selector wants, between two nodes that are bound. */
export function selectOp(
  path: PathPlan,
  choosing: readonly Predicate[],
  bound: ReadonlySet<number>,
  context: Context,
): Op {
  const { row } = context;
  const { kind, count } = path.selector!;
  const [step] = path.steps;
  const simple = path.steps.length === 1 && step?.kind === 'edge' && step.range !== null && step.range.min <= 1;
  const old = kind === 'shortestPath' || kind === 'allShortestPaths';
  const single = path.steps.length === 1 && step?.kind === 'edge';
  // Conditions on the path itself need a search that can ask them; the others only pick the ends.
  const own = new Set([...(path.slot === null ? [] : [path.slot]), ...path.steps.map(({ slot }) => slot)]);
  const onPath = choosing.filter(({ reads }) => [...reads].some((slot) => own.has(slot)));
  const onEnds = choosing.filter((one) => !onPath.includes(one));
  const quick =
    (old ? single : simple && count === 1 && kind !== 'groups') && onPath.length === 0 && path.where.length === 0;
  const ask = (predicates: readonly Predicate[]): boolean =>
    predicates.every(({ evaluate }) => truth(evaluate(row, context)) === true);
  const search = new Search(path, bound, context);
  const list = listFiller(step!.slot, context);
  const one = filler(step!.slot, context);
  const fill = (edges: readonly number[]): void => (step!.range === null ? one(edges[0]!) : list(edges));
  return (next: Emit) => {
    const named = path.slot === null ? next : pathOp(path, context)(next);
    const bind = path.slot === null ? () => true : pathOp(path, context)(() => true);
    return () => {
      const [from, to] = [row[path.nodes[0]!.slot], row[path.nodes.at(-1)!.slot]];
      if (!(from instanceof NodeRef) || !(to instanceof NodeRef) || !ask(onEnds)) return true;
      if (old && from === to) {
        throw new CypherError(
          'ArgumentError',
          'shortestPath needs two different ends.',
          null,
          'Add WHERE a <> b, or use SHORTEST 1.',
        );
      }
      if (quick && from !== to) {
        const all = kind === 'allShortest' || kind === 'allShortestPaths';
        return shortestPaths(from, to, step as EdgePlan, all, context, (edges) => {
          fill(edges);
          return named();
        });
      }
      let paths = 0;
      let groups = 0;
      let more = true;
      const wanted = kind === 'allShortest' || kind === 'allShortestPaths' ? 1 : count;
      const byLength = kind === 'groups' || kind === 'allShortest' || kind === 'allShortestPaths';
      const accept = (): boolean => ask(path.where) && ask(onPath);
      for (const length of search.lengths(from.index, to.index)) {
        let found = false;
        search.run(from.index, to.index, length, () => {
          bind();
          if (!accept()) return true;
          found = true;
          paths += 1;
          more = next();
          return more && (byLength || paths < wanted);
        });
        if (!more) return false;
        if (found) groups += 1;
        if ((byLength ? groups : paths) >= wanted) break;
      }
      return true;
    };
  };
}
