export interface Neo4jOptions {
  /** Port for Bolt on 127.0.0.1; a free one by default. */
  readonly port?: number;
  /** Data folder, kept after the stop; by default a temporary one that goes with the server. */
  readonly home?: string;
  /** Turns authentication on (user `neo4j`, at least eight characters); off by default, since only this machine reaches it. */
  readonly password?: string;
  /** Heap in megabytes; 512 by default. */
  readonly heapMb?: number;
  /** Flags for Java instead of those that start fast. */
  readonly jvm?: readonly string[];
}

export interface RunningNeo4j {
  /** Address for the driver, for instance `bolt://127.0.0.1:40123`. */
  readonly uri: string;
  readonly port: number;
  readonly pid: number;
  readonly home: string;
  /** Settles when the server has ended, whoever ended it, with its exit code. */
  readonly exited: Promise<number | null>;
  /** Stops the server, and removes its folder if that was temporary. May be called twice. */
  stop(): Promise<void>;
}

/**
 * Whether a real Neo4j can be started here. If not, prints a line that says what to install; with `CI=true` that is an error.
 * Use it as `describe.runIf(canStartNeo4j())(...)`.
 */
export function canStartNeo4j(): boolean;

/**
 * Starts a real Neo4j 5 Community and settles when it answers queries (about twelve seconds; the very first time the jars are
 * fetched from Maven Central). The server ends with the process that started it, even if that is killed.
 * Throws an `Error` with the server's last lines if it does not start.
 */
export function startNeo4j(options?: Neo4jOptions): Promise<RunningNeo4j>;
