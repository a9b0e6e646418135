import { describe, expect, it } from 'vitest';
import { loadPipeline } from './load.ts';

const pipeline = loadPipeline();
const tagsOf = (text: string): string => {
  const doc = pipeline.annotate(text);
  return Array.from({ length: doc.length }, (_, i) => `${doc.form(i)}/${doc.upos(i)}`).join(' ');
};

describe('a word that is noun and verb, behind "to"', () => {
  it.each([
    ['The Senate urged France to sanction Iran.', 'sanction/VERB'],
    ['France was asked to sanction Iran.', 'sanction/VERB'],
    ['He agreed to trade terms.', 'trade/VERB'],
    ['Spain has the power to sanction Libya.', 'sanction/VERB'],
    ['If Spain sanctions Libya, prices will rise.', 'sanctions/VERB'],
    ['Spain did not criticize or sanction Libya.', 'sanction/VERB'],
    ['Spain helped sanction Libya.', 'sanction/VERB'],
    ['Spain praised Iran sanctions that France voted for.', 'sanctions/NOUN'],
    ['The United States is imposing sanctions on a network.', 'imposing/VERB'],
    ['Those are outstanding results.', 'outstanding/ADJ'],
    ['Designating cartels as terrorists will help.', 'Designating/VERB'],
    ['Drug trafficking organizations as such are old.', 'trafficking/NOUN'],
    ['Doctors refused access to drug users.', 'drug/NOUN'],
  ])('%s', (text, expected) => expect(tagsOf(text)).toContain(expected));
});

it('cuts sentences over the blanks where a footnote mark stood', () => {
  expect(pipeline.annotate('Iran said nothing.  Then France left.').sentenceCount).toBe(2);
});
