import { describe, expect, it } from 'vitest';
import { Random } from '../../test/property/random.ts';
import { PropertyGraph, run } from '../index.ts';
import { matcherOf } from './regex.ts';

const fits = (text: string, pattern: string): boolean => matcherOf(pattern).fits(text, () => {});

const pieces = [
  'a',
  'b',
  '.',
  '[ab]',
  '[^a]',
  String.raw`\d`,
  String.raw`\w`,
  String.raw`\s`,
  String.raw`\b`,
  '1',
  '^',
  '$',
  '',
];
const counts = ['', '', '*', '+', '?', '{2}', '{1,}', '{0,2}', '*?', '+?', '??', '{1,2}?'];

/** An expression whose meaning is the same in Java and in JavaScript. */
function randomPattern(random: Random, depth: number): string {
  const many = 1 + random.below(3);
  return Array.from({ length: many }, () => {
    const kind = depth === 0 ? 0 : random.below(4);
    if (kind === 1) return `(${randomPattern(random, depth - 1)})${random.pick(counts)}`;
    if (kind === 2)
      return `(?:${randomPattern(random, depth - 1)}|${randomPattern(random, depth - 1)})${random.pick(counts)}`;
    const piece = random.pick(pieces);
    return /^(?:\^|\$|\\b|)$/u.test(piece) ? piece : piece + random.pick(counts);
  }).join('');
}

describe('regular expressions', () => {
  it('fit as those of JavaScript do', () => {
    const random = new Random(7);
    let fitting = 0;
    for (let round = 0; round < 2000; round += 1) {
      const pattern = randomPattern(random, 2);
      const expected = new RegExp(`^(?:${pattern})$`, 'u');
      for (let one = 0; one < 12; one += 1) {
        const text = Array.from({ length: random.below(7) }, () => random.pick(['a', 'b', '1', ' ', 'x'])).join('');
        const wanted = expected.test(text);
        if (wanted) fitting += 1;
        expect([pattern, text, fits(text, pattern)]).toEqual([pattern, text, wanted]);
      }
    }
    expect(fitting).toBeGreaterThan(2000);
  });

  it.each([
    ['(?i)abc', 'aBC', true],
    ['(?i)É', 'é', false],
    ['(?iu)É', 'é', true],
    ['a(?i)b|c', 'C', true],
    ['(?i:a)b', 'AB', false],
    ['(?i)a(?-i)b', 'AB', false],
    ['(?i)[a-c]+', 'aBC', true],
    ['a.b', 'a\nb', false],
    ['(?s)a.b', 'a\nb', true],
    ['a.b', 'a\u0085b', false],
    ['a$.', 'a\n', false],
    [String.raw`a$\n`, 'a\n', true],
    [String.raw`a\Z\r\n`, 'a\r\n', true],
    [String.raw`a\z\n`, 'a\n', false],
    [String.raw`(?m)^a$\n^b$`, 'a\nb', true],
    [String.raw`^a$\n^b$`, 'a\nb', false],
    [String.raw`a\Rb`, 'a\r\nb', true],
    [String.raw`\Qa.b*\Ec+`, 'a.b*cc', true],
    [String.raw`\Qa.b\E`, 'axb', false],
    ['[a-z&&[^aeiou]]+', 'xyz', true],
    ['[a-z&&[^aeiou]]+', 'xyza', false],
    ['[a-c[x-z]]+', 'abz', true],
    ['[]a-]+', ']-a', true],
    [String.raw`[\d-]+`, '20-1', true],
    [String.raw`\p{L}+`, 'Ölçü', true],
    [String.raw`\p{Lu}\p{Ll}+`, 'Ärger', true],
    [String.raw`\p{Upper}+`, 'Ä', false],
    [String.raw`(?U)\p{Upper}\w+`, 'Ärger', true],
    [String.raw`\w+`, 'Ärger', false],
    [String.raw`\p{IsGreek}+\P{IsGreek}`, 'αβγx', true],
    [String.raw`\pL\p{IsAlphabetic}\p{sc=Latin}\p{gc=Nd}`, 'abc1', true],
    [String.raw`\x41\u0042\x{1F600}\t\0101`, 'AB😀\tA', true],
    ['.', '😀', true],
    ['(?<year>[0-9]{4})-(?<month>[0-9]{2})', '2020-11', true],
    ['a*+b', 'aab', true],
    ['a*+a', 'aa', false],
    ['a{1,2}+a', 'aaa', true],
    ['a{1,2}+a', 'aa', false],
    ['[a-b]?+b', 'b', false],
    ['', '', true],
    ['a|', '', true],
    ['(a*)*b', 'aaab', true],
    ['(?:(?:a?){3}){2,4}', 'a'.repeat(12), true],
    [String.raw`\bfoo\b.*\B.`, 'foo bar', true],
  ])('%s and %j: %s', (pattern, text, wanted) => {
    expect(fits(text, pattern)).toBe(wanted);
  });

  it.each([
    [String.raw`(a)\1`, 'back-reference', 4],
    [String.raw`(?<x>a)\k<x>`, 'back-reference', 8],
    ['a(?=b)', 'look-around', 2],
    ['a(?!b)', 'look-around', 2],
    ['(?<=a)b', 'look-around', 1],
    ['(?>a*)b', 'atomic', 1],
    ['(ab)*+c', 'possessive', 1],
    ['a**', 'repetition', 3],
    ['*a', 'Nothing is repeated', 1],
    ['a{x}', 'not complete', 2],
    ['a{3,1}', 'before it begins', 2],
    ['a{5000}', 'too long', 2],
    ['(a', 'No )', 1],
    ['a)', 'closes nothing', 2],
    ['[a', 'No ]', 2],
    ['[b-a]', 'range', 2],
    [String.raw`\p{InGreek}`, 'InGreek', 1],
    [String.raw`\y`, 'not known', 1],
    [String.raw`\u12`, 'not complete', 1],
    ['(?x)a b', 'flag x', 1],
    ['\\', 'missing', 2],
  ])('%s is refused with its place', (pattern, message, place) => {
    const error = expect.objectContaining({
      code: 'ArgumentError',
      message: expect.stringMatching(
        new RegExp(`${message.replace(/[)\]]/u, String.raw`\$&`)}.* at character ${place} `, 'iu'),
      ),
      hint: expect.stringMatching(/./u),
    });
    expect(() => matcherOf(pattern)).toThrow(error);
  });

  it('tells the place in the query, before anything runs where the expression is written out', () => {
    const graph = PropertyGraph.build([], []);
    expect(() => run(graph, "MATCH (n) WHERE n.name =~ '(a)\\\\1' RETURN n")).toThrow(
      expect.objectContaining({ position: { offset: 26, line: 1, column: 27 } }),
    );
    expect(() => run(graph, "RETURN 'aa' =~ $p", { parameters: { p: '(?=a)' } })).toThrow(
      expect.objectContaining({ position: { offset: 15, line: 1, column: 16 } }),
    );
    expect(run(graph, "RETURN CASE 'ab' WHEN =~ 'A.' THEN 1 WHEN =~ '(a|b)+' THEN 2 END AS x").rows).toEqual([[2]]);
  });

  it.each(['(a|a)*b', '(a*)*b', '(a+)+b', 'a*a*a*a*a*b', '(?:a?){500}a{500}b', '(x+x+)+y'])(
    '%s cannot run away',
    (pattern) => {
      let steps = 0;
      expect(fits('a'.repeat(20_000), pattern)).toBe(false);
      // A fresh text, so that the steps are those of states not met before.
      expect(matcherOf(`${pattern}c`).fits('a'.repeat(20_000), () => (steps += 1))).toBe(false);
      expect(steps).toBeLessThan(20_000 * 110);
    },
  );

  it('ends at the deadline', () => {
    const random = new Random(3);
    const text = Array.from({ length: 200_000 }, () => random.pick(['a', 'b'])).join('');
    const query = 'UNWIND range(1, 100000) AS n RETURN count($text =~ ($p + n)) AS c';
    const parameters = { text, p: '(a|b)*a(a|b){900}c{1,900}' };
    expect(() => run(PropertyGraph.build([], []), query, { parameters, deadlineMs: 50 })).toThrow(
      expect.objectContaining({ code: 'DeadlineExceeded' }),
    );
  });

  it('refuses what grows too large', () => {
    expect(() => matcherOf('((a{100}){100}){100}')).toThrow(expect.objectContaining({ code: 'ArgumentError' }));
    expect(() => matcherOf('('.repeat(20_000))).toThrow(expect.objectContaining({ code: 'ArgumentError' }));
  });
});
