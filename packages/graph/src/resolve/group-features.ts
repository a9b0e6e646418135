import type { DocumentRecord, LocalEntity, Ontology } from '@attest/model';
import { groupOf, type GroupName } from '../names/group-name.ts';
import { byText, sortedSet } from '../order.ts';
import { earliest, happened } from '../relate/times.ts';
import { profileOf, type Context } from './profile.ts';

/** What a group did, as its document tells it. */
export interface Deed {
  /** Act and lemma. */
  readonly act: string;
  /** Keys of to whom: any of them tells it. */
  readonly target: readonly string[];
  /** What it asks for, denies, announces: its act, and keys of to whom or as what. */
  readonly content: { readonly act: string; readonly about: readonly string[] } | null;
  readonly from: string | null;
  readonly to: string | null;
  /** The text gives the day; else it is that of the telling. */
  readonly dated: boolean;
}
/** A counted group with what its document tells of it. */
export interface GroupFeatures {
  readonly name: GroupName;
  /** When its document was published. */
  readonly day: string | null;
  readonly deeds: readonly Deed[];
  /** Keys of members that the document names, sorted. */
  readonly members: readonly string[];
}

/** Claims of which a group is the agent, and who is told to be a member of it. */
function told({ claims }: DocumentRecord, group: string) {
  const sure = claims.filter(({ polarity, modality }) => polarity === 'positive' && modality === 'performed');
  return {
    deeds: sure.filter(({ act, agent }) => agent === group && act !== 'MEMBER_OF'),
    members: sure.flatMap(({ act, agent, target }) =>
      act === 'MEMBER_OF' && target === group && agent !== null ? [agent] : [],
    ),
  };
}

/** Keys any of which tells who an entity is in another document too. */
function keysOf(id: string | null, context: Context, ontology: Ontology): readonly string[] {
  const entity = context.record.entities.find((one) => one.id === id);
  if (!entity) return [];
  const { key, anchor, externals, people } = profileOf(entity, context, ontology);
  const [person] = people;
  const name = person && person.tokens.length > 0 ? person.tokens.join(' ') : key;
  return sortedSet([name, ...(anchor ? [anchor.key] : []), ...externals]);
}

/** What a group is compared by; null when it has no exact count or its members no known name. */
export function groupFeatures(entity: LocalEntity, context: Context, ontology: Ontology): GroupFeatures | null {
  const name = groupOf([entity.name, ...entity.aliases]);
  if (name === null) return null;
  const { record } = context;
  const { deeds, members } = told(record, entity.id);
  const keys = (id: string | null): readonly string[] => keysOf(id, context, ontology);
  const own = deeds.map((claim): Deed => {
    const content = record.claims.find(({ id }) => id === claim.content);
    const days = happened(claim);
    return {
      act: `${claim.act} ${claim.lemma ?? ''}`.trim(),
      target: keys(claim.target),
      content: content ? { act: content.act, about: sortedSet([...keys(content.target), ...keys(content.as)]) } : null,
      from: days?.from ?? earliest(claim) ?? context.from,
      to: days?.to ?? earliest(claim) ?? context.from,
      dated: days !== null,
    };
  });
  const unique = new Map(own.map((deed) => [JSON.stringify(deed), deed]));
  return {
    name,
    day: context.from,
    deeds: [...unique].toSorted(([a], [b]) => byText(a, b)).map(([, deed]) => deed),
    members: sortedSet(members.flatMap((id) => keys(id)[0] ?? [])),
  };
}
