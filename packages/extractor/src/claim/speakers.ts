import { stance } from '../data.ts';
import type { TiedMention } from '../entity/local-entities.ts';
import { objectAfter, subjectBefore, type Clause } from './roles.ts';

/**
 * How the document stands to what a verb says: its own words, somebody's words, denied by somebody, left open, or the words
 * of one who is not found. `by`: the verb of saying.
 */
export interface Source {
  readonly kind: 'own' | 'said' | 'denied' | 'open' | 'unknown';
  readonly speaker: string | null;
  readonly by: number;
}

const speaking = new Set(['Official', 'Person', 'Agency', 'Group', 'Organization', 'Country', 'Cartel']);
const who = (mention: TiedMention | null | undefined): string | null =>
  mention && speaking.has(mention.type) ? mention.entity : null;
const isSaying = (lemma: string): boolean =>
  stance.saying.has(lemma) || stance.denying.has(lemma) || stance.doubting.has(lemma);

function quotationAt({ tokens }: Clause, quotedBefore: boolean): readonly boolean[] {
  let quoted = quotedBefore;
  return tokens.map((token) => {
    if (token.text === '"') quoted = !quoted;
    return quoted;
  });
}

/** "X said (that) ...": the nearest verb of saying before the verb. */
function before(clause: Clause, index: number, quotedAt: readonly boolean[]): Source | null {
  for (let at = index - 1; at >= 0; at -= 1) {
    const token = clause.tokens[at];
    if (!token || (quotedAt[at] ?? false)) continue;
    // "According to X, ..." holds for the whole sentence.
    if (token.lower === 'according' && clause.tokens[at + 1]?.lower === 'to') {
      const speaker = who(objectAfter(clause, at + 2)?.mention);
      return { kind: speaker === null ? 'unknown' : 'said', speaker, by: at };
    }
    // Taggers take "France claims Germany ..." for a noun.
    const betweenActors =
      token.pos === 'NOUN' && Boolean(clause.mentionAt[at - 1]) && Boolean(clause.mentionAt[at + 1]);
    if ((token.pos !== 'VERB' && !betweenActors) || !isSaying(token.lemma)) continue;
    if (stance.doubting.has(token.lemma)) return { kind: 'open', speaker: null, by: at };
    const speaker = who(betweenActors ? clause.mentionAt[at - 1] : subjectBefore(clause, at));
    if (speaker === null) return { kind: 'unknown', speaker: null, by: at };
    return { kind: stance.denying.has(token.lemma) ? 'denied' : 'said', speaker, by: at };
  }
  return null;
}

/** "..., X said": a verb of saying behind a comma or a quotation. */
function after(clause: Clause, index: number, inside: boolean, quotedAt: readonly boolean[]): Source | null {
  for (let at = index + 1; at < clause.tokens.length; at += 1) {
    const token = clause.tokens[at];
    if (!token || (quotedAt[at] ?? false) || !stance.saying.has(token.lemma)) continue;
    if (!inside && !clause.tokens.slice(index, at).some((other) => other.text === ',')) return null;
    const speaker = who(subjectBefore(clause, at)) ?? who(objectAfter(clause, at + 1)?.mention);
    return { kind: speaker === null ? 'unknown' : 'said', speaker, by: at };
  }
  return null;
}

/** Whose words the verb at `index` is. A clause behind "that" without a verb of saying is left open: "it is unlikely that ...". */
export function sourceOf(clause: Clause, index: number, verbStart: number, quotedBefore: boolean): Source {
  const quotedAt = quotationAt(clause, quotedBefore);
  const inside = quotedAt[index] ?? false;
  const found = before(clause, index, quotedAt) ?? after(clause, index, inside, quotedAt);
  if (found) return found;
  if (inside) return { kind: 'unknown', speaker: null, by: index };
  const open = clause.tokens.slice(0, verbStart).some((token) => token.lower === 'that');
  return { kind: open ? 'open' : 'own', speaker: null, by: index };
}
