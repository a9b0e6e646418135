import type { GraphEdge } from '../core/types.ts';
import lines from '../data/lines.json';
import type { Pattern } from './edge-program.ts';
import type { Palette } from './palette.ts';

/** How an edge stands: told, alleged, unrealised; or negative, whatever its standing. Keys of `data/lines.json`. */
export type LineKind = keyof typeof lines.kinds;
export const lineKinds = Object.keys(lines.kinds) as readonly LineKind[];

export const lineKindOf = ({ polarity, standing }: Pick<GraphEdge, 'polarity' | 'standing'>): LineKind =>
  polarity === 'negative' ? 'negative' : standing;

const quietActs: ReadonlySet<string> = new Set(lines.quietActs);
const quietTypes: ReadonlySet<string> = new Set(lines.quietTypes);

/** Edges that would cover the picture: thin, pale and without words until they are asked for. */
export const isQuiet = (edge: Pick<GraphEdge, 'act'>, fromType: string, toType: string): boolean =>
  quietActs.has(edge.act) || quietTypes.has(fromType) || quietTypes.has(toType);
export const isQuietType = (type: string): boolean => quietTypes.has(type);

/** What an edge says in words; nothing that its line shows is missing in them. */
export function edgeWords(
  edge: Pick<GraphEdge, 'polarity' | 'standing' | 'modality' | 'label' | 'title' | 'act' | 'as' | 'contested'>,
): string {
  const not = edge.polarity === 'negative' ? 'not: ' : '';
  const title = edge.act === 'HOLDS_OFFICE' && edge.title ? `${edge.title}, ` : '';
  const status = edge.as ? ` as ${edge.as}` : '';
  const mode = edge.modality === 'performed' ? '' : ` (${edge.modality})`;
  const alleged = edge.standing === 'alleged' ? ' (alleged)' : '';
  const contested = edge.contested ? ' (contested)' : '';
  return `${not}${title}${edge.label}${status}${mode}${alleged}${contested}`;
}

/** How an edge is drawn: what is told stands out; what is alleged, asked or denied differs from it in line and in words. */
export function edgeLook(
  edge: Pick<GraphEdge, 'polarity' | 'standing'> & { readonly claimIds: readonly string[] },
  quiet: boolean,
  palette: Palette,
): { readonly color: string; readonly size: number; readonly pattern: Pattern; readonly bar: boolean } {
  const kind = lineKindOf(edge);
  const { pattern, bar } = lines.kinds[kind];
  const told = kind === 'told' ? 0.5 : 0;
  return {
    color: quiet ? palette.quiet : palette[kind],
    // Wider with more claims, in three steps: one, two or three, more.
    size: quiet ? 1 : 1.5 + told + (edge.claimIds.length > 3 ? 1.4 : edge.claimIds.length > 1 ? 0.7 : 0),
    pattern: pattern as Pattern,
    bar,
  };
}
