import { expect, test } from 'vitest';
import { createKernel } from './gemm.ts';

test('the plain kernel gives the numbers of the WebAssembly one, bit for bit', () => {
  const [m, n, k] = [7, 24, 33];
  const run = (plain: boolean): Float32Array => {
    const { memory, gemm } = createKernel(4096, plain);
    for (let i = 0; i < 2000; i++) memory[i] = ((i * 7919) % 1000) / 777 - 0.6;
    gemm(m, n, k, 0, k, 400, 2048, n);
    return memory.slice(2048, 2048 + m * n);
  };
  expect(run(true)).toEqual(run(false));
});
