import type { GraphEdge } from './api.ts';

const colors = { told: '#47525e', alleged: '#c98f3c', unrealised: '#b4bac3', negative: '#c0392b' } as const;
/** Edges that would cover the picture: thin and pale until they are asked for. */
const quiet = new Set(['HOLDS_OFFICE', 'CITED']);

/** How an edge is drawn: what is told stands out, what is only alleged or did not happen can be told from it at a glance. */
export function edgeStyle(edge: Pick<GraphEdge, 'standing' | 'polarity' | 'type' | 'label' | 'modality'>): {
  readonly color: string;
  readonly size: number;
  readonly label: string;
} {
  const color = edge.polarity === 'negative' ? colors.negative : colors[edge.standing];
  const not = edge.polarity === 'negative' ? 'not: ' : '';
  const mode = edge.modality === 'performed' ? '' : ` (${edge.modality})`;
  const alleged = edge.standing === 'alleged' ? ' (alleged)' : '';
  return {
    color: quiet.has(edge.type) ? '#dcdfe3' : color,
    size: edge.standing === 'told' && !quiet.has(edge.type) ? 2 : 1,
    label: `${not}${edge.label}${mode}${alleged}`,
  };
}
