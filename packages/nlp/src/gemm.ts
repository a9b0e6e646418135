import { GEMM_WASM } from './generated/gemm.ts';

/** `C[m,n] += A[m,k] * B[k,n]`, float32; A, B, C are float offsets into the memory, n is a multiple of 8. */
type Gemm = (m: number, n: number, k: number, a: number, lda: number, b: number, c: number, ldc: number) => void;

/** Memory for weights and activations together with a matrix product over it. */
export interface Kernel {
  readonly memory: Float32Array;
  readonly gemm: Gemm;
}

interface WasmMemory {
  readonly buffer: ArrayBuffer;
}
interface WasmApi {
  Memory: new (d: { initial: number }) => WasmMemory;
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { exports: Record<string, unknown> };
}

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
  const memory = new Float32Array(floats);
  return { memory, gemm: plainGemm(memory) };
}

function wasmKernel(wasm: WasmApi, floats: number): Kernel {
  const memory = new wasm.Memory({ initial: Math.ceil((floats * 4) / 65_536) + 1 });
  const bytes = Uint8Array.from(atob(GEMM_WASM), (c) => c.charCodeAt(0));
  const instance = new wasm.Instance(new wasm.Module(bytes), { env: { memory, abort: () => undefined } });
  const run = instance.exports['gemm'] as Gemm;
  return {
    memory: new Float32Array(memory.buffer),
    gemm: (m, n, k, a, lda, b, c, ldc) => run(m, n, k, a * 4, lda, b * 4, c * 4, ldc),
  };
}

/** Rounds after every product and sum as float32 hardware does, so the result equals the SIMD one bit for bit. */
function plainGemm(F: Float32Array): Gemm {
  const round = Math.fround;
  return (m, n, k, a, lda, b, c, ldc) => {
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
  };
}
