import { describe, expect, it } from 'vitest';
import { loadPipeline, type Doc } from '@attest/nlp';
import { repairParse } from './repair.ts';
import { Tree } from './repair/tree.ts';

const pipeline = loadPipeline();
const words =
  'Spain Mali leaders officials the a that which to of by and or , as " said told urged asked called sanctioned sanction arrested arresting designating killed imposing is was has had be been not what if report power cartels in with for who than rather better media said it they'.split(
    ' ',
  );

/** Steps from a token to its root, or null where they go in a circle. */
function stepsUp(doc: Doc, token: number): number | null {
  let steps = 0;
  for (let at = token; doc.head(at) >= 0; at = doc.head(at)) {
    steps += 1;
    if (steps > doc.length) return null;
  }
  return steps;
}

describe('Tree', () => {
  it('hangs nothing below itself', () => {
    const tree = new Tree(pipeline.annotate('France sanctioned Mali.'));
    const [subject, verb] = [0, 1];
    expect([tree.heads[subject], tree.heads[verb]]).toEqual([verb, -1]);
    tree.hang(verb, subject, 'obj');
    expect([tree.heads[verb], tree.relation(verb)]).toEqual([-1, 'root']);
    tree.hang(2, subject, 'nmod');
    expect(tree.children(subject)).toEqual([2]);
  });
});

describe('repairParse', () => {
  it('leaves a tree: whatever the words, nothing hangs in a circle or outside its sentence', () => {
    let state = 11;
    const below = (limit: number): number => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      return state % limit;
    };
    for (let round = 0; round < 400; round += 1) {
      const text = `${Array.from({ length: 4 + below(24) }, () => words[below(words.length)]).join(' ')}.`;
      const doc = repairParse(pipeline.annotate(text), [], []);
      const tokens = Array.from({ length: doc.length }, (_, token) => token);
      const isLost = (token: number): boolean =>
        stepsUp(doc, token) === null ||
        (doc.head(token) >= 0 && doc.sentenceOf(doc.head(token)) !== doc.sentenceOf(token));
      expect({ text, lost: tokens.filter(isLost) }).toEqual({ text, lost: [] });
    }
  });

  it('says the same of a parse that needs no mending', () => {
    const doc = pipeline.annotate('France sanctioned Mali.');
    const mended = repairParse(doc, [], []);
    for (let token = 0; token < doc.length; token += 1)
      expect([mended.head(token), mended.deprel(token)]).toEqual([doc.head(token), doc.deprel(token)]);
  });
});
