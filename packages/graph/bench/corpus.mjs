// A corpus of records as an extractor makes them, without texts of real length: names follow Zipf's law, persons appear
// by surname, full name, with and without titles, misspelt; bodies by acronym and in full. Repeatable for a seed.
import { keyNameOf } from '@attest/model';
import { randomFrom } from './random.mjs';

const syllables =
  'ba ren mo lis ka to vel sin dar ho mar que zo ran li pe gor ta nu fes bri stov del mun kar gra lund pol wick sham ter vas cor dun hel jans krau lev mir nov ost pra rod sal tur und wen yar zel bur cas dov fin gal hart'.split(
    ' ',
  );
const given = [
  'James',
  'Maria',
  'Ahmed',
  'Wei',
  'Olga',
  'Juan',
  'Kofi',
  'Ann',
  'Viktor',
  'Leila',
  'Pedro',
  'Ingrid',
  'Daniel',
  'Sofia',
  'Ivan',
  'Grace',
];
const titles = [
  'Senator',
  'Governor of Ohio',
  'Minister',
  'General',
  'Attorney General of Texas',
  'spokeswoman',
  'Mayor',
  'professor',
];
const kinds = ['Agency', 'Commission', 'Institute', 'Cartel', 'Front', 'Foundation', 'Party', 'Bank'];
const acts = ['URGED', 'ACCUSED', 'DESIGNATED', 'MET_WITH', 'DENIED', 'SUPPLIED', 'CRITICIZED', 'ARRESTED'];

const word = (random, length) => {
  let text = '';
  for (let at = 0; at < length; at += 1) text += syllables[Math.floor(random() * syllables.length)];
  return text[0].toUpperCase() + text.slice(1);
};

/** Records number `from` to `to` of a corpus. */
export function* corpus(from, to, { entities = 30, claims = 20, words = 700 } = {}) {
  const names = randomFrom(7);
  const people = Array.from({ length: 8000 }, () => [
    given[Math.floor(names() * given.length)],
    word(names, 2 + Math.floor(names() * 2)),
  ]);
  const bodies = Array.from({ length: 1500 }, () => [
    word(names, 2),
    word(names, 2),
    kinds[Math.floor(names() * kinds.length)],
  ]);
  for (let number = from; number < to; number += 1) {
    const random = randomFrom(1000 + number);
    const zipf = (size) => Math.min(size - 1, Math.floor(size ** random()) - 1);
    const sourceId = `doc-${number}`;
    const made = Array.from({ length: entities }, (_, at) => {
      const id = `e_${number}_${at}`;
      const base = { id, identifiers: {}, linkable: true, titles: [] };
      const choice = random();
      if (choice < 0.5) {
        const [first, last] = people[Math.max(0, zipf(people.length))];
        const form = random();
        const name =
          form < 0.7
            ? `${first} ${last}`
            : form < 0.85
              ? last
              : form < 0.95
                ? `${first[0]}. ${last}`
                : `${first} ${last}s`;
        const own = random() < 0.5 ? [titles[Math.floor(random() * titles.length)]] : [];
        return { ...base, type: 'Official', name, aliases: [name], keyName: keyNameOf(name), titles: own };
      }
      if (choice < 0.8) {
        const [a, b, kind] = bodies[Math.max(0, zipf(bodies.length))];
        const name = random() < 0.3 ? `${a[0]}${b[0]}${kind[0]}` : `${a} ${b} ${kind}`;
        return {
          ...base,
          type: kind === 'Cartel' ? 'Cartel' : 'Organization',
          name,
          aliases: [name],
          keyName: keyNameOf(name),
        };
      }
      if (choice < 0.9)
        return {
          ...base,
          type: 'Country',
          name: 'Mexico',
          aliases: ['Mexico'],
          keyName: 'mexico',
          identifiers: { iso: 'MX' },
        };
      return {
        ...base,
        type: 'Group',
        name: 'officials',
        aliases: ['officials'],
        keyName: 'officials',
        linkable: false,
      };
    });
    // A document has each name once.
    const local = [...new Map(made.map((entity) => [`${entity.type} ${entity.keyName}`, entity])).values()];
    const text = Array.from({ length: words }, () => word(random, 2)).join(' ');
    const day = `20${10 + Math.floor(random() * 15)}-0${1 + Math.floor(random() * 9)}-15`;
    yield {
      document: {
        sourceId,
        revision: 'r',
        file: sourceId,
        title: sourceId,
        kind: 'news',
        publisher: null,
        author: null,
        published: { from: day, to: day, basis: 'document' },
        text,
        zones: [],
      },
      entities: local,
      mentions: local.map(({ id }, at) => ({ start: at, end: at + 4, entity: id, form: 'name', reason: 'bench' })),
      claims: Array.from({ length: claims }, (_, at) => ({
        id: `c_${number}_${at}`,
        act: acts[Math.floor(random() * acts.length)],
        lemma: null,
        title: null,
        agent: local[Math.floor(random() * local.length)].id,
        target: local[Math.floor(random() * local.length)].id,
        object: null,
        place: null,
        as: null,
        under: null,
        modality: random() < 0.3 ? 'requested' : 'performed',
        polarity: random() < 0.1 ? 'negative' : 'positive',
        speakers: [],
        voice: { stance: 'reports', by: null },
        hedged: false,
        content: at % 4 === 1 ? `c_${number}_${at - 1}` : null,
        date: null,
        said: { from: day, to: day, basis: 'document' },
        evidence: { start: at * 30, end: at * 30 + 28, rule: 'bench', confidence: 0.8 },
        moreEvidence: [],
      })),
      versions: {},
    };
  }
}
