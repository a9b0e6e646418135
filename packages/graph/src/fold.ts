import { hashOf, type GraphEdge } from '@attest/model';
import { byText } from './resolve.ts';
import type { ClaimView, DerivedEdge } from './standing.ts';

/** One claim with the edge that it draws. */
export interface DrawnClaim {
  readonly view: ClaimView;
  readonly edge: DerivedEdge;
  readonly quote: string;
  readonly sourceId: string;
  readonly as: string | null;
}

const keyOf = ({ edge, view, as }: DrawnClaim, type: string): string => {
  const { act, lemma, title, modality, polarity } = view.claim;
  return hashOf(
    edge.from,
    edge.to,
    type,
    act,
    lemma,
    title,
    as,
    ...(type === 'UNREALISED' ? [modality, polarity] : []),
  );
};

const range = (dates: readonly (string | null | undefined)[]): { readonly first?: string; readonly last?: string } => {
  const known = dates.filter((date): date is string => typeof date === 'string').toSorted(byText);
  const [first] = known;
  const last = known.at(-1);
  return first === undefined || last === undefined ? {} : { first, last };
};

function edgeOf(id: string, group: readonly DrawnClaim[], label: (act: string) => string): GraphEdge | null {
  const [first] = group;
  if (!first) return null;
  const { claim } = first.view;
  const said = range(group.flatMap(({ view }) => [view.claim.said?.from, view.claim.said?.to]));
  const happened = range(group.flatMap(({ view }) => [view.claim.date?.from, view.claim.date?.to]));
  return {
    id: `r_${id}`,
    type: first.edge.type,
    from: first.edge.from,
    to: first.edge.to,
    properties: {
      act: claim.act,
      ...(claim.lemma === null ? {} : { lemma: claim.lemma }),
      ...(claim.title === null ? {} : { title: claim.title }),
      ...(first.as === null ? {} : { as: first.as }),
      modality: claim.modality,
      polarity: claim.polarity,
      standing: first.edge.standing,
      via: first.edge.via,
      label: claim.lemma ?? label(claim.act),
      claimIds: group.map(({ view }) => view.claim.id),
      quotes: [...new Set(group.map(({ quote }) => quote))].slice(0, 3),
      voices: [...new Set(group.flatMap(({ view }) => view.speakers.flatMap((speaker) => speaker ?? [])))].toSorted(
        byText,
      ),
      documents: [...new Set(group.map(({ sourceId }) => sourceId))].toSorted(byText),
      ...(said.first === undefined ? {} : { firstSaid: { date: said.first } }),
      ...(said.last === undefined ? {} : { lastSaid: { date: said.last } }),
      ...(happened.first === undefined ? {} : { occurredFrom: { date: happened.first } }),
      ...(happened.last === undefined ? {} : { occurredTo: { date: happened.last } }),
    },
  };
}

/** Folds claims into one edge per key; alleged claims join a plain edge of the same key where there is one. */
export function foldEdges(drawn: readonly DrawnClaim[], label: (act: string) => string): readonly GraphEdge[] {
  const sorted = drawn.toSorted((a, b) => byText(a.view.claim.id, b.view.claim.id));
  const plain = new Set(sorted.filter(({ edge }) => edge.standing === 'told').map((one) => keyOf(one, one.edge.type)));
  const groups = new Map<string, DrawnClaim[]>();
  for (const one of sorted) {
    const asPlain = keyOf(one, one.view.claim.act);
    const key = one.edge.standing === 'alleged' && plain.has(asPlain) ? asPlain : keyOf(one, one.edge.type);
    const group = groups.get(key) ?? [];
    // The edge's own standing is that of its plain claims, so they come first.
    if (one.edge.standing === 'told') group.unshift(one);
    else group.push(one);
    groups.set(key, group);
  }
  return [...groups].flatMap(([key, group]) => edgeOf(key, group, label) ?? []).toSorted((a, b) => byText(a.id, b.id));
}
