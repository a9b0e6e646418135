import {
  claimId,
  keyNameOf,
  localEntityId,
  recordSchema,
  revisionOf,
  type DocumentRecord,
} from '../packages/model/src/index.ts';

interface ActorParts {
  readonly name: string;
  readonly type: string;
  readonly root: string;
  readonly aliases?: readonly string[];
  readonly identifiers?: Readonly<Record<string, string>>;
}
interface ClaimParts {
  readonly act: string;
  readonly agent: string;
  readonly target?: string;
  readonly quote: string;
  readonly title?: string;
  readonly as?: string;
  readonly under?: string;
  readonly modality?: 'performed' | 'requested' | 'planned' | 'possible' | 'refused';
  readonly polarity?: 'positive' | 'negative';
  readonly speakers?: readonly string[];
  /** Index in the same list of the claim that is asked for. */
  readonly content?: number;
}
interface Parts {
  readonly sourceId: string;
  readonly title: string;
  readonly kind: 'letter' | 'news';
  readonly author?: string;
  readonly day: string;
  readonly text: string;
  readonly actors: readonly ActorParts[];
  readonly claims: readonly ClaimParts[];
}

const roleNames = ['agent', 'target', 'object', 'place', 'as', 'under'] as const;

/** A record made by hand: actors by name, claims by the words that state them. Throws when the text lacks a quote. */
function recordFrom({ sourceId, title, kind, author, day, text, actors, claims }: Parts): DocumentRecord {
  const idOf = (name: string | undefined): string | null => {
    const actor = actors.find((one) => one.name === name);
    return actor ? localEntityId(sourceId, actor.root, keyNameOf(actor.name), 0) : null;
  };
  const said = { from: day, to: day, basis: 'document' } as const;
  const full = claims.map((claim, ordinal) => {
    const start = text.indexOf(claim.quote);
    if (start < 0) throw new Error(`${sourceId} does not say: ${claim.quote}`);
    const { act, modality = 'performed', polarity = 'positive', title: office = null } = claim;
    const roles = {
      agent: idOf(claim.agent),
      target: idOf(claim.target),
      object: null,
      place: null,
      as: idOf(claim.as),
      under: idOf(claim.under),
    };
    const values = roleNames.map((role) => roles[role]);
    const key = {
      sourceId,
      sentence: claim.quote,
      act,
      lemma: null,
      title: office,
      roles: values,
      modality,
      polarity,
      ordinal,
    };
    return {
      id: claimId(key),
      act,
      lemma: null,
      title: office,
      ...roles,
      modality,
      polarity,
      speakers: (claim.speakers ?? []).map(idOf),
      voice: kind === 'letter' ? { stance: 'pleads', by: idOf(author) } : { stance: 'reports', by: null },
      hedged: false,
      content: null as string | null,
      date: null,
      said,
      evidence: { start, end: start + claim.quote.length, rule: 'by hand', confidence: 1 },
      moreEvidence: [],
    };
  });
  claims.forEach(({ content }, index) => {
    const claim = full[index];
    if (claim && content !== undefined) claim.content = full[content]?.id ?? null;
  });
  return recordSchema.parse({
    document: {
      sourceId,
      revision: revisionOf(new TextEncoder().encode(text)),
      file: sourceId,
      title,
      kind,
      publisher: 'Somebody',
      author: author ?? null,
      published: said,
      text,
      zones: [{ kind: 'headline', start: 0, end: text.indexOf('\n') }],
    },
    entities: actors.map(({ name, type, aliases = [], identifiers = {} }) => ({
      id: idOf(name),
      type,
      name,
      aliases: [name, ...aliases],
      keyName: keyNameOf(name),
      identifiers,
      linkable: true,
      titles: [],
    })),
    mentions: [],
    claims: full,
    versions: { extractor: 'by hand' },
  });
}

const cameron = { name: 'Daniel Cameron', type: 'Official', root: 'Person' };
const blinken = {
  name: 'Antony Blinken',
  type: 'Official',
  root: 'Person',
  aliases: ['Secretary Blinken'],
  identifiers: { wikidata: 'Q7821917' },
};
const state = { name: 'Department of State', type: 'Agency', root: 'Body' };
const sinaloa = { name: 'Sinaloa Cartel', type: 'Cartel', root: 'Body' };
const mexico = { name: 'Mexico', type: 'Country', root: 'Territory', identifiers: { iso: 'MX' } };

const letter = recordFrom({
  sourceId: 'letter.txt',
  title: 'Letter to Secretary Blinken',
  kind: 'letter',
  author: 'Daniel Cameron',
  day: '2023-02-08',
  text: [
    'Designate the cartels',
    'Secretary Blinken leads the Department of State.',
    'I urge you, Secretary Blinken, to designate the Sinaloa Cartel as a Foreign Terrorist Organization.',
    'I warned you before. China supplies the Sinaloa Cartel. Mexico supports the Sinaloa Cartel.',
  ].join('\n'),
  actors: [
    cameron,
    blinken,
    state,
    sinaloa,
    mexico,
    { name: 'China', type: 'Country', root: 'Territory', identifiers: { iso: 'CN' } },
  ],
  claims: [
    {
      act: 'URGED',
      agent: 'Daniel Cameron',
      target: 'Antony Blinken',
      quote: 'I urge you, Secretary Blinken',
      content: 1,
    },
    {
      act: 'DESIGNATED',
      agent: 'Antony Blinken',
      target: 'Sinaloa Cartel',
      modality: 'requested',
      speakers: ['Daniel Cameron'],
      quote: 'designate the Sinaloa Cartel as a Foreign Terrorist Organization',
    },
    { act: 'WARNED', agent: 'Daniel Cameron', target: 'Antony Blinken', quote: 'I warned you before' },
    { act: 'SUPPLIED', agent: 'China', target: 'Sinaloa Cartel', quote: 'China supplies the Sinaloa Cartel' },
    { act: 'SUPPORTED', agent: 'Mexico', target: 'Sinaloa Cartel', quote: 'Mexico supports the Sinaloa Cartel' },
    {
      act: 'HOLDS_OFFICE',
      agent: 'Antony Blinken',
      target: 'Department of State',
      title: 'Secretary',
      quote: 'Secretary Blinken leads the Department of State',
    },
  ],
});

const news = recordFrom({
  sourceId: 'news.txt',
  title: 'Cartels are designated',
  kind: 'news',
  day: '2025-02-20',
  text: [
    'Cartels are designated',
    'The Department of State designated the Sinaloa Cartel.',
    'Mexico did not support the Sinaloa Cartel. Canada visited Norway.',
  ].join('\n'),
  actors: [
    state,
    sinaloa,
    mexico,
    { name: 'Canada', type: 'Country', root: 'Territory', identifiers: { iso: 'CA' } },
    { name: 'Norway', type: 'Country', root: 'Territory', identifiers: { iso: 'NO' } },
  ],
  claims: [
    {
      act: 'DESIGNATED',
      agent: 'Department of State',
      target: 'Sinaloa Cartel',
      quote: 'The Department of State designated the Sinaloa Cartel',
    },
    {
      act: 'SUPPORTED',
      agent: 'Mexico',
      target: 'Sinaloa Cartel',
      polarity: 'negative',
      quote: 'Mexico did not support the Sinaloa Cartel',
    },
    { act: 'VISITED', agent: 'Canada', target: 'Norway', quote: 'Canada visited Norway' },
  ],
});

/** Every kind of line once, two parallel edges, an office, two documents: what the tests of the explorer look at. */
export const plainRecords: readonly DocumentRecord[] = [letter, news];

const evil = '<img src=x onerror="document.title=\'owned\'">\u202Edesrever';
const long = 'Very '.repeat(300).trim();
/** A document whose names and words try to break the page. */
export const hostileRecords: readonly DocumentRecord[] = [
  recordFrom({
    sourceId: '../<b>x</b>?&#.txt',
    title: `<script>document.title='owned'</script> ${long}`,
    kind: 'news',
    day: '2024-01-01',
    text: `<script>document.title='owned'</script>\n${evil} warned ${long}. "'=HYPERLINK(1)`,
    actors: [
      { name: evil, type: 'Organization', root: 'Body', identifiers: { wikidata: 'javascript:document.title=1' } },
      { name: long, type: 'Agency', root: 'Body' },
    ],
    claims: [{ act: 'WARNED', agent: evil, target: long, quote: `${evil} warned ${long}` }],
  }),
];
