// The letter of the corpus against its key: each law and work that it cites, found, resolved, and tied to its sentence.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { layOut, loadPipeline } from '@attest/nlp';
import { anchorOf, readCitations } from '../dist/index.js';

const name = 'kentucky-attorney-general-letter-to-blinken';
const corpus = fileURLToPath(new URL('../../../corpus', import.meta.url));
const words = (text) =>
  new Set(
    text
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.filter((word) => !small.has(word)),
  );
const small = new Set(['of', 'the', 'and', 'for', 'to', 'a', 'web', 'page', 'u', 's', 'us']);
/** Share of the words that two descriptions of a work have in common. */
const likeness = (a, b) => {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / (a.size + b.size - shared);
};
const alike = 0.8;
const letters = (text) => text.replaceAll(/[^\p{L}\p{N}]/gu, '');
const described = ({ title, authors, publisher, date }) =>
  words([authors, title, publisher, date].filter(Boolean).join(' '));
const percent = (right, all) => `${((right * 100) / all).toFixed(1)} % of ${all}`;

export function letterFigures(showMisses) {
  const key = `${corpus}/key/${name}.citations.jsonl`;
  if (!existsSync(key)) {
    console.log(`skipped: the key of the letter is not at ${key}`);
    return;
  }
  const gold = readFileSync(key, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const source = readFileSync(`${corpus}/${name}.txt`, 'utf8');
  const layout = layOut(source);
  const { laws, works, citations } = readCitations(source, layout, '2023-07-31');
  const doc = loadPipeline().annotate(layout.reading.text, { segments: layout.segments });
  const noteOf = (at) => layout.segments.find(({ start, end }) => at >= start && at < end)?.note ?? null;
  const used = new Set();

  const sentences = Array.from({ length: doc.sentenceCount }, (_, i) => ({
    start: doc.start(doc.sentenceStart(i)),
    end: doc.end(doc.sentenceEnd(i) - 1),
  })).sort((a, b) => a.start - b.start);
  /** The first words of the sentence that carries a mark. */
  const sentenceAt = (mark) => {
    const anchor = anchorOf(layout.reading.text, mark, sentences);
    return anchor ? layout.reading.text.slice(anchor.start, anchor.start + 60) : '';
  };
  const isAnchored = (mark, anchor) =>
    anchor === null || (mark !== null && letters(sentenceAt(mark)).startsWith(letters(anchor).slice(0, 20)));

  const findLaw = ({ text, footnote, resolvesTo }) => {
    const bare = letters(text.replace(/^the /iu, ''));
    const index = laws.findIndex(
      (law, i) =>
        !used.has(`l${i}`) && noteOf(law.start) === footnote && letters(law.text.replace(/^the /iu, '')) === bare,
    );
    if (index < 0) return null;
    used.add(`l${index}`);
    const law = laws[index];
    const wanted = words(resolvesTo.replace(/^(\d+) USC (\d+)$/u, 'usc $1 $2'));
    const resolved = [law.normal.replaceAll('-', ' '), law.name ?? ''].some(
      (one) => likeness(words(one.replace(/^(?:act|treaty):/u, '')), wanted) >= alike,
    );
    return { resolved, mark: layout.marks.find(({ note }) => note === footnote)?.at ?? null, shown: law.normal };
  };
  const findWork = ({ kind, text, footnote, resolvesTo }) => {
    const start = letters(text).slice(0, 24);
    const index = citations.findIndex(
      (one, i) =>
        !used.has(`w${i}`) &&
        one.note === footnote &&
        one.kind === kind &&
        letters(one.text).startsWith(start.slice(0, letters(one.text).length)),
    );
    if (index < 0) return null;
    used.add(`w${index}`);
    const found = citations[index];
    const wanted = resolvesTo
      .replace(/^(?:note \d+(?: > )?)*: /u, '')
      .split(/; (?=\p{Lu})/u)
      .map(words);
    const got = found.works.map((one) => described(works[one]));
    const resolved =
      wanted.length === got.length && wanted.every((one) => got.some((other) => likeness(one, other) >= alike));
    return { resolved, mark: found.mark, shown: found.works.map((one) => JSON.stringify(works[one])).join('; ') };
  };

  const byKind = {};
  const misses = [];
  let [right, anchored] = [0, 0];
  for (const one of gold) {
    const isLaw = one.kind === 'named-law' || one.kind === 'statute';
    const found = isLaw ? findLaw(one) : findWork(one);
    const tally = (byKind[one.kind] ??= { all: 0, right: 0 });
    tally.all += 1;
    if (found?.resolved) {
      right += 1;
      tally.right += 1;
      if (isAnchored(found.mark, one.anchor)) anchored += 1;
      else
        misses.push(
          `anchor of note ${one.footnote}: wanted "${one.anchor}", the sentence begins "${sentenceAt(found.mark).slice(0, 40)}"`,
        );
    } else
      misses.push(
        `${found ? 'wrongly resolved' : 'not found'}: note ${one.footnote} ${one.kind} ${one.text.slice(0, 70)} → ${found?.shown ?? ''}`,
      );
  }
  const extra = [...laws.filter((_, i) => !used.has(`l${i}`)), ...citations.filter((_, i) => !used.has(`w${i}`))];
  const predicted = laws.length + citations.length;
  console.log(`The letter of the corpus (${name})`);
  console.log(
    `  found and rightly resolved ${percent(right, gold.length)}; and tied to the right sentence ${percent(anchored, gold.length)}`,
  );
  console.log(`  of what is found, in the key ${percent(predicted - extra.length, predicted)}`);
  for (const [kind, tally] of Object.entries(byKind)) console.log(`    ${kind}: ${tally.right} of ${tally.all}`);
  if (showMisses)
    for (const line of [
      ...misses,
      ...extra.map(({ text, note }) => `beyond the key: ${note ?? ''} ${text.slice(0, 80)}`),
    ])
      console.log(`    ${line}`);
}
