// Loss (cross-entropy of head and label) and its gradient by the parameters, into G.
#pragma once
#include "forward.h"
static f dMX[MAXN * MO], dHA[MAXN * AD], dHL[MAXN * LD], dQ[MAXN * AD], dSC[MAXN * MAXN], dH[NG][MAXN * 2 * HG],
    dC[MAXN * HC], dX3[MAXN * 3 * DE], dE[MAXN * DE];
static double loss_;
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
  static f o[128], tmp[LD * 128], dt[LD * 128];
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
  static f dz[MAXN * HG], df[MAXN * HG];
  for (int l = NG - 1; l >= 0; l--) {
    f* in = l ? Hh[l - 1] : C;
    int di = l ? 2 * HG : HC;
    f* din = l ? dH[l - 1] : dC;
    memset(din, 0, 4 * n * di);
    for (int d = 0; d < 2; d++) {
      static f carry[HG];
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
