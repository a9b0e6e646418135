import { describe, expect, it } from 'vitest';
import { fixture, strange } from '@attest/model/contract';
import { csv, csvLine } from './csv.ts';
import { graphml } from './graphml.ts';
import { jsonld } from './jsonld.ts';

const whole = (parts: Iterable<string>): string => [...parts].join('');

describe('CSV', () => {
  it.each([
    ['=HYPERLINK("http://evil.example")', `"'=HYPERLINK(""http://evil.example"")"`],
    ['+1', "'+1"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    [' =1+1', "' =1+1"],
    ['\t=1', "'\t=1"],
    ['\r=1', `"'\r=1"`],
    ['＝1', "'＝1"],
    ['a=1', 'a=1'],
    ['a, "b"\nc', '"a, ""b""\nc"'],
    [-5, '-5'],
    [0.5, '0.5'],
    [null, ''],
    [true, 'true'],
  ])('writes %j as %s', (value, text) => {
    expect(csvLine([value])).toBe(`${text}\r\n`);
  });

  it('gives claims with actors, quote and document, and edges with names', () => {
    const claims = whole(csv(fixture, 'claims')).split('\r\n');
    expect(claims[0]).toMatch(/^id,caption,act,agentName,targetName,quote,/u);
    expect(claims).toHaveLength(11);
    expect(claims[1]).toContain('c1,Daniel Cameron urged Antony Blinken,URGED,Daniel Cameron,Antony Blinken,');
    const edges = whole(csv(fixture, 'edges')).split('\r\n');
    expect(edges.some((line) => line.startsWith('cameron,Daniel Cameron,URGED,blinken,Antony Blinken,'))).toBe(true);
    expect(whole(csv(fixture, 'documents'))).toContain('letter.txt');
    expect(whole(csv(fixture, 'entities'))).toContain('"8 U.S.C. § 1189; INA § 219"'.replaceAll('"', ''));
  });
});

describe('GraphML', () => {
  it('holds every node and edge, and lets no text become markup', () => {
    const text = whole(graphml(fixture));
    expect(text.match(/<node /gu)).toHaveLength(fixture.nodes.length);
    expect(text.match(/<edge /gu)).toHaveLength(fixture.edges.length);
    const odd = whole(graphml(strange));
    expect(
      odd.replace(
        /<\/?(?:\?xml|graphml|graph|key|node|edge|data)(?: [\w.:-]+="[^"<>&]*(?:&#\d+;[^"<>&]*)*")*\/?\??>/gu,
        '',
      ),
    ).not.toMatch(/[<>]/u);
    expect(odd).not.toContain(String.fromCharCode(0));
    expect(odd).toContain('attr.name="big" attr.type="long"');
    expect(odd).toContain('attr.name="part" attr.type="double"');
    expect(odd).toContain('>0001-12-31<');
  });
});

describe('JSON-LD', () => {
  it('is JSON with a resource for every node and relationship, whose ends are resources', () => {
    const { '@graph': resources } = JSON.parse(whole(jsonld(fixture))) as { '@graph': Record<string, unknown>[] };
    expect(resources).toHaveLength(fixture.nodes.length + fixture.edges.length);
    const ids = new Set(resources.map((resource) => resource['@id']));
    expect(ids.size).toBe(resources.length);
    for (const { from, to } of resources.filter((resource) => 'from' in resource)) {
      expect(ids.has(from)).toBe(true);
      expect(ids.has(to)).toBe(true);
    }
    expect(resources.find((resource) => resource['@id'] === 'urn:attest:id:c4')).toMatchObject({
      '@type': ['Claim'],
      dateFrom: { '@type': 'xsd:date', '@value': '2022-01-01' },
    });
    expect(() => JSON.parse(whole(jsonld(strange))) as unknown).not.toThrow();
  });
});
