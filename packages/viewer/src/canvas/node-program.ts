import { NodeProgram, type NodeProgramType } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { colorToArray, floatColor } from 'sigma/utils';
import type { EdgeAttributes, NodeAttributes } from './picture.ts';
import { nodeFragmentShader, nodeVertexShader } from './node-shaders.ts';

const shapeCodes = { circle: 0, square: 1, diamond: 2, triangle: 3, hexagon: 4, page: 5 } as const;
export type Shape = keyof typeof shapeCodes;

/** What an actor of the picture carries beyond what sigma knows. `ringWidth` in pixels, 0 for none. */
export interface NodeLook {
  readonly shape: Shape;
  readonly hollow: boolean;
  readonly ring: string;
  readonly ringWidth: number;
}

const uniforms = ['u_matrix', 'u_half', 'u_sizeRatio', 'u_pixelRatio', 'u_paper'] as const;

/** Makes the class that draws actors; `paper` says which colour shows through the hollow ones. */
export function nodeProgram(paper: () => string): NodeProgramType<NodeAttributes, EdgeAttributes> {
  return class ActorNodeProgram extends NodeProgram<(typeof uniforms)[number], NodeAttributes, EdgeAttributes> {
    override getDefinition() {
      const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
      return {
        VERTICES: 6,
        VERTEX_SHADER_SOURCE: nodeVertexShader,
        FRAGMENT_SHADER_SOURCE: nodeFragmentShader,
        METHOD: TRIANGLES,
        UNIFORMS: uniforms,
        ATTRIBUTES: [
          { name: 'a_position', size: 2, type: FLOAT },
          { name: 'a_size', size: 1, type: FLOAT },
          { name: 'a_shape', size: 1, type: FLOAT },
          { name: 'a_ringWidth', size: 1, type: FLOAT },
          { name: 'a_ring', size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 2, type: FLOAT }],
        CONSTANT_DATA: [
          [-1, -1],
          [1, -1],
          [-1, 1],
          [-1, 1],
          [1, -1],
          [1, 1],
        ],
      };
    }

    override processVisibleItem(nodeIndex: number, startIndex: number, data: NodeDisplayData): void {
      const { shape, hollow, ring, ringWidth } = data as NodeDisplayData & NodeLook;
      this.array.set(
        [
          data.x,
          data.y,
          data.size,
          shapeCodes[shape] * 2 + (hollow ? 1 : 0),
          ringWidth,
          floatColor(ring),
          floatColor(data.color),
          nodeIndex,
        ],
        startIndex,
      );
    }

    override setUniforms(
      { matrix, width, height, sizeRatio, pixelRatio }: RenderParams,
      { gl, uniformLocations }: Parameters<NodeProgram<(typeof uniforms)[number]>['setUniforms']>[1],
    ): void {
      const {
        u_matrix = null,
        u_half = null,
        u_sizeRatio = null,
        u_pixelRatio = null,
        u_paper = null,
      } = uniformLocations;
      const [red, green, blue] = colorToArray(paper());
      gl.uniformMatrix3fv(u_matrix, false, matrix);
      gl.uniform2f(u_half, width / 2, height / 2);
      gl.uniform1f(u_sizeRatio, sizeRatio);
      gl.uniform1f(u_pixelRatio, pixelRatio);
      gl.uniform4f(u_paper, red / 255, green / 255, blue / 255, 1);
    }
  };
}
