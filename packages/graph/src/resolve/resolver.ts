import type { DocumentRecord, Ontology } from '@attest/model';
import { byText, ensured } from '../order.ts';
import { lookedUp } from './block-keys.ts';
import { clusterForms, type Cluster } from './cluster.ts';
import { entryOf, formOf } from './entry.ts';
import type { Form, Member } from './form.ts';
import { Judge } from './judge.ts';
import { contextOf, type Profile } from './profile.ts';
import { actorsOf, resolvedOf, type Resolved } from './resolved.ts';
import { Proposals, sideOf, type Proposal } from './proposals.ts';
import { mergeFrom, proposeFrom, type Verdict } from './verdict.ts';

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
  #judge = new Judge();

  constructor(ontology: Ontology) {
    this.#ontology = ontology;
  }

  /**
   * Takes over what people decided. Entities that decisions speak of, before or after, must be taken out before the call
   * and put in again after it.
   */
  decide(judge: Judge): void {
    this.#judge = judge;
  }

  /** Takes in the entities of one document. */
  add(record: DocumentRecord): void {
    const context = contextOf(record, this.#ontology);
    for (const entity of record.entities) {
      const member: Member = { entity, sourceId: record.document.sourceId };
      const profile = entryOf(entity, context, this.#ontology, this.#judge.speaksOf(entity.id));
      if (profile === null) this.#alone.set(entity.id, member);
      else this.#enter(profile, member);
    }
  }

  /** Lets entities go. */
  remove(ids: Iterable<string>): void {
    for (const id of ids) {
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
    const form = formOf(signature, profile);
    const near = new Set<Form>();
    for (const key of form.keys.flatMap(lookedUp)) for (const other of this.#blocks.get(key) ?? []) near.add(other);
    for (const id of this.#judge.joinedWith(profile.pinned)) {
      const other = this.#formOf.get(id);
      if (other) near.add(other);
    }
    for (const other of near) {
      const verdict = this.#judge.verdict(form, other);
      if (verdict.score < proposeFrom || verdict.contradicts) continue;
      const kept = ensured(this.#verdicts, `${verdict.score} ${verdict.reason}`, () => verdict);
      form.links.set(other, kept);
      other.links.set(form, kept);
    }
    for (const key of form.keys) ensured(this.#blocks, key, () => new Set()).add(form);
    return form;
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
        this.#judge,
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
    const made = (of: Cluster | Member): readonly Resolved[] =>
      ensured(this.#made, 'forms' in of ? of : of.entity.id, () => resolvedOf(of, this.#ontology, this.#judge.told));
    const actors = actorsOf(new Set(this.#clusterOf.values()), this.#alone.values(), made);
    return actors.toSorted((a, b) => byText(a.id, b.id));
  }

  /** Pairs that may be one but are left to people, best first. */
  proposals(): readonly Proposal[] {
    this.#settle();
    const found = new Proposals();
    const numbers = new Map<Cluster, number>();
    const numberOf = (cluster: Cluster): number => ensured(numbers, cluster, () => numbers.size);
    for (const form of this.#forms.values()) {
      const cluster = this.#clusterOf.get(form);
      if (!cluster) continue;
      found.addNamesakes(form, cluster);
      for (const [other, verdict] of form.links) {
        const second = this.#clusterOf.get(other);
        if (!second || second === cluster || other.signature < form.signature) continue;
        found.addPair(sideOf(form, numberOf(cluster)), sideOf(other, numberOf(second)), verdict);
      }
    }
    return found.all();
  }
}
