// Exact spans with type, PER, ORG and LOC.

/** Spans of BIO labels as strings `from:to:type`. */
function spans(labels) {
  const out = [];
  for (let i = 0; i < labels.length;) {
    const type = labels[i].slice(2);
    let j = i + 1;
    if (labels[i].startsWith('B')) {
      while (labels[j] === `I-${type}`) j++;
      if (type !== 'MISC') out.push(`${i}:${j}:${type}`);
    }
    i = j;
  }
  return out;
}

/** Precision, recall and F1 in percent over sentences, by type too. */
export function scoreNames(sentences, predict) {
  const count = { all: [0, 0, 0], PER: [0, 0, 0], ORG: [0, 0, 0], LOC: [0, 0, 0] };
  const add = (span, k) => {
    count.all[k]++;
    count[span.slice(-3)][k]++;
  };
  for (const s of sentences) {
    const gold = new Set(spans(s.labels));
    for (const g of gold) add(g, 0);
    for (const p of spans(predict(s))) {
      add(p, 1);
      if (gold.has(p)) add(p, 2);
    }
  }
  const f1 = ([g, p, c]) => (200 * c) / (g + p);
  const [g, p, c] = count.all;
  return {
    n: g,
    precision: (100 * c) / p,
    recall: (100 * c) / g,
    f1: f1(count.all),
    byType: { PER: f1(count.PER), ORG: f1(count.ORG), LOC: f1(count.LOC) },
  };
}
