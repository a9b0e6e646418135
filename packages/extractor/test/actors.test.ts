import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadOntology } from '@attest/model';
import { analyse, type Analysis } from '@attest/extractor';

interface Family {
  readonly family: string;
  readonly only: readonly string[];
  readonly pairs: readonly (readonly [string, readonly string[]])[];
}
const families = parse(readFileSync(new URL('actors.yaml', import.meta.url), 'utf8')) as readonly Family[];
const ontology = loadOntology();

const read = (text: string): Analysis =>
  analyse(
    { sourceId: 'text', file: 'text.txt', bytes: new TextEncoder().encode(text), meta: { kind: 'news' } },
    ontology,
  );

/** Entities as `Type: name = mentions`, in the order of their first mention. */
function actors(text: string, only: readonly string[]): readonly string[] {
  const { entities, mentions } = read(text).tied;
  const own = (id: string): readonly string[] => mentions.filter(({ entity }) => entity === id).map((one) => one.text);
  const first = (id: string): number => mentions.findIndex(({ entity }) => entity === id);
  return entities
    .filter(({ id, type }) => only.includes(type) && first(id) >= 0)
    .toSorted((a, b) => first(a.id) - first(b.id))
    .map(({ id, type, name }) => `${type}: ${name} = ${own(id).join('; ')}`);
}

describe.each(families)('$family', ({ only, pairs }) => {
  it.each(pairs)('%s', (text, expected) => expect(actors(text, only)).toEqual(expected));
});

describe('every mention', () => {
  const text = 'U.S. Sen. Ana Silva (D-TX) met “the consul” of Peru.\n\nHe said: “We won.”';
  const { tied, reading } = read(text);

  it('has its words, tokens, head, form and reason', () => {
    expect(tied.mentions.length).toBeGreaterThan(3);
    for (const one of tied.mentions) {
      expect(reading.text.slice(one.start, one.end)).toBe(one.text);
      expect(one.head).toBeGreaterThanOrEqual(one.from);
      expect(one.head).toBeLessThan(one.to);
      expect(one.reason).not.toBe('');
    }
  });

  it('leaves the first person of a quotation to the claims', () => {
    const [we] = tied.mentions.filter(({ name }) => name === 'we');
    expect([we?.entity, we?.person]).toEqual([null, 'first-plural']);
  });

  it('is the same twice', () => {
    expect(read(text).tied).toEqual(tied);
  });
});

describe('standing facts', () => {
  const facts = (text: string): readonly string[] => {
    const { entities, standing } = read(text).tied;
    const name = (id: string): string => entities.find((one) => one.id === id)?.name ?? '-';
    return standing.map(
      ({ act, agent, target, title }) => `${name(agent)} ${act} ${name(target)}${title ? ` as ${title}` : ''}`,
    );
  };
  it.each([
    ['Kenyan President William Ruto spoke.', ['William Ruto HOLDS_OFFICE Kenya as President']],
    ['President William Ruto spoke.', []],
    [
      'Aoife Byrne, a spokeswoman for the Irish government, spoke.',
      ['Aoife Byrne HOLDS_OFFICE Irish government as spokeswoman'],
    ],
    ['Aoife Byrne, a friend of the Irish government, spoke.', []],
    ['Omar Haddad, the leader of Hamas, spoke.', ['Omar Haddad LEADS Hamas']],
    [
      'Sen. Ana Silva (D-TX) spoke.',
      [
        'Ana Silva HOLDS_OFFICE U.S. Senate as Senator',
        'Ana Silva MEMBER_OF Democratic Party',
        'Ana Silva HOLDS_OFFICE Texas as Senator',
      ],
    ],
    ['Ana Silva (D-7) spoke.', []],
    ['Ana Silva, the secretary of state, spoke.', []],
    [
      'Governors from Ohio, Utah and Maine wrote.',
      ['Ohio MEMBER_OF Governors', 'Utah MEMBER_OF Governors', 'Maine MEMBER_OF Governors'],
    ],
    ['Governors from Ohio wrote.', []],
    ['Huawei, a China-based company, paid.', ['Huawei BASED_IN China']],
    [
      'Boko Haram and Al-Shabaab, both groups in Africa, fought.',
      ['Boko Haram BASED_IN Africa', 'Al-Shabaab BASED_IN Africa'],
    ],
    ['Boko Haram and Al-Shabaab fought in Africa.', []],
    ['A Kenyan diplomat spoke.', []],
  ])('%s', (text, expected) => expect(facts(text)).toEqual(expected));
});

describe('odd input', () => {
  it.each([
    '.',
    'He',
    '“',
    '(((',
    'the the the',
    'Mr.',
    'President',
    'a '.repeat(5000),
    'Ü'.repeat(3000),
    '\u{1F600} said \u{1F600}',
  ])('reads %j', (text) => expect(read(text).tied.entities.every(({ name }) => name !== '')).toBe(true));

  it.each(['', ' '])('says that there is nothing to read in %j', (text) =>
    expect(() => read(text)).toThrow(expect.objectContaining({ code: 'unreadable-document' })),
  );
});
