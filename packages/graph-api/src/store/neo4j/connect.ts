import neo4j, { type Driver } from 'neo4j-driver';
import { AttestError } from '@attest/model';
import { fromNeo4jError } from './errors.ts';

/** How to reach a server. Without a password the server must run without authentication. */
export interface Neo4jAddress {
  /** `neo4j://HOST:PORT`, `bolt://...`, or their `+s` forms for TLS; never with a user or password in it. */
  readonly uri: string;
  readonly user?: string;
  readonly password?: string;
  readonly database?: string;
}

/** Host and port of an address, for messages. Throws `invalid-input` for what is no address of Neo4j. */
export function placeOf(uri: string): string {
  const url = URL.canParse(uri) ? new URL(uri) : null;
  if (!url || !/^(?:neo4j|bolt)(?:\+s|\+ssc)?:$/u.test(url.protocol) || url.hostname === '') {
    throw new AttestError('invalid-input', 'the store is no address of Neo4j', 'Write --store neo4j://HOST:7687.');
  }
  if (url.username !== '' || url.password !== '') {
    throw new AttestError(
      'invalid-input',
      'the address of the store holds a user or password',
      'Put them into NEO4J_USER and NEO4J_PASSWORD: command lines can be read by everybody on the machine.',
    );
  }
  return url.host;
}

/** Neo4j 5 or a later one, by what the server says of itself (`Neo4j/5.26.30`, `Neo4j/2025.12.1`). */
export function requireVersion(agent: string | undefined, where: string): void {
  const major = Number(/^Neo4j\/(\d+)\./u.exec(agent ?? '')?.[1] ?? 0);
  if (major >= 5) return;
  throw new AttestError(
    'store-version',
    `${where} runs ${agent ?? 'something unknown'}, which is too old or no Neo4j`,
    'Use Neo4j 5 or later.',
  );
}

/** A driver that has reached its server, been let in and found a version that it can work with. */
export async function connect({ uri, user, password, database }: Neo4jAddress): Promise<Driver> {
  const where = placeOf(uri);
  const auth = password === undefined ? undefined : neo4j.auth.basic(user ?? 'neo4j', password);
  const driver = neo4j.driver(uri, auth, {
    userAgent: 'attest',
    connectionTimeout: 5_000,
    connectionAcquisitionTimeout: 10_000,
    maxTransactionRetryTime: 10_000,
    maxConnectionPoolSize: 20,
  });
  try {
    const info = await driver.getServerInfo(database === undefined ? {} : { database });
    await driver.verifyAuthentication(database === undefined ? {} : { database });
    requireVersion(info.agent, where);
    return driver;
  } catch (cause) {
    await driver.close();
    throw fromNeo4jError(cause, where);
  }
}
