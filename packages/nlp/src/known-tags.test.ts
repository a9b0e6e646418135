import { expect, test } from 'vitest';
import { loadPipeline } from './index.ts';
import { knownTags } from './known-tags.ts';

const pipeline = loadPipeline();
const tags = (text: string): string[] => {
  const doc = pipeline.annotate(text);
  return Array.from({ length: doc.length }, (_, i) => `${doc.form(i)}/${doc.xpos(i)}`);
};

test.each([
  ['The court ruled in Smith v. Jones on Friday.', 'v./IN'],
  ['It cited Gomez vs. Ohio Bell there.', 'vs./IN'],
  ['Write to ann.b@state.gov today.', 'ann.b@state.gov/ADD'],
  ['It is at https://www.state.gov/a-b for now.', 'https://www.state.gov/a-b/ADD'],
  ['Attorneys general of 21 states wrote to him.', 'Attorneys/NNS'],
  ['The consuls general met in Laredo.', 'general/JJ'],
])('%s', (text, tag) => expect(tags(text)).toContain(tag));

test.each([['a v b'], ['Attorneys General of States'], ['the general said']])('nothing is known of %s', (text) => {
  expect(knownTags(text.split(' ')).size).toBe(0);
});

test.each([
  ['Cocaine was seized.', 'Cocaine/NN'],
  ['Norway doubts it.', 'Norway/NNP'],
  ['Congress agreed.', 'Congress/NNP'],
])('the first word is a proper noun only if it is a name: %s', (text, tag) => expect(tags(text)).toContain(tag));
