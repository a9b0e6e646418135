import { expect, test } from 'vitest';
import { type Kernel, createKernel } from './kernel.ts';

function after(plain: boolean, run: (kernel: Kernel) => void): Float32Array {
  const kernel = createKernel(8192, plain);
  for (let i = 0; i < 4000; i++) kernel.memory[i] = ((i * 7919) % 1000) / 177 - 2.6;
  run(kernel);
  return kernel.memory.slice(0, 8192);
}

function both(run: (kernel: Kernel) => void): [Float32Array, Float32Array] {
  return [after(false, run), after(true, run)];
}

test('plain and WebAssembly matrix products are equal bit for bit', () => {
  const [wasm, plain] = both((k) => k.gemm(7, 24, 33, 0, 33, 400, 4096, 24));
  expect(plain).toEqual(wasm);
  expect(wasm[4096]).not.toBe(0);
});

test('what a row gives does not depend on the rows beside it', () => {
  const [all] = both((k) => k.gemm(7, 24, 33, 0, 33, 400, 4096, 24));
  const [one] = both((k) => {
    for (let i = 0; i < 7; i++) k.gemm(1, 24, 33, i * 33, 33, 400, 4096 + i * 24, 24);
  });
  expect(one).toEqual(all);
});

test.each([false, true])('plain and WebAssembly gates are equal bit for bit, reverse %s', (reverse) => {
  const [wasm, plain] = both((k) => k.scan(9, 16, 0, 500, 4096, 40, reverse));
  expect(plain).toEqual(wasm);
  expect(wasm[4096]).not.toBe(0);
});

test('plain and WebAssembly inner products are equal bit for bit', () => {
  const [wasm, plain] = both((k) => k.dots(11, 32, 0, 900, 4096));
  expect(plain).toEqual(wasm);
  expect(wasm[4106]).not.toBe(0);
});
