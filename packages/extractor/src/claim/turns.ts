import type { TiedMention } from '../entity/local-entities.ts';
import type { Doc } from '../language/annotate.ts';
import type { Actor } from './actors.ts';
import { governors } from './governors.ts';
import type { Stretch } from '../language/quotes.ts';
import type { Quotation } from './quotations.ts';

/** A stretch that is read in one go, with what its layout tells of who speaks. */
export interface SpokenZone extends Stretch {
  readonly kind?: string;
  /** Where the one who speaks is named, in a transcript. */
  readonly speaker?: Stretch | null;
}

/** First token at or behind an offset. */
function tokenAt(doc: Doc, offset: number): number {
  let [low, high] = [0, doc.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (doc.start(middle) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Who speaks at each token of a transcript; undefined outside of turns and where nobody known speaks. */
export function turnsOf(
  doc: Doc,
  zones: readonly SpokenZone[],
  mentions: readonly TiedMention[],
): readonly (Actor | undefined)[] {
  const turns = Array.from<Actor | undefined>({ length: doc.length });
  const labels = new Map<number, Actor | null>();
  for (const { start, end, speaker } of zones) {
    if (!speaker) continue;
    if (!labels.has(speaker.start)) {
      const named = mentions.find(
        (one) => one.entity !== null && one.form !== 'modifier' && one.start >= speaker.start && one.end <= speaker.end,
      );
      labels.set(
        speaker.start,
        named
          ? {
              entity: named.entity ?? '',
              type: named.type,
              token: named.head,
              start: named.start,
              end: named.end,
              form: named.form,
            }
          : null,
      );
    }
    const actor = labels.get(speaker.start);
    if (actor) turns.fill(actor, tokenAt(doc, start), tokenAt(doc, end));
  }
  return turns;
}

/**
 * Block quotations: what stands apart in other words than the document's own. Its speaker is the subject of the saying verb
 * with which the paragraph before ends ("As the coalition noted:"); without one nobody known says it.
 */
export function blockQuotations(doc: Doc, zones: readonly SpokenZone[]): readonly Quotation[] {
  return zones.flatMap((zone, index): Quotation[] => {
    if (zone.kind !== 'quotation' || zone.speaker) return [];
    const [from, to] = [tokenAt(doc, zone.start), tokenAt(doc, zone.end)];
    if (to <= from) return [];
    const before = zones[index - 1];
    const last = before ? tokenAt(doc, before.end) - 1 : -1;
    let cue = -1;
    if (last >= 0 && doc.form(last) === ':')
      for (let token = last - 1; token >= doc.sentenceStart(doc.sentenceOf(last)) && cue < 0; token -= 1)
        if (doc.upos(token) === 'VERB' && governors.verbs.get(doc.lemma(token).toLowerCase()) === 'saying') cue = token;
    return [{ from, to, cue, scare: false }];
  });
}
