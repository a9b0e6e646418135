import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadOntology, type DocumentRecord } from '@attest/model';
import { extractRecord } from '@attest/extractor';

const ontology = loadOntology();
const corpus = new URL('../../../corpus/', import.meta.url);
/** Whoever does these with somebody has it done with himself. */
const mutual = new Set(['MET_WITH', 'NEGOTIATED_WITH', 'COOPERATED_WITH', 'COMMUNICATED_WITH', 'RIVAL_OF']);

const extract = (text: string): DocumentRecord =>
  extractRecord(
    {
      sourceId: 'a.txt',
      file: 'a.txt',
      bytes: new TextEncoder().encode(text),
      meta: { kind: 'news', published: '2023-07-31' },
    },
    ontology,
  );

interface Told {
  readonly act: string;
  readonly agent: string;
  readonly target: string;
  readonly evidence: string;
  readonly date: string | null;
  readonly done: boolean;
  /** Both are actors, so that either can do it to the other. */
  readonly alike: boolean;
}

/** Claims of a text between two actors, by the names with which it writes them. */
function toldIn(text: string): readonly Told[] {
  const record = extract(text);
  const written = (id: string | null): string => {
    const aliases = record.entities.find((entity) => entity.id === id)?.aliases ?? [];
    return aliases.filter((alias) => text.includes(alias)).toSorted((a, b) => b.length - a.length)[0] ?? '';
  };
  const isActor = (id: string | null): boolean =>
    /^(?:Official|Person|Agency|Cartel|Organization|Country|Group)$/u.test(
      record.entities.find((entity) => entity.id === id)?.type ?? '',
    );
  return record.claims.map((claim) => ({
    alike: isActor(claim.agent) && isActor(claim.target),
    act: claim.act,
    agent: written(claim.agent),
    target: written(claim.target),
    evidence: text.slice(claim.evidence.start, claim.evidence.end),
    date: claim.date?.from ?? null,
    done: claim.modality === 'performed' && claim.polarity === 'positive',
  }));
}

/** Every sentence of the corpus that stands by itself on one line. */
const sentences = readdirSync(corpus)
  .filter((name) => name.endsWith('.txt'))
  .flatMap((name) => readFileSync(new URL(name, corpus), 'utf8').split(/(?<=[.!?][”"]?)\s+(?=[“"\p{Lu}])/u))
  .filter((sentence) => /^[\p{Lu}“"].*[.!?][”"]?$/u.test(sentence) && sentence.length > 30 && sentence.length < 400);

const once = (text: string, part: string): boolean => part !== '' && text.split(part).length === 2;
const swap = (text: string, a: string, b: string): string =>
  text.replace(a, '\u0001').replace(b, a).replace('\u0001', b);

const pairs = sentences.flatMap((sentence) =>
  toldIn(sentence)
    .filter(
      ({ act, agent, target, alike }) =>
        alike &&
        !mutual.has(act) &&
        act !== 'HOLDS_OFFICE' &&
        once(sentence, agent) &&
        once(sentence, target) &&
        !agent.includes(target) &&
        !target.includes(agent),
    )
    .map((told) => ({ sentence, told })),
);

describe('two actors of a sentence swapped', () => {
  const outcomes = pairs.map(({ sentence, told }) => {
    const after = toldIn(swap(sentence, told.agent, told.target)).filter(({ act }) => act === told.act);
    return {
      stays: after.some(({ agent, target }) => agent === told.agent && target === told.target),
      turns: after.some(({ agent, target }) => agent === told.target && target === told.agent),
    };
  });

  it('is tried on enough sentences to tell something', () => expect(pairs.length).toBeGreaterThan(10));
  it('never leaves the claim as it was', () => expect(outcomes.filter(({ stays }) => stays)).toEqual([]));
  it('turns the claim round in most of them', () =>
    expect(outcomes.filter(({ turns }) => turns).length / outcomes.length).toBeGreaterThan(0.5));
});

/** Sentences of one clause: what stands in a relative clause may stay told under a denial. */
const plain = sentences.filter(
  (sentence) =>
    !/[“",;:—–()]|\b(?:which|who|that|as|but|like)\b|\p{Ll}ed\b.*\bby\b/iu.test(sentence) &&
    /^(?:The|In|\p{Lu}\p{Ll}+ )/u.test(sentence),
);

describe('a sentence put under a denial', () => {
  it.each(plain.filter((sentence) => toldIn(sentence).some(({ done }) => done)))('%s', (sentence) => {
    const denied = `It is not true that ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
    const standing = /^(?:HOLDS_OFFICE|MEMBER_OF|PART_OF|LEADS|BASED_IN|CITED)$/u;
    expect(toldIn(denied).filter(({ done, act }) => done && !standing.test(act))).toEqual([]);
  });
});

describe('another date or law in a sentence', () => {
  it.each([
    ['In 2007, the United States and Mexico negotiated an agreement.', '2007', '2011', '2011-01-01'],
    ['On November 4, 2019, Iran arrested Ana Costa.', '2019', '2016', '2016-11-04'],
  ])('%s', (sentence, from, to, expected) => {
    expect(toldIn(sentence).every(({ date }) => date !== expected)).toBe(true);
    expect(toldIn(sentence.replace(from, to)).map(({ date }) => date)).toContain(expected);
  });

  it('changes the law that is invoked', () => {
    const lawOf = (section: string): string[] => {
      const record = extract(
        `The State Department designated Hezbollah as a terrorist organization under 8 U.S.C. § ${section}.`,
      );
      const law = record.claims.find(({ act }) => act === 'DESIGNATED')?.under;
      return Object.values(record.entities.find(({ id }) => id === law)?.identifiers ?? {});
    };
    expect(lawOf('1189')).toEqual(['usc:8/1189']);
    expect(lawOf('1182')).toEqual(['usc:8/1182']);
  });
});
