// Forms whose lemma the rules of src/lemmas.ts cannot guess: the most frequent lemma of a form with its tag.
const REGULAR = /^(?:NNPS?|CD|[^A-Z].*|SYM|ADD|FW|LS|GW)$/;

/** Lines `form<TAB>XPOS<TAB>lemma`, sorted. */
export function lemmaTable(sentences) {
  const counts = new Map();
  for (const s of sentences) {
    for (const [i, form] of s.forms.entries()) {
      const key = `${form.toLowerCase()}\t${s.xpos[i]}`;
      if (!counts.has(key)) counts.set(key, new Map());
      const of = counts.get(key);
      of.set(s.lemmas[i], (of.get(s.lemmas[i]) ?? 0) + 1);
    }
  }
  const out = [];
  for (const [key, of] of counts) {
    const [form, xpos] = key.split('\t');
    const lemma = [...of].sort((a, b) => b[1] - a[1])[0][0];
    if (!REGULAR.test(xpos) && (lemma !== form || xpos.startsWith('VB'))) out.push(`${key}\t${lemma}`);
  }
  return out.sort();
}
