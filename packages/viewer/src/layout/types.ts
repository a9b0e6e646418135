/** What the layout needs to know of an actor. `x`, `y`: its first place, from its id, so that nothing depends on chance. */
export interface LayoutNode {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** Pixels at the first zoom: radius of the mark, and width of the label beside it. */
  readonly radius: number;
  readonly labelWidth: number;
}
export interface LayoutEdge {
  readonly from: string;
  readonly to: string;
  /** Pull: quiet edges pull less. */
  readonly weight: number;
}
export interface LayoutInput {
  readonly nodes: readonly LayoutNode[];
  readonly edges: readonly LayoutEdge[];
  /** Width of the canvas by its height. */
  readonly aspect: number;
}
/** A place in pixels at the first zoom, y upwards as in sigma. */
export interface Place {
  readonly x: number;
  readonly y: number;
}
export type Places = ReadonlyMap<string, Place>;

/** A label's height, and the free room around a mark, in pixels. */
const labelHeight = 18;
const margin = 9;

/** Extent of a mark with its label to the right, relative to the mark's middle. */
export const extentOf = ({
  radius,
  labelWidth,
}: LayoutNode): { left: number; right: number; up: number; down: number } => ({
  left: radius + margin,
  right: radius + (labelWidth > 0 ? labelWidth + 5 : 0) + margin,
  up: Math.max(radius, labelHeight / 2) + margin,
  down: Math.max(radius, labelHeight / 2) + margin,
});
