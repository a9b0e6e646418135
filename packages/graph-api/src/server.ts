import type { AddressInfo } from 'node:net';
import type { Explainer } from '@attest/model';
import { AttestError } from '@attest/model';
import { createApp } from './app.ts';
import { Library, type LibraryParts } from './library.ts';

/** A listening server. */
export interface Server {
  readonly port: number;
  readonly library: Library;
  close(): Promise<void>;
}

/** Listens on loopback unless `host` says otherwise, and answers to this machine's names and `names`; answers 503 until `library.reload()` has been called. Port 0 takes any free one. */
export async function serve(
  parts: LibraryParts & {
    readonly explainer: Explainer;
    readonly viewerFolder?: string;
    readonly port: number;
    readonly host?: string;
    readonly names?: readonly string[];
    /** Users' queries that may run at the same time; 2 by default. */
    readonly queriesAtOnce?: number;
  },
): Promise<Server> {
  const library = new Library(parts);
  const { explainer, viewerFolder, host = '127.0.0.1', names = [], queriesAtOnce = 2 } = parts;
  const app = createApp({
    library,
    explainer,
    names: [host, ...names],
    queriesAtOnce,
    ...(viewerFolder === undefined ? {} : { viewerFolder }),
  });
  const server = app.listen(parts.port, host);
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(
        cause.code === 'EADDRNOTAVAIL'
          ? new AttestError('invalid-input', `${host} is no address of this machine`, 'Give one with --host.', {
              cause,
            })
          : cause.code === 'EADDRINUSE'
            ? new AttestError(
                'invalid-input',
                `port ${parts.port} is in use`,
                'Give another one with --port, or --port 0 for any free one.',
                { cause },
              )
            : cause,
      ),
    );
  });
  return {
    port: (server.address() as AddressInfo).port,
    library,
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await library.keep();
      await library.close();
    },
  };
}
