import { describe, expect, it } from 'vitest';
import { asWritten, oneLine, shortened } from './text.ts';

describe('words of a source on the page', () => {
  it('takes away what turns the reading direction or cannot be seen', () => {
    expect(oneLine('Sin\u202Eaola\u2066 \u200BCartel\u0007')).toBe('Sinaola Cartel');
    expect(oneLine('two\r\n  lines')).toBe('two lines');
  });

  it('shows such characters by number in a quotation', () => {
    expect(asWritten('a\u202Eb\nc')).toBe('a[U+202E]b\nc');
    expect(asWritten('\uFEFFplain')).toBe('plain');
  });

  it('shortens by whole characters', () => {
    expect(shortened('abcdef', 4)).toBe('abc…');
    expect(shortened('😀😀😀😀', 3)).toBe('😀😀…');
    expect(shortened('short', 10)).toBe('short');
  });
});
