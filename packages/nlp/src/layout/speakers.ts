const honorific = String.raw`(?:Mr|Ms|Mrs|Miss|Dr|Prof|Professor|Sen|Rep|Hon|Senator|Representative|Congressman|Congresswoman|Secretary|Ambassador|General|Admiral|Colonel|Chairman|Chairwoman|Governor|Mayor|Director|Administrator|Judge|Justice|Commissioner|Minister|Premier|President|Deputy|Lord|Lady|Baroness|Sir|Dame)\.?`;
const role = String.raw`(?:(?:The |Vice |Acting |Deputy )?(?:Chair(?:man|woman|person)?|CHAIR(?:MAN|WOMAN|PERSON)?|President|PRESIDENT|Clerk|Speaker|SPEAKER|Moderator|Interviewer|Reporter|Journalist|Correspondent|Question|Answer|Host|Operator|Witness|Spokes(?:man|woman|person)))`;
/** "(Senator Lindqvist)", "(R-MT)" behind who speaks. */
const bracket = String.raw`(?:\s\([^()\n]{2,50}\))?`;
const loud = String.raw`(?=[^:\n]{2,60}:)\p{Lu}[\p{Lu}\p{N} .,'’&()-]{1,59}(?:\([^()\n]{2,40}\))?:(?=\s|$)`;
const titled = String.raw`${honorific}\s(?:\p{Lu}[\p{L}.'’-]*\s?){1,4}${bracket}:(?=\s)`;
const dotted = String.raw`(?:The (?:Chair(?:man|woman|person)?|President|Clerk)|${honorific} \p{Lu}[\p{L}'’-]+(?: of \p{Lu}\p{L}+)?)\.(?=\s+\p{Lu})`;

/** Who speaks, as a record names it: "THE PRESIDENT: ...", "Q    ...", "Ms Tindall: ...", in hearings "Senator Graham. ...". */
export const speakerLabel = new RegExp(
  String.raw`^\s*(?:[QA]\s*:|Q\s+(?=[\p{Lu}"“])|${loud}|${titled}|${role}${bracket}:(?=\s)|${dotted})`,
  'u',
);

/** A name of two to four words and a colon: a speaker only where it comes again, before whole sentences. */
const plain = new RegExp(
  String.raw`^\s*(?<name>\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,3}(?:, \p{Lu}[\p{L} .'’&-]{1,30})?)${bracket}:\s+(?=\S)`,
  'u',
);
const isSaid = (text: string): boolean => /[.?!…]["'”’)]*\s*$/u.test(text) && text.length > 40;

/** Who opens a record of which only the beginning is there. */
const opening =
  /^(?:Q\b|(?:THE |SENIOR |VICE |DEPUTY )?(?:MODERATOR|OPERATOR|CHAIR|QUESTION|PRESIDENT|SECRETARY|MINISTER|AMBASSADOR|SPOKES|ADMINISTRATION|OFFICIAL|SENATOR|MR|MS|MRS|DR)\b)/u;

/** As nothing but a transcript names who speaks. */
const unlisted = new RegExp(String.raw`^(?:[QA]\b|${loud}|${dotted.replace(String.raw`(?=\s+\p{Lu})`, '$')})`, 'u');

const surname = (label: string): string =>
  /(?<last>[\p{L}'’-]+)[^\p{L}]*$/u.exec(label.toLowerCase())?.groups?.['last'] ?? '';

/** How one document names who speaks. */
export class Speakers {
  /** Whether it is a transcript at all. */
  readonly isTranscript: boolean;
  readonly #names: ReadonlySet<string>;

  /** `texts` are the document's paragraphs. */
  constructor(texts: readonly string[]) {
    const counts = new Map<string, number>();
    for (const text of texts) {
      const name = isSaid(text) ? plain.exec(text)?.groups?.['name'] : undefined;
      if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    this.#names = new Set([...counts].flatMap(([name, count]) => (count > 1 ? [name] : [])));
    const labels = texts.flatMap((text) => {
      const length = this.#labelIn(text);
      return length > 0 ? [text.slice(0, length).trim()] : [];
    });
    // "Judge Roe: Nominee for Chair", once for each of them, is a list; "Senator Jane Roe:" comes again as "Senator ROE:".
    const isTurnedTo = new Set(labels.map(surname)).size < labels.length;
    const isOpened = labels.length === 2 && labels.every((label) => opening.test(label));
    this.isTranscript = isOpened || (labels.length > 2 && (isTurnedTo || labels.some((label) => unlisted.test(label))));
  }

  /** Length of the label with which a turn begins, 0 if the text begins none. */
  labelLength(text: string): number {
    return this.isTranscript ? this.#labelIn(text) : 0;
  }

  #labelIn(text: string): number {
    const label = speakerLabel.exec(text)?.[0];
    if (label !== undefined) return label.length;
    const named = plain.exec(text);
    return named && this.#names.has(named.groups?.['name'] ?? '') ? named[0].trimEnd().length : 0;
  }
}
