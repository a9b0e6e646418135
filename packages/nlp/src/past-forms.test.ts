import { describe, expect, it } from 'vitest';
import { loadPipeline } from './load.ts';

const pipeline = loadPipeline();

describe('an irregular past form that the tagger has not learnt', () => {
  it.each([
    ['The Treasury froze the assets of the firm.', 'froze', 'VBD'],
    ['The traders, slain by gunmen, were buried.', 'slain', 'VBN'],
    ['They have sworn to fight on.', 'sworn', 'VBN'],
    ['She wants to found a company.', 'found', 'VB'],
  ])('%s', (text, form, tag) => {
    const doc = pipeline.annotate(text);
    const at = Array.from({ length: doc.length }, (_, i) => doc.form(i)).indexOf(form);
    expect(doc.xpos(at)).toBe(tag);
  });
});
