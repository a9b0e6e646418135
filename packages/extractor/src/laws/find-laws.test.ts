import { describe, expect, it } from 'vitest';
import { findLaws } from './find-laws.ts';

const normals = (text: string, published: string | null = null): string[] =>
  findLaws(text, published).map((law) => law.normal);

describe('citations by number', () => {
  it.each([
    ['designated under 8 U.S.C. § 1189 last year', ['usc:8/1189']],
    ['8 U.S.C. S 1189, as scanned', ['usc:8/1189']],
    ['18 USC 2339B(a)(1)', ['usc:18/2339B']],
    ['18 U. S. C. § 4241', ['usc:18/4241']],
    ['section 2339B of title 18, United States Code', ['usc:18/2339B']],
    ['Title 21, United States Code, Section 853', ['usc:21/853']],
    ['8 U.S.C. §§ 1182, 1189 and 1226a', ['usc:8/1182', 'usc:8/1189', 'usc:8/1226a']],
    ['8 U.S.C. 1182(f) and 1185(a).', ['usc:8/1182', 'usc:8/1185']],
    ['18 U.S.C. §§ 2339A, 2339B, and 21 U.S.C. § 960a', ['usc:18/2339A', 'usc:18/2339B', 'usc:21/960a']],
    ['50 U.S.C. App. 595', ['usc:50-app/595']],
    ['31 C.F.R. § 536.201', ['cfr:31/536.201']],
    ['31 CFR parts 594, 595, and 597', ['cfr:31/594', 'cfr:31/595', 'cfr:31/597']],
    ['Pub. L. No. 119-12', ['pl:119/12']],
    ['Public Law 107–056', ['pl:107/56']],
    ['Pvt. L. No. 112-1', ['prl:112/1']],
    ['113 Stat. 1606', ['stat:113/1606']],
    ['90 Fed. Reg. 8,439', ['fr:90/8439']],
    ['Executive Order 14157 and E.O. 13224', ['eo:14157', 'eo:13224']],
    ['Executive Order (E.O.) 13846', ['eo:13846']],
    ['E.O.s 13224 and 13886', ['eo:13224', 'eo:13886']],
    ['Exec. Order No. 13,224', ['eo:13224']],
    ['INA § 219', ['usc:8/1189']],
    ['section 219 of the Immigration and Nationality Act', ['usc:8/1189']],
    ['sections 212(f) and 215(a) of the Immigration and Nationality Act', ['usc:8/1182', 'usc:8/1185']],
    ['U.S. Const. amend. XIV, § 1', ['const:us/amendment-14']],
    ['the Twenty-Second Amendment', ['const:us/amendment-22']],
    ['UN Security Council Resolution 2231 (2015)', ['unsc:2231']],
    ['Proclamation 9844', ['proc:9844']],
    [
      'under KRS 367.170 and Ky. Rev. Stat. Ann. § 15.020',
      ['state:ky/revised-statutes/367.170', 'state:ky/revised-statutes/15.020'],
    ],
    ['Tex. Penal Code § 30.02(a)', ['state:tx/penal-code/30.02']],
    ['Vt. Stat. Ann. tit. 9, § 2', ['state:vt/statutes/9/2']],
    ['Mass. Gen. Laws ch. 93A, § 2', ['state:ma/general-laws/93A/2']],
  ])('%s', (text, expected) => expect(normals(text)).toEqual(expected));

  it.each([
    ['They act in 2019.'],
    ['at 18 USC fans cheered'],
    ['page 8 of 1189'],
    ['EO 12'],
    ['Kentucky Law School, Section 4'],
    ['Texas and Ohio sections 3 of the road'],
    ['46 U.S.C. Chapters 701 and 3306'],
    ['Section 1983 of the building was sold.'],
    ['lorem 111 S.W. 12th St.'],
    ['The 3d quarterly payment of $100 was due.'],
    ['U.S. 5 and 8 U.S. cents'],
    ['the Second Amendment to the contract'],
    [''],
  ])('finds nothing in %j', (text) => expect(normals(text)).toEqual([]));

  it('keeps subsections and the end of a range apart from the law', () => {
    expect(findLaws('5 U.S.C. 552 (a)(1)(E)')[0]).toMatchObject({ normal: 'usc:5/552', sub: '(a)(1)(E)' });
    expect(findLaws('50 U.S.C. §§ 1701–1706')[0]).toMatchObject({ normal: 'usc:50/1701', through: 'usc:50/1706' });
    expect(findLaws('42 U.S.C. 288–1')[0]).toMatchObject({ normal: 'usc:42/288-1', through: null });
    expect(findLaws('16 U.S.C. 460nnn-101')[0]).toMatchObject({ normal: 'usc:16/460nnn-101', through: null });
  });

  it('a number of things is no further section', () => {
    expect(normals('under 18 U.S.C. § 2339A and 500 people')).toEqual(['usc:18/2339A']);
    expect(normals('under 18 U.S.C. § 2339A, 20 years in prison')).toEqual(['usc:18/2339A']);
  });

  it('undoes a misread figure only where that gives the section of a known act', () => {
    expect(normals('50 U.S.C. 170l')).toEqual(['usc:50/1701']);
    expect(normals('16 U.S.C. 460l')).toEqual(['usc:16/460l']);
  });
});

describe('bills', () => {
  it.each([
    ['119th CONGRESS\nS. 1845', null, ['bill:119/s/1845']],
    ['the House passed H.R. 1 on Monday', '2025-07-04', ['bill:119/hr/1']],
    ['the House passed H.R. 1 on Monday', '2023-01-02', ['bill:117/hr/1']],
    ['S.J. Res. 12 and H. Con. Res. 3', null, ['bill:sjres/12', 'bill:hconres/3']],
    ['He met George S. 12 times', null, ['bill:s/12']],
    ['in the U.S. 12 people', '2024-01-05', []],
  ])('%s (%s)', (text, published, expected) => {
    // A lone "S." before a number reads like a bill even behind a first name; only the country's abbreviation is told apart.
    expect(normals(text, published)).toEqual(expected);
  });
});

describe('laws by name', () => {
  it.each([
    ['under the Kingpin Act', 'act:foreign-narcotics-kingpin-designation-act', 'Kingpin Act'],
    [
      'the Countering America’s Adversaries Through Sanctions Act',
      'act:countering-americas-adversaries-through-sanctions-act',
      'Countering America’s Adversaries Through Sanctions Act',
    ],
    ['the Mérida Initiative', 'treaty:merida-initiative', 'Mérida Initiative'],
    [
      'The Federal Food, Drug, and Cosmetic Act',
      'act:federal-food-drug-and-cosmetic-act',
      'Federal Food, Drug, and Cosmetic Act',
    ],
    ['It violates the River Dredging Act of 1921.', 'act:river-dredging-act', 'River Dredging Act of 1921'],
    ['Members of the Congress of the Union in the Public Roads Act', 'act:public-roads-act', 'Public Roads Act'],
    [
      'signed the Bern Convention on the Law of Rivers',
      'treaty:bern-convention-on-the-law-of-rivers',
      'Bern Convention on the Law of Rivers',
    ],
    ['the U.S. Constitution', 'const:us', 'U.S. Constitution'],
    ['the Minister of Roads and the River Pact', 'treaty:river-pact', 'River Pact'],
    ['the President’s 2020 Clean Roads Initiative.', 'treaty:clean-roads-initiative', 'Clean Roads Initiative'],
    [
      'the Universal Declaration of Human Rights.',
      'treaty:universal-declaration-of-human-rights',
      'Universal Declaration of Human Rights',
    ],
    ['Women’s Health Act', 'act:womens-health-act', 'Women’s Health Act'],
    ['the John Lewis Voting Rights Act', 'act:john-lewis-voting-rights-act', 'John Lewis Voting Rights Act'],
    ['the UN Convention against Torture', 'treaty:convention-against-torture', 'UN Convention against Torture'],
    ['the Roads Fund from the Clean Air Act', 'act:clean-air-act', 'Clean Air Act'],
    ['by Jane Roe, Clean Roads Initiative', 'treaty:clean-roads-initiative', 'Clean Roads Initiative'],
    ['the Iran, Cuba, and Syria Trade Act', 'act:iran-cuba-and-syria-trade-act', 'Iran, Cuba, and Syria Trade Act'],
  ])('%s', (text, normal, surface) => {
    expect(findLaws(text).map((law) => [law.normal, law.text])).toEqual([[normal, surface]]);
  });

  it.each([
    ['the Democratic National Convention'],
    ['the North Atlantic Treaty Organization'],
    ['He saw Sister Act and drove a Honda Accord.'],
    ["Biden's Framework"],
    ['Act now'],
    ['the Chief of Protocol'],
    ['a Special Envoy for Compact'],
    ['the Advance Our Treaty campaign'],
    ['section 303 of the Act'],
    ['The Initiative'],
    ['an act of war'],
  ])('finds no law in %j', (text) => expect(normals(text)).toEqual([]));
});

describe('short forms', () => {
  it.each([
    ['The Clean Air Act (the "Act") passed. The Act helps.', ['act:clean-air-act', 'act:clean-air-act']],
    ['The Clean Air Act passed. The Act helps.', ['act:clean-air-act', 'act:clean-air-act']],
    ['The Act helps. The Clean Air Act passed.', ['act:clean-air-act']],
    ['The Road Safety Act (RSA) passed. RSA rules apply.', ['act:road-safety-act', 'act:road-safety-act']],
    ['Under 8 U.S.C. § 1189, he may act. Section 1189(a) says how.', ['usc:8/1189', 'usc:8/1189']],
    ['Under 18 U.S.C. § 2339A, he may act, and § 2339B says how.', ['usc:18/2339A', 'usc:18/2339B']],
    ['Under 18 U.S.C. § 2339A, he may act. Section 12 of the park is closed.', ['usc:18/2339A']],
    ['Section 4 of the park is closed.', []],
    ['5 U.S.C. § 552. Id. § 553(b).', ['usc:5/552', 'usc:5/553']],
  ])('%s', (text, expected) => expect(normals(text)).toEqual(expected));

  it('a bill is one with the title that it gives itself', () => {
    expect(
      normals(
        '118th CONGRESS\nH. R. 12\n\nThis Act may be cited as the Bridge Naming Act of 2023. In this Act, bridge means bridge.',
      ),
    ).toEqual(['bill:118/hr/12', 'bill:118/hr/12', 'bill:118/hr/12', 'bill:118/hr/12']);
  });

  it('two names with one long end are one law in a text', () => {
    const text =
      'They signed the "Two Towns: the Joint Framework for Water, Roads, and Public Health" (Framework). The Common Framework for Water, Roads, and Public Health is new. The Framework is short.';
    expect(new Set(normals(text)).size).toBe(1);
    expect(normals(text)).toHaveLength(3);
  });
});

describe('any text', () => {
  it.each([
    ['capitals', 'A '.repeat(60_000), 0],
    ['numbers', '1 '.repeat(60_000), 0],
    ['sections', '§ 1(a)'.repeat(20_000), 0],
    ['citations', '8 U.S.C. § 1189 '.repeat(4_000), 4_000],
    ['lists', `8 U.S.C. §§ ${'1189, '.repeat(4_000)}`, 4_000],
    ['names', 'the Clean Air Act and '.repeat(4_000), 4_000],
  ])('of %s is read to its end', (_name, text, count) => {
    const laws = findLaws(text);
    expect(laws).toHaveLength(count);
    for (const law of laws.slice(0, 50)) expect(text.slice(law.start, law.end)).toBe(law.text);
  });
});
