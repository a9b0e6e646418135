import { existsSync } from 'node:fs';
import { join } from 'node:path';
import compression from 'compression';
import express, { type Express } from 'express';
import type { Explainer } from '@attest/model';
import type { Library } from './library.ts';
import { problemHandler, sendProblem } from './problem.ts';
import { apiRoutes } from './routes.ts';
import { sameSite } from './same-site.ts';
import { securityHeaders } from './security.ts';

/** The whole HTTP surface over a library; `viewerFolder` holds the built explorer. Listening is the caller's. */
export function createApp(parts: {
  readonly library: Library;
  readonly explainer: Explainer;
  readonly names: readonly string[];
  readonly queriesAtOnce: number;
  readonly viewerFolder?: string;
}): Express {
  const { library, explainer, names, queriesAtOnce, viewerFolder } = parts;
  const app = express();
  app.disable('x-powered-by');
  app.use(securityHeaders);
  app.use(sameSite(names));
  app.use(compression());
  app.get('/healthz', (_request, response) => {
    const { loaded } = library;
    response.status(loaded ? 200 : 503).json({ ready: loaded !== null, ...(loaded ? { digest: loaded.digest } : {}) });
  });
  app.use('/api/v1', apiRoutes(library, explainer, queriesAtOnce));
  if (viewerFolder !== undefined && existsSync(viewerFolder)) {
    app.get('/embed', (_request, response) => response.sendFile(join(viewerFolder, 'index.html')));
    app.use(express.static(viewerFolder, { index: 'index.html', dotfiles: 'ignore' }));
  }
  app.use((request, response) =>
    sendProblem(response, {
      type: 'urn:attest:not-found',
      title: 'not-found',
      status: 404,
      detail: `nothing is at ${request.path.slice(0, 200)}`,
      hint: 'The README of graph-api lists every address.',
    }),
  );
  app.use(problemHandler);
  return app;
}
