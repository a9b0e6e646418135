import type { GraphStore } from '@attest/model';
import type { Places } from './layout/layout.ts';
import { ask } from './own-queries.ts';
import type { Brief } from './search.ts';

interface Row {
  readonly edge: {
    readonly id: string;
    readonly type: string;
    readonly from: string;
    readonly to: string;
    readonly properties: Readonly<Record<string, unknown>>;
  };
  readonly from: Brief;
  readonly to: Brief;
}

/** The graph between actors, cut at a number of edges; those that rest on most claims come first. */
export interface ActorGraph {
  readonly nodes: readonly (Brief & { readonly x: number; readonly y: number; readonly degree: number })[];
  readonly edges: readonly (Readonly<Record<string, unknown>> & { readonly from: string; readonly to: string })[];
  readonly truncated: boolean;
}

/** All of the graph, or the surroundings of one actor. */
export async function actorGraph(
  store: GraphStore,
  places: Places,
  limit: number,
  around?: Brief,
): Promise<ActorGraph> {
  const rows =
    around === undefined
      ? await ask<Row>(store, 'graph', { limit: limit + 1 })
      : await ask<Row>(store, 'graph-around', { id: around.id, limit: limit + 1 });
  const kept = rows.slice(0, limit);
  const nodes = new Map<string, { readonly brief: Brief; degree: number }>();
  if (around) nodes.set(around.id, { brief: around, degree: 0 });
  for (const { from, to } of kept) {
    for (const brief of [from, to]) {
      const node = nodes.get(brief.id) ?? { brief, degree: 0 };
      node.degree += 1;
      nodes.set(brief.id, node);
    }
  }
  return {
    nodes: [...nodes.values()]
      .toSorted((a, b) => (a.brief.id < b.brief.id ? -1 : 1))
      .map(({ brief, degree }) => {
        const [x, y] = places.get(brief.id) ?? [0, 0];
        return { ...brief, x, y, degree };
      }),
    edges: kept.map(({ edge: { id, type, from, to, properties } }) => ({ ...properties, id, type, from, to })),
    truncated: rows.length > kept.length,
  };
}
