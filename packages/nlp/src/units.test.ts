import { expect, it } from 'vitest';
import { loadPipeline } from './load.ts';

const pipeline = loadPipeline();

/** The token on which the first one of a form hangs. */
const headOf = (text: string, form: string): string => {
  const doc = pipeline.annotate(text);
  const at = Array.from({ length: doc.length }, (_, i) => doc.form(i)).indexOf(form);
  return doc.form(doc.head(at));
};

it('takes the bracket or the age behind a name as a part of it', () => {
  expect(headOf('The Federal Trade Commission (FTC) sued the firm.', 'FTC')).toBe('Commission');
  expect(headOf('Sen. Maria Cantwell (D-Wash.) praised the Navy.', 'D')).toMatch(/Cantwell|Maria|Sen\./u);
  expect(headOf('Gregory Allan Stavros, 58, praised the Navy.', '58')).toBe('Gregory');
  expect(headOf('The Federal Trade Commission (which sued) left.', 'which')).toBe('sued');
});
