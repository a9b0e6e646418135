import { claimId, type Claim, type Document, type Voice } from '@attest/model';
import type { Reading } from '@attest/nlp';
import type { Doc } from '../language/annotate.ts';
import type { DraftClaim } from './draft.ts';

const longestEvidence = 800;

/** The sentence around a stretch of the reading text. */
function sentenceAt(doc: Doc, start: number): string {
  let [low, high] = [0, doc.sentenceCount - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (doc.start(doc.sentenceStart(middle)) <= start) low = middle;
    else high = middle - 1;
  }
  return doc.sentenceCount === 0 ? '' : doc.textOf(doc.sentenceStart(low), doc.sentenceEnd(low));
}

/**
 * Where the source states a claim: the stretch with the word that tells it, and what of it stands behind a page break;
 * the longest stretch for what no single word tells.
 */
function evidenceOf(draft: DraftClaim, doc: Doc, reading: Reading): Pick<Claim, 'evidence' | 'moreEvidence'> {
  const spans = reading.sourceSpans(draft.start, Math.min(draft.end, draft.start + longestEvidence));
  const told = draft.token < 0 ? -1 : reading.sourceSpan(doc.start(draft.token), doc.end(draft.token)).start;
  const [longest] = spans.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const main = spans.find((span) => told >= span.start && told < span.end) ?? longest;
  const { start, end } = main ?? { start: 0, end: 0 };
  return {
    evidence: { start, end: Math.min(end, start + longestEvidence), rule: draft.rule, confidence: draft.confidence },
    moreEvidence: [
      ...spans.filter((span) => span !== main),
      ...draft.rests.flatMap((rest) =>
        reading.sourceSpans(rest.start, Math.min(rest.end, rest.start + longestEvidence)),
      ),
    ].map((span) => ({ start: span.start, end: span.end })),
  };
}

/** Drafts to claims: ids, evidence in the source, voice. Drafts are in text order. */
export function completeClaims(
  drafts: readonly DraftClaim[],
  doc: Doc,
  document: Document,
  reading: Reading,
  voice: Voice,
): readonly Claim[] {
  const ordinals = new Map<string, number>();
  const idOf = new Map<DraftClaim, string>();
  for (const draft of drafts) {
    const { act, lemma, title, modality, polarity } = draft;
    const sentence = sentenceAt(doc, draft.start);
    const roles = [draft.agent, draft.target, draft.object, draft.place, draft.as, draft.under];
    const same = JSON.stringify([sentence, act, lemma, title, roles, modality, polarity]);
    const ordinal = ordinals.get(same) ?? 0;
    ordinals.set(same, ordinal + 1);
    idOf.set(
      draft,
      claimId({ sourceId: document.sourceId, sentence, act, lemma, title, roles, modality, polarity, ordinal }),
    );
  }
  return drafts.map((draft) => ({
    id: idOf.get(draft) ?? '',
    act: draft.act,
    lemma: draft.lemma,
    title: draft.title,
    agent: draft.agent,
    target: draft.target,
    object: draft.object,
    place: draft.place,
    as: draft.as,
    under: draft.under,
    modality: draft.modality,
    polarity: draft.polarity,
    speakers: [...draft.speakers],
    voice,
    hedged: draft.hedged,
    content: draft.content === null ? null : (idOf.get(draft.content) ?? null),
    date: draft.date,
    said: document.published,
    ...evidenceOf(draft, doc, reading),
  }));
}
