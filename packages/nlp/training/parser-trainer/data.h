// Sizes of the network (src/parser-layout.ts has the same ones), sentences, random numbers, parameters.
#pragma once
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
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
static unsigned long long rs = 88172645463325252ULL;
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
