import type { Stretch } from './reading.ts';

const longestTag = 20_000;

/** A tag of HTML; comments and declarations have the name "!". */
export interface Tag extends Stretch {
  readonly name: string;
  readonly isEnd: boolean;
  readonly attributes: string;
}
/** The next tag at or behind an offset; comments and declarations have the name "!". */
export function tagAt(source: string, from: number): Tag | null {
  for (let start = source.indexOf('<', from); start >= 0; start = source.indexOf('<', start + 1)) {
    if (source.startsWith('<!--', start)) {
      const end = source.indexOf('-->', start + 4);
      return { name: '!', isEnd: false, attributes: '', start, end: end < 0 ? source.length : end + 3 };
    }
    const head = /^<(?<slash>\/?)(?<name>[a-zA-Z][a-zA-Z0-9-]{0,40}|[!?])/u.exec(source.slice(start, start + 48));
    if (head === null) continue;
    const end = endOfTag(source, start + head[0].length);
    const name = (head.groups?.['name'] ?? '').toLowerCase();
    return {
      name,
      isEnd: head.groups?.['slash'] === '/',
      attributes: source.slice(start + head[0].length, end - 1),
      start,
      end,
    };
  }
  return null;
}

/** Behind the ">" of a tag; one in a quoted value does not count. */
export function endOfTag(source: string, from: number): number {
  let quote = '';
  for (let at = from; at < Math.min(source.length, from + longestTag); at++) {
    const sign = source[at]!;
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '>') return at + 1;
    else if ((sign === '"' || sign === "'") && source[at - 1] === '=') quote = sign;
  }
  const close = source.indexOf('>', from);
  return close < 0 ? source.length : close + 1;
}

/** The value of an attribute, null if the tag has none of that name. */
export const attribute = (attributes: string, name: string): string | null => {
  const found = new RegExp(
    String.raw`(?:^|\s)${name}\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s"'>]+))`,
    'iu',
  ).exec(attributes)?.groups;
  return found ? (found['double'] ?? found['single'] ?? found['bare'] ?? null) : null;
};
