import { byText } from '../order.ts';
import type { Form } from './form.ts';
import type { Judge } from './judge.ts';
import { mergeFrom, type Verdict } from './verdict.ts';

/** Forms that are one actor, or one name that several bear. */
export interface Cluster {
  readonly forms: readonly Form[];
}

/** Two forms with what speaks for their being one. */
interface Link {
  readonly a: Form;
  readonly b: Form;
  readonly verdict: Verdict;
}

/** The smallest id of a form's members. */
export const smallestId = (form: Form): string => {
  let smallest: string | null = null;
  for (const id of form.members.keys()) if (smallest === null || id < smallest) smallest = id;
  return smallest ?? '';
};

interface Ranked extends Link {
  readonly low: string;
  readonly high: string;
}

/**
 * Joins the forms of one component: links by score, then by smaller and larger id; two clusters join only if no cross
 * pair contradicts. Links that people decided come first whatever contradicts; those that they joined are one side, which
 * contradicts another only when all of it does. What they parted is never joined.
 */
export function clusterForms(forms: readonly Form[], judge: Judge): readonly (readonly Form[])[] {
  const ids = new Map(forms.map((form) => [form, smallestId(form)]));
  const links: Ranked[] = [];
  for (const a of forms)
    for (const [b, verdict] of a.links) {
      if (verdict.score < mergeFrom || a.signature > b.signature || !ids.has(b)) continue;
      const [low = '', high = ''] = [ids.get(a) ?? '', ids.get(b) ?? ''].toSorted(byText);
      links.push({ a, b, verdict, low, high });
    }
  links.sort((x, y) => y.verdict.score - x.verdict.score || byText(x.low, y.low) || byText(x.high, y.high));
  const contradicts = (a: Form, b: Form): boolean => judge.verdict(a, b).contradicts;
  const side = (form: Form): Form[] => [
    form,
    ...[...form.links].flatMap(([other, { score }]) => (score > 1 ? [other] : [])),
  ];
  const clash = (a: Form, b: Form): boolean =>
    judge.parts(a.profile.pinned, b.profile.pinned) ||
    (contradicts(a, b) && side(a).every((x) => side(b).every((y) => contradicts(x, y))));
  const clusterOf = new Map<Form, Form[]>(forms.map((form) => [form, [form]]));
  for (const link of links) {
    const one = clusterOf.get(link.a) ?? [];
    const other = clusterOf.get(link.b) ?? [];
    if (one === other) continue;
    if (link.verdict.score <= 1 && one.some((a) => other.some((b) => clash(a, b)))) continue;
    one.push(...other);
    for (const form of other) clusterOf.set(form, one);
  }
  return [...new Set(clusterOf.values())];
}
