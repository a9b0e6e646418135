import type { DocumentRecord, GraphStore } from '@attest/model';
import { ask } from './own-queries.ts';
import type { Brief } from './search.ts';

interface Row {
  readonly claim: { readonly id: string; readonly properties: Readonly<Record<string, unknown>> };
  readonly roles: readonly (Brief & { readonly role: string })[];
  readonly speakers: readonly (Brief & { readonly depth: number })[];
  readonly related: readonly Related[];
  readonly places: readonly Place[];
}
interface Related {
  readonly id: string;
  readonly caption: string;
  readonly relation: string;
  readonly onward: boolean;
}
interface Place {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** A further stretch on which the claim rests, not the one that states it. */
  readonly more: boolean;
  readonly sourceId: string;
  readonly title: string;
}

const brief = ({ id, name, type }: Brief): Brief => ({ id, name, type });
const byRelation = (a: Related, b: Related): number =>
  a.relation === b.relation ? (a.id < b.id ? -1 : 1) : a.relation < b.relation ? -1 : 1;

function viewOf({ claim, roles, speakers, related, places }: Row): Record<string, unknown> & { readonly id: string } {
  const one = (role: string): Brief | null => {
    const found = roles.find((item) => item.role === role);
    return found ? brief(found) : null;
  };
  const inOrder = places.toSorted((a, b) => a.start - b.start);
  const place = inOrder.find(({ more }) => !more) ?? inOrder[0];
  return {
    ...claim.properties,
    id: claim.id,
    agent: one('AGENT'),
    target: one('TARGET'),
    object: one('OBJECT'),
    place: one('PLACE'),
    as: one('AS_STATUS'),
    under: one('LEGAL_BASIS'),
    speakers: speakers.toSorted((a, b) => a.depth - b.depth).map(brief),
    content: related.find(({ relation, onward }) => relation === 'CONTENT' && onward)?.id ?? null,
    related: related.toSorted(byRelation),
    document: place ? { sourceId: place.sourceId, title: place.title } : null,
    evidence: place ? { start: place.start, end: place.end } : null,
    moreEvidence: inOrder.filter(({ more }) => more).map(({ start, end, quote }) => ({ start, end, quote })),
  };
}

/** Claims with their actors, speakers, relations and place in the document, in the order of the ids; unknown ids are left out. */
export async function claimViews(
  store: GraphStore,
  ids: readonly string[],
): Promise<readonly (Record<string, unknown> & { readonly id: string })[]> {
  if (ids.length === 0) return [];
  const rows = await ask<Row>(store, 'claims', { ids });
  const views = new Map(rows.map((row) => [row.claim.id, viewOf(row)]));
  return ids.flatMap((id) => views.get(id) ?? []);
}

/** A claim with the text before and after its evidence, or null. */
export async function claimInContext(
  store: GraphStore,
  id: string,
  recordOf: (sourceId: string) => Promise<DocumentRecord | null>,
  around = 300,
): Promise<Record<string, unknown> | null> {
  const [view] = await claimViews(store, [id]);
  if (!view) return null;
  const { document, evidence } = view as unknown as { document: Place | null; evidence: Place | null };
  const text = document ? ((await recordOf(document.sourceId))?.document.text ?? '') : '';
  const { start, end } = evidence ?? { start: 0, end: 0 };
  return {
    ...view,
    context: {
      before: text.slice(Math.max(0, start - around), start),
      quote: text.slice(start, end),
      after: text.slice(end, end + around),
    },
  };
}
