import { KERNEL_WASM } from './generated/kernel.ts';

/** The parser's inner loops over one memory of float32; all places are float offsets into it. */
export interface Kernel {
  readonly memory: Float32Array;
  /** `C[m,n] += A[m,k] * B[k,n]`; rows of A and C are `lda` and `ldc` apart, n is a multiple of 8. */
  readonly gemm: (m: number, n: number, k: number, a: number, lda: number, b: number, c: number, ldc: number) => void;
  /** One gated layer in one direction over n words of `size` values (a multiple of 4); rows of `out` are `stride` apart. */
  readonly scan: (n: number, size: number, z: number, g: number, out: number, stride: number, reverse: boolean) => void;
  /** `out[r] += A[r] . x` for rows of k values (a multiple of 4). */
  readonly dots: (rows: number, k: number, a: number, x: number, out: number) => void;
}

interface WasmMemory {
  readonly buffer: ArrayBuffer;
}
interface WasmApi {
  Memory: new (d: { initial: number }) => WasmMemory;
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { exports: Record<string, unknown> };
}
type Numbers = (...values: number[]) => void;

/** A kernel with room for `floats` values: WebAssembly SIMD where the engine has it, else plain JavaScript. */
export function createKernel(floats: number, plain = false): Kernel {
  const wasm = (globalThis as unknown as { WebAssembly?: WasmApi }).WebAssembly;
  if (!plain && wasm !== undefined) {
    try {
      return wasmKernel(wasm, floats);
    } catch {
      // An engine without SIMD refuses the module: the plain kernel gives the same numbers, slower.
    }
  }
  return plainKernel(new Float32Array(floats));
}

function wasmKernel(wasm: WasmApi, floats: number): Kernel {
  const memory = new wasm.Memory({ initial: Math.ceil((floats * 4) / 65_536) + 1 });
  const bytes = Uint8Array.from(atob(KERNEL_WASM), (c) => c.charCodeAt(0));
  const { exports } = new wasm.Instance(new wasm.Module(bytes), { env: { memory, abort: () => undefined } });
  const { gemm, scan, dots } = exports as { gemm: Numbers; scan: Numbers; dots: Numbers };
  return {
    memory: new Float32Array(memory.buffer),
    gemm: (m, n, k, a, lda, b, c, ldc) => gemm(m, n, k, a * 4, lda, b * 4, c * 4, ldc),
    scan: (n, size, z, g, out, stride, reverse) => scan(n, size, z * 4, g * 4, out * 4, stride, reverse ? 1 : 0),
    dots: (rows, k, a, x, out) => dots(rows, k, a * 4, x * 4, out * 4),
  };
}

const round = Math.fround;

/** Rounds after every operation as float32 hardware does, so the results equal the SIMD ones bit for bit. */
function plainKernel(F: Float32Array): Kernel {
  return {
    memory: F,
    gemm: (m, n, k, a, lda, b, c, ldc) => {
      const row = new Float32Array(n);
      for (let i = 0; i < m; i++) {
        row.fill(0);
        for (let q = 0; q < k; q++) {
          const x = F[a + i * lda + q]!;
          const bo = b + q * n;
          for (let j = 0; j < n; j++) row[j] = row[j]! + round(x * F[bo + j]!);
        }
        const co = c + i * ldc;
        for (let j = 0; j < n; j++) F[co + j] = F[co + j]! + row[j]!;
      }
    },
    scan: (n, size, z, g, out, stride, reverse) => {
      for (let q = 0; q < n; q++) {
        const i = reverse ? n - 1 - q : q;
        const to = out + i * stride;
        const before = out + (reverse ? i + 1 : i - 1) * stride;
        for (let j = 0; j < size; j++) {
          const y = F[g + i * size + j]!;
          const gate = round(0.5 + round(round(0.5 * y) / round(1 + Math.abs(y))));
          const x = F[z + i * size + j]!;
          const gated = round(gate * round(x / round(1 + Math.abs(x))));
          F[to + j] = q === 0 ? gated : round(round(1 - gate) * F[before + j]!) + gated;
        }
      }
    },
    dots: (rows, k, a, x, out) => {
      const lanes = new Float32Array(4);
      for (let r = 0; r < rows; r++) {
        lanes.fill(0);
        for (let q = 0; q < k; q++) lanes[q % 4] = lanes[q % 4]! + round(F[a + r * k + q]! * F[x + q]!);
        const sum = round(round(lanes[0]! + lanes[1]!) + round(lanes[2]! + lanes[3]!));
        F[out + r] = F[out + r]! + sum;
      }
    },
  };
}
