// From words to scores of arcs and labels: embeddings, convolution, gated layers, two perceptrons, biaffine products.
#pragma once
#include "matrix.h"
static f E[MAXN * DE], X3[MAXN * 3 * DE], C[MAXN * HC], mC[MAXN * HC], Z[NG][2][MAXN * HG], Fg[NG][2][MAXN * HG],
    Hh[NG][MAXN * 2 * HG], MX[MAXN * MO], mM[MAXN * MO];
static f HA[MAXN * AD], HL[MAXN * LD], Q[MAXN * AD], SC[MAXN * MAXN];
static int wid[MAXN];
static int train_;
static f DR = 0.33f;
static void drop(f* x, f* m, int n) {
  if (!train_) return;
  f k = 1 / (1 - DR);
  for (int i = 0; i < n; i++) {
    m[i] = rnd() < DR ? 0 : k;
    x[i] *= m[i];
  }
}
static f mE[MAXN * DE];
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
    f* in = l ? Hh[l - 1] : C;
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
  }
  // note: dropout applied on final layer output only through MLP input copy
}
static f HX[MAXN * 2 * HG], mX[MAXN * 2 * HG];
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
  static f tmp[LD * 128]; /* V: LD x (NL*LD) */
  memset(tmp, 0, 4 * NL * LD);
  gemm(1, NL * LD, LD, ld, LD, P + oV, tmp, NL * LD);
  for (int k = 0; k < NL; k++) {
    f s = 0;
    for (int j = 0; j < LD; j++) s += tmp[k * LD + j] * lh[j];
    o[k] += s;
  }
}
