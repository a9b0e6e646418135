import type { Claim } from '@attest/model';

/** Days between two dates, by the calendar. */
const dayNumber = (date: string): number =>
  Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / 86_400_000;
export const daysBetween = (a: string, b: string): number => Math.abs(dayNumber(a) - dayNumber(b));

/** The first and last day that a claim may speak of; null when its text gives none. */
export const happened = ({ date }: Claim): { readonly from: string; readonly to: string } | null => {
  const from = date?.from ?? date?.to ?? null;
  const to = date?.to ?? date?.from ?? null;
  return from === null || to === null ? null : { from, to };
};
const saidOn = ({ said }: Claim): string | null => said?.to ?? said?.from ?? null;
/** The latest day on which a claim can have been so: of the act, else of its telling. */
export const latest = (claim: Claim): string | null => happened(claim)?.to ?? saidOn(claim);
/** The earliest day on which a claim can have been so. */
export const earliest = (claim: Claim): string | null => happened(claim)?.from ?? claim.said?.from ?? saidOn(claim);

/** Whether two claims may speak of one time: their dates overlap, or they are told within `days` where dates lack. */
export function oneTime(a: Claim, b: Claim, days: number): boolean {
  const [one, other] = [happened(a), happened(b)];
  if (one && other) return one.from <= other.to && other.from <= one.to;
  const [x, y] = [one?.from ?? saidOn(a), other?.from ?? saidOn(b)];
  return x === null || y === null ? false : daysBetween(x, y) <= days;
}
