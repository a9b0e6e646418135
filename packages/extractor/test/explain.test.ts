import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadOntology } from '@attest/model';
import { createExplainer, extractRecord } from '../src/index.ts';

const corpus = new URL('../../../corpus/', import.meta.url);
const files = readdirSync(corpus).filter((file) => file.endsWith('.txt'));
const ontology = loadOntology();
const input = (file: string, bytes: Uint8Array) => ({ sourceId: file, file, bytes, meta: {} });

describe('the explanation of a stored document', () => {
  it.each(files)('of %s knows every claim of its record, with the same evidence', async (file) => {
    const { document, claims } = extractRecord(input(file, readFileSync(new URL(file, corpus))), ontology);
    const explainer = createExplainer({ ontology });
    for (const claim of claims) {
      const { claims: known } = await explainer.explain(document, claim.evidence.start);
      expect(known.find(({ id }) => id === claim.id)).toMatchObject(claim);
    }
    expect(claims.length).toBeGreaterThan(5);
  });

  it('tells words, mentions, claims with their rule, and why other words told nothing', async () => {
    const text = 'WASHINGTON — The Senate urged Canada to sanction Iran. It rained.\n';
    const { document } = extractRecord(input('a.txt', new TextEncoder().encode(text)), ontology);
    const explainer = createExplainer({ ontology });
    const { sentence, words, mentions, claims, passed } = await explainer.explain(document, text.indexOf('urged'));
    expect(text.slice(sentence.start, sentence.end)).toContain('The Senate urged Canada to sanction Iran.');
    const urged = words.findIndex(({ form }) => form === 'urged');
    expect(words[urged]).toMatchObject({ lemma: 'urge', relation: 'root', head: -1 });
    expect(words.find(({ form }) => form === 'Senate')).toMatchObject({ head: urged, relation: 'nsubj' });
    expect(mentions.map(({ actor }) => actor)).toEqual(expect.arrayContaining(['Senate', 'Canada', 'Iran']));
    expect(mentions.every(({ reason }) => reason !== '')).toBe(true);
    expect(claims.map(({ act, modality }) => `${act} ${modality}`)).toEqual(
      expect.arrayContaining(['URGED performed', 'SANCTIONED requested']),
    );
    expect(claims.every(({ evidence }) => evidence.rule !== '')).toBe(true);
    expect(Array.isArray(passed)).toBe(true);
    await expect(explainer.explain(document, text.length + 5)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is of the document that was asked for, also after another one, and after a change of what is known of it', async () => {
    const of = (text: string) => extractRecord(input('a.txt', new TextEncoder().encode(text)), ontology).document;
    const [one, other] = [of('The Senate urged Canada to act.'), of('The House urged Mexico to act.')];
    const explainer = createExplainer({ ontology });
    expect((await explainer.explain(one, 4)).sentence.text).toContain('Canada');
    expect((await explainer.explain(other, 4)).sentence.text).toContain('Mexico');
    const dated = { ...other, published: { from: '2024-02-29', to: '2024-02-29', basis: 'document' as const } };
    const { claims } = await explainer.explain(dated, 4);
    expect(claims.map(({ said }) => said?.from)).toContain('2024-02-29');
  });
});
