// The claims of an extraction, from its records, and the judgements made by hand that still hold for them.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const seed = 'attest-reliability-1';
/** Compares texts by their code units. */
export const byCode = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** All claims under `folder`/records with names for ids, in the order in which a reading by hand draws them: of a seeded hash. */
export function claimsOf(folder) {
  const files = readdirSync(join(folder, 'records'), { recursive: true }).filter((file) => file.endsWith('.json'));
  const claims = files.flatMap((file) => {
    const record = JSON.parse(readFileSync(join(folder, 'records', file), 'utf8'));
    const names = new Map(record.entities.map(({ id, name }) => [id, name]));
    const nameOf = (id) => (id == null ? null : (names.get(id) ?? id));
    return record.claims.map((claim) => ({
      id: claim.id,
      document: record.document.file,
      act: claim.act,
      lemma: claim.lemma,
      start: claim.evidence.start,
      end: claim.evidence.end,
      agent: nameOf(claim.agent),
      target: nameOf(claim.target),
      modality: claim.modality,
      polarity: claim.polarity,
      speaker: nameOf(claim.speakers[0]),
      hedged: claim.hedged,
      rule: claim.evidence.rule,
      confidence: claim.evidence.confidence,
    }));
  });
  const rankOf = ({ document, act, start, end, agent, target }) =>
    createHash('sha256')
      .update(seed + JSON.stringify([document, act, start, end, agent, target]))
      .digest('hex');
  return claims
    .map((claim) => ({ rank: rankOf(claim), claim }))
    .toSorted((a, b) => byCode(a.rank, b.rank) || byCode(a.claim.id, b.claim.id))
    .map(({ claim }) => claim);
}

const judged = ['document', 'act', 'agent', 'target', 'modality', 'polarity', 'speaker'];
const isOf = (judgement, claim) =>
  judged.every((field) => judgement[field] === claim[field]) &&
  judgement.start < claim.end &&
  claim.start < judgement.end;

/**
 * Each judgement with the claim it was made on, one to one. A claim that now says something else (other actors, modality,
 * speaker) or stands elsewhere has lost its judgement; evidence that only grew or shrank has not.
 */
export function matchJudgements(judgements, claims) {
  const free = new Set(claims);
  return judgements.flatMap((judgement) => {
    const fits = [...free].filter((one) => isOf(judgement, one));
    const claim = fits.find(({ start, end }) => start === judgement.start && end === judgement.end) ?? fits[0];
    if (claim === undefined) return [];
    free.delete(claim);
    return [{ judgement, claim }];
  });
}
