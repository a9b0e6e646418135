import { existsSync } from 'node:fs';
import { join } from 'node:path';
import compression from 'compression';
import express, { type Express, type Request } from 'express';
import helmet from 'helmet';
import { AttestError, keyNameOf } from '@attest/model';
import { guardedQuery } from './cypher-guard.ts';
import type { Library, Loaded } from './library.ts';
import { problemHandler, sendProblem } from './problem.ts';
import { readUploads } from './upload.ts';
import { sameSite } from './same-site.ts';
import { actorGraph, briefOf, claimInContext, claimsOf, claimView } from './views.ts';

const mostEdges = 2_000;
const mostClaims = 500;

const found = <Value>(value: Value | null | undefined, what: string): Value => {
  if (value !== null && value !== undefined) return value;
  throw new AttestError('not-found', `there is no ${what}`, 'Search for it: GET /api/v1/search?q=...');
};

function search(loaded: Loaded, text: string): unknown[] {
  const key = keyNameOf(text);
  if (key === '') return [];
  return loaded.graph.nodes
    .filter((node) => node.labels.includes('Entity'))
    .flatMap((node) => {
      const { name, aliases } = node.properties;
      const names = [name, ...(Array.isArray(aliases) ? aliases : [])]
        .filter((one) => typeof one === 'string')
        .map(keyNameOf);
      const rank = names.some((name) => name === key)
        ? 0
        : names.some((name) => name.split(' ').some((word) => word.startsWith(key)))
          ? 1
          : names.some((name) => name.includes(key))
            ? 2
            : 3;
      return rank < 3 ? [{ rank, edges: loaded.to.get(node.id)?.length ?? 0, item: briefOf(loaded, node.id) }] : [];
    })
    .toSorted((a, b) => a.rank - b.rank || b.edges - a.edges)
    .slice(0, 20)
    .map(({ item }) => item);
}

function documentView(loaded: Loaded, sourceId: string): unknown {
  const { document, claims } = found(loaded.records.get(sourceId), `document ${sourceId}`);
  return {
    ...document,
    marks: claims.map((claim) => ({ claim: claim.id, start: claim.evidence.start, end: claim.evidence.end })),
  };
}

/** The whole HTTP surface over a library; `viewerFolder` holds the built explorer. Listening is the caller's. */
export function createApp(parts: {
  readonly library: Library;
  readonly names: readonly string[];
  readonly viewerFolder?: string;
}): Express {
  const { library, names, viewerFolder } = parts;
  const app = express();
  app.disable('x-powered-by');
  app.use((request, response, next) => {
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'", "'unsafe-inline'"],
          imgSrc: ["'self'", 'data:', 'blob:'],
          connectSrc: ["'self'"],
          workerSrc: ["'self'", 'blob:'],
          fontSrc: ["'self'"],
          baseUri: ["'none'"],
          formAction: ["'none'"],
          // Only the page made for it may be put into another page.
          frameAncestors: request.path === '/embed' ? ['*'] : ["'none'"],
        },
      },
      frameguard: false,
      strictTransportSecurity: false,
    })(request, response, next);
  });
  app.use(sameSite(names));
  app.use(compression());

  app.get('/healthz', (_request, response) => {
    response.status(library.loaded ? 200 : 503).json({ ready: library.loaded !== null });
  });
  const loaded = (): Loaded => {
    if (library.loaded) return library.loaded;
    throw new AttestError(
      'store-unavailable',
      'the documents are still being loaded',
      'Ask again when /healthz answers 200.',
    );
  };
  const text = (request: Request, name: string): string =>
    typeof request.query[name] === 'string' ? request.query[name] : '';

  app.get('/api/v1/ontology', (_request, response) => response.json(library.ontology));
  app.get('/api/v1/search', (request, response) =>
    response.json({ items: search(loaded(), text(request, 'q').slice(0, 200)) }),
  );
  app.get('/api/v1/entities', (_request, response) =>
    response.json({
      items: loaded()
        .graph.nodes.filter((node) => node.labels.includes('Entity'))
        .slice(0, 1000)
        .map((node) => briefOf(loaded(), node.id)),
    }),
  );
  app.get('/api/v1/entities/:id', (request, response) => {
    const { id } = request.params;
    const node = found(loaded().nodes.get(id), `entity ${id}`);
    response.json({ entity: { ...node.properties, id }, claims: claimsOf(loaded(), id, mostClaims) });
  });
  app.get('/api/v1/claims', (_request, response) =>
    response.json({
      items: loaded()
        .graph.nodes.filter((node) => node.labels.includes('Claim'))
        .slice(0, mostClaims)
        .map((node) => claimView(loaded(), node.id)),
    }),
  );
  app.get('/api/v1/claims/:id', (request, response) =>
    response.json(found(claimInContext(loaded(), request.params.id), `claim ${request.params.id}`)),
  );
  app.get('/api/v1/documents', (_request, response) =>
    response.json({
      items: [...loaded().records.values()].map(
        ({ document: { text: _text, zones: _zones, ...rest }, claims, entities }) => ({
          ...rest,
          claims: claims.length,
          entities: entities.length,
        }),
      ),
    }),
  );
  app.get('/api/v1/documents/:sourceId', (request, response) =>
    response.json(documentView(loaded(), request.params.sourceId)),
  );
  app.get('/api/v1/graph', (request, response) => {
    const around = text(request, 'entity');
    if (around !== '') found(loaded().nodes.get(around), `entity ${around}`);
    response.json(actorGraph(loaded(), mostEdges, around === '' ? undefined : around));
  });
  app.post('/api/v1/cypher', express.json({ limit: '1mb' }), async (request, response) => {
    loaded();
    const abort = new AbortController();
    response.on('close', () => abort.abort());
    response.json(await guardedQuery(library.store, request.body, abort.signal));
  });
  app.post('/api/v1/documents', async (request, response) => {
    loaded();
    const documents: unknown[] = [];
    for (const input of await readUploads(request)) {
      const record = await library.add(input);
      documents.push({
        sourceId: input.sourceId,
        file: input.file,
        entities: record.entities.length,
        claims: record.claims.length,
      });
    }
    response.status(201).json({ documents });
  });

  if (viewerFolder !== undefined && existsSync(viewerFolder)) {
    app.get('/embed', (_request, response) => response.sendFile(join(viewerFolder, 'index.html')));
    app.use(express.static(viewerFolder, { index: 'index.html', dotfiles: 'ignore' }));
  }
  app.use((request, response) =>
    sendProblem(
      response,
      404,
      'not-found',
      `nothing is at ${request.path.slice(0, 200)}`,
      'The API begins at /api/v1; packages/graph-api/README.md lists it.',
    ),
  );
  app.use(problemHandler);
  return app;
}
