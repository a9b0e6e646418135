import type { LocalEntity, Ontology } from '@attest/model';
import { compare } from './compare.ts';
import type { Form } from './form.ts';
import { groupFeatures } from './group-features.ts';
import { blockKeys } from './block-keys.ts';
import { profileOf, type Context, type Profile } from './profile.ts';

const capital = /\p{Lu}/u;
/**
 * Bare nominals stay in their documents. A surname is a name, an office tells a person when the day tells the holder,
 * a status and a substance are what they are called, and a proper word or an exact count makes a
 * group one that others may mean too.
 */
const mayJoin = (entity: LocalEntity, { root, anchor, group }: Profile): boolean =>
  entity.linkable ||
  root === 'Substance' ||
  entity.type === 'Designation' ||
  (root === 'Group' && (group !== undefined || capital.test(entity.name))) ||
  (root === 'Person' && (anchor !== null || /^\p{Lu}/u.test(entity.name)));

/** The profile under which an entity is compared with others; null where it stays in its document. */
export function entryOf(entity: LocalEntity, context: Context, ontology: Ontology, isDecided: boolean): Profile | null {
  const own = profileOf(entity, context, ontology);
  const group = own.root === 'Group' ? groupFeatures(entity, context, ontology) : null;
  const profile = group === null ? own : { ...own, group };
  if (profile.twinOf !== null || isDecided) return { ...profile, pinned: entity.id };
  return mayJoin(entity, profile) ? profile : null;
}

/** A form that nobody is a member of yet. Of one that a decision or its document sets apart there is only one entity. */
export function formOf(signature: string, profile: Profile, keys: readonly string[] = blockKeys(profile)): Form {
  return {
    signature,
    profile,
    keys,
    self: profile.pinned === null ? compare(profile, profile) : { score: 1, reason: 'one entity', contradicts: false },
    members: new Map(),
    links: new Map(),
  };
}
