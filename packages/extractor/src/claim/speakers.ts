import { objectAfter, subjectBefore, type Clause } from './roles.ts';

const saying = new Set(['say', 'state', 'note', 'add', 'tell', 'claim', 'write', 'argue', 'report', 'explain', 'reply', 'announce', 'acknowledge', 'insist']);

/** Whose words the token at `index` is: inside quotation marks or behind "X said". `unknown` when words are quoted and nobody is named. */
export function speakerAt(clause: Clause, index: number, quotedBefore: boolean): { readonly speaker: string | null; readonly unknown: boolean } {
  const { tokens } = clause;
  let quoted = quotedBefore;
  const quotedAt = tokens.map((token) => {
    if (token.text === '"') quoted = !quoted;
    return quoted;
  });
  const inside = quotedAt[index] ?? false;
  let speaker: string | null = null;
  tokens.forEach((token, at) => {
    if (!saying.has(token.lemma) || at === index || (quotedAt[at] ?? false)) return;
    // What stands before "X said" is his only in quotation marks or before a comma.
    if (at > index && !inside && tokens[at - 1]?.text !== ',' && !tokens.slice(index, at).some((other) => other.text === ',')) return;
    const by = subjectBefore(clause, at) ?? objectAfter(clause, at + 1)?.mention ?? null;
    if (by && (by.type === 'Official' || by.type === 'Person' || by.type === 'Agency' || by.type === 'Group' || by.type === 'Organization')) speaker ??= by.entity;
  });
  return { speaker, unknown: inside && speaker === null };
}
