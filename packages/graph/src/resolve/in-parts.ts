import { byText } from '../order.ts';
import { blockKeys, lookedUp } from './block-keys.ts';
import { clusterForms, type Cluster } from './cluster.ts';
import { entryOf, formOf } from './entry.ts';
import type { Form, Member } from './form.ts';
import { joined } from './judge.ts';
import { Groups, Numbers } from './numbers.ts';
import { contextOf } from './profile.ts';
import { Proposals, sideOf, type Proposal, type Side } from './proposals.ts';
import { actorsOf, resolvedOf, type Resolved } from './resolved.ts';
import { Survey, type Corpus } from './survey.ts';
import { mergeFrom, proposeFrom, type Verdict } from './verdict.ts';

/** Which units may be one, and why: twelve bytes each, for there are many pairs and few reasons. */
class Links {
  readonly #ends = new Numbers();
  readonly #verdicts: Verdict[] = [];
  readonly #known = new Map<string, number>();

  add(a: number, b: number, verdict: Verdict): void {
    const key = `${verdict.score} ${verdict.reason}`;
    const known = this.#known.get(key) ?? this.#verdicts.push(verdict) - 1;
    this.#known.set(key, known);
    this.#ends.push(a);
    this.#ends.push(b);
    this.#ends.push(known);
  }
  each(take: (a: number, b: number, verdict: Verdict) => void): void {
    for (let at = 0; at < this.#ends.length; at += 3) {
      const verdict = this.#verdicts[this.#ends.at(at + 2)];
      if (verdict) take(this.#ends.at(at), this.#ends.at(at + 1), verdict);
    }
  }
}

/** Compares all forms that share a blocking key, those of some keys at a time. */
function linksOf(survey: Survey, { ontology, judge }: Corpus, most: number): Links {
  const links = new Links();
  for (const [id, unit] of survey.pinned)
    for (const other of judge.joinedWith(id)) {
      const second = survey.pinned.get(other);
      if (second !== undefined && judge.joins(id, other)) links.add(unit, second, joined);
    }
  const turns = survey.turns(most);
  for (let turn = 0; turn < turns.count; turn += 1) {
    const blocks = new Map<string, { readonly form: Form; readonly unit: number }[]>();
    for (const { record, start, places } of survey.wanted((entity) => survey.isComparedIn(turn, entity))) {
      const context = contextOf(record, ontology);
      for (const place of places) {
        const entity = record.entities[place];
        const profile = entity && entryOf(entity, context, ontology, judge.speaksOf(entity.id));
        if (!profile) continue;
        const keys = blockKeys(profile).filter((key) => turns.takes(key, turn));
        const own = { form: formOf(JSON.stringify(profile), profile, keys), unit: survey.unitOf.at(start + place) };
        for (const other of new Set(keys.flatMap(lookedUp).flatMap((key) => blocks.get(key) ?? []))) {
          const verdict = judge.verdict(own.form, other.form);
          if (verdict.score >= proposeFrom && !verdict.contradicts) links.add(own.unit, other.unit, verdict);
        }
        for (const key of keys) {
          const block = blocks.get(key);
          if (block) block.push(own);
          else blocks.set(key, [own]);
        }
      }
    }
  }
  return links;
}

/** The number of each entity's part; units that are or may be one, or bear one identifier, stand in one part. */
function partsOf(survey: Survey, links: Links, most: number): { readonly count: number; readonly partOf: Numbers } {
  const packs = new Groups(survey.units);
  links.each((a, b, { score }) => {
    if (score >= mergeFrom) packs.join(a, b);
  });
  for (const [a, b] of survey.namesakes) packs.join(a, b);
  const sizes = new Int32Array(survey.units);
  for (let at = 0; at < survey.unitOf.length; at += 1) {
    const unit = survey.unitOf.at(at);
    if (unit >= 0) sizes[packs.of(unit)] = (sizes[packs.of(unit)] ?? 0) + 1;
  }
  let [part, taken] = [0, 0];
  const place = (size: number): number => {
    if (taken > 0 && taken + size > most) [part, taken] = [part + 1, 0];
    taken += size;
    return part;
  };
  const partOf = new Numbers();
  for (let at = 0; at < survey.unitOf.length; at += 1) {
    const unit = survey.unitOf.at(at);
    const pack = unit < 0 ? null : packs.of(unit);
    const size = pack === null ? 1 : (sizes[pack] ?? 0);
    // A pack's part takes the place of its size: -1 for part 0, -2 for part 1.
    const own = size < 0 ? -1 - size : place(size);
    if (pack !== null) sizes[pack] = -1 - own;
    partOf.push(own);
  }
  return { count: part + 1, partOf };
}

/** The forms and the entities without form of one part, by their units. */
function formsOf(survey: Survey, { ontology, judge }: Corpus, isIn: (entity: number) => boolean) {
  const forms = new Map<number, Form>();
  const alone: Member[] = [];
  for (const { record, start, places } of survey.wanted(isIn)) {
    let context: ReturnType<typeof contextOf> | null = null;
    for (const place of places) {
      const entity = record.entities[place];
      if (!entity) continue;
      const member = { entity, sourceId: record.document.sourceId };
      const unit = survey.unitOf.at(start + place);
      let form = forms.get(unit);
      if (!form && unit >= 0 && !survey.loners.has(unit)) {
        context ??= contextOf(record, ontology);
        const profile = entryOf(entity, context, ontology, judge.speaksOf(entity.id));
        if (profile) form = formOf(JSON.stringify(profile), profile, []);
        if (form) forms.set(unit, form);
      }
      if (form) form.members.set(entity.id, member);
      else alone.push(member);
    }
  }
  return { forms, alone };
}

function clustersOf(forms: ReadonlyMap<number, Form>, links: Links, { judge }: Corpus): readonly Cluster[] {
  links.each((a, b, verdict) => {
    const [one, other] = [forms.get(a), forms.get(b)];
    if (verdict.score < mergeFrom || !one || !other) return;
    one.links.set(other, verdict);
    other.links.set(one, verdict);
  });
  const seen = new Set<Form>();
  const clusters: Cluster[] = [];
  for (const form of forms.values()) {
    if (seen.has(form)) continue;
    const component = new Set([form]);
    for (const one of component) for (const other of one.links.keys()) component.add(other);
    for (const one of component) seen.add(one);
    for (const own of clusterForms([...component], judge)) clusters.push({ forms: own });
  }
  return clusters;
}

/**
 * Resolves a corpus of any size with the profiles of at most `most` entities in memory, or of as many as are one actor or
 * share one key where these are more. Gives the actors part by part, each part sorted by id, and the proposals at the end:
 * together what a `Resolver` gives for all records. Every record is read once, and then once more for each turn and part
 * that it has entities in.
 * @throws AttestError `invalid-input` when the records change meanwhile.
 */
export function resolveInParts(
  corpus: Corpus,
  most: number,
  take: (actors: readonly Resolved[]) => void,
): readonly Proposal[] {
  const { ontology, judge } = corpus;
  const survey = new Survey(corpus);
  const links = linksOf(survey, corpus, most);
  const { count, partOf } = partsOf(survey, links, most);
  const linked = new Set<number>();
  links.each((a, b) => linked.add(a).add(b));
  const sides = new Map<number, Side>();
  const proposals = new Proposals();
  let number = 0;
  for (let part = 0; part < count; part += 1) {
    const { forms, alone } = formsOf(survey, corpus, (entity) => partOf.at(entity) === part);
    const clusters = clustersOf(forms, links, corpus);
    const numbers = new Map<Form, number>();
    for (const cluster of clusters) {
      for (const form of cluster.forms) {
        numbers.set(form, number);
        proposals.addNamesakes(form, cluster);
      }
      number += 1;
    }
    for (const [unit, form] of forms) if (linked.has(unit)) sides.set(unit, sideOf(form, numbers.get(form) ?? -1));
    const actors = actorsOf(clusters, alone, (of) => resolvedOf(of, ontology, judge.told));
    take(actors.toSorted((a, b) => byText(a.id, b.id)));
  }
  links.each((a, b, verdict) => {
    const [one, other] = [sides.get(a), sides.get(b)];
    if (one && other) proposals.addPair(one, other, verdict);
  });
  return proposals.all();
}
