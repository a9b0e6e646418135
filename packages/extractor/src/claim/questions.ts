import type { Doc } from '../language/annotate.ts';
import { plainDraft, type DraftClaim } from './draft.ts';
import type { Turn } from './turns.ts';

/** Paragraphs of one speaker as one turn. */
function joined(turns: readonly Turn[]): readonly Turn[] {
  const out: Turn[] = [];
  for (const turn of turns) {
    const last = out.at(-1);
    if (last && last.by !== null && last.by.entity === turn.by?.entity) out[out.length - 1] = { ...last, to: turn.to };
    else out.push(turn);
  }
  return out;
}

/** The last sentence of a turn that asks something, as tokens; null where none does. */
function questionIn(doc: Doc, { from, to }: Turn): { readonly from: number; readonly to: number } | null {
  for (let at = to - 1; at >= from; at -= 1)
    if (doc.form(at) === '?') return { from: Math.max(from, doc.sentenceStart(doc.sentenceOf(at))), to: at + 1 };
  return null;
}

/** In a transcript, whoever asks in his turn has asked the one who speaks next. */
export function questionClaims(doc: Doc, turns: readonly Turn[]): readonly DraftClaim[] {
  const all = joined(turns);
  return all.flatMap((turn, index): DraftClaim[] => {
    const [asks, answers] = [turn.by, all[index + 1]?.by ?? null];
    const question = asks && answers && asks.entity !== answers.entity ? questionIn(doc, turn) : null;
    if (!asks || !answers || !question) return [];
    return [
      {
        ...plainDraft,
        act: 'ASKED',
        agent: asks.entity,
        target: answers.entity,
        start: doc.start(question.from),
        end: doc.end(question.to - 1),
        rule: 'turn/question',
        confidence: 0.8,
      },
    ];
  });
}
