// Trains the parser: trainer EPOCHS SEED, in a folder with meta.txt, train.bin, ewt-dev.bin, gum-dev.bin; writes
// model.f32 and the trees of the dev parts; with 0 epochs only the trees, from the model.f32 that is there. Adam, linear decay of the rate, one core.
#include "backward.h"
#include "decode.h"
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
  if (EP == 0) {
    FILE* w = fopen("model.f32", "rb");
    if (!w || fread(P, 4, NP, w) != (size_t)NP) return 1;
    fclose(w);
  }
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
  if (EP == 0) return 0;
  FILE* o = fopen("model.f32", "wb");
  fwrite(P, 4, NP, o);
  fclose(o);
}
