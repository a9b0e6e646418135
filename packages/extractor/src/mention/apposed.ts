import type { Doc } from '@attest/nlp';
import { nouns } from './data.ts';
import { overTokens, type Candidate } from './found.ts';
import { isNoName } from './name-type.ts';
import { nounIndex } from './noun-index.ts';

const kinds = /^(?:Person|Official|Organization|Agency|Cartel)$/u;
/** End of a noun phrase with the one prepositional phrase behind it: "rival | of Boeing". */
function endOf(doc: Doc, { to, head }: Candidate): number {
  const last = doc.sentenceEnd(doc.sentenceOf(head));
  if (to >= last || doc.upos(to) !== 'ADP') return to;
  let at = to + 1;
  while (at < last && /^(?:DET|ADJ|NOUN|PROPN|NUM|PART)$/u.test(doc.upos(at))) at++;
  return at;
}

/**
 * "Airbus, Boeing's main rival, sued": a word with a large letter that no recogniser knows is a name where commas set off
 * what it is behind it. A rival of a body is a body.
 */
export function apposedNames(
  doc: Doc,
  nominals: readonly Candidate[],
  names: readonly Candidate[],
  small: ReadonlySet<string>,
): readonly Candidate[] {
  const taken = new Set(names.flatMap((one) => [...Array(one.to - one.from).keys()].map((at) => one.from + at)));
  return nominals.flatMap((one): Candidate[] => {
    const at = one.from - 2;
    const introduced = /^(?:a|an|the)$/u.test(doc.lower(one.from)) || (one.nominal?.possessor ?? null) !== null;
    if (at < 0 || one.nominal?.plural !== false || !introduced || !kinds.test(one.type)) return [];
    if (doc.form(at + 1) !== ',' || doc.sentenceOf(at) !== doc.sentenceOf(one.from) || taken.has(at)) return [];
    const form = doc.form(at);
    if (!/^\p{Lu}\p{L}*\p{Ll}/u.test(form) || doc.upos(at) !== 'PROPN') return [];
    // "our President, the head of the state,"
    if (isNoName(form) || small.has(doc.lower(at)) || nounIndex.at(doc.text, doc.start(at)) !== null) return [];
    const end = endOf(doc, one);
    if (end >= doc.length || doc.form(end) !== ',') return [];
    const owner = nouns.anybody.has(one.noun ?? '')
      ? names.find((other) => other.from >= one.from && other.to <= end && kinds.test(other.type))
      : undefined;
    return [
      overTokens(doc, at, at + 1, {
        rank: 2,
        type: owner?.type ?? (one.type === 'Official' ? 'Person' : one.type),
        name: form,
        linkable: true,
        reason: `name beside the noun "${one.noun ?? ''}"`,
      }),
    ];
  });
}
