import express, { type Request, type Response, type Router } from 'express';
import type { Explainer } from '@attest/model';
import { claimViews } from './claims.ts';
import type { Library } from './library.ts';
import { found, numberIn } from './request-values.ts';
import { Turns } from './turns.ts';

/** Longer than any document: what lies behind its end is told as not found. */
const farthest = 100_000_000;

interface Asked {
  readonly sourceId: string;
  readonly offset: number;
  /** The claim that is asked about. */
  readonly claim: string | null;
}

/** How a sentence was read, and why: by a claim that rests on it, or by a place in a document. One is answered at a time. */
export function explainRoutes(library: Library, explainer: Explainer): Router {
  const router = express.Router();
  const turns = new Turns(1);
  const answer = async (response: Response, { sourceId, offset, claim }: Asked): Promise<void> => {
    const { document } = found(await library.record(sourceId), `document ${sourceId}`);
    const abort = new AbortController();
    response.on('close', () => abort.abort());
    const explanation = await turns.take(() => explainer.explain(document, offset), abort.signal);
    response.json({ document: { sourceId, title: document.title }, claim, ...explanation });
  };
  router.get('/claims/:id/explain', async (request: Request<{ id: string }>, response) => {
    const { id } = request.params;
    const view = found((await claimViews(library.store, [id]))[0], `claim ${id}`);
    const { document, evidence } = view as unknown as {
      readonly document: { readonly sourceId: string } | null;
      readonly evidence: { readonly start: number } | null;
    };
    const { sourceId } = found(document, `document of claim ${id}`);
    await answer(response, { sourceId, offset: evidence?.start ?? 0, claim: id });
  });
  router.get('/documents/:sourceId/explain', async (request: Request<{ sourceId: string }>, response) => {
    const { sourceId } = request.params;
    await answer(response, { sourceId, offset: numberIn(request, 'at', 0, farthest), claim: null });
  });
  return router;
}
