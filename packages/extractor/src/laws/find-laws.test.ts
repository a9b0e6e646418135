import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findLaws } from './find-laws.ts';

const normals = (text: string): string[] => findLaws(text).map((law) => law.normal);

describe('findLaws', () => {
  it.each([
    ['designated under 8 U.S.C. § 1189 last year', ['usc:8/1189']],
    ['8 U.S.C. S 1189, as scanned', ['usc:8/1189']],
    ['18 USC 2339B(a)(1)', ['usc:18/2339B']],
    ['section 2339B of title 18, United States Code', ['usc:18/2339B']],
    ['8 U.S.C. §§ 1182, 1189 and 1226a', ['usc:8/1182', 'usc:8/1189', 'usc:8/1226a']],
    ['31 C.F.R. § 536.201', ['cfr:31/536.201']],
    ['Pub. L. No. 119-12', ['pl:119/12']],
    ['Public Law 107–56', ['pl:107/56']],
    ['113 Stat. 1606', ['stat:113/1606']],
    ['90 Fed. Reg. 8,439', ['fr:90/8439']],
    ['Executive Order 14157 and E.O. 13224', ['eo:14157', 'eo:13224']],
    ['INA § 219', ['usc:8/1189']],
    ['section 219 of the Immigration and Nationality Act', ['usc:8/1189']],
    ['the Kingpin Act', ['act:kingpin-act']],
    [
      'the Countering America’s Adversaries Through Sanctions Act',
      ['act:countering-america-s-adversaries-through-sanctions-act'],
    ],
  ])('%s', (text, expected) => expect(normals(text)).toEqual(expected));

  it.each(['They act in 2019.', 'at 18 USC fans cheered', 'Act now', 'page 8 of 1189', 'EO 12', ''])(
    'finds nothing in %j',
    (text) => expect(normals(text)).toEqual([]),
  );

  it('stays linear on hostile text', () => {
    expect(normals('A '.repeat(100_000))).toEqual([]);
    expect(normals('1 '.repeat(100_000))).toEqual([]);
    expect(normals('8 U.S.C. § 1189 '.repeat(5_000))).toHaveLength(5_000);
  });
});

const data = `${process.env['ATTEST_SHARED'] ?? fileURLToPath(new URL('../../../../../shared', import.meta.url))}/data/citations/cite_unitedstates-citation.dev.jsonl`;
const found = existsSync(data);

if (!found) console.warn('skipped: citation measurements (set ATTEST_SHARED to the folder with data/citations)');

describe.runIf(found)('against the citations that peers test with', () => {
  it('resolves most of the forms of the U.S. Code, the C.F.R., public laws and the statutes', () => {
    let all = 0;
    let right = 0;
    for (const line of readFileSync(data, 'utf8').trim().split('\n')) {
      const { text, gold } = JSON.parse(line) as { text: string; gold: { cite_type: string; norm_id?: string }[] };
      for (const { cite_type: type, norm_id: id } of gold) {
        if (!['usc', 'cfr', 'law', 'stat', 'fedreg'].includes(type) || !id) continue;
        all += 1;
        const [kind, ...rest] = id.split('/');
        const wanted =
          kind === 'usc' || kind === 'cfr'
            ? `${kind}:${rest[0]}/${rest[1]}`
            : kind === 'us-law'
              ? `${rest[0] === 'private' ? 'prl' : 'pl'}:${rest[1]}/${rest[2]}`
              : `${kind}:${rest.join('/')}`;
        if (normals(text).includes(wanted)) right += 1;
      }
    }
    expect(all).toBeGreaterThan(20);
    expect(right / all).toBeGreaterThan(0.85);
  });
});
