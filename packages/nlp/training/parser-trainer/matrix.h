// Matrix products, blocked in registers.
#pragma once
#include "data.h"
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
