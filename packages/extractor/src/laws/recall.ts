import type { LawCitation } from './citation.ts';
import { bare, fold, section, subsections } from './numbers.ts';

/** "(IEEPA)", "(the "Act")", "(hereinafter, the Framework)" right behind a law. */
const introduction =
  /^["']?\s?\((?:(?:hereinafter|collectively|together)[,:]?\s)?(?:the\s)?["']?(?<alias>\p{Lu}[\p{L}\p{N}.&-]*(?: \p{Lu}[\p{L}\p{N}.&-]*){0,4})["']?\)/u;
const longestAlias = 60;
const heads =
  /^(?:Act|Code|Treaty|Convention|Protocol|Accords?|Agreement|Covenant|Pact|Charter|Compact|Framework|Initiative|Declaration|Order|Proclamation|Law|Resolution)$/u;
const headOf = (law: LawCitation): string | null => {
  if (law.normal.startsWith('eo:')) return 'Order';
  if (law.normal.startsWith('proc:')) return 'Proclamation';
  const words = (law.name ?? '').split(/[ ,]/u);
  return words.find((word, index) => index > 0 && heads.test(word)) ?? null;
};

/** Laws by the short name that a text gives them; later introductions replace earlier ones of the same name. */
function introduced(text: string, laws: readonly LawCitation[]): ReadonlyMap<string, LawCitation> {
  const aliases = new Map<string, LawCitation>();
  for (const law of laws) {
    const alias = introduction.exec(text.slice(law.end, law.end + longestAlias))?.groups?.['alias'];
    if (alias !== undefined && !/^(?:Pub|Title|Section|As|Act of)\b/u.test(alias)) aliases.set(alias, law);
  }
  return aliases;
}

const back = (
  law: LawCitation,
  start: number,
  text: string,
  rule: string,
  more: Partial<LawCitation> = {},
): LawCitation => ({
  ...law,
  sub: '',
  through: null,
  ...more,
  start,
  end: start + text.length,
  text,
  rule,
});

/** A bill by the short title that it gives itself: "This Act may be cited as the Bridge Naming Act of 2021". */
export function ownTitle(text: string, laws: readonly LawCitation[]): LawCitation | null {
  const cited = /\b[Tt]his (?:Act|title) may be cited as (?:the )?["']?/u.exec(text);
  const title = cited
    ? laws.find(({ start }) => start >= cited.index && start <= cited.index + cited[0].length + 8)
    : undefined;
  const bill = laws.find(({ normal, start }) => normal.startsWith('bill:') && start < 400);
  return title ? { ...title, normal: bill?.normal ?? title.normal } : null;
}

/** How far back a bare section sign looks for the code that it means. */
const reach = 1500;

/** Short forms that lead back to laws which the text has cited in full. */
export function recallLaws(
  text: string,
  laws: readonly LawCitation[],
  own: LawCitation | null,
): readonly LawCitation[] {
  if (laws.length === 0) return [];
  const found: LawCitation[] = [];
  const aliases = introduced(text, laws);
  const before = (at: number, fits: (law: LawCitation) => boolean): LawCitation | undefined => {
    let [low, high] = [0, laws.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (laws[middle]!.start < at) low = middle + 1;
      else high = middle;
    }
    for (let index = low - 1; index >= Math.max(0, low - 50); index--) if (fits(laws[index]!)) return laws[index];
    return undefined;
  };
  if (aliases.size > 0) {
    const names = [...aliases.keys()].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
    const pattern = new RegExp(
      String.raw`(?<![\p{L}\p{N}]|\("?)(?:${names.map((name) => (heads.test(name) ? `(?:[Tt]he|[Tt]his) ${name}` : name.replaceAll('.', String.raw`\.`))).join('|')})(?![\p{L}\p{N}-]| (?:of|on|for) )`,
      'gu',
    );
    for (const match of text.matchAll(pattern)) {
      const law = aliases.get(match[0]) ?? aliases.get(match[0].replace(/^(?:[Tt]he|[Tt]his) /u, ''));
      if (law && match.index >= law.end) found.push(back(law, match.index, match[0], 'law/introduced-name'));
    }
  }
  for (const match of text.matchAll(
    /(?<![\p{L}\p{N}])(?:[Tt]he|[Tt]his) (?<head>Act|Treaty|Convention|Protocol|Agreement|Covenant|Framework|Initiative|Order|Proclamation)(?![\p{L}\p{N}-]| (?:of|on|for) )/gu,
  )) {
    const { head = '' } = match.groups ?? {};
    if (aliases.has(head)) continue;
    const law =
      own !== null && /^[Tt]his Act$/u.test(match[0]) ? own : before(match.index, (one) => headOf(one) === head);
    if (law) found.push(back(law, match.index, match[0], 'law/the-head'));
  }
  found.push(...bareSections(text, before));
  return found;
}

type Before = (at: number, fits: (law: LawCitation) => boolean) => LawCitation | undefined;
const bareSection = new RegExp(
  String.raw`(?<![\p{L}\p{N}.]|[CSA]\.?\s|Code\s)(?<id>Id\.,?\s(?:at\s)?)?(?:§{1,2}|[Ss]ection)\s?(?<section>${section})(?<sub>${subsections})(?![\w.-]*\w)(?!,? (?:of|under) (?:the|this|that|its|[Tt]itle)\b)`,
  'gu',
);

/** "§ 1189(a)" after "8 U.S.C. § 1189"; "Id. § 4" and "§ 2339B" after a citation of the same code. */
function bareSections(text: string, before: Before): LawCitation[] {
  return [...text.matchAll(bareSection)].flatMap((match) => {
    const { id, section: written = '', sub = '' } = match.groups ?? {};
    const number = fold(written);
    const same = before(match.index, (one) => one.normal.endsWith(`/${number}`));
    const signed = match[0].includes('§');
    const near = before(match.index, (one) => /^(?:usc|cfr):/u.test(one.normal));
    const law = same ?? (near && (id !== undefined || signed) && match.index - near.end < reach ? near : undefined);
    if (!law) return [];
    const normal = law === same ? law.normal : law.normal.replace(/\/.*$/u, `/${number}`);
    return [back(law, match.index, match[0], 'law/bare-section', { normal, sub: bare(sub) })];
  });
}
