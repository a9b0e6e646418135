import type { GraphEdge, GraphNode } from './types.ts';

/** A claim as a published picture carries it: enough to read it without a server. */
export interface PublishedClaim {
  readonly caption: string;
  readonly quote: string;
  readonly speakers: readonly string[];
  /** In words: a day, a range, or empty. */
  readonly said: string;
  readonly document: string;
}
/** A picture that needs no server: the form of the files that the explorer saves and `<attest-graph>` reads. */
export interface Published {
  readonly format: typeof publishedFormat;
  readonly title: string;
  readonly types: Readonly<Record<string, { readonly label: string; readonly color: string }>>;
  /** `place`: where an actor is drawn; without one for every actor the picture is laid out anew. */
  readonly nodes: readonly (GraphNode & { readonly place?: readonly [number, number] })[];
  readonly edges: readonly GraphEdge[];
  readonly claims: Readonly<Record<string, PublishedClaim>>;
}
export const publishedFormat = 'attest-graph/1';

/** What is wrong with a published picture, for a person to read. */
export class PublishedError extends Error {
  override readonly name = 'PublishedError';
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const hasTexts = (value: unknown, ...keys: readonly string[]): boolean =>
  isObject(value) && keys.every((key) => typeof value[key] === 'string');
const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);
const isColor = (value: unknown): boolean => typeof value === 'string' && /^#[0-9a-f]{6}$/iu.test(value);

const isNode = (value: unknown): boolean =>
  hasTexts(value, 'id', 'name', 'type') &&
  isObject(value) &&
  isNumber(value['x']) &&
  isNumber(value['y']) &&
  isNumber(value['degree']) &&
  (value['place'] === undefined ||
    (Array.isArray(value['place']) && value['place'].length === 2 && value['place'].every(isNumber)));
const isEdge = (value: unknown): boolean =>
  hasTexts(value, 'id', 'from', 'to', 'act', 'label', 'modality', 'polarity') &&
  isObject(value) &&
  ['told', 'alleged', 'unrealised'].includes(String(value['standing'])) &&
  Array.isArray(value['claimIds']);
const isClaim = (value: unknown): boolean =>
  hasTexts(value, 'caption', 'quote', 'said', 'document') && isObject(value) && Array.isArray(value['speakers']);

/** Checks what was read from a file or a page, since anybody may have written it. Throws a `PublishedError` that names the part. */
export function readPublished(value: unknown): Published {
  if (!isObject(value) || value['format'] !== publishedFormat)
    throw new PublishedError(
      `This is no picture of the form ${publishedFormat}. Save one in the explorer: Filter, Save for the web.`,
    );
  const { types = {}, nodes, edges, claims = {} } = value;
  const wrong =
    !isObject(types) ||
    !Object.values(types).every((type) => hasTexts(type, 'label') && isColor((type as { color: unknown }).color))
      ? 'types'
      : !Array.isArray(nodes) ||
          !nodes.every(isNode) ||
          new Set(nodes.map(({ id }: { id: string }) => id)).size < nodes.length
        ? 'nodes'
        : !Array.isArray(edges) ||
            !edges.every(isEdge) ||
            new Set(edges.map(({ id }: { id: string }) => id)).size < edges.length
          ? 'edges'
          : !isObject(claims) || !Object.values(claims).every(isClaim)
            ? 'claims'
            : null;
  if (wrong !== null) throw new PublishedError(`The picture's ${wrong} are not as they should be.`);
  return { title: '', types: {}, claims: {}, ...value } as unknown as Published;
}
