import type { Actor } from './actor.ts';
import type { Zone } from './interview.ts';
import type { Scene } from './scene.ts';
import { interviews } from '../mention/data.ts';
import { anyOf } from '../mention/found.ts';

/** Who says in the first person who he is. */
export interface SelfNaming {
  /** In which zone. */
  readonly byZone: ReadonlyMap<Zone, Actor>;
  /** The only one who does so in the document; null if none or several do. */
  readonly only: Actor | null;
}

/** "I am Anita Rao", "my name is Anita Rao" outside of quotation marks; else "as president, I ...". */
export function selfNaming(
  scene: Scene,
  zones: readonly (Zone | undefined)[],
  isQuoted: (token: number) => boolean,
): SelfNaming {
  const { doc, ties } = scene;
  const words = (from: number, to: number): string => (from < 0 ? '' : doc.textOf(from, to).toLowerCase());
  const byZone = new Map<Zone, Actor>();
  const all = new Set<Actor>();
  const roles = new Set<Actor>();
  for (const { mention, actor } of ties) {
    if (!actor || actor.root !== 'Person' || actor.plural || isQuoted(mention.from)) continue;
    const { from, head } = mention;
    const named = /^(?:i\s?['’]m|i am)$/u.test(words(from - 2, from)) || words(from - 3, from) === 'my name is';
    if (mention.form === 'name' && named) {
      const zone = zones[from];
      if (zone) byZone.set(zone, actor);
      all.add(actor);
    }
    const verb = doc.head(head);
    const isRole =
      mention.form === 'nominal' &&
      mention.type === 'Official' &&
      doc.childrenBy(head, 'case').some((child) => doc.lower(child) === 'as') &&
      verb >= 0 &&
      doc.childrenBy(verb, 'nsubj').some((child) => doc.lower(child) === 'i');
    if (isRole) roles.add(actor);
  }
  const [only] = all.size > 0 ? all : roles;
  return { byZone, only: (all.size > 0 ? all : roles).size === 1 ? (only ?? null) : null };
}

const fellows = new RegExp(String.raw`${anyOf(interviews.fellows, 'iu').source} (?<who>\p{L}+)`, 'giu');

/** The one people whom a speaker addresses as his fellows: "fellow Kenyans", "fellow citizens" of whom the text speaks by name. */
export function fellowsOf({ doc, ties }: Scene): readonly Actor[] {
  const called = [...doc.text.matchAll(fellows)].map((match) => match.groups?.['who'] ?? '');
  const peoples = ties.filter(({ actor }) => actor?.key.startsWith('people of ') === true);
  const named = peoples.filter(({ mention }) => called.some((one) => mention.text.endsWith(one)));
  const meant =
    named.length > 0 ? named : called.some((one) => interviews.compatriots.includes(one.toLowerCase())) ? peoples : [];
  const actors = [...new Set(meant.flatMap(({ actor }) => actor ?? []))];
  return actors.length === 1 ? actors : [];
}
