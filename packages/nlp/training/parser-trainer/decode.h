// Projective tree of highest score (Eisner) with a single root, and the figures on a set of sentences.
#pragma once
#include "forward.h"
static int hd[MAXN];
static f ci[2][2][MAXN][MAXN];
static short bp[2][2][MAXN][MAXN];
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
        static f o[128];
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
