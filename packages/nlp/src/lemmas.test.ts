import { describe, expect, it } from 'vitest';
import { Lemmatiser } from './lemmas.ts';

const lemmatiser = new Lemmatiser(
  new Map([
    ['hope\tVB', 'hope'],
    ['sum\tVB', 'sum'],
    ['sponsor\tVB', 'sponsor'],
    ['shoes\tNNS', 'shoe'],
  ]),
);

describe('Lemmatiser', () => {
  it.each([
    ['jailed', 'VBD', 'jail'],
    ['chaired', 'VBN', 'chair'],
    ['fined', 'VBN', 'fine'],
    ['hoped', 'VBD', 'hope'],
    ['massacred', 'VBD', 'massacre'],
    ['boycotted', 'VBD', 'boycott'],
    ['expelled', 'VBN', 'expel'],
    ['deplored', 'VBD', 'deplore'],
    ['favored', 'VBD', 'favor'],
    ['proscribed', 'VBN', 'proscribe'],
    ['telephoned', 'VBD', 'telephone'],
    ['controlled', 'VBD', 'control'],
    ['trafficking', 'VBG', 'traffic'],
    ['kicking', 'VBG', 'kick'],
    ['intervened', 'VBD', 'intervene'],
    ['happened', 'VBD', 'happen'],
    ['tripled', 'VBN', 'triple'],
    ['repatriated', 'VBN', 'repatriate'],
    ['repeated', 'VBD', 'repeat'],
    ['freed', 'VBN', 'free'],
    ['lied', 'VBD', 'lie'],
    ['denied', 'VBD', 'deny'],
    ['rebuilt', 'VBN', 'rebuild'],
    ['resumed', 'VBD', 'resume'],
    ['co-sponsored', 'VBD', 'co-sponsor'],
    ['woven', 'VBN', 'weave'],
    ['spoken', 'VBD', 'speak'],
    ['imposes', 'VBZ', 'impose'],
    ['passes', 'VBZ', 'pass'],
    ['denies', 'VBZ', 'deny'],
    ['ing', 'VBG', 'ing'],
    ['shoes', 'NNS', 'shoe'],
    ['viruses', 'NNS', 'virus'],
    ['Mexico', 'NNP', 'Mexico'],
  ])('%s as %s is of %s', (form, xpos, lemma) => {
    expect(lemmatiser.lemma(form, xpos)).toBe(lemma);
  });
});
