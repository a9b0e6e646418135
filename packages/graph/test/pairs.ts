import { readFileSync } from 'node:fs';
import { hashOf, keyNameOf, loadOntology, type DocumentRecord, type LocalEntity } from '@attest/model';
import { Resolver } from '../src/resolve/resolver.ts';
import { actor, claim, on } from './records.ts';

/** Two names of which public facts tell whether they are one. */
export interface Pair {
  readonly line: string;
  readonly same: boolean;
  readonly family: string;
  readonly half: 'tune' | 'held' | 'fresh';
  readonly sides: readonly [string, string];
}
export type Outcome = 'merged' | 'proposed' | 'apart';

/** Precision of automatic merges and recall of merges with proposals, over some pairs. */
export interface Figures {
  readonly pairs: number;
  readonly merged: number;
  readonly precision: number;
  readonly recallMerged: number;
  readonly recallProposed: number;
}

const ontology = loadOntology();

const read = (name: string, half?: Pair['half']): Pair[] =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [verdict, family = '', a = '', b = ''] = line.split('\t');
      const byHash = Number.parseInt(hashOf(line).slice(0, 2), 16) % 2 === 0 ? 'tune' : 'held';
      return { line, same: verdict === 'same', family, half: half ?? byHash, sides: [a, b] };
    });
/** All pairs: two halves of one file, and those that were written after tuning. */
export const readPairs = (): Pair[] => [...read('resolution-pairs.tsv'), ...read('resolution-fresh.tsv', 'fresh')];

/** What a document tells of its group: `act;to whom;act of the content;as what;day`, and members by name. */
function tellingsOf(deed: string, roster: string, sourceId: string): Pick<DocumentRecord, 'entities' | 'claims'> {
  const group = `e_${sourceId}`;
  const [act = '', target = '', content = '', as = '', day = ''] = deed.split(';');
  const entities = [
    ...(target === '' ? [] : [actor(`t_${sourceId}`, 'Official', target)]),
    ...(as === '' ? [] : [actor(`d_${sourceId}`, 'Designation', as)]),
  ];
  const members = roster.split(';').filter((name) => name !== '');
  const people = members.map((name, at) => actor(`m_${sourceId}_${at}`, 'Official', name));
  const to = target === '' ? null : `t_${sourceId}`;
  const asked = claim(`a_${sourceId}`, content, to, null, {
    modality: 'requested',
    as: as === '' ? null : `d_${sourceId}`,
  });
  const did = claim(`c_${sourceId}`, act, group, to, {
    content: content === '' ? null : asked.id,
    date: day === '' ? null : on(day),
  });
  return {
    entities: [...entities, ...people],
    claims: [
      ...(act === '' ? [] : [did]),
      ...(content === '' ? [] : [asked]),
      ...people.map(({ id }, at) => claim(`r_${sourceId}_${at}`, 'MEMBER_OF', id, group)),
    ],
  };
}

function recordOf(side: string, sourceId: string): DocumentRecord {
  const [type = '', name = '', titles = '', day = '', home = '', deed = '', roster = ''] = side.split('|');
  const told = tellingsOf(deed, roster, sourceId);
  const entity: LocalEntity = {
    id: `e_${sourceId}`,
    type,
    name,
    aliases: [name],
    keyName: keyNameOf(name),
    identifiers: {},
    linkable: type !== 'Group' || (/^\p{Lu}/u.test(name) && name.includes(' ')),
    titles: titles === '' ? [] : titles.split(';'),
  };
  const country: LocalEntity = {
    ...entity,
    id: `h_${sourceId}`,
    type: 'Country',
    name: home,
    aliases: [home],
    keyName: home,
    identifiers: { iso: home },
    titles: [],
  };
  return {
    document: {
      sourceId,
      revision: 'r',
      file: sourceId,
      title: sourceId,
      kind: 'news',
      publisher: null,
      author: null,
      published: day === '' ? null : { from: day, to: day, basis: 'document' },
      text: '',
      zones: [],
    },
    entities: [entity, ...(home === '' ? [] : [country]), ...told.entities],
    mentions: home === '' ? [] : [{ start: 0, end: 1, entity: country.id, form: 'name', reason: 'home' }],
    claims: told.claims,
    versions: {},
  };
}

/** What resolution makes of a pair that stands in two documents. */
export function outcomeOf({ sides: [a, b] }: Pair): { readonly outcome: Outcome; readonly reason: string } {
  const resolver = new Resolver(ontology);
  resolver.add(recordOf(a, 'a'));
  resolver.add(recordOf(b, 'b'));
  const actor = resolver.resolved().find(({ members }) => members.some(({ entity }) => entity.id === 'e_a'));
  if (actor?.members.some(({ entity }) => entity.id === 'e_b')) return { outcome: 'merged', reason: actor.reason };
  const proposal = resolver.proposals().find((one) => one.a === 'e_a' && one.b === 'e_b');
  return proposal ? { outcome: 'proposed', reason: proposal.reason } : { outcome: 'apart', reason: '' };
}

const share = (part: number, whole: number): number => (whole === 0 ? 1 : Math.round((part / whole) * 1000) / 1000);

/** The figures over pairs with their outcomes. */
export function figuresOf(judged: readonly { readonly pair: Pair; readonly outcome: Outcome }[]): Figures {
  const same = judged.filter(({ pair }) => pair.same);
  const merged = judged.filter(({ outcome }) => outcome === 'merged');
  const right = merged.filter(({ pair }) => pair.same).length;
  return {
    pairs: judged.length,
    merged: merged.length,
    precision: share(right, merged.length),
    recallMerged: share(right, same.length),
    recallProposed: share(same.filter(({ outcome }) => outcome !== 'apart').length, same.length),
  };
}
