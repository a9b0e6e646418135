/** e^x by (1 + x/1024)^1024: ten squarings, the same on every engine; bounded so that it cannot overflow. */
export function exponential(x: number): number {
  if (x < -30) return 0;
  let v = 1 + (x > 30 ? 30 : x) / 1024;
  for (let i = 0; i < 10; i++) v *= v;
  return v;
}
