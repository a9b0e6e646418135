import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { lawForms } from './forms.ts';

/** A citation of a law: where it stands, what it names in normal form (`usc:8/1189`), and the rule that read it. */
export interface LawCitation {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly normal: string;
  readonly rule: string;
}

const inaSections = parse(readFileSync(new URL('../../data/ina-sections.yaml', import.meta.url), 'utf8')) as Record<
  string,
  string
>;
/** Further sections after a double sign: "8 U.S.C. §§ 1182, 1189 and 1226a". */
const further = /^(?:,\s*(?:and\s+)?|\s*(?:and|&|or)\s+)(\d+[a-zA-Z]{0,2}(?:-\d+)?)(?:\([a-zA-Z0-9]{1,4}\))*(?![\w.])/u;

function listAfter(text: string, first: LawCitation): LawCitation[] {
  if (!/§§|[Ss]ections\s/u.test(first.text) || !/^(?:usc|cfr):/u.test(first.normal)) return [];
  const found: LawCitation[] = [];
  let at = first.end;
  for (let next = further.exec(text.slice(at, at + 60)); next; next = further.exec(text.slice(at, at + 60))) {
    const number = next[1] ?? '';
    const start = at + next[0].indexOf(number);
    at += next[0].length;
    found.push({
      start,
      end: at,
      text: text.slice(start, at),
      normal: first.normal.replace(/\/.*$/u, `/${number}`),
      rule: `${first.rule}-list`,
    });
  }
  return found;
}

/** Finds every citation of United States law in `text`, in order and without overlap; the longest reading of a place counts. */
export function findLaws(text: string): readonly LawCitation[] {
  const all: LawCitation[] = [];
  for (const form of lawForms) {
    for (const match of text.matchAll(form.pattern)) {
      const before = text[match.index - 1];
      if (before !== undefined && /[\p{L}\p{N}]/u.test(before)) continue;
      const normal = form.normal(match.groups ?? {}, inaSections);
      if (normal === null) continue;
      const lead =
        form.rule === 'law/named-act'
          ? (/^(?:(?:[Tt]he|of|and|for|to|in|on|Under|See|This|An?) )+/u.exec(match[0])?.[0].length ?? 0)
          : 0;
      const citation = {
        start: match.index + lead,
        end: match.index + match[0].length,
        text: match[0].slice(lead),
        normal,
        rule: form.rule,
      };
      all.push(citation, ...listAfter(text, citation));
    }
  }
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: LawCitation[] = [];
  for (const citation of all) if (citation.start >= (kept.at(-1)?.end ?? 0)) kept.push(citation);
  return kept;
}
