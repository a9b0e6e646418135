import { KNOWN_TAGS } from './generated/lexicon.ts';

const ADDRESS = /^(?:https?:\/\/|www\.)\S|^[\w.+-]+@[\w-]+\.[\w.-]+$/i;
const CAPITAL = /^\p{Lu}/u;
const PHRASES = new Map<string, (readonly [readonly string[], readonly string[]])[]>();
for (const phrase of KNOWN_TAGS) PHRASES.set(phrase[0][0]!, [...(PHRASES.get(phrase[0][0]!) ?? []), phrase]);

/**
 * Tags that need no model, by token: addresses, the "v." of a case name (which the treebanks do not have) and a few
 * phrases. A phrase may open a sentence with a capital; in title case ("Secretary of State") it is left alone.
 */
export function knownTags(forms: readonly string[]): Map<number, string> {
  const out = new Map<number, string>();
  for (const [i, form] of forms.entries()) {
    if (ADDRESS.test(form)) out.set(i, 'PROPN|ADD');
    else if (/^vs?\.?$/.test(form) && CAPITAL.test(forms[i - 1] ?? '') && CAPITAL.test(forms[i + 1] ?? ''))
      out.set(i, 'ADP|IN');
    for (const [words, tags] of PHRASES.get(form.toLowerCase()) ?? []) {
      if (words.every((w, j) => forms[i + j] === w || (j === 0 && forms[i]!.toLowerCase() === w)))
        for (const [j, tag] of tags.entries()) out.set(i + j, tag);
    }
  }
  return out;
}
