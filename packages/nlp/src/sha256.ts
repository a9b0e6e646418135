/** First 32 bits of the fractional parts of the cube (or square) roots of the first primes, by integer arithmetic. */
function fractions(count: number, root: 2 | 3): Int32Array {
  const out = new Int32Array(count);
  let found = 0;
  for (let p = 2n; found < count; p++) {
    let prime = true;
    for (let d = 2n; d * d <= p; d++) if (p % d === 0n) prime = false;
    if (!prime) continue;
    const target = p << BigInt(32 * root);
    let low = 0n;
    let high = 1n << 40n;
    while (high - low > 1n) {
      const middle = (low + high) >> 1n;
      if (middle ** BigInt(root) <= target) low = middle;
      else high = middle;
    }
    out[found++] = Number(BigInt.asIntN(32, low));
  }
  return out;
}

const K = fractions(64, 3);
const START = fractions(8, 2);

/** SHA-256 in hexadecimal (FIPS 180-4), for pages that are not served securely and so have no `crypto.subtle`. */
export function sha256(data: Uint8Array): string {
  const length = (data.length + 72) & ~63;
  const tail = new Uint8Array(length - (data.length & ~63));
  tail.set(data.subarray(data.length & ~63));
  tail[data.length & 63] = 0x80;
  const end = new DataView(tail.buffer);
  end.setUint32(tail.length - 8, Math.floor(data.length / 0x20000000));
  end.setUint32(tail.length - 4, (data.length << 3) >>> 0);
  const state = START.slice();
  const W = new Int32Array(64);
  const whole = new DataView(data.buffer, data.byteOffset, data.byteLength);
  for (let at = 0; at + 64 <= data.length; at += 64) block(state, W, whole, at);
  for (let at = 0; at < tail.length; at += 64) block(state, W, end, at);
  return Array.from(state, (v) => (v >>> 0).toString(16).padStart(8, '0')).join('');
}

function block(state: Int32Array, W: Int32Array, view: DataView, at: number): void {
  for (let i = 0; i < 16; i++) W[i] = view.getInt32(at + 4 * i);
  for (let i = 16; i < 64; i++) {
    const x = W[i - 15]!;
    const y = W[i - 2]!;
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    W[i] = W[i - 16]! + s0 + W[i - 7]! + s1;
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + K[i]! + W[i]!) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  for (const [i, v] of [a, b, c, d, e, f, g, h].entries()) state[i] = state[i]! + v;
}
