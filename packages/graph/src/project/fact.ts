import { hashOf, type Claim, type DocumentRecord, type Ontology } from '@attest/model';
import type { ClaimView, DerivedEdge } from './standing.ts';

/** A claim with its actors resolved. */
export interface Fact {
  readonly claim: Claim;
  readonly sourceId: string;
  readonly view: ClaimView;
  readonly object: string | null;
  readonly place: string | null;
  readonly as: string | null;
  readonly under: string | null;
  readonly factKey: string;
  readonly topicKey: string;
  readonly caption: string;
  readonly quote: string;
  /** The edge that it draws, before equal ones are folded; null when there is none. */
  readonly edge: DerivedEdge | null;
  readonly asName: string | null;
  /** What the content says, when the edge leads to whom the content is about. */
  readonly about: string | null;
}

/** Who a local entity is, in one claim or at all: an office may have had another holder when the act happened. */
export type Who = (local: string | null, claim: Claim | null) => string | null;

/** Looks a name up for captions. */
export type NameOf = (id: string | null) => string | null;

/** Resolves the roles of a claim. */
export function viewOf(claim: Claim, who: Who): ClaimView {
  const is = (local: string | null): string | null => who(local, claim);
  return {
    claim,
    agent: is(claim.agent),
    target: is(claim.target),
    speakers: claim.speakers.map(is),
    author: claim.voice.stance === 'reports' ? undefined : is(claim.voice.by),
  };
}

/** A claim in one line, as it stands in Neo4j Browser and in lists. */
export function captionOf(view: ClaimView, ontology: Ontology, nameOf: NameOf, object: string | null): string {
  const { act, lemma, polarity, modality } = view.claim;
  const words = lemma ?? ontology.acts[act]?.label ?? act;
  const agent = nameOf(view.agent) ?? 'somebody';
  const end = nameOf(view.target) ?? nameOf(object) ?? '';
  return (
    `${agent} ${polarity === 'negative' ? 'not: ' : ''}${words} ${end}`.trim() +
    (modality === 'performed' ? '' : ` (${modality})`)
  );
}

/** Keys that group claims across documents: all that is said, and what a denial shares with what it denies. */
export function keysOf(
  record: DocumentRecord,
  who: Who,
): ReadonlyMap<string, { readonly factKey: string; readonly topicKey: string }> {
  const byId = new Map(record.claims.map((claim) => [claim.id, claim]));
  const done = new Map<string, { readonly factKey: string; readonly topicKey: string }>();
  const open = new Set<string>();
  const keyed = (claim: Claim): { readonly factKey: string; readonly topicKey: string } => {
    const known = done.get(claim.id);
    if (known) return known;
    open.add(claim.id);
    const inner = claim.content === null || open.has(claim.content) ? undefined : byId.get(claim.content);
    const is = (local: string | null): string | null => who(local, claim);
    const { act, lemma, title, modality, polarity } = claim;
    const roles = [claim.agent, claim.target, claim.object, claim.place, claim.as, claim.under].map(is);
    const keys = {
      factKey: hashOf(act, lemma, title, ...roles, modality, polarity, inner ? keyed(inner).factKey : null),
      topicKey: hashOf(act, lemma, roles[0] ?? null, roles[1] ?? null, roles[4] ?? null),
    };
    open.delete(claim.id);
    done.set(claim.id, keys);
    return keys;
  };
  for (const claim of record.claims) keyed(claim);
  return done;
}
