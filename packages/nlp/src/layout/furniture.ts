import type { Line } from './lines.ts';

const pageWords = /^[\s*_|–-]*(?:page|p\.|pg\.)\s*[*_]*\d{1,4}[*_]*(?:\s*(?:of|\/)\s*[*_]*\d{1,4}[*_]*)?[\s*_|–-]*$/iu;
const pageAtEnd = /(?:^|\s)[*_]*page\s+[*_]*\d{1,4}[*_]*\s+of\s+[*_]*\d{1,4}[*_]*\s*$/iu;
const dashedNumber = /^\s*[-–—]\s?\d{1,4}\s?[-–—]\s*$/u;
const onlyNumber = /^\d{1,4}$/u;
const headingWords =
  /^(?:section|sec\.|article|art\.|chapter|part|title|question|exhibit|figure|table|amendment|item|note|step|appendix|annex|count|day|rule|§|#|\d{1,3}[.)])/iu;
const longest = 120;
const longestFacts = 60;

const masked = (line: string): string => line.replaceAll(/\d+/gu, '#').replaceAll(/[*_]/gu, '').trim();
const isBlank = (line: Line | undefined): boolean => line === undefined || line.text.trim() === '';
const isAlone = (lines: readonly Line[], index: number): boolean =>
  isBlank(lines[index - 1]) && (isBlank(lines[index + 1]) || lines[index + 1]!.newPage);

function addTo<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

/** Indices of lines that number pages or are repeated at their heads and feet. */
export function furnitureOf(lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>();
  const series = new Map<string, { readonly index: number; readonly number: number }[]>();
  const heads = new Map<string, number[]>();
  lines.forEach(({ text, newPage }, index) => {
    const line = text.trim();
    if (line === '' || line.length > longest) return;
    if (pageWords.test(line) || pageAtEnd.test(line) || dashedNumber.test(line)) found.add(index);
    if (newPage) addTo(heads, masked(line), index);
    const at = line.match(/\d{1,4}/gu)?.at(-1);
    if (at === undefined || headingWords.test(line) || (onlyNumber.test(line) && !isAlone(lines, index))) return;
    addTo(series, masked(line), { index, number: Number(at) });
  });
  // "Report of the Commission 12", "Report of the Commission 13", ...: the same words, the number one higher each time.
  for (const [key, all] of series) {
    const climbing = all.every(
      ({ number, index }, i) => i === 0 || (number === all[i - 1]!.number + 1 && index > all[i - 1]!.index + 4),
    );
    if (climbing && all.length > (key === '#' ? 1 : 2)) for (const { index } of all) found.add(index);
  }
  for (const all of heads.values()) if (all.length > 1) for (const index of all) found.add(index);
  for (const index of underNumbers(lines, found)) found.add(index);
  for (let index = 0; index < frontMatter(lines); index++) found.add(index);
  return found;
}

/** How many lines the facts take that markdown may put before the text, between two lines of dashes. */
function frontMatter(lines: readonly Line[]): number {
  const isRule = (line: Line | undefined): boolean => /^\ufeff?---\s*$/u.test(line?.text ?? '');
  if (!isRule(lines[0])) return 0;
  const end = lines.slice(1, longestFacts).findIndex(isRule) + 1;
  const facts = lines.slice(1, end);
  return end > 0 && facts.every(({ text }) => /^(?:[\w-]+:(?:\s|$)|\s|-\s|#|$)/u.test(text)) ? end + 1 : 0;
}

/** Running heads right under the numbers of pages: the same words under several, or the words that begin the text. */
function underNumbers(lines: readonly Line[], numbers: ReadonlySet<number>): readonly number[] {
  const first = lines.find((line) => !isBlank(line))?.text.trim();
  const under = new Map<string, number[]>();
  for (const index of numbers) {
    const next = [1, 2, 3].map((step) => index + step).find((other) => !isBlank(lines[other]));
    const line = next === undefined ? '' : lines[next]!.text.trim();
    // A sentence is no running head.
    if (next === undefined || line.length > longest || numbers.has(next) || /[.!?]$/u.test(line)) continue;
    addTo(under, masked(line), next);
  }
  return [...under].flatMap(([key, all]) => (all.length > 1 || key === masked(first ?? '') ? all : []));
}
