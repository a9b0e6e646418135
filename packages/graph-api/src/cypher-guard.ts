import { compile, CypherError } from '@attest/cypher';
import { z } from 'zod';
import { AttestError, type GraphStore, type QueryRows } from '@attest/model';
import { withoutComments, wordsOf } from './cypher-text.ts';

const requestSchema = z.object({
  query: z.string().min(1).max(100_000),
  parameters: z.record(z.string(), z.unknown()).optional(),
});

const limits = { deadlineMs: 5_000, maxRows: 10_000 };

/** How a query may begin, also behind EXPLAIN; whatever is not here (USE, LOAD CSV, CREATE, TERMINATE, ...) is refused. */
const firstWords = new Set(['MATCH', 'OPTIONAL', 'WITH', 'UNWIND', 'RETURN', 'CALL']);
/** What SHOW may list: the schema, nothing of a server. */
const shown =
  /^SHOW (?:(?:NODE )?LABELS|(?:RELATIONSHIP )?TYPES|PROPERTY KEYS|(?:(?:ALL|RANGE|FULLTEXT) )?INDEX(?:ES)?)(?: |$)/u;
/** Procedures that only read: the schema, and actors by words. */
const procedures = new Set([
  'db.labels',
  'db.relationshipTypes',
  'db.propertyKeys',
  'db.schema.visualization',
  'db.schema.nodeTypeProperties',
  'db.schema.relTypeProperties',
  'db.index.fulltext.queryNodes',
]);

const refuse = (message: string, hint: string, cause?: unknown): AttestError =>
  new AttestError('invalid-query', message, hint, cause === undefined ? undefined : { cause });

/** Names after CALL. `n.call` is a property; CALL before a bracket is a subquery and holds only what the parser has read. */
function calledProcedures(words: readonly string[]): readonly string[] {
  return words.flatMap((word, index) => {
    const [next = '', sign = ''] = words.slice(index + 1);
    const isCall = word.toUpperCase() === 'CALL' && words[index - 1] !== '.';
    if (!isCall || !(next === "'" || (/^[\p{L}_]/u.test(next) && (sign === '.' || sign === '(')))) return [];
    const rest = words.slice(index + 1);
    const end = rest.findIndex((one, at) => (at % 2 === 0 ? !/^[\p{L}_']/u.test(one) : one !== '.'));
    return [rest.slice(0, end < 0 ? undefined : end).join('')];
  });
}

/**
 * The query as it may reach a store, or a typed error. It must be read to its end by our own parser, which knows no clause
 * that writes; what goes on is exactly the text that was parsed. Comments and Unicode escapes are where parsers differ
 * (Neo4j turns `\u0027` into a quote before it reads, and ends a line comment at a carriage return): the former are
 * blanked out, the latter refused, so that no store can read another query than the one that was checked.
 */
export function checkedQuery(query: string): string {
  if (/\\u/iu.test(query)) {
    throw refuse(
      'Unicode escapes are not allowed in a query',
      'Write the character itself, or pass it as a parameter.',
    );
  }
  const text = withoutComments(query);
  try {
    compile(text);
  } catch (cause) {
    if (!(cause instanceof CypherError)) throw cause;
    throw refuse(cause.message, cause.hint === '' ? 'See the README for queries that work.' : cause.hint, cause);
  }
  const words = wordsOf(text);
  const start = words.slice(0, 4).map((word) => word.toUpperCase());
  if (!shown.test(start.join(' '))) {
    const first = (start[0] === 'EXPLAIN' ? start[1] : start[0]) ?? '';
    if (first === 'SHOW')
      throw refuse('SHOW may not list this', 'Use SHOW LABELS, TYPES, PROPERTY KEYS or INDEXES, without EXPLAIN.');
    if (!firstWords.has(first)) {
      const known = [...firstWords, 'EXPLAIN', 'SHOW'].join(', ');
      throw refuse(`a query cannot begin with ${first.slice(0, 40)}`, `Begin with ${known}.`);
    }
  }
  for (const name of calledProcedures(words)) {
    if (!procedures.has(name)) {
      throw refuse(`the procedure ${name.slice(0, 80)} is not allowed`, `Allowed are ${[...procedures].join(', ')}.`);
    }
  }
  return text;
}

/** The only way by which a user's query text reaches a store: checked, capped in size, within limits of time and rows. */
export async function guardedQuery(store: GraphStore, request: unknown, signal?: AbortSignal): Promise<QueryRows> {
  const parsed = requestSchema.safeParse(request);
  if (!parsed.success) {
    throw refuse(
      `the request needs {query, parameters}: ${parsed.error.issues[0]?.message ?? ''}`,
      'Send {"query": "MATCH (n) RETURN n LIMIT 5"}; a query has at most 100 000 characters.',
    );
  }
  const { query, parameters } = parsed.data;
  return store.query(checkedQuery(query), {
    ...limits,
    ...(parameters ? { parameters } : {}),
    ...(signal ? { signal } : {}),
  });
}
