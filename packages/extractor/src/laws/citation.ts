/** A citation of a law: where it stands, what it names in normal form (`usc:8/1189`), and the rule that read it. */
export interface LawCitation {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** One per law, whatever the spelling: `usc:8/1189`, `cfr:31/536.201`, `pl:119/12`, `eo:14157`, `bill:119/s/1845`, `act:kingpin-act`. */
  readonly normal: string;
  /** Subsections as written, without blanks: "(a)(1)(E)"; empty for the whole. */
  readonly sub: string;
  /** Normal form of the last law of a range ("§§ 1701-1706"), else null. */
  readonly through: string | null;
  /** What the law is called where it is not cited by a number. */
  readonly name: string | null;
  readonly rule: string;
}

/** What one pattern reads: the law, before it is placed in the text. */
export interface LawReading {
  readonly normal: string;
  readonly sub?: string;
  readonly through?: string | null;
}

/** One written form of a citation, and the law that it names; null for what only looks like one. */
export interface LawForm {
  readonly rule: string;
  readonly pattern: RegExp;
  readonly read: (groups: Readonly<Record<string, string | undefined>>) => LawReading | null;
  /** Further numbers may follow: "§§ 1182, 1189 and 1226a". */
  readonly lists?: boolean;
}

/** A name in the form that ids take: small letters without marks, one hyphen for everything else. */
export const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’]/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/gu, '');
