import type { DocumentRecord, LocalEntity, Ontology } from '@attest/model';
import type { PairDecision } from '../decide/pairs.ts';
import { byText, ensured } from '../order.ts';
import { blockKeys, lookedUp } from './block-keys.ts';
import { clusterForms, smallestId } from './cluster.ts';
import { compare } from './compare.ts';
import type { Form, Member } from './form.ts';
import { contextOf, profileOf, type Profile } from './profile.ts';
import { resolvedOf, type Resolved, type Told } from './resolved.ts';
import { proposalsOf, type Proposal } from './proposals.ts';
import { apart, mergeFrom, proposeFrom, type Verdict } from './verdict.ts';

/** A cluster with what it was last made into. */
export interface Cluster {
  readonly forms: readonly Form[];
}

const capital = /\p{Lu}/u;
/**
 * Bare nominals stay in their documents. A surname is a name, an office tells a person when the day tells the holder,
 * a status and a substance are what they are called, and a proper word makes a group one that others may mean too.
 */
const mayJoin = (entity: LocalEntity, { root, anchor }: Profile): boolean =>
  entity.linkable ||
  root === 'Substance' ||
  entity.type === 'Designation' ||
  (root === 'Group' && capital.test(entity.name)) ||
  (root === 'Person' && (anchor !== null || /^\p{Lu}/u.test(entity.name)));

const pairKey = (a: string, b: string): string => (a < b ? `${a}|${b}` : `${b}|${a}`);

/**
 * Joins local entities into actors and keeps up with records that come, change and go: only forms that share a blocking
 * key with what changed are compared, only components that changed are clustered anew. The result depends on what is
 * in it, never on the order.
 */
export class Resolver {
  readonly #ontology: Ontology;
  readonly #forms = new Map<string, Form>();
  readonly #formOf = new Map<string, Form>();
  readonly #blocks = new Map<string, Set<Form>>();
  readonly #alone = new Map<string, Member>();
  readonly #clusterOf = new Map<Form, Cluster>();
  readonly #dirty = new Set<Form>();
  /** Equal verdicts are kept once: there are many pairs and few reasons. */
  readonly #verdicts = new Map<string, Verdict>();
  readonly #made = new Map<Cluster | string, readonly Resolved[]>();
  #merge: ReadonlySet<string> = new Set();
  #split: ReadonlySet<string> = new Set();
  /** Entities that a decision parts from all others. */
  #apart: ReadonlySet<string> = new Set();
  #told: Told = { decisionOf: new Map(), corrected: new Set() };

  constructor(ontology: Ontology) {
    this.#ontology = ontology;
  }

  /**
   * Takes over what people decided. Records with entities that decisions speak of, before or after, must be taken out
   * before the call and put in again after it.
   */
  decide(pairs: readonly PairDecision[], corrected: ReadonlyMap<string, string>): void {
    const keys = (kind: PairDecision['kind']): ReadonlySet<string> =>
      new Set(pairs.flatMap((one) => (one.kind === kind && one.b !== null ? [pairKey(one.a, one.b)] : [])));
    this.#merge = keys('merge');
    this.#split = keys('split');
    this.#apart = new Set(pairs.flatMap(({ a, b }) => (b === null ? [a] : [])));
    const decisionOf = new Map(corrected);
    for (const { a, b, decision } of pairs) for (const id of [a, b]) if (id !== null) decisionOf.set(id, decision);
    this.#told = { decisionOf, corrected: new Set(corrected.keys()) };
  }

  /** Takes in the entities of one document. */
  add(record: DocumentRecord): void {
    const context = contextOf(record, this.#ontology);
    for (const entity of record.entities) {
      const member: Member = { entity, sourceId: record.document.sourceId };
      const profile = profileOf(entity, context, this.#ontology);
      const pinned = profile.twinOf !== null || this.#told.decisionOf.has(entity.id);
      if (!pinned && !mayJoin(entity, profile)) this.#alone.set(entity.id, member);
      else this.#enter(pinned ? { ...profile, pinned: entity.id } : profile, member);
    }
  }

  /** Lets the entities of one document go. */
  remove(record: DocumentRecord): void {
    for (const { id } of record.entities) {
      this.#made.delete(id);
      if (this.#alone.delete(id)) continue;
      const form = this.#formOf.get(id);
      if (!form) continue;
      this.#formOf.delete(id);
      form.members.delete(id);
      this.#dirty.add(form);
      if (form.members.size === 0) this.#drop(form);
    }
  }

  #enter(profile: Profile, member: Member): void {
    const signature = JSON.stringify(profile);
    const form = ensured(this.#forms, signature, () => this.#make(signature, profile));
    form.members.set(member.entity.id, member);
    this.#formOf.set(member.entity.id, form);
    this.#dirty.add(form);
  }

  #make(signature: string, profile: Profile): Form {
    const form: Form = {
      signature,
      profile,
      keys: blockKeys(profile),
      self:
        profile.pinned === null ? compare(profile, profile) : { score: 1, reason: 'one entity', contradicts: false },
      members: new Map(),
      links: new Map(),
    };
    const near = new Set<Form>();
    for (const key of form.keys.flatMap(lookedUp)) for (const other of this.#blocks.get(key) ?? []) near.add(other);
    for (const pinned of this.#decidedWith(profile.pinned)) near.add(pinned);
    for (const other of near) {
      const verdict = this.#judge(form, other);
      if (verdict.score < proposeFrom || verdict.contradicts) continue;
      form.links.set(other, verdict);
      other.links.set(form, verdict);
    }
    for (const key of form.keys) ensured(this.#blocks, key, () => new Set()).add(form);
    return form;
  }

  /** Forms with which a decision speaks of an entity. */
  #decidedWith(id: string | null): readonly Form[] {
    if (id === null) return [];
    return [...this.#merge].flatMap((pair) => {
      const [a = '', b = ''] = pair.split('|');
      const other = a === id ? b : b === id ? a : null;
      return other === null ? [] : (this.#formOf.get(other) ?? []);
    });
  }

  #drop(form: Form): void {
    this.#forms.delete(form.signature);
    const cluster = this.#clusterOf.get(form);
    if (cluster) this.#made.delete(cluster);
    this.#clusterOf.delete(form);
    this.#dirty.delete(form);
    for (const other of form.links.keys()) {
      other.links.delete(form);
      this.#dirty.add(other);
    }
    for (const key of form.keys) {
      const block = this.#blocks.get(key);
      block?.delete(form);
      if (block?.size === 0) this.#blocks.delete(key);
    }
  }

  #decided(a: Form, b: Form, pairs: ReadonlySet<string>): boolean {
    if (pairs.size === 0) return false;
    const [one, other] = [a.profile.pinned, b.profile.pinned];
    return one !== null && other !== null && pairs.has(pairKey(one, other));
  }

  #isApart({ profile: { pinned } }: Form): boolean {
    return pinned !== null && this.#apart.has(pinned);
  }

  #judge(a: Form, b: Form): Verdict {
    if (this.#decided(a, b, this.#split) || this.#isApart(a) || this.#isApart(b))
      return apart('kept apart by a decision');
    if (this.#decided(a, b, this.#merge)) return { score: 2, reason: 'joined by a decision', contradicts: false };
    // Always from the same side, so that the reason reads the same whichever came first.
    const verdict = a.signature < b.signature ? compare(a.profile, b.profile) : compare(b.profile, a.profile);
    return verdict.score < proposeFrom
      ? verdict
      : ensured(this.#verdicts, `${verdict.score} ${verdict.reason}`, () => verdict);
  }

  /** Clusters what changed since the last call. */
  #settle(): void {
    const open = new Set(this.#dirty);
    this.#dirty.clear();
    while (open.size > 0) {
      const [start] = open;
      if (!start) break;
      const component = [start];
      const seen = new Set(component);
      for (const form of component)
        for (const [other, { score }] of form.links) {
          if (score < mergeFrom || seen.has(other)) continue;
          seen.add(other);
          component.push(other);
        }
      for (const form of component) {
        open.delete(form);
        const old = this.#clusterOf.get(form);
        if (old) this.#made.delete(old);
      }
      const clusters = clusterForms(
        component.filter(({ members }) => members.size > 0),
        (a, b) => this.#judge(a, b).contradicts,
        (a, b) => this.#decided(a, b, this.#split) || this.#isApart(a) || this.#isApart(b),
      );
      for (const forms of clusters) {
        const cluster: Cluster = { forms };
        for (const form of forms) this.#clusterOf.set(form, cluster);
      }
    }
  }

  /** All actors, sorted by id. What did not change since the last call is the same object. */
  resolved(): readonly Resolved[] {
    this.#settle();
    const claimed = new Map<string, string>();
    const made: Resolved[] = [];
    const clusters = [...new Set(this.#clusterOf.values())]
      .map((cluster) => ({ cluster, id: cluster.forms.map(smallestId).toSorted(byText)[0] ?? '' }))
      .toSorted((a, b) => byText(a.id, b.id));
    for (const { cluster } of clusters) {
      const actors = ensured(this.#made, cluster, () => resolvedOf(cluster, this.#ontology, this.#told));
      for (const actor of actors) {
        // Of two actors with one identifier, which a decision may leave apart, the first bears it.
        if (claimed.has(actor.id)) made.push({ ...actor, id: actor.members[0]?.entity.id ?? actor.id });
        else made.push(actor);
        claimed.set(actor.id, actor.id);
      }
    }
    for (const [id, member] of this.#alone)
      made.push(...ensured(this.#made, id, () => resolvedOf(member, this.#ontology, this.#told)));
    return made.toSorted((a, b) => byText(a.id, b.id));
  }

  /** Pairs that may be one but are left to people, best first. */
  proposals(): readonly Proposal[] {
    this.#settle();
    return proposalsOf(this.#forms.values(), (form) => this.#clusterOf.get(form) ?? null);
  }
}
