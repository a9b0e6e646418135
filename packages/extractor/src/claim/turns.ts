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

/** A stretch of a transcript in which one speaks. */
export interface Turn {
  /** Half-open, in tokens. */
  readonly from: number;
  readonly to: number;
  /** Who speaks; null where nobody known does. */
  readonly by: Actor | null;
}

/** The turns of a transcript, in its order; paragraphs of one turn are turns of their own. */
export function turnsOf(doc: Doc, zones: readonly SpokenZone[], mentions: readonly TiedMention[]): readonly Turn[] {
  const labels = new Map<number, Actor | null>();
  const byRole = new Map<string, Actor>();
  const speakerOf = (label: Stretch): Actor | null => {
    const named = mentions.find(
      (one) => one.entity !== null && one.form !== 'modifier' && one.start >= label.start && one.end <= label.end,
    );
    const role = doc.lower(tokenAt(doc, label.start));
    // "CHAIR (Senator Roe):" at first, then "CHAIR:" alone.
    if (!named || named.form === 'nominal') return byRole.get(role) ?? (named ? actorOf(named) : null);
    const actor = actorOf(named);
    if (!byRole.has(role)) byRole.set(role, actor);
    return actor;
  };
  return zones.flatMap(({ start, end, speaker }): Turn[] => {
    if (!speaker) return [];
    if (!labels.has(speaker.start)) labels.set(speaker.start, speakerOf(speaker));
    return [{ from: tokenAt(doc, start), to: tokenAt(doc, end), by: labels.get(speaker.start) ?? null }];
  });
}

const actorOf = ({ entity, type, head, start, end, form }: TiedMention): Actor => ({
  entity: entity ?? '',
  type,
  token: head,
  start,
  end,
  form,
});

/**
 * Block quotations, and lists that a sentence leads to: what stands apart in other words than the document's own. Its
 * speaker is the subject of the saying verb with which the paragraph before ends ("As the coalition noted:", "Congress
 * finds that—"); without one nobody known says a quotation, and a list is the document's own.
 */
export function blockQuotations(doc: Doc, zones: readonly SpokenZone[]): readonly Quotation[] {
  let cue = -1;
  return zones.flatMap((zone, index): Quotation[] => {
    const isList = zone.kind === 'list';
    if (!(isList && zones[index - 1]?.kind === 'list')) cue = leadingVerb(doc, zones[index - 1] ?? null);
    if (!(isList ? cue >= 0 : zone.kind === 'quotation' && !zone.speaker)) return [];
    const [from, to] = [tokenAt(doc, zone.start), tokenAt(doc, zone.end)];
    return to <= from ? [] : [{ from, to, cue, scare: false }];
  });
}

/** The verb of saying or finding in the last sentence of a stretch that ends in a colon or a dash; -1 without one. */
function leadingVerb(doc: Doc, before: Stretch | null): number {
  const last = before ? tokenAt(doc, before.end) - 1 : -1;
  if (last < 0 || !/^(?::|[—–-]+)$/u.test(doc.form(last))) return -1;
  let cue = -1;
  for (let token = last - 1; token >= doc.sentenceStart(doc.sentenceOf(last)) && cue < 0; token -= 1) {
    const kind = governors.verbs.get(doc.lemma(token).toLowerCase());
    if (doc.upos(token) === 'VERB' && (kind === 'saying' || kind === 'knowing' || kind === 'finding')) cue = token;
  }
  return cue;
}
