import { describe, expect, it } from 'vitest';
import { actors, rows } from './actors.ts';
import { run } from '../../src/index.ts';

// Eleven kinds of answers that an earlier engine gave wrongly without a word.
describe('what must not be answered wrongly', () => {
  it('exists() of a pattern decides', () => {
    expect(rows('MATCH (n:Person) WHERE exists((n)-[:LEADS]->()) RETURN n.id')).toEqual([['b']]);
  });

  it('a condition on a shortest path chooses among all paths, not only among the shortest', () => {
    const path = "MATCH (a {id: 'a'}), (d {id: 'd'}) MATCH p = shortestPath((a)-[r*..5]-(d))";
    expect(rows(`${path} RETURN length(p)`)).toEqual([[1]]);
    expect(rows(`${path} WHERE all(x IN r WHERE x.standing = 'stated') RETURN length(p)`)).toEqual([[3]]);
    expect(rows(`${path} WHERE none(x IN relationships(p) WHERE x.standing = 'alleged') RETURN length(p)`)).toEqual([
      [3],
    ]);
    expect(rows(`${path} WHERE none(n IN nodes(p) WHERE n:Person AND n.id = 'b') RETURN length(p)`)).toEqual([[1]]);
    expect(rows(`${path} WHERE length(p) > 1 RETURN length(p)`)).toEqual([[3]]);
    expect(rows(`${path} WHERE any(n IN nodes(p) WHERE n.name = 'Court') RETURN length(p)`)).toEqual([[3]]);
    expect(rows(`${path} WHERE all(x IN r WHERE x.weight > 9) RETURN length(p)`)).toEqual([]);
  });

  it('EXPLAIN runs nothing and tells the plan', () => {
    const { rows: none, plan } = run(actors, "EXPLAIN MATCH (n:Entity {id: 'a'}) RETURN n");
    expect(none).toEqual([]);
    expect(plan!.map(({ operator }) => operator)).toEqual(['NodeIndexSeek', 'Filter', 'Projection']);
  });

  it('a type named twice counts once', () => {
    expect(rows('MATCH ()-[r:URGED|URGED]->() RETURN count(r)')).toEqual([[2]]);
  });

  it('one instant at two offsets is two values', () => {
    const [first, second] = ["datetime('2025-02-20T10:00:00Z')", "datetime('2025-02-20T11:00:00+01:00')"];
    expect(rows(`RETURN ${first} = ${second}, ${first} = ${first}`)).toEqual([[false, true]]);
    expect(rows(`UNWIND [${first}, ${second}] AS x RETURN count(DISTINCT x)`)).toEqual([[2]]);
  });

  it('the text of a time keeps its seconds and its zone', () => {
    expect(rows("RETURN toString(datetime('2025-07-01T10:00[Europe/Paris]')), toString(time('10:00Z'))")).toEqual([
      ['2025-07-01T10:00:00+02:00[Europe/Paris]', '10:00:00Z'],
    ]);
  });

  it('the text of a float is that of Java', () => {
    expect(rows('RETURN toString(1e10), toString(1.0), toString(1e-4), toString(100.5)')).toEqual([
      ['1.0E10', '1.0', '1.0E-4', '100.5'],
    ]);
  });

  it('months are counted on the calendar', () => {
    const text = (query: string): unknown => String(rows(query)[0]![0]);
    expect(text("RETURN duration.inMonths(date('2021-01-31'), date('2021-03-31'))")).toBe('P2M');
    expect(text("RETURN duration.between(date('2021-01-31'), date('2021-02-28'))")).toBe('P28D');
    expect(text("RETURN date('2021-01-31') + duration('P1M')")).toBe('2021-02-28');
  });

  it('round() minds its mode', () => {
    expect(rows("RETURN round(2.5, 0, 'HALF_EVEN'), round(1.25, 1, 'DOWN'), round(-2.5), round(1.005, 2)")).toEqual([
      [2, 1.2, -2, 1.01],
    ]);
  });

  it('integers beyond 2^53 are exact, and beyond 64 bits an error', () => {
    expect(rows('RETURN 9007199254740993 + 1, 4611686018427387905 * 1')).toEqual([
      [9_007_199_254_740_994n, 4_611_686_018_427_387_905n],
    ]);
    expect(() => rows('RETURN 9223372036854775807 + 1')).toThrow(/64 bits/);
  });

  it('a key counts as computed only where it means the same', () => {
    expect(
      rows("UNWIND ['a  b', 'a b'] AS s RETURN s = 'a  b' AS two, s = 'a b' AS one, count(*) ORDER BY two"),
    ).toEqual([
      [false, true, 1],
      [true, false, 1],
    ]);
    const shadow = 'UNWIND [{v: 1}] AS x RETURN x.v AS v, [x IN [{v: 7}] | x.v] AS inner, count(*) AS c ORDER BY v';
    expect(rows(shadow)).toEqual([[1, [7], 1]]);
  });

  it('an index finds a number in each of its forms', () => {
    expect(rows('MATCH (n:Person {age: 1.0}) RETURN n.id')).toEqual([['b']]);
    expect(rows('MATCH (n:Person) WHERE n.age IN [1.0, 3, null] RETURN count(n)')).toEqual([[2]]);
  });
});
