import type { Doc } from '../language/annotate.ts';
import type { Actors } from './actors.ts';
import { impliedSubject } from './arguments.ts';
import type { AttributionReader } from './attribution.ts';
import { groups, type DraftClaim } from './draft.ts';
import { verbFrames } from './frames.ts';
import { lawIn } from './roles.ts';
import type { StatusReader } from './status.ts';

/** How many sentences back the act may stand that "do so" takes up; "that" in an answer goes back over who asked. */
const farthest = { doSo: 2, that: 3 };
const confidence = 0.55;

/** Whether a claim tells of speaking, which nobody takes up by "that" or "so". */
const isSpoken = (doc: Doc, { token, act }: DraftClaim): boolean =>
  verbFrames
    .get(doc.lemma(token).toLowerCase())
    ?.some(({ frame }) => frame.spoken && (frame.act === act || frame.otherwise === act)) ?? false;

/** The act that a word takes up: the last one told before it, not itself an asking or telling, that `fits`. */
function actBefore(
  doc: Doc,
  token: number,
  bySentence: ReadonlyMap<number, readonly DraftClaim[]>,
  sentences: number,
  fits: (draft: DraftClaim) => boolean,
): DraftClaim | undefined {
  for (let back = 0; back <= sentences; back += 1) {
    const found = (bySentence.get(doc.sentenceOf(token) - back) ?? [])
      .filter(
        (draft) =>
          draft.token < token &&
          draft.target !== null &&
          draft.complements.length === 0 &&
          !isSpoken(doc, draft) &&
          fits(draft),
      )
      .toSorted((x, y) => x.token - y.token)
      .at(-1);
    if (found) return found;
  }
  return undefined;
}

const inSentences = (doc: Doc, drafts: readonly DraftClaim[]): ReadonlyMap<number, readonly DraftClaim[]> =>
  groups(
    drafts.filter(({ token }) => token >= 0),
    ({ token }) => doc.sentenceOf(token),
  );

/** "We'd certainly consider that": a demonstrative as the object of a word that tells an act has the act before it for content. */
export function linkDemonstrated(doc: Doc, drafts: readonly DraftClaim[]): void {
  const bySentence = inSentences(doc, drafts);
  for (const draft of drafts) {
    if (draft.token < 0 || draft.content !== null) continue;
    const tells = verbFrames.get(doc.lemma(draft.token).toLowerCase())?.some(({ frame }) => frame.complement);
    // The parser may hang the word on the verb that says the quotation; it stands right behind its own all the same.
    const next = draft.token + 1;
    const isTakenUp =
      next + 1 < doc.length && /^(?:that|this)$/u.test(doc.lower(next)) && /^[,.?!;"]$/u.test(doc.form(next + 1));
    const before = tells && isTakenUp ? actBefore(doc, draft.token, bySentence, farthest.that, () => true) : undefined;
    if (before) draft.content = before;
  }
}

/**
 * "You have the authority to do so under 8 U.S.C. § 1189": the act of the sentence before, by whoever is to do so. Only
 * where who does it was the one who was to act before, or nobody was named.
 */
export function doSoClaims(
  doc: Doc,
  actors: Actors,
  status: StatusReader,
  attribution: AttributionReader,
  drafts: readonly DraftClaim[],
): readonly DraftClaim[] {
  const found: DraftClaim[] = [];
  const bySentence = inSentences(doc, drafts);
  for (let token = 0; token < doc.length; token += 1) {
    if (doc.lemma(token).toLowerCase() !== 'do' || doc.lower(token + 1 < doc.length ? token + 1 : token) !== 'so')
      continue;
    const subject = impliedSubject(doc, token);
    const agents = subject < 0 ? [] : actors.at(subject);
    const before = actBefore(
      doc,
      token,
      bySentence,
      farthest.doSo,
      (draft) => draft.agent === null || agents.some((agent) => agent.entity === draft.agent),
    );
    const [agent] = agents.filter(({ entity }) => before?.agent === null || entity === before?.agent);
    const { speakers, unknown } = attribution.of(token);
    if (!before || !agent || unknown) continue;
    const { modality, negative, hedged } = status.of(token);
    found.push({
      ...before,
      agent: agent.entity,
      under: lawIn(doc, actors, token)?.entity ?? null,
      modality,
      polarity: negative ? 'negative' : 'positive',
      speakers,
      hedged,
      date: null,
      content: null,
      rests: [{ start: before.start, end: before.end }],
      start: doc.start(token),
      end: Math.max(...doc.descendants(token).map((below) => doc.end(below))),
      rule: 'anaphora/do-so',
      confidence,
      token,
    });
  }
  return found;
}
