import { rootOf, type LocalEntity, type Ontology } from '@attest/model';
import { wikidataOf } from '../fixed/identifiers.ts';
import { parsePerson } from '../names/person-name.ts';
import { byText, rounded, sortedSet } from '../order.ts';
import { smallestId, type Cluster } from './cluster.ts';
import type { Form, Member } from './form.ts';
import { externalsOf } from './profile.ts';
import { mergeFrom, type Verdict } from './verdict.ts';

/** A local entity with why it is this actor. */
export interface ResolvedMember extends Member {
  readonly reason: string;
  /** 0 to 1, three decimals. */
  readonly confidence: number;
  /** Set when the document names only the office and the day tells who held it. */
  readonly byOffice: { readonly office: string; readonly seat: string } | null;
  /** Id of the decision that put it here. */
  readonly decision: string | null;
}
/** What claims and relations need to know of an actor. */
export interface Actor {
  readonly id: string;
  readonly root: string;
  readonly type: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly reports: boolean;
  /** Key in the gazetteer, for the holder of an office. */
  readonly known: string | null;
}
/** One actor across documents with where it is named. */
export interface Resolved extends Actor {
  readonly identifiers: Readonly<Record<string, string>>;
  readonly members: readonly ResolvedMember[];
  /** Why the members are one. */
  readonly reason: string;
}

/** What decisions say of local entities. */
export interface Told {
  readonly decisionOf: ReadonlyMap<string, string>;
  /** Those whose name or type a decision gave. */
  readonly corrected: ReadonlySet<string>;
}

/** The value that most members bear; among equals the longest, then the first in code-unit order. */
function mostFrequent(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first] = [...counts].toSorted(([a, n], [b, m]) => m - n || b.length - a.length || byText(a, b));
  return first?.[0] ?? '';
}

/** Roots whose actors go by an identifier that is known outside. */
const identifierOf = (entities: readonly LocalEntity[], forms: readonly Form[]): string | undefined =>
  sortedSet([...forms.flatMap(({ profile }) => profile.externals), ...entities.flatMap(externalsOf)])[0];

function actor(
  members: readonly ResolvedMember[],
  forms: readonly Form[],
  ontology: Ontology,
  { corrected }: Told,
): Resolved {
  const entities = members.map(({ entity }) => entity);
  const byHand = entities.find(({ id }) => corrected.has(id));
  const type = byHand?.type ?? mostFrequent(entities.map((entity) => entity.type));
  const anchors = forms.flatMap(({ profile }) => profile.anchor ?? []);
  const [anchor] = anchors.toSorted((a, b) => byText(a.key, b.key));
  const external = anchor?.external ?? null;
  const [kind = '', value = ''] = external === null ? [] : external.split(':');
  const codes = forms
    .flatMap(({ profile }) => profile.externals)
    .flatMap((one) => (one.startsWith('iso:') ? [one.slice(4)] : []));
  const [code] = codes.toSorted(byText);
  const wikidata = wikidataOf(code ?? anchor?.key.replace(/^body\//u, '') ?? '');
  const identifiers: Record<string, string> = {
    ...(external === null ? {} : { [kind]: value }),
    ...(code === undefined ? {} : { iso: code }),
    ...(wikidata === undefined ? {} : { wikidata }),
  };
  for (const entity of entities) Object.assign(identifiers, entity.identifiers);
  const full = members.filter(({ byOffice }) => byOffice === null);
  return {
    id: identifierOf(entities, forms) ?? (wikidata === undefined ? entities[0]?.id : `wikidata:${wikidata}`) ?? '',
    root: rootOf(ontology, type),
    type,
    name:
      byHand?.name ??
      nameOf(
        full.map(({ entity }) => entity.name),
        rootOf(ontology, type) === 'Person',
        anchor?.name ?? null,
        entities[0]?.name ?? '',
      ),
    aliases: sortedSet(entities.flatMap((entity) => [entity.name, ...entity.aliases])),
    identifiers,
    reports: entities.some((entity) => entity.reports === true),
    known: anchor?.key ?? null,
    members,
    reason: mostFrequent(members.map(({ reason }) => reason)),
  };
}

/** People go by a full name where one is known, in the documents or by public record, bodies by what most documents use. */
function nameOf(names: readonly string[], isPerson: boolean, known: string | null, otherwise: string): string {
  if (names.length === 0) return known ?? otherwise;
  if (!isPerson) return mostFrequent(names);
  const full = names.filter((name) => parsePerson(name).tokens.length > 1);
  return full.length > 0 ? mostFrequent(full) : (known ?? mostFrequent(names));
}

const bestOf = (form: Form, cluster: Cluster): Verdict => {
  let best = form.members.size > 1 ? form.self : null;
  for (const other of cluster.forms) {
    const verdict = form.links.get(other);
    if (
      verdict &&
      (best === null || verdict.score > best.score || (verdict.score === best.score && verdict.reason < best.reason))
    )
      best = verdict;
  }
  return best ?? { score: 1, reason: 'named in one place only', contradicts: false };
};

/** Makes the actors of a cluster, or of one entity that never joins another. */
export function resolvedOf(of: Cluster | Member, ontology: Ontology, told: Told): readonly Resolved[] {
  if (!('forms' in of)) {
    const member = {
      ...of,
      reason: 'stands in one document only',
      confidence: 1,
      byOffice: null,
      decision: told.decisionOf.get(of.entity.id) ?? null,
    };
    return [actor([member], [], ontology, told)];
  }
  const [only] = of.forms;
  const members = of.forms
    .flatMap((form) => {
      const { score, reason } = bestOf(form, of);
      const byOffice = form.profile.anchor?.byOffice ?? null;
      const why = form.profile.anchor && of.forms.length === 1 ? form.profile.anchor.reason : reason;
      return [...form.members.values()].map((member) => ({
        ...member,
        reason: why,
        confidence: rounded(Math.min(1, score)),
        byOffice,
        decision: told.decisionOf.get(member.entity.id) ?? null,
      }));
    })
    .toSorted((a, b) => byText(a.entity.id, b.entity.id));
  // Equal names that do not make one actor stay as many as they are.
  if (of.forms.length === 1 && only && only.self.score < mergeFrom)
    return members.map((member) =>
      actor([{ ...member, confidence: 1, reason: 'named in one place only' }], [only], ontology, told),
    );
  return [actor(members, of.forms, ontology, told)];
}

/**
 * The actors of clusters and of entities that never join another. Of several with one identifier, which decisions and
 * kinds may leave apart, the first by the smallest id of its members bears it, the others go by that id.
 */
export function actorsOf(
  clusters: Iterable<Cluster>,
  alone: Iterable<Member>,
  made: (of: Cluster | Member) => readonly Resolved[],
): readonly Resolved[] {
  const ranked = [...clusters].map((cluster) => ({
    of: cluster,
    id: cluster.forms.map(smallestId).toSorted(byText)[0] ?? '',
  }));
  const single = [...alone].map((member) => ({ of: member, id: member.entity.id }));
  const claimed = new Set<string>();
  return [...ranked.toSorted((a, b) => byText(a.id, b.id)), ...single.toSorted((a, b) => byText(a.id, b.id))].flatMap(
    ({ of }) =>
      made(of).map((actor) => {
        const own = claimed.has(actor.id) ? (actor.members[0]?.entity.id ?? actor.id) : actor.id;
        claimed.add(own);
        return own === actor.id ? actor : { ...actor, id: own };
      }),
  );
}
