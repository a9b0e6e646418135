import { SIGNALS } from '../generated/layout-cues.ts';

/** Raised digits, each at the index of its value. */
export const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** The number that raised digits write. */
export const raisedNumber = (digits: string): number =>
  Number(digits.replaceAll(/./gu, (digit) => String(superscripts.indexOf(digit))));
const signal = String.raw`\*{0,2}_{0,2}(?:${SIGNALS.map((word) => word.replaceAll('.', String.raw`\.`)).join('|')})\b`;
const forms: readonly RegExp[] = [
  new RegExp(`^\\s*(?<super>[${superscripts}]{1,3})(?=[\\s*_\\p{Lu}"“])\\s*`, 'u'),
  /^\s*\$\s{0,2}(?:\^\s{0,2}\{\s{0,2}){1,2}(?<digits>\d{1,3})\s{0,2}\}{1,2}(?:\\,)?\s{0,2}\$\s*/u,
  /^\s*\^\{(?<digits>\d{1,3})\}\s*/u,
  /^\s*\[\^(?<digits>\d{1,3})\]:?\s*/u,
  /^\s*<sup>(?<digits>\d{1,3})<\/sup>\s*/u,
  // Without any mark of its height, a number begins a note only before a signal; scanners read 14 as "I4".
  new RegExp(
    String.raw`^\s*\[?(?<scanned>[\dIlO]{1,3})(?:\]?\s+(?=${signal})|\.\s+(?=\*{0,2}(?:Id|Ibid|Supra)\b))`,
    'u',
  ),
];
const onlySignal = new RegExp(String.raw`^\s*${signal}`, 'u');
const address = /^\s*(?:https?:\/\/|www\.|\$?\s{0,2}\^\s{0,2}\{)/u;

/** How a footnote begins: its number, the length of the mark with the blanks behind it, whether a bare number is all there is. */
export interface NoteStart {
  readonly note: number;
  readonly length: number;
  readonly bare: boolean;
}

/** The mark with which a footnote begins; null if the text begins with none. */
export function noteStart(text: string): NoteStart | null {
  for (const form of forms) {
    const match = form.exec(text);
    if (match === null) continue;
    const { super: raised, digits, scanned } = match.groups ?? {};
    const number = raised
      ? raisedNumber(raised)
      : Number(digits ?? (scanned ?? '').replaceAll(/[Il]/gu, '1').replaceAll('O', '0'));
    if (scanned !== undefined && !/\d/u.test(scanned)) continue;
    return { note: number, length: match[0].length, bare: scanned !== undefined };
  }
  return null;
}

/** A paragraph of notes, as far as it is known. */
export interface NoteParagraph {
  readonly text: string;
  readonly explicit: number | null;
}

/**
 * Numbers of the paragraphs of all notes, in order; a paragraph without a mark takes the number that is missing
 * between its neighbours, or goes on with the note before. An address goes to the note that announces one and has none.
 */
export function numberNotes(paragraphs: readonly NoteParagraph[]): readonly (number | null)[] {
  const taken = new Set(paragraphs.map((one) => one.explicit).filter((one) => one !== null));
  const numbers: (number | null)[] = [];
  paragraphs.forEach((one, index) => {
    const before = numbers[index - 1] ?? null;
    if (one.explicit !== null || address.test(one.text)) {
      numbers.push(one.explicit ?? before);
      return;
    }
    const next = paragraphs.slice(index + 1, index + 40).find((other) => other.explicit !== null)?.explicit ?? null;
    const begins = onlySignal.test(one.text) || /^\s*\W{0,3}\p{Lu}/u.test(one.text);
    const missing = before === null || !begins ? null : firstMissing(before, next, taken);
    if (missing !== null) taken.add(missing);
    numbers.push(missing ?? before);
  });
  const completed = new Set<number>();
  paragraphs.forEach((one, index) => {
    if (one.explicit !== null || !address.test(one.text)) return;
    const order = [
      ...Array.from({ length: 15 }, (_, step) => index - 1 - step),
      ...Array.from({ length: 8 }, (_, step) => index + 1 + step),
    ];
    const torn = order.find((other) => tornOff.test(paragraphs[other]?.text ?? '') && !completed.has(other));
    if (torn === undefined) return;
    completed.add(torn);
    numbers[index] = numbers[torn] ?? null;
  });
  return numbers;
}

/** The end of a note whose address stands elsewhere. */
const tornOff = /(?:,|available(?:\s+at)?)\s*$/u;

function firstMissing(before: number, next: number | null, taken: ReadonlySet<number>): number | null {
  for (let number = before + 1; number < (next ?? before + 1); number++) if (!taken.has(number)) return number;
  return null;
}
