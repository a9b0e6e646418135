import { keyNameOf, rootOf, type DocumentRecord, type LocalEntity, type Ontology } from '@attest/model';
import { isKnownBody } from '../fixed/gazetteer.ts';
import { seatsNamed, territoryNamed } from '../fixed/territories.ts';
import { designations } from '../fixed/words.ts';
import { parseBody, type BodyName } from '../names/body-name.ts';
import { foldName } from '../names/fold.ts';
import { officesIn, parsePerson, type Office, type PersonName } from '../names/person-name.ts';
import { byText, sortedSet } from '../order.ts';
import type { GroupFeatures } from './group-features.ts';
import { anchorBody, anchorPerson, officesHeld, type Anchor } from './anchor.ts';

/** What an entity's document tells about it beyond its names. */
export interface Context {
  readonly sourceId: string;
  /** Days between which the document was published. */
  readonly from: string | null;
  readonly to: string | null;
  /** Code of the country that the document speaks of most; null when there is none. */
  readonly home: string | null;
  /** Offices that the document's claims give to its actors, by local id. */
  readonly offices: ReadonlyMap<string, readonly string[]>;
  /** Names that two actors of this document bear: `root|keyName`. */
  readonly twins: ReadonlySet<string>;
  readonly record: DocumentRecord;
}

/** Everything that decides with whom an entity may be one. Entities of equal profiles are compared once. */
export interface Profile {
  readonly root: string;
  readonly type: string;
  readonly key: string;
  /** `kind:value`, sorted. */
  readonly externals: readonly string[];
  readonly anchor: Anchor | null;
  readonly people: readonly PersonName[];
  readonly offices: readonly Office[];
  readonly seats: readonly string[];
  readonly parties: readonly string[];
  readonly bodies: readonly BodyName[];
  readonly home: string | null;
  /** Of a counted group. */
  readonly group?: GroupFeatures;
  /** The document has two of this name: a name alone says less. */
  readonly twinOf: string | null;
  /** Set when a decision speaks of this very entity. */
  readonly pinned: string | null;
}

const territoryOf = (entity: LocalEntity): string | null =>
  entity.identifiers['iso'] ?? territoryNamed(entity.name) ?? null;

/** Reads from a record what resolution needs to know about its document. */
export function contextOf(record: DocumentRecord, ontology: Ontology): Context {
  const { document, entities, claims, mentions } = record;
  const counts = new Map<string, number>();
  const codes = new Map(
    entities
      .filter((entity) => rootOf(ontology, entity.type) === 'Territory')
      .flatMap((entity) =>
        ((code) => (code === null ? [] : [[entity.id, code.slice(0, 2)] as const]))(territoryOf(entity)),
      ),
  );
  for (const { entity } of mentions) {
    const code = codes.get(entity);
    if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const [first, second] = [...counts].toSorted(([a, n], [b, m]) => m - n || byText(a, b));
  const names = new Map(entities.map(({ id, name }) => [id, name]));
  const offices = new Map<string, string[]>();
  for (const { act, agent, target, title, polarity, modality } of claims)
    if (
      act === 'HOLDS_OFFICE' &&
      agent !== null &&
      title !== null &&
      polarity === 'positive' &&
      modality === 'performed'
    ) {
      const seat = target === null ? undefined : names.get(target);
      offices.set(agent, [...(offices.get(agent) ?? []), seat === undefined ? title : `${title} of ${seat}`]);
    }
  const seen = new Set<string>();
  const twins = new Set<string>();
  for (const { type, keyName } of entities) {
    const name = `${rootOf(ontology, type)}|${keyName}`;
    if (seen.has(name)) twins.add(name);
    seen.add(name);
  }
  return {
    sourceId: document.sourceId,
    from: document.published?.from ?? null,
    to: document.published?.to ?? document.published?.from ?? null,
    home: first && first[1] !== second?.[1] ? first[0] : null,
    offices,
    twins,
    record,
  };
}

/** Identifiers with their kind, sorted: `iso:MX`; a value that names its kind itself (`usc:8/1189`) stays as it is. */
export const externalsOf = ({ identifiers }: LocalEntity): string[] =>
  sortedSet(Object.entries(identifiers).map(([kind, value]) => (value.includes(':') ? value : `${kind}:${value}`)));

const singular = (key: string): string => {
  const one = key.replace(/(?<=[^s])s$/u, '');
  return designations.get(one) ?? one;
};
const named = (surface: string): boolean => /^[^\p{Ll}]*\p{Lu}/u.test(surface) || /\p{Lu}/u.test(surface);

function personFeatures(
  entity: LocalEntity,
  told: readonly string[],
): Pick<Profile, 'people' | 'offices' | 'seats' | 'parties'> {
  const main = parsePerson(entity.name);
  const others = entity.aliases.filter(named).map(parsePerson);
  const marked = [main, ...others, ...entity.titles.map(parsePerson)].filter(({ party }) => party !== null);
  const offices = [
    ...[main, ...others].flatMap((one) => one.offices),
    ...[...entity.titles, ...told].flatMap(officesIn),
  ];
  const key = ({ tokens, suffix }: PersonName): string => `${tokens.join(' ')}|${suffix}`;
  // A surname or first name of the main name adds nothing; a nickname or initials do.
  const adds = ({ tokens: [first, ...more] }: PersonName): boolean =>
    first !== undefined && (more.length > 0 || (first !== main.tokens.at(-1) && first !== main.tokens[0]));
  const further = new Map(others.filter((one) => adds(one) && key(one) !== key(main)).map((one) => [key(one), one]));
  const forms = [main, ...[...further].toSorted(([a], [b]) => byText(a, b)).map(([, one]) => one)].slice(0, 4);
  const unique = new Map(offices.map((one) => [JSON.stringify(one), one]));
  return {
    people: forms.map((one) => ({ ...one, offices: [], seats: [], party: null })),
    offices: [...unique].toSorted(([a], [b]) => byText(a, b)).map(([, office]) => office),
    seats: sortedSet(marked.flatMap(({ seats }) => seats)),
    parties: sortedSet(marked.flatMap(({ party }) => party ?? [])),
  };
}
const nobody: Pick<Profile, 'people' | 'offices' | 'seats' | 'parties'> = {
  people: [],
  offices: [],
  seats: [],
  parties: [],
};

function bodyFeatures(entity: LocalEntity): readonly BodyName[] {
  const forms = new Map(
    [entity.name, ...entity.aliases.filter(named)]
      .map((name) => parseBody(name, isKnownBody))
      .map((one) => [JSON.stringify(one), one]),
  );
  const [main, ...others] = forms.values();
  return main === undefined
    ? []
    : [
        main,
        ...others
          .filter((one) => !one.generic || one.acronym !== null)
          .toSorted((a, b) => byText(a.core, b.core))
          .slice(0, 5),
      ];
}

function placeSeats(name: string): readonly string[] {
  const [, qualifier] = name.split(',');
  return qualifier === undefined ? [] : seatsNamed(foldName(qualifier));
}

/** What an actor without taken-apart names is compared by. */
function keyOf(entity: LocalEntity, root: string): string {
  const key = foldName(entity.keyName === '' ? keyNameOf(entity.name) : entity.keyName);
  if (entity.type === 'Designation') return singular(key);
  if (root === 'Territory') return foldName(entity.name.split(',')[0] ?? entity.name);
  if (root !== 'Substance') return key;
  // "finished fentanyl" is fentanyl where its document also calls it that.
  const plain = entity.aliases.map(foldName).filter((alias) => alias !== '' && key.endsWith(` ${alias}`));
  return singular(plain.toSorted((a, b) => a.length - b.length || byText(a, b))[0] ?? key);
}

/** The profile of one local entity. */
export function profileOf(entity: LocalEntity, context: Context, ontology: Ontology): Profile {
  const root = rootOf(ontology, entity.type);
  const externals = externalsOf(entity);
  const person = root === 'Person' ? personFeatures(entity, context.offices.get(entity.id) ?? []) : nobody;
  const bodies = root === 'Body' ? bodyFeatures(entity) : [];
  const anchor =
    root === 'Person'
      ? anchorPerson(person, externals, context)
      : root === 'Body'
        ? anchorBody(bodies, context.home)
        : null;
  const code =
    root === 'Territory' && entity.identifiers['iso'] === undefined ? territoryFor(entity, context.home) : undefined;
  return {
    root,
    type: entity.type,
    key: keyOf(entity, root),
    externals: sortedSet([
      ...externals,
      ...(code === undefined ? [] : [`iso:${code}`]),
      ...(anchor?.external == null ? [] : [anchor.external]),
    ]),
    anchor,
    // A known person's offices are public record; titles and further names would only make many profiles of one.
    ...(anchor && root === 'Person'
      ? { ...nobody, people: person.people.slice(0, 1), offices: officesHeld(anchor.key) }
      : person),
    seats: root === 'Territory' ? placeSeats(entity.name) : anchor ? [] : person.seats,
    bodies,
    home: root === 'Body' && anchor === null ? context.home : null,
    twinOf: context.twins.has(`${root}|${entity.keyName}`) ? context.sourceId : null,
    pinned: null,
  };
}

/** Code of a country or state by its names; one that others bear too is told by its type and the document's home. */
function territoryFor(entity: LocalEntity, home: string | null): string | undefined {
  const plain = territoryNamed(entity.name);
  // A place of a country's name may be its state or city: "Mexico" for the State of Mexico.
  if (plain !== undefined) return entity.type === 'Country' || plain.startsWith('US-') ? plain : undefined;
  const codes = seatsNamed(foldName(entity.name));
  const fitting = codes.filter((code) => (entity.type === 'Country') !== code.startsWith('US-'));
  const [only] = fitting;
  if (fitting.length !== 1 || only === undefined || foldName(entity.name).length < 4) return undefined;
  if (entity.type === 'Country') return only;
  return home === 'US' && only === 'US-GA' ? only : undefined;
}
