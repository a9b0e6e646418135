import { ZONES } from '../generated/zones.ts';
import { fromEpochDay, toEpochDay } from './calendar.ts';

interface Zone {
  /** Seconds since 1970 at which the offset changes, ascending. */
  readonly changes: readonly number[];
  /** One more than changes: the offset before the first, then after each. */
  readonly offsets: readonly number[];
}

const LAST_YEAR = 2037;
const CYCLE = 28;
const texts = new Map<string, { name: string; text: string }>();
const zones = new Map<string, Zone>();

function load(): void {
  for (const line of ZONES.split('\n')) {
    const at = line.indexOf('|');
    for (const name of line.slice(0, at).split(' ')) texts.set(name.toLowerCase(), { name, text: line.slice(at + 1) });
  }
}

/** The name of a zone as the IANA database writes it, or null. */
export function zoneName(name: string): string | null {
  if (texts.size === 0) load();
  return texts.get(name.toLowerCase())?.name ?? null;
}

function zone(name: string): Zone {
  const known = zones.get(name);
  if (known !== undefined) return known;
  if (zoneName(name) === null) throw new RangeError(`"${name}" is no time zone; write Europe/Paris or +01:00.`);
  const [offsetsText = '', changesText = ''] = texts.get(name.toLowerCase())!.text.split('|');
  const table = offsetsText.split(' ').map((offset) => Number.parseInt(offset, 36));
  const numbers = changesText === '' ? [] : changesText.split(' ').map((part) => Number.parseInt(part, 36));
  const changes: number[] = [];
  const offsets = [table[0]!];
  for (let index = 0; index < numbers.length; index += 2) {
    changes.push((changes.at(-1) ?? 0) + numbers[index]!);
    offsets.push(table[numbers[index + 1]!]!);
  }
  const made = { changes, offsets };
  zones.set(name, made);
  return made;
}

/** Beyond the table's end the rules of its last years hold: weekdays repeat every 28 years. */
function folded(seconds: number): number {
  const { year, month, day } = fromEpochDay(Math.floor(seconds / 86_400));
  if (year <= LAST_YEAR) return seconds;
  const same = year - CYCLE * Math.ceil((year - LAST_YEAR) / CYCLE);
  const days = toEpochDay({ year, month, day }) - toEpochDay({ year: same, month, day });
  return seconds - days * 86_400;
}

/** The offset from UTC in seconds at an instant. */
export function offsetAt(name: string, epochSeconds: number): number {
  const { changes, offsets } = zone(name);
  const at = folded(epochSeconds);
  let [low, high] = [0, changes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (changes[middle]! <= at) low = middle + 1;
    else high = middle;
  }
  return offsets[low]!;
}

/** The offset of a local time: in an overlap the earlier one, in a gap that before it (as java.time does). */
export function offsetOfLocal(name: string, localSeconds: number, preferred: number | null = null): number {
  const early = offsetAt(name, localSeconds - 86_400);
  const late = offsetAt(name, localSeconds + 86_400);
  const valid = [early, late].filter((offset) => offsetAt(name, localSeconds - offset) === offset);
  if (preferred !== null && valid.includes(preferred)) return preferred;
  return valid[0] ?? early;
}

/** `Z`, `+01:00`, `+00:53:28`. */
export function offsetText(seconds: number): string {
  if (seconds === 0) return 'Z';
  const pad = (value: number): string => String(value).padStart(2, '0');
  const size = Math.abs(seconds);
  const rest = size % 60 === 0 ? '' : `:${pad(size % 60)}`;
  return `${seconds < 0 ? '-' : '+'}${pad(Math.floor(size / 3600))}:${pad(Math.floor(size / 60) % 60)}${rest}`;
}

const OFFSET = /^([+-])(\d{2})(?::?(\d{2})(?::?(\d{2}))?)?$/;

/** Reads `Z`, `+01`, `+0100`, `+01:00`; null if it is none. */
export function parseOffset(text: string): number | null {
  if (text === 'Z' || text === 'z') return 0;
  const found = OFFSET.exec(text);
  if (found === null) return null;
  const seconds = Number(found[2]) * 3600 + Number(found[3] ?? 0) * 60 + Number(found[4] ?? 0);
  if (seconds > 18 * 3600) throw new RangeError(`The offset ${text} is beyond 18 hours.`);
  return found[1] === '-' ? 0 - seconds : seconds;
}
