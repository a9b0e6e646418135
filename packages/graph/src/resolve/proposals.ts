import { byText } from '../order.ts';
import { smallestId, type Cluster } from './cluster.ts';
import type { Form } from './form.ts';
import { mergeFrom, proposeFrom, type Verdict } from './verdict.ts';

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

/** What a proposal tells of a form. */
export interface Side {
  /** Smallest id of its members, and their name. */
  readonly id: string;
  readonly name: string;
  readonly members: number;
  /** Number of the cluster that it is in. */
  readonly cluster: number;
}

export function sideOf(form: Form, cluster: number): Side {
  const id = smallestId(form);
  return { id, name: form.members.get(id)?.entity.name ?? '', members: form.members.size, cluster };
}

/** Gathers one proposal for each two clusters that are linked but not joined; the best link speaks for them. */
export class Proposals {
  readonly #best = new Map<string, Proposal>();

  /** Of a form's members that go by one name and are not joined by it. */
  addNamesakes(form: Form, cluster: Cluster): void {
    const { self, members, signature } = form;
    if (cluster.forms.length > 1 || self.score >= mergeFrom || self.score < proposeFrom || members.size < 2) return;
    const [a = '', b = ''] = [...members.keys()].toSorted(byText);
    const name = members.get(a)?.entity.name ?? '';
    const proposal = { a, b, names: [name, name], reason: self.reason, confidence: self.score } as const;
    this.#offer(`self|${signature}`, { ...proposal, members: members.size });
  }

  /** Of two forms that are linked; those of one cluster are one already. */
  addPair(one: Side, other: Side, { score, reason }: Verdict): void {
    if (one.cluster === other.cluster) return;
    const [low, high] = one.id < other.id ? [one, other] : [other, one];
    this.#offer([one.cluster, other.cluster].toSorted((x, y) => x - y).join('|'), {
      a: low.id,
      b: high.id,
      names: [low.name, high.name],
      reason: score >= mergeFrom ? `${reason}; but others of the two contradict` : reason,
      confidence: Math.min(score, 0.899),
      members: one.members + other.members,
    });
  }

  #offer(key: string, proposal: Proposal): void {
    const known = this.#best.get(key);
    const better =
      !known ||
      proposal.confidence > known.confidence ||
      (proposal.confidence === known.confidence && byText(`${proposal.a}|${proposal.b}`, `${known.a}|${known.b}`) < 0);
    if (better) this.#best.set(key, proposal);
  }

  /** Best first. */
  all(): readonly Proposal[] {
    const all = [...this.#best.values()];
    return all.toSorted((x, y) => y.confidence - x.confidence || byText(x.a, y.a) || byText(x.b, y.b));
  }
}
