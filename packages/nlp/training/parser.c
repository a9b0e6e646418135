#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#define TL static
#define DW 80
#define DS 32
#define DP 16
#define DH 16
#define DT 32
#define DE (DW + DS + DP + DH + DT)
#define HC 160
#define HG 112
#define NG 3
#define AD 96
#define LD 32
#define MO (2 * AD + 2 * LD)
#define MAXN 260
#ifndef DROP_BETWEEN
#define DROP_BETWEEN 0.2f
#endif
typedef float f;
static int NV, NL, NT, ROOTL, BASE[128];
typedef struct {
  int n;
  int w[MAXN], c[MAXN], s[MAXN], p[MAXN], h[MAXN], t[MAXN], head[MAXN], ph[MAXN], lab[MAXN], news;
} Sent;
static Sent** load(const char* fn, int* N) {
  FILE* F = fopen(fn, "rb");
  int ns;
  fread(&ns, 4, 1, F);
  Sent** A = malloc(sizeof(Sent*) * ns);
  int k = 0;
  for (int i = 0; i < ns; i++) {
    int n;
    fread(&n, 4, 1, F);
    int* b = malloc(40 * n);
    fread(b, 40, n, F);
    if (n < MAXN - 2) {
      Sent* S = malloc(sizeof(Sent));
      S->n = n;
      for (int j = 0; j < n; j++) {
        int* q = b + 10 * j;
        S->w[j] = q[0];
        S->c[j] = q[1];
        S->s[j] = q[2];
        S->p[j] = q[3];
        S->h[j] = q[4];
        S->t[j] = q[5];
        S->head[j] = q[6];
        S->ph[j] = q[7];
        S->lab[j] = q[8];
        S->news = q[9];
      }
      A[k++] = S;
    }
    free(b);
  }
  *N = k;
  fclose(F);
  return A;
}
TL unsigned long long rs = 88172645463325252ULL;
static f rnd() {
  rs ^= rs << 13;
  rs ^= rs >> 7;
  rs ^= rs << 17;
  return (rs >> 40) / (f)(1 << 24);
}
static f gauss() {
  f a = 0;
  for (int i = 0; i < 6; i++) a += rnd();
  return (a - 3) * 1.414f;
}
// params
static f *P, *G, *M1, *M2;
static int NP = 0;
static int oW, oS, oP, oH, oT, oC, ocb, oG[NG][2][2], oGb[NG][2][2], oM, oMb, oRA, oRL, oU, oUc, oV, oVd, oVh,
    oVb;
static int al(int n) {
  int o = NP;
  NP += n;
  return o;
}
static void initp(int o, int n, f s) {
  for (int i = 0; i < n; i++) P[o + i] = gauss() * s;
}
typedef f v16 __attribute__((vector_size(64), aligned(4)));
// C[m,n]+=A[m,k]*B[k,n]; n multiple of 16 handled vectorised, tail scalar. 4 rows x 32 cols register blocking
static void gemm(int m, int n, int k, const f* A, int lda, const f* B, f* C, int ldc) {
  int nv = n / 32 * 32;
  int i = 0;
  for (; i < m; i += 4) {
    int R = m - i < 4 ? m - i : 4;
    const f *a0 = A + i * lda, *a1 = A + (i + (R > 1 ? 1 : 0)) * lda, *a2 = A + (i + (R > 2 ? 2 : 0)) * lda,
            *a3 = A + (i + (R > 3 ? 3 : 0)) * lda;
    for (int j = 0; j < nv; j += 32) {
      v16 c00 = {0}, c01 = {0}, c10 = {0}, c11 = {0}, c20 = {0}, c21 = {0}, c30 = {0}, c31 = {0};
      const f* b = B + j;
      for (int q = 0; q < k; q++, b += n) {
        v16 b0 = *(v16*)b, b1 = *(v16*)(b + 16);
        c00 += a0[q] * b0;
        c01 += a0[q] * b1;
        c10 += a1[q] * b0;
        c11 += a1[q] * b1;
        c20 += a2[q] * b0;
        c21 += a2[q] * b1;
        c30 += a3[q] * b0;
        c31 += a3[q] * b1;
      }
      f* c = C + i * ldc + j;
      *(v16*)c += c00;
      *(v16*)(c + 16) += c01;
      if (R > 1) {
        c += ldc;
        *(v16*)c += c10;
        *(v16*)(c + 16) += c11;
      }
      if (R > 2) {
        c += ldc;
        *(v16*)c += c20;
        *(v16*)(c + 16) += c21;
      }
      if (R > 3) {
        c += ldc;
        *(v16*)c += c30;
        *(v16*)(c + 16) += c31;
      }
    }
    if (nv < n)
      for (int r = 0; r < R; r++) {
        const f* a = A + (i + r) * lda;
        f* c = C + (i + r) * ldc;
        for (int q = 0; q < k; q++) {
          const f* b = B + q * n;
          for (int j = nv; j < n; j++) c[j] += a[q] * b[j];
        }
      }
  }
}
static void gemm_nt(int m, int n, int k, const f* A, int lda, const f* B, f* C,
                    int ldc) {  // C[m,k]+=A[m,n]*B[k,n]^T
  int i = 0;
  for (; i + 3 < m; i += 4) {
    const f *a0 = A + i * lda, *a1 = a0 + lda, *a2 = a1 + lda, *a3 = a2 + lda;
    for (int q = 0; q < k; q++) {
      const f* b = B + q * n;
      f s0 = 0, s1 = 0, s2 = 0, s3 = 0;
      for (int j = 0; j < n; j++) {
        f x = b[j];
        s0 += a0[j] * x;
        s1 += a1[j] * x;
        s2 += a2[j] * x;
        s3 += a3[j] * x;
      }
      C[i * ldc + q] += s0;
      C[(i + 1) * ldc + q] += s1;
      C[(i + 2) * ldc + q] += s2;
      C[(i + 3) * ldc + q] += s3;
    }
  }
  for (; i < m; i++) {
    const f* a = A + i * lda;
    for (int q = 0; q < k; q++) {
      const f* b = B + q * n;
      f s = 0;
      for (int j = 0; j < n; j++) s += a[j] * b[j];
      C[i * ldc + q] += s;
    }
  }
}
static void gemm_tn(int m, int n, int k, const f* A, int lda, const f* D, int ldd, f* B) {  // B[k,n]+=A^T*D
  int nv = n / 32 * 32;
  int q = 0;
  for (; q < k; q += 4) {
    int R = k - q < 4 ? k - q : 4;
    int q1 = q + (R > 1 ? 1 : 0), q2 = q + (R > 2 ? 2 : 0), q3 = q + (R > 3 ? 3 : 0);
    for (int j = 0; j < nv; j += 32) {
      v16 c00 = {0}, c01 = {0}, c10 = {0}, c11 = {0}, c20 = {0}, c21 = {0}, c30 = {0}, c31 = {0};
      for (int i = 0; i < m; i++) {
        const f* d = D + i * ldd + j;
        const f* a = A + i * lda;
        v16 b0 = *(v16*)d, b1 = *(v16*)(d + 16);
        c00 += a[q] * b0;
        c01 += a[q] * b1;
        c10 += a[q1] * b0;
        c11 += a[q1] * b1;
        c20 += a[q2] * b0;
        c21 += a[q2] * b1;
        c30 += a[q3] * b0;
        c31 += a[q3] * b1;
      }
      f* c = B + q * n + j;
      *(v16*)c += c00;
      *(v16*)(c + 16) += c01;
      if (R > 1) {
        c += n;
        *(v16*)c += c10;
        *(v16*)(c + 16) += c11;
      }
      if (R > 2) {
        c += n;
        *(v16*)c += c20;
        *(v16*)(c + 16) += c21;
      }
      if (R > 3) {
        c += n;
        *(v16*)c += c30;
        *(v16*)(c + 16) += c31;
      }
    }
    if (nv < n)
      for (int r = 0; r < R; r++)
        for (int i = 0; i < m; i++) {
          f x = A[i * lda + q + r];
          const f* d = D + i * ldd;
          f* c = B + (q + r) * n;
          for (int j = nv; j < n; j++) c[j] += x * d[j];
        }
  }
}
TL f E[MAXN * DE], X3[MAXN * 3 * DE], C[MAXN * HC], mC[MAXN * HC], Z[NG][2][MAXN * HG], Fg[NG][2][MAXN * HG],
    Hh[NG][MAXN * 2 * HG], HI[NG][MAXN * 2 * HG], mH[NG][MAXN * 2 * HG], MX[MAXN * MO], mM[MAXN * MO];
TL f HA[MAXN * AD], HL[MAXN * LD], Q[MAXN * AD], SC[MAXN * MAXN];
TL int wid[MAXN];
static int train_;
TL f DR = 0.33f;
static void drop(f* x, f* m, int n) {
  if (!train_) return;
  f k = 1 / (1 - DR);
  for (int i = 0; i < n; i++) {
    m[i] = rnd() < DR ? 0 : k;
    x[i] *= m[i];
  }
}
TL f mE[MAXN * DE];
static void forward(Sent* S) {
  int n = S->n;
  for (int i = 0; i < n; i++) {
    int w = S->w[i];
    if (train_ && w > 1 && rnd() < 0.25f / (0.25f + S->c[i])) w = 1;
    wid[i] = w;
    f* e = E + i * DE;
    memcpy(e, P + oW + w * DW, 4 * DW);
    memcpy(e + DW, P + oS + S->s[i] * DS, 4 * DS);
    memcpy(e + DW + DS, P + oP + S->p[i] * DP, 4 * DP);
    memcpy(e + DW + DS + DP, P + oH + S->h[i] * DH, 4 * DH);
    memcpy(e + DW + DS + DP + DH, P + oT + S->t[i] * DT, 4 * DT);
  }
  if (train_) {
    f sv = DR;
    DR = 0.25f;
    drop(E, mE, n * DE);
    DR = sv;
  }
  for (int i = 0; i < n; i++)
    for (int k = 0; k < 3; k++) {
      int j = i + k - 1;
      f* d = X3 + (i * 3 + k) * DE;
      if (j < 0 || j >= n)
        memset(d, 0, 4 * DE);
      else
        memcpy(d, E + j * DE, 4 * DE);
    }
  for (int i = 0; i < n; i++) memcpy(C + i * HC, P + ocb, 4 * HC);
  gemm(n, HC, 3 * DE, X3, 3 * DE, P + oC, C, HC);
  for (int i = 0; i < n * HC; i++)
    if (C[i] < 0) C[i] = 0;
  drop(C, mC, n * HC);
  for (int l = 0; l < NG; l++) {
    f* in = l ? HI[l - 1] : C;
    int di = l ? 2 * HG : HC;
    for (int d = 0; d < 2; d++) {
      for (int i = 0; i < n; i++) {
        memcpy(Z[l][d] + i * HG, P + oGb[l][d][0], 4 * HG);
        memcpy(Fg[l][d] + i * HG, P + oGb[l][d][1], 4 * HG);
      }
      gemm(n, HG, di, in, di, P + oG[l][d][0], Z[l][d], HG);
      gemm(n, HG, di, in, di, P + oG[l][d][1], Fg[l][d], HG);
      for (int i = 0; i < n * HG; i++) {
        f zz = Z[l][d][i], gg = Fg[l][d][i];
        Z[l][d][i] = zz / (1 + fabsf(zz));
        Fg[l][d][i] = 0.5f + 0.5f * (gg / (1 + fabsf(gg)));
      }
      for (int q = 0; q < n; q++) {
        int i = d ? n - 1 - q : q, pv = d ? i + 1 : i - 1;
        f* h = Hh[l] + i * 2 * HG + d * HG;
        const f* hp = q ? Hh[l] + pv * 2 * HG + d * HG : 0;
        const f *z = Z[l][d] + i * HG, *g = Fg[l][d] + i * HG;
        for (int j = 0; j < HG; j++) h[j] = (hp ? (1 - g[j]) * hp[j] : 0) + g[j] * z[j];
      }
    }
    // What the next layer reads is thinned out; the layer's own memory is not.
    memcpy(HI[l], Hh[l], 4 * n * 2 * HG);
    if (l + 1 < NG) {
      f sv = DR;
      DR = DROP_BETWEEN;
      drop(HI[l], mH[l], n * 2 * HG);
      DR = sv;
    }
  }
  // note: dropout applied on final layer output only through MLP input copy
}
TL f HX[MAXN * 2 * HG], mX[MAXN * 2 * HG];
static void head_fwd(Sent* S) {
  int n = S->n;
  memcpy(HX, Hh[NG - 1], 4 * n * 2 * HG);
  drop(HX, mX, n * 2 * HG);
  for (int i = 0; i < n; i++) memcpy(MX + i * MO, P + oMb, 4 * MO);
  gemm(n, MO, 2 * HG, HX, 2 * HG, P + oM, MX, MO);
  for (int i = 0; i < n * MO; i++)
    if (MX[i] < 0) MX[i] *= 0.1f;
  if (train_) {
    f k = 1 / (1 - DR);
    for (int i = 0; i < n * MO; i++) {
      mM[i] = rnd() < DR ? 0 : k;
    }
    for (int i = 0; i < n * MO; i++) MX[i] *= mM[i];
  }
  memcpy(HA, P + oRA, 4 * AD);
  memcpy(HL, P + oRL, 4 * LD);
  for (int i = 0; i < n; i++) {
    memcpy(HA + (i + 1) * AD, MX + i * MO + AD, 4 * AD);
    memcpy(HL + (i + 1) * LD, MX + i * MO + 2 * AD + LD, 4 * LD);
  }
  memset(Q, 0, 4 * n * AD);
  for (int i = 0; i < n; i++) memcpy(Q + i * AD, P + oUc, 4 * AD);
  gemm(n, AD, AD, MX, MO, P + oU, Q, AD);
  memset(SC, 0, 4 * n * (n + 1));
  gemm_nt(n, AD, n + 1, Q, AD, HA, SC, n + 1);
}
static void labsc(const f* ld, const f* lh, f* o) {
  for (int k = 0; k < NL; k++) o[k] = P[oVb + k];
  gemm(1, NL, LD, ld, LD, P + oVd, o, NL);
  gemm(1, NL, LD, lh, LD, P + oVh, o, NL);
  TL f tmp[LD * 128]; /* V: LD x (NL*LD) */
  memset(tmp, 0, 4 * NL * LD);
  gemm(1, NL * LD, LD, ld, LD, P + oV, tmp, NL * LD);
  for (int k = 0; k < NL; k++) {
    f s = 0;
    for (int j = 0; j < LD; j++) s += tmp[k * LD + j] * lh[j];
    o[k] += s;
  }
}
TL f dMX[MAXN * MO], dHA[MAXN * AD], dHL[MAXN * LD], dQ[MAXN * AD], dSC[MAXN * MAXN], dH[NG][MAXN * 2 * HG],
    dC[MAXN * HC], dX3[MAXN * 3 * DE], dE[MAXN * DE];
TL double loss_;
static void backward(Sent* S) {
  int n = S->n;
  memset(dMX, 0, 4 * n * MO);
  memset(dHA, 0, 4 * (n + 1) * AD);
  memset(dHL, 0, 4 * (n + 1) * LD);
  memset(dQ, 0, 4 * n * AD);
  for (int d = 0; d < n; d++) {
    f* s = SC + d * (n + 1);
    f mx = -1e9;
    for (int h = 0; h <= n; h++)
      if (h != d + 1 && s[h] > mx) mx = s[h];
    f sum = 0;
    f* g = dSC + d * (n + 1);
    for (int h = 0; h <= n; h++) {
      g[h] = h == d + 1 ? 0 : expf(s[h] - mx);
      sum += g[h];
    }
    for (int h = 0; h <= n; h++) g[h] /= sum;
    int gh = S->head[d];
    loss_ -= logf(g[gh] + 1e-9f);
    g[gh] -= 1;
  }
  gemm(n, AD, n + 1, dSC, n + 1, HA, dQ, AD);
  gemm_tn(n, AD, n + 1, dSC, n + 1, Q, AD, dHA);
  for (int i = 0; i < n; i++)
    for (int j = 0; j < AD; j++) G[oUc + j] += dQ[i * AD + j];
  gemm_tn(n, AD, AD, MX, MO, dQ, AD, G + oU);
  gemm_nt(n, AD, AD, dQ, AD, P + oU, dMX, MO);
  TL f o[128], tmp[LD * 128], dt[LD * 128];
  for (int d = 0; d < n; d++) {
    const f *ld = MX + d * MO + 2 * AD, *lh = HL + S->head[d] * LD;
    labsc(ld, lh, o);
    f mx = -1e9;
    for (int k = 0; k < NL; k++)
      if (o[k] > mx) mx = o[k];
    f sum = 0;
    for (int k = 0; k < NL; k++) {
      o[k] = expf(o[k] - mx);
      sum += o[k];
    }
    for (int k = 0; k < NL; k++) o[k] /= sum;
    loss_ -= logf(o[S->lab[d]] + 1e-9f);
    o[S->lab[d]] -= 1;
    f *dl = dMX + d * MO + 2 * AD, *dh = dHL + S->head[d] * LD;
    for (int k = 0; k < NL; k++) G[oVb + k] += o[k];
    gemm_tn(1, NL, LD, ld, LD, o, NL, G + oVd);
    gemm_tn(1, NL, LD, lh, LD, o, NL, G + oVh);
    gemm_nt(1, NL, LD, o, NL, P + oVd, dl, LD);
    gemm_nt(1, NL, LD, o, NL, P + oVh, dh, LD);
    memset(tmp, 0, 4 * NL * LD);
    gemm(1, NL * LD, LD, ld, LD, P + oV, tmp, NL * LD);
    for (int k = 0; k < NL; k++)
      for (int j = 0; j < LD; j++) {
        dh[j] += o[k] * tmp[k * LD + j];
        dt[k * LD + j] = o[k] * lh[j];
      }
    gemm_tn(1, NL * LD, LD, ld, LD, dt, NL * LD, G + oV);
    gemm_nt(1, NL * LD, LD, dt, NL * LD, P + oV, dl, LD);
  }
  for (int j = 0; j < AD; j++) G[oRA + j] += dHA[j];
  for (int j = 0; j < LD; j++) G[oRL + j] += dHL[j];
  for (int i = 0; i < n; i++) {
    for (int j = 0; j < AD; j++) dMX[i * MO + AD + j] += dHA[(i + 1) * AD + j];
    for (int j = 0; j < LD; j++) dMX[i * MO + 2 * AD + LD + j] += dHL[(i + 1) * LD + j];
  }
  for (int i = 0; i < n * MO; i++) {
    dMX[i] *= mM[i];
    if (MX[i] < 0) dMX[i] *= 0.1f;
  }
  for (int i = 0; i < n; i++)
    for (int j = 0; j < MO; j++) G[oMb + j] += dMX[i * MO + j];
  gemm_tn(n, MO, 2 * HG, HX, 2 * HG, dMX, MO, G + oM);
  f* dh = dH[NG - 1];
  memset(dh, 0, 4 * n * 2 * HG);
  gemm_nt(n, MO, 2 * HG, dMX, MO, P + oM, dh, 2 * HG);
  for (int i = 0; i < n * 2 * HG; i++) dh[i] *= mX[i];
  TL f dz[MAXN * HG], df[MAXN * HG];
  for (int l = NG - 1; l >= 0; l--) {
    f* in = l ? HI[l - 1] : C;
    int di = l ? 2 * HG : HC;
    f* din = l ? dH[l - 1] : dC;
    memset(din, 0, 4 * n * di);
    for (int d = 0; d < 2; d++) {
      TL f carry[HG];
      memset(carry, 0, sizeof carry);
      for (int q = n - 1; q >= 0; q--) {
        int i = d ? n - 1 - q : q, pv = d ? i + 1 : i - 1;
        const f* hp = q ? Hh[l] + pv * 2 * HG + d * HG : 0;
        const f *z = Z[l][d] + i * HG, *g = Fg[l][d] + i * HG;
        f* gh = dH[l] + i * 2 * HG + d * HG;
        for (int j = 0; j < HG; j++) {
          f t = gh[j] + carry[j];
          f hpv = hp ? hp[j] : 0;
          f az = 1 - fabsf(z[j]), ag = 1 - fabsf(2 * g[j] - 1);
          dz[i * HG + j] = t * g[j] * az * az;
          df[i * HG + j] = t * (z[j] - hpv) * 0.5f * ag * ag;
          carry[j] = t * (1 - g[j]);
        }
      }
      for (int i = 0; i < n; i++)
        for (int j = 0; j < HG; j++) {
          G[oGb[l][d][0] + j] += dz[i * HG + j];
          G[oGb[l][d][1] + j] += df[i * HG + j];
        }
      gemm_tn(n, HG, di, in, di, dz, HG, G + oG[l][d][0]);
      gemm_tn(n, HG, di, in, di, df, HG, G + oG[l][d][1]);
      gemm_nt(n, HG, di, dz, HG, P + oG[l][d][0], din, di);
      gemm_nt(n, HG, di, df, HG, P + oG[l][d][1], din, di);
    }
    if (l)
      for (int i = 0; i < n * di; i++) din[i] *= mH[l - 1][i];
  }
  for (int i = 0; i < n * HC; i++) dC[i] *= C[i] > 0 ? mC[i] : 0;
  for (int i = 0; i < n; i++)
    for (int j = 0; j < HC; j++) G[ocb + j] += dC[i * HC + j];
  gemm_tn(n, HC, 3 * DE, X3, 3 * DE, dC, HC, G + oC);
  memset(dX3, 0, 4 * n * 3 * DE);
  gemm_nt(n, HC, 3 * DE, dC, HC, P + oC, dX3, 3 * DE);
  memset(dE, 0, 4 * n * DE);
  for (int i = 0; i < n; i++)
    for (int k = 0; k < 3; k++) {
      int j = i + k - 1;
      if (j >= 0 && j < n)
        for (int q = 0; q < DE; q++) dE[j * DE + q] += dX3[(i * 3 + k) * DE + q];
    }
  for (int i = 0; i < n * DE; i++) dE[i] *= mE[i];
  for (int i = 0; i < n; i++) {
    f* e = dE + i * DE;
    for (int j = 0; j < DW; j++) G[oW + wid[i] * DW + j] += e[j];
    for (int j = 0; j < DS; j++) G[oS + S->s[i] * DS + j] += e[DW + j];
    for (int j = 0; j < DP; j++) G[oP + S->p[i] * DP + j] += e[DW + DS + j];
    for (int j = 0; j < DH; j++) G[oH + S->h[i] * DH + j] += e[DW + DS + DP + j];
    for (int j = 0; j < DT; j++) G[oT + S->t[i] * DT + j] += e[DW + DS + DP + DH + j];
  }
}
// Eisner
TL int hd[MAXN];
TL f ci[2][2][MAXN][MAXN];
TL short bp[2][2][MAXN][MAXN];
static void bt(int s, int t, int dir, int comp) {
  if (s == t) return;
  int r = bp[dir][comp][s][t];
  if (comp) {
    if (dir) {
      bt(s, r, 1, 0);
      bt(r, t, 1, 1);
    } else {
      bt(s, r, 0, 1);
      bt(r, t, 0, 0);
    }
  } else {
    if (dir)
      hd[t] = s;
    else
      hd[s] = t;
    bt(s, r, 1, 1);
    bt(r + 1, t, 0, 1);
  }
}
static void eisner(int n, const f* s, int onlyroot) {
  int N = n + 1;
  for (int i = 0; i < N; i++)
    for (int d = 0; d < 2; d++)
      for (int c = 0; c < 2; c++) ci[d][c][i][i] = 0;
  for (int k = 1; k < N; k++)
    for (int a = 0; a + k < N; a++) {
      int b = a + k;
      f best = -1e30;
      int br = a;
      for (int r = a; r < b; r++) {
        f v = ci[1][1][a][r] + ci[0][1][r + 1][b];
        if (v > best) {
          best = v;
          br = r;
        }
      }
      f lr = s[(b - 1) * (n + 1) + a];
      if (a == 0 && onlyroot && b != onlyroot) lr = -1e6;
      f ll = a == 0 ? -1e9 : s[(a - 1) * (n + 1) + b];
      ci[1][0][a][b] = best + lr;
      bp[1][0][a][b] = br;
      ci[0][0][a][b] = best + ll;
      bp[0][0][a][b] = br;
      best = -1e30;
      for (int r = a; r < b; r++) {
        f v = ci[0][1][a][r] + ci[0][0][r][b];
        if (v > best) {
          best = v;
          br = r;
        }
      }
      ci[0][1][a][b] = best;
      bp[0][1][a][b] = br;
      best = -1e30;
      for (int r = a + 1; r <= b; r++) {
        f v = ci[1][0][a][r] + ci[1][1][r][b];
        if (v > best) {
          best = v;
          br = r;
        }
      }
      ci[1][1][a][b] = best;
      bp[1][1][a][b] = br;
    }
  bt(0, n, 1, 1);
}
// Prints the figures; with a file it writes head and label of every word there.
static void eval(const char* name, Sent** A, int N, const char* out) {
  FILE* o_ = out ? fopen(out, "wb") : 0;
  train_ = 0;
  long n = 0, u = 0, l = 0, lf = 0;
  clock_t t0 = clock();
  for (int q = 0; q < N; q++) {
    Sent* S = A[q];
    forward(S);
    head_fwd(S);
    eisner(S->n, SC, 0);
    int nr = 0;
    for (int i = 1; i <= S->n; i++)
      if (hd[i] == 0) nr++;
    if (nr > 1) {
      int b = 0;
      f bs = -1e9;
      for (int i = 1; i <= S->n; i++)
        if (hd[i] == 0 && SC[(i - 1) * (S->n + 1)] > bs) {
          bs = SC[(i - 1) * (S->n + 1)];
          b = i;
        }
      eisner(S->n, SC, b);
    }
    for (int d = 0; d < S->n; d++) {
      n++;
      int h = hd[d + 1];
      int k;
      if (h == 0)
        k = ROOTL;
      else {
        TL f o[128];
        labsc(MX + d * MO + 2 * AD, HL + h * LD, o);
        k = 0;
        for (int j = 1; j < NL; j++)
          if (o[j] > o[k] && j != ROOTL) k = j;
      }
      if (o_) {
        int pair[2] = {h, k};
        fwrite(pair, 4, 2, o_);
      }
      if (h == S->head[d]) {
        u++;
        if (BASE[k] == BASE[S->lab[d]]) l++;
        if (k == S->lab[d]) lf++;
      }
    }
  }
  if (o_) fclose(o_);
  double t = (double)(clock() - t0) / CLOCKS_PER_SEC;
  printf("   %-12s UAS %.2f LAS %.2f LASfull %.2f n=%ld tok/s(cpu,C) %.0f\n", name, 100. * u / n,
         100. * l / n, 100. * lf / n, n, n / t);
  fflush(stdout);
}
int main(int ac, char** av) {
  int EP = ac > 1 ? atoi(av[1]) : 10;
  rs += ac > 2 ? atoi(av[2]) * 7919ULL * 1000003ULL : 0;
  FILE* F = fopen("meta.txt", "r");
  fscanf(F, "%d %d %d %d", &NV, &NL, &NT, &ROOTL);
  for (int i = 0; i < NL; i++) fscanf(F, "%d", BASE + i);
  fclose(F);
  oW = al(NV * DW);
  oS = al(4000 * DS);
  oP = al(4000 * DP);
  oH = al(500 * DH);
  oT = al(NT * DT);
  int emb = NP;
  oC = al(3 * DE * HC);
  ocb = al(HC);
  for (int l = 0; l < NG; l++)
    for (int d = 0; d < 2; d++)
      for (int g = 0; g < 2; g++) {
        oG[l][d][g] = al((l ? 2 * HG : HC) * HG);
        oGb[l][d][g] = al(HG);
      }
  oM = al(2 * HG * MO);
  oMb = al(MO);
  oRA = al(AD);
  oRL = al(LD);
  oU = al(AD * AD);
  oUc = al(AD);
  oV = al(LD * NL * LD);
  oVd = al(LD * NL);
  oVh = al(LD * NL);
  oVb = al(NL);
  P = calloc(NP, 4);
  M1 = calloc(NP, 4);
  M2 = calloc(NP, 4);
  initp(oW, NV * DW, 0.1f);
  initp(oS, 4000 * DS, 0.1f);
  initp(oP, 4000 * DP, 0.1f);
  initp(oH, 500 * DH, 0.1f);
  initp(oT, NT * DT, 0.1f);
  initp(oC, 3 * DE * HC, sqrtf(2.f / (3 * DE)));
  for (int l = 0; l < NG; l++)
    for (int d = 0; d < 2; d++)
      for (int g = 0; g < 2; g++) initp(oG[l][d][g], (l ? 2 * HG : HC) * HG, sqrtf(1.f / (l ? 2 * HG : HC)));
  initp(oM, 2 * HG * MO, sqrtf(2.f / (2 * HG)));
  initp(oRA, AD, 0.1f);
  initp(oRL, LD, 0.1f);
  initp(oU, AD * AD, 0.05f);
  initp(oV, LD * NL * LD, 0.02f);
  printf("params %d (emb %d, rest %d)\n", NP, emb, NP - emb);
  int n0, nd[2];
  Sent** tr = load("train.bin", &n0);
  const char* fs[] = {"ewt-dev.bin", "gum-dev.bin"};
  Sent** ds[2];
  for (int i = 0; i < 2; i++) ds[i] = load(fs[i], &nd[i]);
  long step = 0;
  f lr0 = 0.002f;
  int BS = 500;
  long totsteps = 0;
  {
    long tk = 0;
    for (int i = 0; i < n0; i++) tk += tr[i]->n;
    totsteps = EP * (tk / BS + 1);
  }
  G = calloc(NP, 4);
  double L = 0;
  for (int e = 0; e < EP; e++) {
    for (int i = n0 - 1; i > 0; i--) {
      int j = rnd() * (i + 1);
      Sent* t = tr[i];
      tr[i] = tr[j];
      tr[j] = t;
    }
    L = 0;
    long tk = 0;
    for (int i = 0; i < n0;) {
      int j = i, bt_ = 0;
      while (j < n0 && bt_ < BS) {
        bt_ += tr[j]->n;
        j++;
      }
      train_ = 1;
      double ll = 0;
      for (int k = i; k < j; k++) {
        loss_ = 0;
        forward(tr[k]);
        head_fwd(tr[k]);
        backward(tr[k]);
        ll += loss_;
      }
      L += ll;
      tk += bt_;
      i = j;
      step++;
      f lr = lr0 * (1 - (f)step / (totsteps + 50));
      if (lr < lr0 * 0.01f) lr = lr0 * 0.01f;
      if (step < 100) lr = lr0 * step / 100;
      f gn = 0;
      f inv = 1.f / bt_;
      for (int k = 0; k < NP; k++) {
        f g = G[k] * inv;
        G[k] = g;
        gn += g * g;
      }
      gn = sqrtf(gn);
      f cl = gn > 5 ? 5 / gn : 1;
      f b1 = 1 - powf(0.9f, step), b2 = 1 - powf(0.98f, step);
      for (int k = 0; k < NP; k++) {
        f g = G[k] * cl;
        M1[k] = 0.9f * M1[k] + 0.1f * g;
        M2[k] = 0.98f * M2[k] + 0.02f * g * g;
        P[k] -= lr * (M1[k] / b1) / (sqrtf(M2[k] / b2) + 1e-8f);
      }
      memset(G, 0, 4L * NP);
      if (step % 500 == 0) {
        printf("step %ld/%ld loss/tok %.3f cpu %.0f\n", step, totsteps, L / tk,
               (double)clock() / CLOCKS_PER_SEC);
        fflush(stdout);
      }
    }
    printf("epoch %d loss/tok %.4f cpu %.0f\n", e, L / tk, (double)clock() / CLOCKS_PER_SEC);
    fflush(stdout);
    if (e % 4 == 3 && e + 1 < EP) {
      eval("ewt-dev", ds[0], nd[0], 0);
      eval("gum-dev", ds[1], nd[1], 0);
    }
  }
  eval("ewt-dev", ds[0], nd[0], "ewt-dev.out");
  eval("gum-dev", ds[1], nd[1], "gum-dev.out");
  FILE* o = fopen("model.f32", "wb");
  fwrite(P, 4, NP, o);
  fclose(o);
}
