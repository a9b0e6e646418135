import { describe, expect, it } from 'vitest';
import { isKnownBody } from '../fixed/gazetteer.ts';
import { parseBody } from './body-name.ts';
import { foldName, skeletonOf, spelledAlike } from './fold.ts';
import { officesIn, parsePerson } from './person-name.ts';
import { relateNames } from './person-relation.ts';

describe('folding', () => {
  it.each([
    ['Łódź', 'lodz'],
    ["al-Qa'ida", 'al qaida'],
    ['Erdoğan', 'erdogan'],
    ["Mexico's", 'mexico'],
    ['', ''],
  ])('%s', (name, folded) => expect(foldName(name)).toBe(folded));

  it('gives transliterations of one name one skeleton, and others none', () => {
    expect(new Set(['gaddafi', 'qadhafi', 'kadafi', 'gadhafi', 'qaddafi'].map(skeletonOf)).size).toBe(1);
    expect(new Set(['hezbollah', 'hizballah', 'hizbullah'].map(skeletonOf)).size).toBe(1);
    expect(spelledAlike('putin', 'patton')).toBe(false);
    expect(spelledAlike('omar', 'umar')).toBe(true);
  });

  it('takes one letter for a spelling only in longer words', () => {
    expect(spelledAlike('antony', 'anthony')).toBe(true);
    expect(spelledAlike('cole', 'cola')).toBe(false);
    expect(spelledAlike('same', 'same')).toBe(false);
  });
});

describe('names of persons', () => {
  const parts = (name: string) => {
    const { tokens, suffix, offices, party, seats } = parsePerson(name);
    return [tokens.join(' '), suffix, offices.map(({ office }) => office).join(','), party, seats.join(',')];
  };
  it.each([
    ['Virginia Attorney General Miyares', ['miyares', null, 'attorney general', null, 'US-VA']],
    ['Sen. Chris Murphy (D-CT)', ['chris murphy', null, 'senator', 'D', 'US-CT']],
    ['Martin Luther King, Jr.', ['martin luther king', 'jr', '', null, '']],
    ['former U.S. Secretary of State John Kerry', ['john kerry', null, 'secretary of state', null, 'US']],
    ['the Attorney General of Kentucky', ['', null, 'attorney general', null, 'US-KY']],
    ['Mauricio Ibarra, consul general of Mexico in El Paso', ['mauricio ibarra', null, 'consul general', null, 'MX']],
    ['Virginia Woolf', ['virginia woolf', null, '', null, '']],
    ['', ['', null, '', null, '']],
  ])('%s', (name, expected) => expect(parts(name)).toEqual(expected));

  it('keeps a seat that is no country as it is written', () => {
    expect(officesIn('Mayor of Dallas')[0]?.seats).toEqual(['~dallas']);
    expect(officesIn('Secretary of State')[0]?.seats).toEqual([]);
    expect(officesIn('former President')[0]?.former).toBe(true);
  });

  const relate = (a: string, b: string) => relateNames(a.split(' '), b.split(' '));
  it('keeps different given and middle names apart', () => {
    expect(relate('joe biden', 'hunter biden').conflict).toBe(true);
    expect(relate('george w bush', 'george h w bush').conflict).toBe(true);
    expect(relate('george w bush', 'george bush').conflict).toBeUndefined();
  });
  it.each([
    ['joe biden', 'joseph biden', 'short form of the given name, same surname'],
    ['andres manuel lopez obrador', 'amlo', 'initials of the full name'],
    ['lopez obrador', 'andres manuel lopez obrador', 'compound surname of the full name'],
    ['jinping xi', 'xi jinping', 'same names in another order'],
    ['ann droll', 'bob troll', 'different names'],
  ])('%s and %s: %s', (a, b, reason) => {
    expect(relate(a, b).reason).toBe(reason);
    expect(relate(b, a).reason).toBe(reason);
  });
});

describe('names of bodies', () => {
  const parts = (name: string) => {
    const { core, seats, legal, acronym, generic } = parseBody(name, isKnownBody);
    return [core, seats.join(','), legal, acronym, generic];
  };
  it.each([
    ['State Department', ['department state', '', null, null, false]],
    ['U.S. Department of State', ['department state', 'US', null, null, false]],
    ['Supreme Court of Mexico', ['supreme court', 'MX', null, null, true]],
    ['Cártel de Sinaloa', ['sinaloa cartel', '', null, null, false]],
    ['Huawei Technologies Co., Ltd.', ['huawei technologies', '', 'co', null, false]],
    ['DEA', ['dea', '', null, 'dea', false]],
    ['Washington University', ['washington university', '', null, null, false]],
    ['Mexican drug cartels', ['cartels of MX', '', null, null, false]],
    ['cartels in Mexico', ['cartels of MX', '', null, null, false]],
  ])('%s', (name, expected) => expect(parts(name)).toEqual(expected));
});
