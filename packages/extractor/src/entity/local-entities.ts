import { keyNameOf, localEntityId, rootOf, type LocalEntity, type Mention, type Ontology } from '@attest/model';
import { names } from '../mention/data.ts';
import type { Found } from '../mention/found.ts';

/** A mention with the entity that it names; null where only the claims stage can tell (first person in a quotation). */
export interface TiedMention extends Found {
  readonly entity: string | null;
}
export interface LocalEntities {
  readonly entities: readonly LocalEntity[];
  readonly mentions: readonly TiedMention[];
}

const acronyms: Readonly<Record<string, string>> = {
  fto: 'foreign terrorist organization',
  sdgt: 'specially designated global terrorist',
};
const singular = (text: string): string =>
  ((form) => acronyms[form] ?? form)(text.toLowerCase().replaceAll('-', ' ').replace(/s$/u, ''));
const lastWord = (name: string): string => keyNameOf(name).split(' ').at(-1) ?? '';

/** Under which key the mentions of one document stand together. */
function groupKey(one: Found, fullNames: ReadonlyMap<string, string>, collective: string | null, root: string): string {
  const citation = one.identifiers?.['citation'] ?? one.identifiers?.['iso'];
  if (citation !== undefined) return `${root}|${citation}`;
  if (root === 'Person') return `${root}|${fullNames.get(lastWord(one.name)) ?? keyNameOf(one.name)}`;
  if (one.type === 'Designation' || root === 'Substance') return `${root}|${singular(one.name)}`;
  if (one.reason === 'collective of cartels') return `${root}|${keyNameOf(collective ?? one.name)}`;
  return `${root}|${keyNameOf(one.name)}`;
}

/** Joins the mentions of one document into actors: surnames to full names, bare "cartels" to the cartels that are named. */
export function tieMentions(found: readonly Found[], sourceId: string, ontology: Ontology): LocalEntities {
  const fullNames = new Map<string, string>();
  const people = found
    .filter((one) => rootOf(ontology, one.type) === 'Person')
    .toSorted((a, b) => a.name.length - b.name.length || a.start - b.start);
  for (const one of people) fullNames.set(lastWord(one.name), keyNameOf(one.name));
  const collective =
    found.find(
      (one) => one.reason === 'collective of cartels' && names.demonyms[one.name.split(' ')[0] ?? ''] !== undefined,
    )?.name ?? null;
  const groups = new Map<string, Found[]>();
  for (const one of found) {
    const key = groupKey(one, fullNames, collective, rootOf(ontology, one.type));
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const entities: LocalEntity[] = [];
  const mentions: TiedMention[] = [];
  for (const [key, group] of groups) {
    const root = key.slice(0, key.indexOf('|'));
    const [fullest] = group.toSorted((a, b) => b.name.length - a.name.length || a.start - b.start);
    if (!fullest) continue;
    const known = group.find((one) => one.identifiers !== undefined);
    const name = known?.type === 'Country' ? known.name : fullest.name;
    const id = localEntityId(sourceId, root, key, 0);
    const official = group.find((one) => one.type === 'Official');
    entities.push({
      id,
      type: official?.type ?? fullest.type,
      name,
      aliases: [...new Set(group.flatMap((one) => [one.text, one.name]))].toSorted(),
      keyName: keyNameOf(name),
      identifiers: known?.identifiers ?? {},
      linkable: group.some((one) => one.linkable),
      titles: [...new Set(group.flatMap((one) => one.title ?? []))].toSorted(),
      ...(group.some((one) => one.reports) ? { reports: true } : {}),
    });
    mentions.push(...group.map((one) => ({ ...one, entity: id })));
  }
  return {
    entities: entities.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    mentions: mentions.toSorted((a, b) => a.start - b.start),
  };
}

/** Mentions as the record keeps them. */
export const recordedMentions = (mentions: readonly TiedMention[]): Mention[] =>
  mentions.flatMap(({ start, end, entity, form, reason }) =>
    entity === null ? [] : [{ start, end, entity, form: form === 'modifier' ? 'name' : form, reason }],
  );
