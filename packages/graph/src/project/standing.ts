import type { Claim, Ontology } from '@attest/model';

/** How an edge may be drawn: told by what reports, alleged by somebody, or not realised at all. */
type Standing = 'told' | 'alleged' | 'unrealised';

/** What an edge between two actors says, before equal ones are folded. */
export interface DerivedEdge {
  readonly from: string;
  readonly to: string;
  readonly type: string;
  readonly standing: Standing;
  /** `content` when the end was taken from what is asked for, denied or alleged. */
  readonly via: 'target' | 'content';
}

/** Canonical ids instead of local ones. */
export interface ClaimView {
  readonly claim: Claim;
  readonly agent: string | null;
  readonly target: string | null;
  /** Innermost first; null for one who is not known any more: still somebody who says so. */
  readonly speakers: readonly (string | null)[];
  /** Who a pleading text speaks for; `undefined` when it reports. */
  readonly author: string | null | undefined;
}

function endOf(
  view: ClaimView,
  content: ClaimView | null,
  hearer: boolean,
): { readonly end: string | null; readonly via: 'target' | 'content' } {
  if (view.target !== null) return { end: view.target, via: 'target' };
  if (content === null || hearer) return { end: null, via: 'target' };
  const agent = content.agent !== null && content.agent !== view.agent ? content.agent : content.target;
  return { end: agent, via: 'content' };
}

/**
 * The decision table of the design: the first line that fits decides. `reports` tells whether an actor is a press
 * organisation, whose words are told. Null when there is no edge to draw.
 */
export function deriveEdge(
  view: ClaimView,
  content: ClaimView | null,
  ontology: Ontology,
  reports: (id: string) => boolean,
): DerivedEdge | null {
  const { claim, agent } = view;
  const act = ontology.acts[claim.act];
  const { end, via } = endOf(view, content, act?.hearer ?? false);
  if (agent === null || end === null || agent === end) return null;
  const edge = { from: agent, to: end, via };
  if (claim.polarity === 'negative' || claim.modality !== 'performed')
    return { ...edge, type: 'UNREALISED', standing: 'unrealised' };
  if (act?.standing === true) return { ...edge, type: claim.act, standing: 'told' };
  const chain: (string | null)[] = [...view.speakers, ...(view.author === undefined ? [] : [view.author])];
  // Acts that happen by being said need no witness but the one who says them.
  if (act?.performative === true && chain[0] === agent) chain.shift();
  const alleged = claim.hedged || chain.some((link) => link === null || !reports(link));
  return alleged ? { ...edge, type: 'ALLEGED', standing: 'alleged' } : { ...edge, type: claim.act, standing: 'told' };
}
