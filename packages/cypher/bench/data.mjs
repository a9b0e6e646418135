// Deterministic data for the bench: skewed degrees, 5 labels, 8 types, dates and quotes.

/** Numbers in [0, 1) that look random and are the same in every run (mulberry32). */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const SYLLABLES = 'ba ko ri ten lo mar sha vel du ni po gra ze hul qui ath'.split(' ');
export const LABELS = ['Person', 'Organization', 'Place', 'Law', 'Event'];
export const TYPES = ['URGED', 'DESIGNATED', 'DENIED', 'OPERATES_IN', 'CITED', 'PART_OF', 'LEADS', 'MENTIONS'];

const pick = (next, items) => items[Math.floor(next() * items.length)];

/** Three syllables that occur in some names. */
export const syllables = (next) => pick(next, SYLLABLES) + pick(next, SYLLABLES) + pick(next, SYLLABLES);

/** Rows of nodes `{id, label, name, year, score}` and edges `{id, type, from, to, date, weight, quote}`. */
export function rows(nodeCount, edgeCount) {
  const next = random(42);
  const word = () => {
    const text = pick(next, SYLLABLES) + pick(next, SYLLABLES) + (next() < 0.6 ? pick(next, SYLLABLES) : '');
    return text[0].toUpperCase() + text.slice(1);
  };
  const nodes = Array.from({ length: nodeCount }, (_, index) => ({
    id: `n${index}`,
    label: LABELS[index % 5],
    name: `${word()} ${word()}`,
    year: 1950 + Math.floor(next() * 75),
    score: Math.round(next() * 1000) / 1000,
  }));
  const two = (value) => String(value).padStart(2, '0');
  const edges = Array.from({ length: edgeCount }, (_, index) => ({
    id: `e${index}`,
    date: `${2000 + Math.floor(next() * 25)}-${two(1 + Math.floor(next() * 12))}-${two(1 + Math.floor(next() * 28))}`,
    type: TYPES[Math.floor(8 * next() ** 1.5)],
    from: `n${Math.floor(next() * nodeCount)}`,
    // Low numbers are hubs.
    to: `n${Math.floor(nodeCount * next() ** 2.2)}`,
    weight: Math.floor(next() * 10),
    quote: `${word()} ${word()} ${word()}`,
  }));
  return { nodes, edges };
}
