import type { Name } from './doc.ts';

/** Tokens that the parser takes as one word; `head` stands for them, the others hang on it. */
export interface Unit {
  readonly start: number;
  readonly end: number;
  readonly head: number;
  readonly relation: 'flat' | 'compound';
}

/** "(FTC)", "(D-Ore.)": what stands in brackets right behind a name and says nothing else than the name. */
const bracketed = /^\((?:[\p{Lu}\d][\p{Lu}\d&.-]{1,9}s?|(?:D|R|I|DFL)-\p{Lu}[\p{L}.]*(?:-\d+)?)\)$/u;
const longestBracket = 7;

/** Behind a name, the token after its acronym, party or age ("Ana Soto, 58, ..."), which only cut the parse in two. */
function behindName(forms: readonly string[], end: number, isPerson: boolean): number {
  if (forms[end] === '(') {
    const close = forms.indexOf(')', end);
    const isShort = close > 0 && close - end < longestBracket;
    if (isShort && bracketed.test(forms.slice(end, close + 1).join(''))) return close + 1;
  }
  const isAge = isPerson && forms[end] === ',' && /^[1-9]\d$/u.test(forms[end + 1] ?? '');
  return isAge && /^[,.]$/u.test(forms[end + 2] ?? '') ? end + 2 : end;
}

/** Cuts a sentence into units: given stretches first, then names that are runs of proper nouns. */
export function planUnits(
  forms: readonly string[],
  starts: readonly number[],
  ends: readonly number[],
  tags: readonly (readonly [string, string])[],
  names: readonly Name[],
  merge: readonly { start: number; end: number }[],
): Unit[] {
  const n = starts.length;
  const taken = new Map<number, Unit>();
  const used = new Uint8Array(n);
  const take = (start: number, end: number, head: number, relation: Unit['relation']): void => {
    if (end - start < 2 || used.subarray(start, end).includes(1)) return;
    used.fill(1, start, end);
    taken.set(start, { start, end, head, relation });
  };
  const from = starts[0] ?? 0;
  const to = ends[n - 1] ?? 0;
  for (const m of merge) {
    if (m.end <= from || m.start >= to) continue;
    const start = starts.findIndex((s) => s >= m.start);
    const end = ends.findLastIndex((e) => e <= m.end) + 1;
    if (start >= 0 && end > start) take(start, behindName(forms, end, true), nominal(tags, start, end), 'flat');
  }
  for (const { start, end, type } of names) {
    const to = behindName(forms, end, type === 'PER');
    if (type === 'PER') take(start, to, start, 'flat');
    else take(start, to, nominal(tags, start, end), 'compound');
  }
  const out: Unit[] = [];
  for (let i = 0; i < n;) {
    const unit = taken.get(i) ?? { start: i, end: i + 1, head: i, relation: 'flat' as const };
    out.push(unit);
    i = unit.end;
  }
  return out;
}

/** Head of a nominal stretch: the last noun before its first preposition ("Department of State"), else the last word. */
function nominal(tags: readonly (readonly [string, string])[], start: number, end: number): number {
  let stop = start;
  while (stop < end && tags[stop]![0] !== 'ADP') stop++;
  for (let i = stop - 1; i >= start; i--) if (/^(?:PROPN|NOUN)$/.test(tags[i]![0])) return i;
  return end - 1;
}
