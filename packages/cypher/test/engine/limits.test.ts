import { describe, expect, it } from 'vitest';
import { compile, CypherError, PropertyGraph, run } from '../../src/index.ts';

const STEPS = 12;
/** A ring where full-text search has many words, and a ladder with four ways from each node to the next. */
const graph = PropertyGraph.build(
  [
    ...Array.from({ length: 300 }, (_, index) => ({
      id: `n${index}`,
      labels: ['N'],
      properties: { id: `n${index}`, text: `${'aa '.repeat(20)} word${index}x letters${index}` },
    })),
    ...Array.from({ length: STEPS }, (_, index) => ({ id: `l${index}`, labels: ['L'], properties: { step: index } })),
  ],
  [
    ...Array.from({ length: 1200 }, (_, index) => ({
      id: `r${index}`,
      type: 'T',
      from: `n${index % 300}`,
      to: `n${(index * 7 + 1) % 300}`,
      properties: {},
    })),
    ...Array.from({ length: (STEPS - 1) * 4 }, (_, index) => ({
      id: `w${index}`,
      type: 'W',
      from: `l${index >> 2}`,
      to: `l${(index >> 2) + 1}`,
      properties: {},
    })),
  ],
  { fullText: [{ name: 'texts', labels: ['N'], properties: ['text'] }] },
);

/** How a query ends that is cancelled at the n-th time at which it asks whether it is. */
function cancelled(query: string, after: number): string {
  let asked = 0;
  const signal = {
    get aborted(): boolean {
      asked += 1;
      return asked > after;
    },
  };
  try {
    run(graph, query, { signal });
    return `answered; it asked ${asked} times`;
  } catch (error) {
    return error instanceof CypherError ? error.code : String(error);
  }
}

const text = (letter: string): string => `reduce(t = '${letter}', x IN range(1, 22) | t + t)`;
const nested = 'reduce(s = [1], x IN range(1, 60) | [s, s])';
/** One step each that takes long, in a query that asks a few times at most beside it. */
const LONG_STEPS: Readonly<Record<string, string>> = {
  'the size of a text': `WITH ${text('a')} AS t RETURN size(t)`,
  'a text read backwards': `WITH ${text('a')} AS t RETURN size(reverse(t))`,
  'a text in parts': `WITH ${text('a')} AS t RETURN size(split(t, 'a'))`,
  'a text replaced': `WITH ${text('a')} AS t RETURN size(replace(t, 'a', 'b'))`,
  'spaces cut off': `WITH ${text(' ')} AS t RETURN size(trim(t))`,
  'capitals, and capitals': `WITH ${text('a')} AS t RETURN size(toUpper(toLower(t)))`,
  'a long text in a longer one': `WITH ${text('a')} AS t RETURN t CONTAINS left(t, 2000000) + 'b' + left(t, 2000000)`,
  'a regular expression': `WITH ${text('a')} AS t UNWIND [1, 2, 3] AS x RETURN count(t =~ '(a|a)*b')`,
  'two long texts': `WITH ${text('a')} AS a, ${text('a')} AS b UNWIND range(1, 20) AS x RETURN count(a + x < b + x), count(a + 'c' = b + 'd')`,
  'lists that grow': 'WITH range(1, 100000) AS l RETURN size(reduce(all = [], x IN range(1, 30) | all + l))',
  'a range': 'RETURN size(range(1, 9000000))',
  'a long list without its head':
    'WITH range(1, 900000) AS l RETURN size(reduce(rest = l, x IN range(1, 30) | tail(rest)))',
  'a long list in parts':
    'WITH range(1, 900000) AS l RETURN size(reduce(rest = l, x IN range(1, 15) | reverse(rest[1..])))',
  'a value in a long list': 'WITH range(1, 90000) AS l RETURN -1 IN l',
  'two long lists': 'WITH range(1, 200000) AS a, range(1, 200000) AS b RETURN a = b',
  'texts of a long list': 'RETURN size(toStringList(range(1, 200000)))',
  'lists in lists without end, given away': `RETURN ${nested}`,
  'lists in lists without end, equal': `RETURN ${nested} = ${nested}`,
  'lists in lists without end, less': `RETURN ${nested} < ${nested}`,
  'lists in lists without end, in order': `UNWIND [${nested}, ${nested}] AS s WITH s ORDER BY s RETURN count(s)`,
  'lists in lists without end, grouped': `RETURN count(DISTINCT ${nested})`,
  'lists in lists without end, by type': `RETURN valueType(${nested}), ${nested} IS :: LIST<INTEGER>`,
  'maps in maps without end': 'RETURN reduce(s = {a: 1}, x IN range(1, 60) | {a: s, b: s})',
  'a list that is sorted': 'UNWIND range(1, 100000) AS x WITH x ORDER BY -x RETURN sum(x)',
  'a percentile': 'UNWIND range(1, 100000) AS x RETURN percentileCont(-x, 0.5)',
  'a comprehension': 'RETURN size([x IN range(1, 200000) | [x]])',
  'a product in EXISTS': 'MATCH (n:N) WHERE EXISTS { MATCH (a), (b), (c) WHERE a.step > c.step + 100 } RETURN count(n)',
  'a product in COUNT': 'RETURN COUNT { MATCH (a), (b), (c) RETURN a }',
  'all shortest paths': 'MATCH p = allShortestPaths((a:L {step: 0})-[*]->(b:L {step: 11})) RETURN count(p)',
  'all shortest ways by repeated parts': 'MATCH p = ALL SHORTEST (a:L {step: 0})-->+(b:L {step: 11}) RETURN count(p)',
  'words with slips': `CALL db.index.fulltext.queryNodes('texts', '${'letter~ '.repeat(100)}') YIELD node RETURN count(node)`,
  'words by stars': `CALL db.index.fulltext.queryNodes('texts', '${'*t*r*9 '.repeat(200)}') YIELD node RETURN count(node)`,
  'a phrase': `CALL db.index.fulltext.queryNodes('texts', '"${'aa '.repeat(2000)}"') YIELD node RETURN count(node)`,
  'an expression of many values': `RETURN size([${'1, '.repeat(100_000)}1])`,
};

/** What is refused by its size, whatever memory it may take. */
const TOO_LARGE: readonly string[] = [
  'RETURN range(1, 1000000000000)',
  "RETURN size(reduce(t = 'a', x IN range(1, 60) | t + t))",
  'RETURN size(reduce(l = [1], x IN range(1, 60) | l + l))',
  `WITH ${text('a')} AS t RETURN size(replace(t, 'a', t))`,
];

describe('limits', () => {
  it.each(Object.entries(LONG_STEPS))('%s asks on its way whether it may go on', (_, query) => {
    expect(cancelled(query, 30)).toBe('Aborted');
  });

  it.each(TOO_LARGE)('%s is refused', (query) => {
    expect(() => run(graph, query)).toThrow(expect.objectContaining({ code: 'MemoryExceeded' }));
  });

  it('texts are counted as they are made, and as they are given away', () => {
    const rows = `WITH reduce(t = 'a', x IN range(1, 17) | t + t) AS t UNWIND range(1, 1000) AS x RETURN t`;
    expect(() => run(graph, rows, { maxMemoryBytes: 20e6 })).toThrow(
      expect.objectContaining({ code: 'MemoryExceeded' }),
    );
    expect(run(graph, rows, { maxMemoryBytes: 20e6, maxRows: 10 }).truncated).toBe(true);
  });

  it('a number of very many digits is no integer', () => {
    expect(
      run(graph, `RETURN toInteger(${text('1')}), toInteger('-0001'), toInteger('9223372036854775807')`).rows,
    ).toEqual([[null, -1, 9_223_372_036_854_775_807n]]);
    expect(() => run(graph, `RETURN date(${text('[')})`)).toThrow(/too long/);
    expect(() => run(graph, `RETURN normalize(${text('a')})`)).toThrow(/up to 500000/);
  });
});

function checked(query: string): string {
  try {
    compile(query);
    return 'accepted';
  } catch (error) {
    return error instanceof CypherError ? error.code : String(error);
  }
}

describe('checking a query', () => {
  /** Ways to read a text that fail at its end, one in the other. */
  const AGAIN: Readonly<Record<string, readonly [string, string, string]>> = {
    'trim() in trim()': ['trim(', "'a'", ')'],
    'a list that starts like a comprehension': ['[x IN ', '[1]', ', 1]'],
    'a list that starts like a pattern': ['[(a {x: ', '1', '}), 1]'],
    'brackets that start like a pattern': ['(a {x: ', '1', '}.x)'],
    'a list that starts like a path': ['[a = (a)-[{x: ', '1', '}]-(), 1]'],
  };
  it.each(Object.entries(AGAIN))('%s is not tried twice per level', (_, [before, inner, after]) => {
    const query = `MATCH (a) WITH a, 1 AS x RETURN ${before.repeat(40)}${inner}${after.repeat(40)}`;
    expect(checked(query)).toMatch(/^(?:accepted|SemanticError|TypeError)$/);
  });

  const many = (count: number, one: (index: number) => string, by: string): string =>
    Array.from({ length: count }, (_, index) => one(index)).join(by);
  it.each([
    ['clauses', many(1000, (index) => `MATCH (a${index})`, ' ')],
    ['patterns', `MATCH ${many(1000, (index) => `(a${index})`, ',')} RETURN 1`],
    ['columns', `RETURN ${many(2000, (index) => `1 AS a${index}`, ',')}`],
    ['sort keys', `MATCH (n) RETURN n ORDER BY ${many(1000, (index) => `n.a${index}`, ',')}`],
    ['clauses', many(1000, (index) => `RETURN ${index} AS a`, ' UNION ')],
  ])('too many %s are refused', (what, query) => {
    expect(() => compile(query)).toThrow(
      expect.objectContaining({ code: 'SyntaxError', message: expect.stringContaining(what) }),
    );
  });

  it('messages stay short', () => {
    expect(() => compile(`RETURN \`${'a'.repeat(50_000)}\``)).toThrow(/^.{20,520}$/u);
  });
});
