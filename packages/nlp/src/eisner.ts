/** Projective tree of highest score (Eisner): `scores[(d - 1) * width + h]`, tokens from 1, 0 is the root. */
export class Eisner {
  readonly #capacity: number;
  readonly #score: readonly Float64Array[];
  readonly #back: readonly Int16Array[];

  constructor(max: number) {
    this.#capacity = max + 1;
    const cells = this.#capacity * this.#capacity;
    this.#score = [0, 1, 2, 3].map(() => new Float64Array(cells));
    this.#back = [0, 1, 2, 3].map(() => new Int16Array(cells));
  }

  /** Writes the head of each token into `heads[1..n]`; exactly one token gets head 0. */
  decode(n: number, scores: Float32Array, width: number, heads: Int32Array): void {
    this.#run(n, scores, width, heads, 0);
    let roots = 0;
    let best = 0;
    for (let i = 1; i <= n; i++) {
      if (heads[i] !== 0) continue;
      roots++;
      if (best === 0 || scores[(i - 1) * width]! > scores[(best - 1) * width]!) best = i;
    }
    if (roots > 1) this.#run(n, scores, width, heads, best);
  }

  #run(n: number, SC: Float32Array, width: number, heads: Int32Array, only: number): void {
    const N = n + 1;
    const [A, B, C, D] = this.#score as [Float64Array, Float64Array, Float64Array, Float64Array];
    const [a0, b0, c0, d0] = this.#back as [Int16Array, Int16Array, Int16Array, Int16Array];
    for (let i = 0; i < N; i++) A[i * N + i] = B[i * N + i] = C[i * N + i] = D[i * N + i] = 0;
    for (let span = 1; span < N; span++) {
      for (let a = 0; a + span < N; a++) {
        const b = a + span;
        const ab = a * N + b;
        let best = -1e30;
        let at = a;
        for (let r = a; r < b; r++) {
          const v = D[a * N + r]! + B[(r + 1) * N + b]!;
          if (v > best) {
            best = v;
            at = r;
          }
        }
        const right = a === 0 && only !== 0 && b !== only ? -1e6 : SC[(b - 1) * width + a]!;
        C[ab] = best + right;
        A[ab] = best + (a === 0 ? -1e9 : SC[(a - 1) * width + b]!);
        c0[ab] = a0[ab] = at;
        best = -1e30;
        for (let r = a; r < b; r++) {
          const v = B[a * N + r]! + A[r * N + b]!;
          if (v > best) {
            best = v;
            at = r;
          }
        }
        B[ab] = best;
        b0[ab] = at;
        best = -1e30;
        for (let r = a + 1; r <= b; r++) {
          const v = C[a * N + r]! + D[r * N + b]!;
          if (v > best) {
            best = v;
            at = r;
          }
        }
        D[ab] = best;
        d0[ab] = at;
      }
    }
    this.#trace(n, heads);
  }

  #trace(n: number, heads: Int32Array): void {
    const N = n + 1;
    const stack: [number, number, number][] = [[0, n, 3]];
    for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
      const [s, t, table] = item;
      if (s === t) continue;
      const r = this.#back[table]![s * N + t]!;
      if (table === 3) stack.push([s, r, 2], [r, t, 3]);
      else if (table === 1) stack.push([s, r, 1], [r, t, 0]);
      else {
        if (table === 2) heads[t] = s;
        else heads[s] = t;
        stack.push([s, r, 3], [r + 1, t, 1]);
      }
    }
  }
}
