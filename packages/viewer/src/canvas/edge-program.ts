import { EdgeProgram } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import type { EdgeAttributes, NodeAttributes } from './picture.ts';
import { edgeFragmentShader, edgeVertexShader } from './edge-shaders.ts';

/** The number that the shader knows a pattern by. */
const patternCodes = { solid: 0, dashed: 1, dotted: 2 } as const;
export type Pattern = keyof typeof patternCodes;

/** What an edge of the picture carries beyond what sigma knows. `bar`: a stroke across it, the mark of what is not so. */
export interface EdgeLook {
  readonly bend: number;
  readonly pattern: Pattern;
  readonly bar: boolean;
}

const segments = 18;
/** Two triangles per segment of the line, one for the arrow, two for the bar. */
function vertices(): number[][] {
  const corners = (from: number, to: number, part: number): number[][] => [
    [from, -1, part],
    [from, 1, part],
    [to, -1, part],
    [from, 1, part],
    [to, 1, part],
    [to, -1, part],
  ];
  const line = Array.from({ length: segments }, (_, index) =>
    corners(index / segments, (index + 1) / segments, 0),
  ).flat();
  const arrow = [
    [0, 0, 1],
    [1, 1, 1],
    [1, -1, 1],
  ];
  return [...line, ...arrow, ...corners(-1, 1, 2)];
}
const constantData = vertices();
const uniforms = ['u_matrix', 'u_half', 'u_sizeRatio', 'u_pixelRatio'] as const;

/** Draws every edge: straight or bent, solid, dashed or dotted, with its arrow. */
export class ClaimEdgeProgram extends EdgeProgram<(typeof uniforms)[number], NodeAttributes, EdgeAttributes> {
  override getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
    const one = (name: string) => ({ name, size: 1, type: FLOAT });
    return {
      VERTICES: constantData.length,
      VERTEX_SHADER_SOURCE: edgeVertexShader,
      FRAGMENT_SHADER_SOURCE: edgeFragmentShader,
      METHOD: TRIANGLES,
      UNIFORMS: uniforms,
      ATTRIBUTES: [
        { name: 'a_start', size: 2, type: FLOAT },
        { name: 'a_end', size: 2, type: FLOAT },
        one('a_width'),
        one('a_bend'),
        one('a_startRadius'),
        one('a_endRadius'),
        one('a_pattern'),
        one('a_bar'),
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_vertex', size: 3, type: FLOAT }],
      CONSTANT_DATA: constantData,
    };
  }

  override processVisibleItem(
    edgeIndex: number,
    startIndex: number,
    source: NodeDisplayData,
    target: NodeDisplayData,
    data: EdgeDisplayData,
  ): void {
    const look = data as EdgeDisplayData & EdgeLook;
    this.array.set(
      [
        source.x,
        source.y,
        target.x,
        target.y,
        data.size,
        look.bend,
        source.size,
        target.size,
        patternCodes[look.pattern],
        look.bar ? 1 : 0,
        floatColor(data.color),
        edgeIndex,
      ],
      startIndex,
    );
  }

  override setUniforms(
    { matrix, width, height, sizeRatio, pixelRatio }: RenderParams,
    { gl, uniformLocations }: Parameters<EdgeProgram<(typeof uniforms)[number]>['setUniforms']>[1],
  ): void {
    const { u_matrix = null, u_half = null, u_sizeRatio = null, u_pixelRatio = null } = uniformLocations;
    gl.uniformMatrix3fv(u_matrix, false, matrix);
    gl.uniform2f(u_half, width / 2, height / 2);
    gl.uniform1f(u_sizeRatio, sizeRatio);
    gl.uniform1f(u_pixelRatio, pixelRatio);
  }
}
