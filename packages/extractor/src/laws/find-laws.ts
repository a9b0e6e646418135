import { billForm } from './bills.ts';
import type { LawCitation, LawForm } from './citation.ts';
import { lawForms } from './forms.ts';
import { listAfter } from './lists.ts';
import { namedLaws, withoutMisread } from './popular.ts';
import { ownTitle, recallLaws } from './recall.ts';
import { stateForms } from './state-codes.ts';

export type { LawCitation } from './citation.ts';

/** What a law may not be cut out of: "Boeing 747 Stat. 12", "U.S. 5". */
const inWord = /[\p{L}\p{N}.$€£]/u;

function citedBy(form: LawForm, text: string): LawCitation[] {
  const found: LawCitation[] = [];
  for (const match of text.matchAll(form.pattern)) {
    if (inWord.test(text[match.index - 1] ?? ' ')) continue;
    const law = form.read(match.groups ?? {});
    if (law === null) continue;
    const citation: LawCitation = {
      start: match.index,
      end: match.index + match[0].trimEnd().length,
      text: match[0].trimEnd(),
      normal: withoutMisread(law.normal),
      sub: law.sub ?? '',
      through: law.through ?? null,
      name: null,
      rule: form.rule,
    };
    found.push(citation, ...(form.lists ? listAfter(text, citation) : []));
  }
  return found;
}

/** Of citations that overlap, the longest; in order. */
function withoutOverlap(all: readonly LawCitation[]): LawCitation[] {
  const kept: LawCitation[] = [];
  for (const one of all.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (!last || one.start >= last.end) kept.push(one);
    else if (one.end - one.start > last.end - last.start) kept[kept.length - 1] = one;
  }
  return kept;
}

/**
 * Finds every citation of a law in a text, in order and without overlap: by number, by name, and short forms that lead
 * back to one ("the Act", "§ 1189(a)", "Id. § 4"). `published` is the document's day, for bills that name no Congress.
 */
export function findLaws(text: string, published: string | null = null): readonly LawCitation[] {
  const cited = [...lawForms, ...stateForms, billForm(text, published)].flatMap((form) => citedBy(form, text));
  const laws = withoutOverlap([...cited, ...namedLaws(text)]);
  const own = ownTitle(text, laws);
  const full = own === null ? laws : laws.map((one) => (one.name === own.name ? { ...one, normal: own.normal } : one));
  return withoutOverlap([...full, ...recallLaws(text, full, own)]);
}
