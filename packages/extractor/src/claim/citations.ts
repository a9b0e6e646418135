import type { CitedWorks } from '../laws/works/cite-notes.ts';
import { plainDraft, type DraftClaim } from './draft.ts';

/** That the one who writes cites works: one claim for each work and place, also where "Id." or "supra" lead back to it. */
export function citationClaims(
  { works, citations }: CitedWorks,
  agent: string | null,
  workNamed: (title: string) => string,
): readonly DraftClaim[] {
  if (agent === null) return [];
  return citations.flatMap((citation) =>
    citation.works.flatMap((index): DraftClaim[] => {
      const work = works[index];
      if (!work) return [];
      const isFull = citation.title !== null;
      return [
        {
          ...plainDraft,
          act: 'CITED',
          agent,
          target: workNamed(work.title),
          start: citation.start,
          end: citation.end,
          rule: isFull ? 'cite/note' : `cite/${citation.kind}`,
          confidence: isFull ? 0.95 : 0.9,
        },
      ];
    }),
  );
}
