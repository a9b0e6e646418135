import type { Doc } from '@attest/nlp';
import type { Actor, Cast, Tie } from './actor.ts';
import { pronouns } from '../mention/data.ts';
import type { Found } from '../mention/found.ts';
import { byApposition, byCopula, byKind, byPartner, byPlaceKind } from './appositions.ts';
import { landsIn, modifiersIn, nominalKey, resolveNominal } from './descriptions.ts';
import { resolvePronoun } from './pronouns.ts';
import { Scene } from './scene.ts';

/** Who writes and who is written to, where the document is a letter or pleads. */
export interface Correspondents {
  readonly author: Actor | null;
  readonly addressee: Actor | null;
}

function firstOrSecond(mention: Found, quoted: boolean, { author, addressee }: Correspondents): Tie | null {
  const known = pronouns.get(mention.name);
  if (known?.person === 'second') {
    // Whom a speaker means only the verb that says it tells.
    if (quoted) return { mention, actor: null, reason: 'second person' };
    if (!addressee) return null;
    return { mention, actor: addressee, reason: 'whom the letter is written to' };
  }
  if (quoted || !author) return { mention, actor: null, reason: 'first person' };
  return { mention, actor: author, reason: 'who writes the document' };
}

/** Countries and bodies that a person's noun names: "a Mexican diplomat", "consul general | of Mexico". */
function seatsBeside(doc: Doc, mention: Found, here: readonly Tie[]): readonly string[] {
  if (mention.type !== 'Official' && mention.type !== 'Person') return [];
  let at = mention.to;
  if (at < doc.length && /^(?:of|for|at)$/u.test(doc.lower(at)))
    at += doc.lower(at + 1 < doc.length ? at + 1 : at) === 'the' ? 2 : 1;
  return here
    .filter(
      ({ mention: one }) =>
        one.form !== 'pronoun' &&
        one.form !== 'nominal' &&
        ((one.from >= mention.from && one.to <= mention.to) || (at > mention.to && one.from === at)),
    )
    .flatMap(({ actor }) => (actor && actor.root !== 'Person' ? [actor.name] : []));
}

/** A short line that begins with the noun: "Mike Gallagher / Chairman", as letters are signed. */
function isLine(doc: Doc, mention: Found): boolean {
  const sentence = doc.sentenceOf(mention.head);
  return mention.from === doc.sentenceStart(sentence) && doc.sentenceEnd(sentence) - mention.from <= 8;
}

/** Ties nominals and pronouns in the order of the text; the names are tied already. */
export function resolve(
  doc: Doc,
  found: readonly Found[],
  names: readonly Tie[],
  cast: Cast,
  quotes: readonly { readonly from: number; readonly to: number }[],
  correspondents: Correspondents,
): readonly Tie[] {
  const quoted = Array.from({ length: doc.length }, () => false);
  for (const { from, to } of quotes) quoted.fill(true, from, to);
  const scene = new Scene(doc);
  for (const tie of names) {
    scene.settle(tie);
    for (const land of landsIn(tie.mention, names)) tie.actor?.lands.add(land);
  }
  const join = (mention: Found, actor: Actor, reason: string): void => {
    actor.note(mention);
    scene.settle({ mention, actor, reason });
  };
  for (const mention of found.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const here = scene.inSentence(doc.sentenceOf(mention.head));
    if (mention.form === 'pronoun') {
      const known = pronouns.get(mention.name);
      if (known?.person !== undefined) {
        const tie = firstOrSecond(mention, quoted[mention.from] ?? false, correspondents);
        if (tie?.actor) join(mention, tie.actor, tie.reason);
        else if (tie) scene.settle(tie);
        continue;
      }
      const antecedent = resolvePronoun(scene, mention, quoted);
      if (antecedent) join(mention, antecedent.actor, `pronoun: ${antecedent.reason}`);
      continue;
    }
    const possessor = mention.nominal?.possessor ?? null;
    const owner = possessor === null ? null : (scene.at(possessor) ?? null);
    const modifiers = modifiersIn(mention, here);
    const antecedent =
      byPlaceKind(doc, mention, here) ??
      byApposition(
        doc,
        mention,
        isLine(doc, mention) ? [...scene.inSentence(doc.sentenceOf(mention.head) - 1), ...here] : here,
      ) ??
      byPartner(doc, mention, here) ??
      byKind(doc, mention, here) ??
      byCopula(scene, mention) ??
      resolveNominal(doc, mention, cast, modifiers, owner);
    if (antecedent) {
      for (const seat of seatsBeside(doc, mention, here)) antecedent.actor.seats.add(seat);
      join(mention, antecedent.actor, `${mention.reason}: ${antecedent.reason}`);
    } else {
      const actor = cast.add(nominalKey(mention, modifiers), mention);
      scene.settle({ mention, actor, reason: mention.reason });
    }
    for (const land of landsIn(mention, here)) scene.at(mention.head)?.lands.add(land);
  }
  return scene.ties;
}
