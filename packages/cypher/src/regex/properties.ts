import { matching } from './characters.ts';
import type { CharacterSet, Flags } from './syntax.ts';

/** POSIX's names: ASCII, and as Unicode has them under the flag U. */
const POSIX: Readonly<Record<string, readonly [ascii: RegExp, unicode: RegExp]>> = {
  Lower: [/[a-z]/u, /\p{Lowercase}/u],
  Upper: [/[A-Z]/u, /\p{Uppercase}/u],
  ASCII: [/[\0-\x7f]/u, /[\0-\x7f]/u],
  Alpha: [/[A-Za-z]/u, /\p{Alphabetic}/u],
  Digit: [/[0-9]/u, /\p{Nd}/u],
  Alnum: [/[A-Za-z0-9]/u, /[\p{Alphabetic}\p{Nd}]/u],
  Punct: [/[!-/:-@[-`{-~]/u, /\p{P}/u],
  Graph: [/[!-~]/u, /[^\p{White_Space}\p{Cc}\p{Cs}\p{Cn}]/u],
  Print: [/[ -~]/u, /[^\p{Zl}\p{Zp}\t\n\v\f\r\u0085\p{Cc}\p{Cs}\p{Cn}]/u],
  Blank: [/[ \t]/u, /[\p{Zs}\t]/u],
  Cntrl: [/[^ -~\x80-\u{10ffff}]/u, /\p{Cc}/u],
  XDigit: [/[0-9A-Fa-f]/u, /[\p{Nd}\p{Hex_Digit}]/u],
  Space: [/[ \t\n\v\f\r]/u, /\p{White_Space}/u],
};
/** Names of Java's that Unicode writes otherwise. */
const JAVA: Readonly<Record<string, RegExp>> = {
  javaLowerCase: /\p{Lowercase}/u,
  javaUpperCase: /\p{Uppercase}/u,
  javaAlphabetic: /\p{Alphabetic}/u,
  javaLetter: /\p{L}/u,
  javaDigit: /\p{Nd}/u,
  javaLetterOrDigit: /[\p{L}\p{Nd}]/u,
  L1: /[\0-\xff]/u,
  LC: /[\p{Lu}\p{Ll}\p{Lt}]/u,
  LD: /[\p{L}\p{Nd}]/u,
  all: /[^]/u,
};
/** What `Is` may stand before, by its name in small letters without low lines. */
const BINARY: Readonly<Record<string, RegExp>> = {
  alphabetic: /\p{Alphabetic}/u,
  ideographic: /\p{Ideographic}/u,
  letter: /\p{L}/u,
  lowercase: /\p{Lowercase}/u,
  uppercase: /\p{Uppercase}/u,
  titlecase: /\p{Lt}/u,
  punctuation: /\p{P}/u,
  control: /\p{Cc}/u,
  whitespace: /\p{White_Space}/u,
  digit: /\p{Nd}/u,
  hexdigit: /[\p{Nd}\p{Hex_Digit}]/u,
  joincontrol: /\p{Join_Control}/u,
  noncharactercodepoint: /\p{Noncharacter_Code_Point}/u,
  assigned: /\P{Cn}/u,
};
const CASES = /^(?:Lu|Ll|Lt|Lower|Upper)$/u;
const CATEGORY = /^(?:C[cfnos]?|L[lmotu]?|M[cen]?|N[dlo]?|P[cdefios]?|S[ckmo]?|Z[lps]?)$/u;

function scriptOf(name: string): RegExp | null {
  if (!/^[A-Za-z_]{3,40}$/u.test(name)) return null;
  const written = name.toLowerCase().replace(/(?:^|_)[a-z]/gu, (start) => start.toUpperCase());
  try {
    return new RegExp(`\\p{Script=${written}}`, 'u');
  } catch {
    return null;
  }
}

function find(name: string, flags: Flags): RegExp | null {
  const posix = Object.hasOwn(POSIX, name) ? POSIX[name] : undefined;
  if (posix !== undefined) return posix[flags.unicodeClasses ? 1 : 0];
  if (Object.hasOwn(JAVA, name)) return JAVA[name]!;
  if (CATEGORY.test(name)) return new RegExp(`\\p{${name}}`, 'u');
  const [, key, value = ''] = /^(gc|general_category|sc|script)=(.*)$/iu.exec(name) ?? [];
  if (key !== undefined) return key.toLowerCase().startsWith('s') ? scriptOf(value) : find(value, flags);
  if (!name.startsWith('Is')) return null;
  const rest = name.slice(2);
  if (CATEGORY.test(rest)) return new RegExp(`\\p{${rest}}`, 'u');
  const binary = rest.toLowerCase().replaceAll('_', '');
  return Object.hasOwn(BINARY, binary) ? BINARY[binary]! : scriptOf(rest);
}

/**
 * The set of `\p{name}`: POSIX's names, general categories, scripts and the usual binary properties; null when there is
 * none of the name. Blocks (`\p{InGreek}`) are not known.
 */
export function propertySet(name: string, flags: Flags): CharacterSet | null {
  // Where case does not count, a capital is as good as a small letter.
  if (flags.ignoreCase && CASES.test(name)) {
    return name.length === 2 ? matching(/[\p{Lu}\p{Ll}\p{Lt}]/u) : propertySet('Alpha', flags);
  }
  const found = find(name, flags);
  return found === null ? null : matching(found);
}
