/** Which verbs take an infinitive at once (`s`) or behind an object as well (`o`). */
export type Control = ReadonlyMap<string, string>;

const nominalStart = /^(?:DET|PROPN|PRON|NUM|ADJ|NOUN)\|/u;
const objectWord = /^(?:DET|PROPN|PRON|NUM|ADJ|NOUN|ADV)\|/u;
const farthest = 8;

/**
 * A noun that is a verb too is tagged as the noun behind "to" ("asked France to sanction Iran"), where the verb before
 * tells that an infinitive follows. Gives the places of such a "to"; the next word is its verb.
 */
export function hiddenInfinitives(
  forms: readonly string[],
  tags: readonly string[],
  lemma: (form: string, xpos: string) => string,
  control: Control,
): number[] {
  const found: number[] = [];
  for (let to = 1; to + 2 < forms.length; to++) {
    if (forms[to] !== 'to' || tags[to + 1] !== 'NOUN|NN' || !nominalStart.test(tags[to + 2]!)) continue;
    for (let at = to - 1; at >= Math.max(0, to - farthest); at--) {
      if (tags[at]!.startsWith('VERB|')) {
        const kind = control.get(lemma(forms[at]!, tags[at]!.split('|')[1]!));
        if (kind === 'o' || (kind === 's' && at === to - 1)) found.push(to);
        break;
      }
      if (!objectWord.test(tags[at]!)) break;
    }
  }
  return found;
}
