import {
  keyNameOf,
  localEntityId,
  modalities,
  polarities,
  rootOf,
  type Claim,
  type Decision,
  type DocumentRecord,
  type LocalEntity,
  type Ontology,
} from '@attest/model';
import { claimAt, mentionAt } from './find.ts';

/** A decision that does not find its place any more, or cannot be carried out, and why. */
export interface Unplaced {
  readonly decision: Decision;
  readonly reason: string;
}
/** A record as decisions leave it. */
export interface Edited {
  readonly record: DocumentRecord;
  readonly unplaced: readonly Unplaced[];
  /** Local entities whose name or type a decision gave, with the decision. */
  readonly corrected: ReadonlyMap<string, string>;
}

const isOneOf = <T extends string>(all: readonly T[], value: string): value is T =>
  (all as readonly string[]).includes(value);

function correctedClaim(claim: Claim, change: Readonly<Record<string, string>>, ontology: Ontology): Claim | string {
  let next = claim;
  for (const [field, value] of Object.entries(change)) {
    if (field === 'act' && ontology.acts[value] !== undefined) next = { ...next, act: value };
    else if (field === 'modality' && isOneOf(modalities, value)) next = { ...next, modality: value };
    else if (field === 'polarity' && isOneOf(polarities, value)) next = { ...next, polarity: value };
    else if (field === 'title' || field === 'lemma') next = { ...next, [field]: value === '' ? null : value };
    else return `no ${field} can be ${value}`;
  }
  return next;
}

function correctedEntity(
  entity: LocalEntity,
  change: Readonly<Record<string, string>>,
  ontology: Ontology,
): LocalEntity | string {
  let next = entity;
  for (const [field, value] of Object.entries(change)) {
    if (field === 'name' && value !== '')
      next = {
        ...next,
        name: value,
        keyName: keyNameOf(value),
        aliases: [...new Set([...next.aliases, value])].toSorted(),
      };
    else if (field === 'type' && ontology.entityTypes[value] !== undefined) next = { ...next, type: value };
    else return `no ${field} can be ${value}`;
  }
  return next;
}

function withClaim(record: DocumentRecord, id: string, next: Claim | null): DocumentRecord {
  const claims = record.claims.flatMap((claim) =>
    claim.id === id ? (next ?? []) : claim.content === id && next === null ? { ...claim, content: null } : claim,
  );
  return { ...record, claims };
}

/** Parts the mentions that read like one from the actor that they were tied to, with the roles of claims around them. */
function parted(record: DocumentRecord, decision: Decision, ontology: Ontology): DocumentRecord | null {
  const { other, selector } = decision;
  if (decision.kind !== 'split' || other === null || other.sourceId !== selector.sourceId) return null;
  const [one, kept] = [mentionAt(record, selector), mentionAt(record, other)];
  const entity = record.entities.find(({ id }) => id === one?.entity);
  if (!one || !kept || !entity || one.entity !== kept.entity || one.start === kept.start) return null;
  const read = ({ start, end }: { readonly start: number; readonly end: number }): string =>
    keyNameOf(record.document.text.slice(start, end));
  const name = record.document.text.slice(one.start, one.end);
  const id = localEntityId(record.document.sourceId, rootOf(ontology, entity.type), keyNameOf(name), decision.id);
  const moved = record.mentions.filter(
    (mention) =>
      mention.entity === entity.id &&
      (mention.start === one.start || (read(mention) === read(one) && read(one) !== read(kept))),
  );
  const here = (claim: Claim): boolean =>
    moved.some(({ start, end }) => start < claim.evidence.end && claim.evidence.start < end);
  const role = (claim: Claim, local: string | null): string | null => (local === entity.id && here(claim) ? id : local);
  return {
    ...record,
    entities: [
      ...record.entities,
      { ...entity, id, name, keyName: keyNameOf(name), aliases: [name], titles: [], identifiers: {} },
    ],
    mentions: record.mentions.map((mention) =>
      moved.includes(mention) ? { ...mention, entity: id, reason: 'parted by a decision' } : mention,
    ),
    claims: record.claims.map((claim) => ({
      ...claim,
      agent: role(claim, claim.agent),
      target: role(claim, claim.target),
      object: role(claim, claim.object),
      place: role(claim, claim.place),
    })),
  };
}

/** Applies the decisions that speak of one record alone, in their order. Pure: without them the record is as it was. */
export function editRecord(original: DocumentRecord, decisions: readonly Decision[], ontology: Ontology): Edited {
  let record = original;
  const unplaced: Unplaced[] = [];
  const corrected = new Map<string, string>();
  for (const decision of decisions) {
    if (decision.selector.sourceId !== record.document.sourceId) continue;
    const fail = (reason: string): number => unplaced.push({ decision, reason });
    if (decision.kind === 'split') record = parted(record, decision, ontology) ?? record;
    const ofClaim = decision.kind === 'reject' || (decision.kind === 'correct' && decision.seen['act'] !== undefined);
    if (ofClaim) {
      const claim = claimAt(record, decision);
      if (claim === null) {
        fail('its words or the claim are no longer there');
        continue;
      }
      const next = decision.kind === 'reject' ? null : correctedClaim(claim, decision.change ?? {}, ontology);
      if (typeof next === 'string') fail(next);
      else record = withClaim(record, claim.id, next);
    } else if (decision.kind === 'correct') {
      const mention = mentionAt(record, decision.selector);
      const entity = record.entities.find(({ id }) => id === mention?.entity);
      const next = entity
        ? correctedEntity(entity, decision.change ?? {}, ontology)
        : 'its words or the actor are no longer there';
      if (typeof next === 'string') fail(next);
      else {
        record = { ...record, entities: record.entities.map((one) => (one.id === next.id ? next : one)) };
        corrected.set(next.id, decision.id);
      }
    }
  }
  return { record, unplaced, corrected };
}
