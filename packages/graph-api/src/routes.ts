import express, { type Router } from 'express';
import { AttestError, hashOf, loadQuestions, type Explainer } from '@attest/model';
import { actorGraph } from './actor-graph.ts';
import { claimInContext, claimViews } from './claims.ts';
import { guardedQuery } from './cypher-guard.ts';
import { documentRoutes } from './document-routes.ts';
import { explainRoutes } from './explain-routes.ts';
import { exportGraph } from './export-route.ts';
import type { Library, Loaded } from './library.ts';
import { ask } from './own-queries.ts';
import { found, numberIn, textIn } from './request-values.ts';
import type { Brief } from './search.ts';
import { Turns } from './turns.ts';

const most = { edges: 20_000, page: 1_000, found: 100, skip: 10_000_000 };
const usual = { edges: 2_000, page: 500, found: 20 };

interface EntityNode {
  readonly id: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

async function entityOf(library: Library, id: string): Promise<EntityNode> {
  // A member's id leads to the actor that it has become part of.
  const rows = await ask<{ entity: EntityNode }>(library.store, 'entity', { id, alias: `a_${hashOf(id)}` });
  return found(rows[0]?.entity, `entity ${id}`);
}
const briefOf = ({ id, properties }: EntityNode): Brief => ({
  id,
  name: properties['name'] as string,
  type: properties['type'] as string,
});

/** Everything under `/api/v1`. `queriesAtOnce`: users' queries that may run at the same time. */
export function apiRoutes(library: Library, explainer: Explainer, queriesAtOnce: number): Router {
  const router = express.Router();
  const turns = new Turns(queriesAtOnce);
  const loaded = (): Loaded => {
    if (library.loaded) return library.loaded;
    throw new AttestError(
      'store-unavailable',
      'the documents are still being loaded',
      'Ask again when /healthz answers 200.',
    );
  };
  const { store } = library;

  router.get('/ontology', (_request, response) => response.json(library.ontology));
  router.get('/questions', (_request, response) => response.json({ items: loadQuestions() }));
  router.use((_request, _response, next) => {
    loaded();
    next();
  });
  router.get('/search', (request, response) => {
    const limit = numberIn(request, 'limit', usual.found, most.found);
    response.json({ items: loaded().names.find(textIn(request, 'q').slice(0, 200), limit) });
  });
  router.get('/entities', async (request, response) => {
    const rows = await ask<{ entity: Brief }>(store, 'entities', {
      type: textIn(request, 'type'),
      skip: numberIn(request, 'skip', 0, most.skip),
      limit: numberIn(request, 'limit', most.page, most.page),
    });
    response.json({ items: rows.map(({ entity }) => entity) });
  });
  router.get('/entities/:id', async (request, response) => {
    const entity = await entityOf(library, request.params.id);
    const ids = await ask<{ id: string }>(store, 'entity-claims', { id: entity.id, limit: usual.page });
    const claims = await claimViews(
      store,
      ids.map(({ id }) => id),
    );
    response.json({ entity: { ...entity.properties, id: entity.id }, claims });
  });
  router.get('/claims', async (request, response) => {
    const ids = await ask<{ id: string }>(store, 'claim-ids', {
      act: textIn(request, 'act'),
      document: textIn(request, 'document'),
      skip: numberIn(request, 'skip', 0, most.skip),
      limit: numberIn(request, 'limit', usual.page, most.page),
    });
    const items = await claimViews(
      store,
      ids.map(({ id }) => id),
    );
    response.json({ items });
  });
  router.get('/claims/:id', async (request, response) => {
    const { id } = request.params;
    response.json(found(await claimInContext(store, id, (sourceId) => library.record(sourceId)), `claim ${id}`));
  });
  router.get('/graph', async (request, response) => {
    const limit = numberIn(request, 'limit', usual.edges, most.edges);
    const id = textIn(request, 'entity');
    const around = id === '' ? undefined : briefOf(await entityOf(library, id));
    response.json(await actorGraph(store, await library.places(), limit, around));
  });
  router.post('/cypher', express.json({ limit: '1mb' }), async (request, response) => {
    const abort = new AbortController();
    response.on('close', () => abort.abort());
    const { signal } = abort;
    response.json(await turns.take(() => guardedQuery(store, request.body, signal), signal));
  });
  router.get('/export', exportGraph(library));
  router.use(explainRoutes(library, explainer));
  router.use('/documents', documentRoutes(library, loaded));
  return router;
}
