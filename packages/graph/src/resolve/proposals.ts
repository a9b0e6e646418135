import { byText, sortedSet } from '../order.ts';
import type { Form } from './form.ts';
import type { Cluster } from './resolver.ts';
import { mergeFrom, proposeFrom } from './verdict.ts';

/** Entities that may be one, for people to decide. */
export interface Proposal {
  /** Smallest local ids of the two sides. */
  readonly a: string;
  readonly b: string;
  readonly names: readonly [string, string];
  readonly reason: string;
  readonly confidence: number;
  /** How many entities stand on both sides. */
  readonly members: number;
}

const first = (form: Form): { readonly id: string; readonly name: string } => {
  const [id = ''] = sortedSet(form.members.keys());
  return { id, name: form.members.get(id)?.entity.name ?? '' };
};

/** One proposal for each two clusters that are linked but not joined; the best link speaks for them. */
export function proposalsOf(forms: Iterable<Form>, clusterOf: (form: Form) => Cluster | null): readonly Proposal[] {
  const best = new Map<string, Proposal>();
  const numbers = new Map<Cluster, number>();
  const numberOf = (cluster: Cluster): number => {
    const number = numbers.get(cluster) ?? numbers.size;
    numbers.set(cluster, number);
    return number;
  };
  const offer = (key: string, proposal: Proposal): void => {
    const known = best.get(key);
    const better =
      !known ||
      proposal.confidence > known.confidence ||
      (proposal.confidence === known.confidence && byText(`${proposal.a}|${proposal.b}`, `${known.a}|${known.b}`) < 0);
    if (better) best.set(key, proposal);
  };
  for (const form of forms) {
    const own = clusterOf(form);
    if (!own) continue;
    const here = first(form);
    if (
      own.forms.length === 1 &&
      form.self.score < mergeFrom &&
      form.self.score >= proposeFrom &&
      form.members.size > 1
    ) {
      const [, second = ''] = sortedSet(form.members.keys());
      offer(`self|${form.signature}`, {
        a: here.id,
        b: second,
        names: [here.name, here.name],
        reason: form.self.reason,
        confidence: form.self.score,
        members: form.members.size,
      });
    }
    for (const [other, verdict] of form.links) {
      const cluster = clusterOf(other);
      if (!cluster || cluster === own || other.signature < form.signature) continue;
      const there = first(other);
      const [low, high] = here.id < there.id ? [here, there] : [there, here];
      const numbersOfTwo = [numberOf(own), numberOf(cluster)].toSorted((x, y) => x - y).join('|');
      const reason =
        verdict.score >= mergeFrom ? `${verdict.reason}; but others of the two contradict` : verdict.reason;
      offer(numbersOfTwo, {
        a: low.id,
        b: high.id,
        names: [low.name, high.name],
        reason,
        confidence: Math.min(verdict.score, 0.899),
        members: form.members.size + other.members.size,
      });
    }
  }
  return [...best.values()].toSorted((x, y) => y.confidence - x.confidence || byText(x.a, y.a) || byText(x.b, y.b));
}
