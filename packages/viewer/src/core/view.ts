/** What the panel shows. */
export type Place =
  | { readonly kind: 'start' }
  | { readonly kind: 'search'; readonly text: string }
  | { readonly kind: 'entity'; readonly id: string }
  | { readonly kind: 'edge'; readonly id: string }
  | { readonly kind: 'claim'; readonly id: string }
  | { readonly kind: 'document'; readonly id: string; readonly claim: string | null }
  | { readonly kind: 'documents' }
  | {
      readonly kind: 'question';
      readonly number: number;
      /** Parameters that differ from the question's own. */
      readonly given: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'query'; readonly text: string }
  | { readonly kind: 'path'; readonly from: string; readonly to: string }
  | { readonly kind: 'list' }
  | { readonly kind: 'filter' };

/** What of the graph the canvas shows. Lists are of what is left out, so that new types and acts are seen. */
export interface Filter {
  readonly types: readonly string[];
  readonly acts: readonly string[];
  /** Kinds of line: told, alleged, unrealised, negative. */
  readonly lines: readonly string[];
  /** Sources that do not count: what rests on them alone is left out. */
  readonly documents: readonly string[];
  /** Days, YYYY-MM-DD: only what was said in between. */
  readonly from: string;
  readonly to: string;
  /** Only edges told by at least so many independent sources. */
  readonly sources: number;
  /** Offices, citations and substances drawn like everything else. */
  readonly loud: boolean;
  /** Actors put away one by one. */
  readonly hidden: readonly string[];
  /** Only these actors and their neighbours; empty = all. */
  readonly around: readonly string[];
  /** Where a person put an actor: id, x, y. */
  readonly pinned: readonly { readonly id: string; readonly x: number; readonly y: number }[];
}
/** All that a link to the explorer says. */
export interface View {
  readonly place: Place;
  readonly filter: Filter;
}
export const noFilter: Filter = {
  types: [],
  acts: [],
  lines: [],
  documents: [],
  from: '',
  to: '',
  sources: 1,
  loud: false,
  hidden: [],
  around: [],
  pinned: [],
};

// The names of the parameters are part of links that people keep: they do not change.
const lists = {
  types: 'no-type',
  acts: 'no-act',
  lines: 'no-line',
  documents: 'no-document',
  hidden: 'hide',
  around: 'around',
} as const;
/** The filter by sources goes no further. */
export const mostSources = 5;
const day = /^\d{4}-\d{2}-\d{2}$/u;

const givenIn = (query: URLSearchParams): Readonly<Record<string, string>> =>
  Object.fromEntries([...query].flatMap(([name, value]) => (name.startsWith('with-') ? [[name.slice(5), value]] : [])));

function placeOf(query: URLSearchParams): Place {
  const value = (name: string): string | null => query.get(name);
  const document = value('document');
  const claim = value('claim');
  if (document !== null) return { kind: 'document', id: document, claim };
  if (claim !== null) return { kind: 'claim', id: claim };
  const edge = value('edge');
  if (edge !== null) return { kind: 'edge', id: edge };
  const entity = value('entity');
  if (entity !== null) return { kind: 'entity', id: entity };
  const [from, to] = [value('path-from'), value('path-to')];
  if (from !== null || to !== null) return { kind: 'path', from: from ?? '', to: to ?? '' };
  const text = value('search');
  if (text !== null) return { kind: 'search', text };
  const cypher = value('cypher');
  if (cypher !== null) return { kind: 'query', text: cypher };
  const question = Number(value('question') ?? Number.NaN);
  if (Number.isInteger(question)) return { kind: 'question', number: question, given: givenIn(query) };
  const show = value('show');
  return show === 'list' || show === 'filter' || show === 'documents' ? { kind: show } : { kind: 'start' };
}

/** Reads a link. Whatever it cannot read it leaves out: an old or mistyped link still opens. */
export function readView(search: string): View {
  const query = new URLSearchParams(search);
  const dayOf = (name: string): string => (day.test(query.get(name) ?? '') ? (query.get(name) ?? '') : '');
  const listOf = (name: string): readonly string[] => [...new Set(query.getAll(name))].filter((one) => one !== '');
  return {
    place: placeOf(query),
    filter: {
      types: listOf(lists.types),
      acts: listOf(lists.acts),
      lines: listOf(lists.lines),
      documents: listOf(lists.documents),
      from: dayOf('said-from'),
      to: dayOf('said-to'),
      sources: Math.min(Math.max(Math.floor(Number(query.get('sources') ?? 1)) || 1, 1), mostSources),
      loud: query.get('quiet') === 'show',
      hidden: listOf(lists.hidden),
      around: listOf(lists.around),
      pinned: query.getAll('pin').flatMap((one) => {
        const [, x = '', y = '', id = ''] = /^(-?\d+)_(-?\d+)_(.+)$/u.exec(one) ?? [];
        return id === '' ? [] : [{ id, x: Number(x), y: Number(y) }];
      }),
    },
  };
}

function placeEntries(place: Place): readonly (readonly [string, string])[] {
  switch (place.kind) {
    case 'start':
      return [];
    case 'search':
      return [['search', place.text]];
    case 'entity':
    case 'edge':
    case 'claim':
      return [[place.kind, place.id]];
    case 'document':
      return [['document', place.id], ...(place.claim === null ? [] : [['claim', place.claim] as const])];
    case 'question':
      return [
        ['question', String(place.number)],
        ...Object.entries(place.given).map(([name, value]) => [`with-${name}`, value] as const),
      ];
    case 'query':
      return [['cypher', place.text]];
    case 'path':
      return [
        ['path-from', place.from],
        ['path-to', place.to],
      ];
    default:
      return [['show', place.kind]];
  }
}

/** The link of a view: `readView` of it gives the same view. Empty when all is as at the start. */
export function writeView({ place, filter }: View): string {
  const query = new URLSearchParams(placeEntries(place).map(([name, value]) => [name, value]));
  for (const [key, name] of Object.entries(lists) as [keyof typeof lists, string][])
    for (const one of filter[key]) query.append(name, one);
  if (filter.from) query.set('said-from', filter.from);
  if (filter.to) query.set('said-to', filter.to);
  if (filter.sources > 1) query.set('sources', String(filter.sources));
  if (filter.loud) query.set('quiet', 'show');
  for (const { id, x, y } of filter.pinned) query.append('pin', `${Math.round(x)}_${Math.round(y)}_${id}`);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
