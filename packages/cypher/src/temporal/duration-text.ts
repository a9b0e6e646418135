interface Parts {
  readonly months: number;
  readonly days: number;
  readonly seconds: number | bigint;
  readonly nanoseconds: number;
}

function secondsText(rest: bigint, nanoseconds: number): string {
  // Seconds are rounded down, so a negative time borrows one from its nanoseconds.
  const negative = rest < 0n && nanoseconds > 0;
  const whole = negative ? rest + 1n : rest;
  const nanos = negative ? 1_000_000_000 - nanoseconds : nanoseconds;
  const sign = rest < 0n ? '-' : '';
  const fraction = nanos === 0 ? '' : `.${String(nanos).padStart(9, '0').replace(/0+$/, '')}`;
  return `${sign}${whole < 0n ? -whole : whole}${fraction}S`;
}

/** ISO 8601 with a sign for each part: `P1Y2M-3DT4H5M6.7S`. */
export function durationText({ months, days, seconds, nanoseconds }: Parts): string {
  const total = BigInt(seconds);
  // What is left after hours and minutes keeps the sign of the whole time, so count from the end nearer to zero.
  const towardsZero = total < 0n && nanoseconds > 0 ? total + 1n : total;
  const hours = towardsZero / 3600n;
  const minutes = (towardsZero % 3600n) / 60n;
  const rest = total - hours * 3600n - minutes * 60n;
  const part = (value: number | bigint, unit: string): string => (Number(value) === 0 ? '' : `${value}${unit}`);
  const left = rest === 0n && nanoseconds === 0 ? '' : secondsText(rest, nanoseconds);
  const time = `${part(hours, 'H')}${part(minutes, 'M')}${left}`;
  const date = `${part(Math.trunc(months / 12), 'Y')}${part(months % 12, 'M')}${part(days, 'D')}`;
  if (date === '' && time === '') return 'PT0S';
  return `P${date}${time === '' ? '' : `T${time}`}`;
}
