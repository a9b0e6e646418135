import type { FullTextDefinition } from './graph-data.ts';
import { spend } from './limits.ts';
import { parseTextQuery } from './text-query.ts';
import type { TextQuery } from './text-query.ts';
import type { PropertyGraph } from './graph.ts';
import { words } from './text-words.ts';

interface Posting {
  readonly node: number;
  /** Places of the word in the property's text. */
  readonly places: number[];
}
export interface Hit {
  readonly node: number;
  readonly score: number;
}

const SATURATION = 1.2;
const LENGTH_WEIGHT = 0.75;

const byNode = (postings: readonly Posting[]): Map<number, ReadonlySet<number>> =>
  new Map(
    postings.map(({ node, places }) => {
      spend(places.length);
      return [node, new Set(places)];
    }),
  );

/** An inverted index over some properties; scores as BM25 does, with a square root in place of the logarithm. */
export class TextIndex {
  readonly definition: FullTextDefinition;
  readonly #postings = new Map<string, Map<string, Posting[]>>();
  readonly #lengths = new Map<string, Map<number, number>>();
  readonly #sorted = new Map<string, string[]>();

  constructor(graph: PropertyGraph, definition: FullTextDefinition) {
    this.definition = definition;
    const nodes = new Set(definition.labels.flatMap((label) => [...graph.withLabel(label)]));
    for (const property of definition.properties) {
      const column = graph.data.nodeColumns.get(property);
      const postings = new Map<string, Posting[]>();
      const lengths = new Map<number, number>();
      for (const node of nodes) {
        spend(1);
        const value = column?.get(node);
        const texts: unknown[] = Array.isArray(value) ? value : [value];
        const all = words(texts.filter((text) => typeof text === 'string').join('\n'));
        if (all.length === 0) continue;
        lengths.set(node, all.length);
        spend(all.length);
        for (const [place, word] of all.entries()) {
          const list = postings.get(word);
          if (list === undefined) postings.set(word, [{ node, places: [place] }]);
          else if (list.at(-1)!.node === node) list.at(-1)!.places.push(place);
          else list.push({ node, places: [place] });
        }
      }
      this.#postings.set(property, postings);
      this.#lengths.set(property, lengths);
    }
  }

  /** The nodes that a query finds, best first; throws a RangeError for a query that cannot be read. */
  search(query: string): Hit[] {
    const scores = this.#evaluate(parseTextQuery(query));
    return Array.from(scores, ([node, score]) => ({ node, score: Math.round(score * 1000) / 1000 })).sort(
      (a, b) => b.score - a.score || a.node - b.node,
    );
  }

  #evaluate(query: TextQuery): Map<number, number> {
    if (query.kind !== 'clauses') return this.#term(query);
    const scores = new Map<number, number>();
    const required = query.clauses.filter(({ need }) => need === 'must').map(({ query: one }) => this.#evaluate(one));
    const optional = query.clauses.filter(({ need }) => need === 'may').map(({ query: one }) => this.#evaluate(one));
    const banned = query.clauses.filter(({ need }) => need === 'not').map(({ query: one }) => this.#evaluate(one));
    for (const found of [...required, ...optional]) {
      spend(found.size);
      for (const [node, score] of found) scores.set(node, (scores.get(node) ?? 0) + score);
    }
    for (const node of scores.keys()) {
      spend(1);
      if (banned.some((found) => found.has(node)) || !required.every((found) => found.has(node))) scores.delete(node);
    }
    return scores;
  }

  #term(query: Exclude<TextQuery, { kind: 'clauses' }>): Map<number, number> {
    const scores = new Map<number, number>();
    for (const property of this.definition.properties) {
      if (query.field !== null && query.field !== property) continue;
      for (const posting of this.#matches(property, query)) {
        const lengths = this.#lengths.get(property)!;
        const mean = 1 + lengths.size;
        const length = lengths.get(posting.node)!;
        const often = posting.places.length;
        const rare = Math.sqrt(mean / posting.count);
        const score = (rare * often) / (often + SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * (length / 10)));
        scores.set(posting.node, (scores.get(posting.node) ?? 0) + score * query.boost);
      }
    }
    return scores;
  }

  #matches(property: string, query: Exclude<TextQuery, { kind: 'clauses' }>): (Posting & { readonly count: number })[] {
    const postings = this.#postings.get(property)!;
    const one = (word: string): (Posting & { count: number })[] => {
      const list = postings.get(word) ?? [];
      spend(list.length);
      return list.map((posting) => ({ ...posting, count: list.length }));
    };
    if (query.kind === 'phrase') {
      const [first = '', ...rest] = query.words;
      const placesOf = new Map<string, Map<number, ReadonlySet<number>>>();
      for (const word of rest) {
        if (!placesOf.has(word)) placesOf.set(word, byNode(postings.get(word) ?? []));
      }
      return one(first).flatMap((posting) => {
        const others = rest.map((word) => placesOf.get(word)!.get(posting.node));
        const places = posting.places.filter((place) => {
          spend(rest.length);
          return others.every((known, at) => known?.has(place + at + 1) === true);
        });
        return places.length === 0 ? [] : [{ ...posting, places }];
      });
    }
    if (query.kind === 'word') return one(query.word);
    const all = this.#vocabulary(property).filter((word) => {
      spend(word.length);
      return query.test(word);
    });
    return all.flatMap(one);
  }

  #vocabulary(property: string): string[] {
    let sorted = this.#sorted.get(property);
    if (sorted === undefined) {
      sorted = [...this.#postings.get(property)!.keys()].sort();
      this.#sorted.set(property, sorted);
    }
    return sorted;
  }
}
