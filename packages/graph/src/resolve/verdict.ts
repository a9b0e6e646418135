/** From this score on two entities are one. */
export const mergeFrom = 0.9;
/** From this score on, and below `mergeFrom`, a pair is proposed for review. */
export const proposeFrom = 0.5;

/** How two entities stand to each other. A contradiction keeps them apart whatever else speaks for them. */
export interface Verdict {
  /** 0 to 1. */
  readonly score: number;
  readonly reason: string;
  readonly contradicts: boolean;
}
export const apart = (reason: string): Verdict => ({ score: 0, reason, contradicts: true });
export const unlike: Verdict = { score: 0, reason: 'nothing in common', contradicts: false };
export const alike = (score: number, reason: string): Verdict => ({ score, reason, contradicts: false });
