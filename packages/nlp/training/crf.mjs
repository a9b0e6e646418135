// Linear-chain conditional random field over hashed features: AdaGrad, features dropped at random, averaged weights.
import { Table, generator, shuffle } from './sparse.mjs';

/**
 * Trains on `data` (`rows`: features of each word; `gold`: label indices; `weight`: how often in an epoch, 1 by default).
 * Returns dense averaged weights per feature and the transitions, the last row of which is for the first word.
 */
export function trainCrf(data, table, labels, options) {
  const { epochs, rate, drop, decay, seed, log } = options;
  const N = labels.length;
  const random = generator(seed);
  const size = table.size * N;
  const [W, G, A] = [new Float32Array(size), new Float32Array(size).fill(1e-2), new Float32Array(size)];
  const T = new Float64Array((N + 1) * N);
  const [TG, TA] = [new Float64Array((N + 1) * N).fill(1e-2), new Float64Array((N + 1) * N)];
  const allowed = (p, y) => !labels[y].startsWith('I-') || (p < N && labels[p].slice(2) === labels[y].slice(2));
  const barred = Uint8Array.from({ length: (N + 1) * N }, (_, i) => (allowed(Math.floor(i / N), i % N) ? 0 : 1));
  const order = data.flatMap((s, i) => Array.from({ length: s.weight ?? 1 }, () => i));
  let averaged = 0;
  for (let e = 0; e < epochs; e++) {
    let loss = 0;
    shuffle(order, random);
    const lr = rate * (1 - (0.9 * e) / epochs);
    for (const at of order) loss += step(data[at], { W, G, T, TG, N, barred, random, drop, lr, decay });
    if (e < epochs / 2) continue;
    averaged++;
    for (let i = 0; i < size; i++) A[i] += W[i];
    for (let i = 0; i < TA.length; i++) TA[i] += T[i];
    log?.(`crf epoch ${e + 1}/${epochs} loss ${loss.toFixed(0)}`);
  }
  return { weights: A.map((v) => v / averaged), transitions: TA.map((v) => v / averaged) };
}

function step({ rows, gold }, { W, G, T, TG, N, barred, random, drop, lr, decay }) {
  const n = rows.length;
  const kept = rows.map((r) => (drop > 0 ? r.filter((_, j) => j === 0 || random() >= drop) : r));
  const scale = 1 / (1 - drop);
  const E = new Float64Array(n * N);
  for (let i = 0; i < n; i++) {
    for (const row of kept[i]) for (let y = 0, o = row * N; y < N; y++) E[i * N + y] += W[o + y] * scale;
  }
  const { marginal, pairs, first, logZ } = forwardBackward(E, T, n, N, barred);
  let score = 0;
  const dT = new Float64Array((N + 1) * N);
  for (let y = 0; y < N; y++) dT[N * N + y] = -first[y];
  for (let i = 0; i < N * N; i++) dT[i] = -pairs[i];
  for (let i = 0; i < n; i++) {
    const p = i === 0 ? N : gold[i - 1];
    score += E[i * N + gold[i]] + T[p * N + gold[i]];
    dT[p * N + gold[i]] += 1;
    marginal[i * N + gold[i]] -= 1;
    for (const row of kept[i]) {
      for (let y = 0, o = row * N; y < N; y++) {
        const g = marginal[i * N + y] * scale;
        if (g < 1e-4 && g > -1e-4) continue;
        const d = g + decay * W[o + y];
        G[o + y] += d * d;
        W[o + y] -= (lr * d) / Math.sqrt(G[o + y]);
      }
    }
  }
  for (let i = 0; i < dT.length; i++) {
    if (barred[i] === 1 || dT[i] === 0) continue;
    TG[i] += dT[i] * dT[i];
    T[i] += (lr * dT[i]) / Math.sqrt(TG[i]);
  }
  return logZ - score;
}

/** Marginals of labels and of pairs of labels, in probabilities scaled at each word. */
function forwardBackward(E, T, n, N, barred) {
  const psi = new Float64Array((N + 1) * N);
  for (let i = 0; i < psi.length; i++) psi[i] = barred[i] === 1 ? 0 : Math.exp(T[i]);
  const em = new Float64Array(n * N);
  const A = new Float64Array(n * N);
  const B = new Float64Array(n * N);
  let logZ = 0;
  for (let i = 0; i < n; i++) {
    let top = -Infinity;
    for (let y = 0; y < N; y++) if (E[i * N + y] > top) top = E[i * N + y];
    logZ += top;
    let sum = 0;
    for (let y = 0; y < N; y++) {
      em[i * N + y] = Math.exp(E[i * N + y] - top);
      let v = 0;
      if (i === 0) v = psi[N * N + y];
      else for (let p = 0; p < N; p++) v += A[(i - 1) * N + p] * psi[p * N + y];
      sum += A[i * N + y] = v * em[i * N + y];
    }
    logZ += Math.log(sum);
    for (let y = 0; y < N; y++) A[i * N + y] /= sum;
  }
  const pairs = new Float64Array(N * N);
  for (let y = 0; y < N; y++) B[(n - 1) * N + y] = 1;
  for (let i = n - 1; i > 0; i--) {
    let total = 0;
    for (let p = 0; p < N; p++) {
      let v = 0;
      for (let y = 0; y < N; y++) v += psi[p * N + y] * em[i * N + y] * B[i * N + y];
      total += v * A[(i - 1) * N + p];
      B[(i - 1) * N + p] = v;
    }
    for (let p = 0; p < N; p++) {
      const a = A[(i - 1) * N + p] / total;
      for (let y = 0; y < N; y++) pairs[p * N + y] += a * psi[p * N + y] * em[i * N + y] * B[i * N + y];
    }
    for (let p = 0; p < N; p++) B[(i - 1) * N + p] /= total;
  }
  const marginal = new Float64Array(n * N);
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let y = 0; y < N; y++) sum += marginal[i * N + y] = A[i * N + y] * B[i * N + y];
    for (let y = 0; y < N; y++) marginal[i * N + y] /= sum;
  }
  return { marginal, pairs, first: marginal.slice(0, N), logZ };
}

/** Numbers the features that occur at least `least` times. */
export function numberFeatures(sentences, least) {
  const seen = new Table();
  const counts = [];
  for (const s of sentences)
    for (const row of s.features)
      for (const key of row) {
        const id = seen.add(key);
        counts[id] = (counts[id] ?? 0) + 1;
      }
  const table = new Table();
  const keys = seen.keyOf();
  for (let id = 0; id < counts.length; id++) if (counts[id] >= least) table.add(keys[id]);
  for (const s of sentences) {
    s.rows = s.features.map((row) => Int32Array.from(row, (k) => table.get(k)).filter((r) => r >= 0));
    delete s.features;
  }
  return table;
}
