import { attributes, type DocumentScore } from './document.ts';
import { f1Of, type Tally } from './types.ts';

const percent = (ok: number, all: number): string => (all > 0 ? ((100 * ok) / all).toFixed(1) : '-').padStart(6);
const three = (tally: Tally): string => {
  const { p, r, f1 } = f1Of(tally);
  return [p, r, f1].map((x) => percent(x, 1)).join('');
};
const sumTally = (a: Tally, b: Tally): Tally => ({
  right: a.right + b.right,
  fp: a.fp + b.fp,
  tp: a.tp + b.tp,
  fn: a.fn + b.fn,
});

function total(scores: readonly DocumentScore[]): DocumentScore | undefined {
  const [first, ...rest] = scores;
  if (!first) return undefined;
  return rest.reduce(
    (sum, one) => ({
      doc: 'total',
      entity: sumTally(sum.entity, one.entity),
      strict: sumTally(sum.strict, one.strict),
      pair: sumTally(sum.pair, one.pair),
      attributes: Object.fromEntries(
        attributes.map((name) => [
          name,
          {
            ok: sum.attributes[name].ok + one.attributes[name].ok,
            all: sum.attributes[name].all + one.attributes[name].all,
          },
        ]),
      ) as DocumentScore['attributes'],
      overstated: sum.overstated + one.overstated,
      unattributed: sum.unattributed + one.unattributed,
      evidence: sum.evidence + one.evidence,
      matched: sum.matched + one.matched,
      unlocated: sum.unlocated + one.unlocated,
    }),
    { ...first, doc: 'total' },
  );
}

/** A table with one line per document and one for all of them together. */
export function formatReport(scores: readonly DocumentScore[]): string {
  const all = total(scores);
  const head = `${'document'.padEnd(44)} entity P/R/F1      claim P/R/F1       pair F1  ${attributes.map((name) => name.padStart(8)).join(' ')}  overstated unattributed evidence unlocated matched`;
  const lines = [...scores, ...(all ? [all] : [])].map((score) =>
    [
      score.doc.slice(0, 44).padEnd(44),
      three(score.entity),
      three(score.strict),
      percent(f1Of(score.pair).f1, 1),
      attributes.map((name) => percent(score.attributes[name].ok, score.attributes[name].all).padStart(8)).join(' '),
      String(score.overstated).padStart(9),
      String(score.unattributed).padStart(12),
      percent(score.evidence, score.matched).padStart(8),
      String(score.unlocated).padStart(9),
      String(score.matched).padStart(7),
    ].join(' '),
  );
  return [head, ...lines].join('\n');
}
