import { rootOf, type DocumentRecord, type LocalEntity, type Ontology } from '@attest/model';

/** One actor across documents. */
export interface Resolved {
  readonly id: string;
  readonly root: string;
  readonly type: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly identifiers: Readonly<Record<string, string>>;
  readonly reports: boolean;
  readonly members: readonly { readonly entity: LocalEntity; readonly sourceId: string }[];
  /** Why the members are one. */
  readonly reason: string;
}

interface Member {
  readonly entity: LocalEntity;
  readonly sourceId: string;
}

/** Code-unit order, the same on every machine. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Identifiers with their kind, in order: `iso:MX`; a value that names its kind itself (`usc:8/1189`) stays as it is. */
const externalIds = ({ identifiers }: LocalEntity): string[] =>
  Object.keys(identifiers)
    .toSorted(byText)
    .map((kind) => ((value) => (value.includes(':') ? value : `${kind}:${value}`))(identifiers[kind] ?? ''));

/** The name that most members bear; among equals the longest, then the first in code-unit order. */
function mostFrequent(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first] = [...counts].toSorted(([a, n], [b, m]) => m - n || b.length - a.length || byText(a, b));
  return first?.[0] ?? '';
}

/** Entities that may be one: any shared external id of one root decides, else root and key name; what cannot be linked stays alone. */
function clusterKeys(members: readonly Member[], ontology: Ontology): Map<string, Member[]> {
  const rootFor = ({ entity }: Member): string => rootOf(ontology, entity.type);
  const nameKey = (member: Member): string => `${rootFor(member)}|${member.entity.keyName}`;
  // Ids that stand on one entity are one actor: each id leads to the smallest that it is seen with.
  const leader = new Map<string, string>();
  const lead = (id: string): string => {
    const next = leader.get(id);
    return next === undefined || next === id ? id : lead(next);
  };
  for (const member of members) {
    const own = externalIds(member.entity).map((id) => `id|${rootFor(member)}|${id}`);
    const [first] = own.map(lead).toSorted(byText);
    if (first !== undefined) for (const id of own) leader.set(lead(id), first);
  }
  const idKey = (member: Member): string | null => {
    const [id] = externalIds(member.entity);
    return id === undefined ? null : lead(`id|${rootFor(member)}|${id}`);
  };
  const idsOfName = new Map<string, Set<string>>();
  for (const member of members) {
    const id = idKey(member);
    if (member.entity.linkable && id !== null)
      idsOfName.set(nameKey(member), (idsOfName.get(nameKey(member)) ?? new Set()).add(id));
  }
  const clusters = new Map<string, Member[]>();
  for (const member of members) {
    const known = idsOfName.get(nameKey(member));
    // A name that two external ids share says nothing: one without an id then joins neither.
    const only = known?.size === 1 ? [...known][0] : undefined;
    const key = member.entity.linkable ? (idKey(member) ?? only ?? nameKey(member)) : `alone|${member.entity.id}`;
    clusters.set(key, [...(clusters.get(key) ?? []), member]);
  }
  return clusters;
}

/** Joins the local entities of all records into actors. The order of the records does not matter. */
export function resolveEntities(records: readonly DocumentRecord[], ontology: Ontology): readonly Resolved[] {
  const members = records
    .flatMap(({ document, entities }) => entities.map((entity) => ({ entity, sourceId: document.sourceId })))
    .toSorted((a, b) => byText(a.entity.id, b.entity.id));
  const resolved: Resolved[] = [];
  for (const [key, cluster] of clusterKeys(members, ontology)) {
    const entities = cluster.map(({ entity }) => entity);
    const identifiers = Object.assign({}, ...entities.map((entity) => entity.identifiers)) as Record<string, string>;
    const type = mostFrequent(entities.map((entity) => entity.type));
    resolved.push({
      id: key.startsWith('id|') ? key.slice(key.indexOf('|', 3) + 1) : (entities[0]?.id ?? key),
      root: rootOf(ontology, type),
      type,
      name: mostFrequent(entities.map((entity) => entity.name)),
      aliases: [...new Set(entities.flatMap((entity) => [entity.name, ...entity.aliases]))].toSorted(byText),
      identifiers,
      reports: entities.some((entity) => entity.reports === true),
      members: cluster,
      reason: key.startsWith('id|')
        ? 'external identifier'
        : key.startsWith('alone|')
          ? 'named in one place only'
          : 'same name and root type',
    });
  }
  return resolved.toSorted((a, b) => byText(a.id, b.id));
}
