import { AttestError } from '@attest/model';

const firstLine = (message: string): string => message.split('\n')[0]?.slice(0, 500) ?? '';
const busy = /MemoryPool|TransactionTimedOut|Terminated|LockClientStopped|OutOfMemory|StackOverflow/u;

/** What the driver or the server says, as one of our typed errors; told by `code`, since that is what Neo4j keeps stable. */
export function fromNeo4jError(cause: unknown, where: string): unknown {
  if (!(cause instanceof Error) || cause instanceof AttestError) return cause;
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  if (code.startsWith('Neo.ClientError.Security.')) {
    return new AttestError(
      'store-unauthorized',
      `Neo4j at ${where} refuses this user or password`,
      'Set NEO4J_USER and NEO4J_PASSWORD to those of the server; after several wrong ones wait five seconds.',
      { cause },
    );
  }
  if (code === 'Neo.ClientError.Database.DatabaseNotFound') {
    return new AttestError(
      'store-unavailable',
      `Neo4j at ${where} has no database of this name`,
      'Give the name of an existing database, or none for the default one.',
      { cause },
    );
  }
  if (busy.test(code)) {
    return new AttestError(
      'limit-exceeded',
      'the query took more time or memory than it may',
      'Add labels, a LIMIT or a shorter path.',
      { cause },
    );
  }
  if (/^Neo\.ClientError\.(?:Statement|Procedure|Schema)\./u.test(code)) {
    return new AttestError('invalid-query', firstLine(cause.message), 'See the README for queries that work.', {
      cause,
    });
  }
  return new AttestError(
    'store-unavailable',
    `Neo4j at ${where} does not answer: ${firstLine(cause.message)}`,
    'Check that the server runs and that the address is its Bolt address, for instance neo4j://127.0.0.1:7687.',
    { cause },
  );
}
