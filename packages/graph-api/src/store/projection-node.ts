import type { Graph, GraphNode } from '@attest/model';

/** The one node that says which graph a store holds. Both stores have it, so that every query sees the same nodes on both. */
export const projectionNode = ({ digest }: Graph): GraphNode => ({
  id: 'projection',
  labels: ['Projection'],
  properties: { digest },
});
