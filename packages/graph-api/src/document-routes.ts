import express, { type Response, type Router } from 'express';
import type { DocumentRecord } from '@attest/model';
import type { Library, Loaded, Outcome } from './library.ts';
import { problemOf } from './problem.ts';
import { found } from './request-values.ts';
import { readUploads } from './upload.ts';

const textWithMarks = ({ document, claims }: DocumentRecord) => ({
  ...document,
  marks: claims.map(({ id, evidence: { start, end } }) => ({ claim: id, start, end })),
});

/** 201 when all is stored, 207 when some is, the problem of the first when nothing is; each file's fate is told by name. */
function sendOutcome(response: Response, outcomes: readonly Outcome[]): void {
  const documents = outcomes.flatMap((outcome) =>
    'record' in outcome
      ? [
          {
            sourceId: outcome.input.sourceId,
            file: outcome.input.file,
            entities: outcome.record.entities.length,
            claims: outcome.record.claims.length,
          },
        ]
      : [],
  );
  const refused = outcomes.flatMap((outcome) =>
    'error' in outcome ? [{ file: outcome.input.file, ...problemOf(outcome.error) }] : [],
  );
  const [first] = refused;
  if (first && documents.length === 0) {
    const { file: _file, ...problem } = first;
    response
      .status(first.status)
      .type('application/problem+json')
      .send(JSON.stringify({ ...problem, documents, refused }));
  } else response.status(first ? 207 : 201).json(first ? { documents, refused } : { documents });
}

/** Documents with texts, zones and marks, which stay in the record store; upload and removal. */
export function documentRoutes(library: Library, loaded: () => Loaded): Router {
  const router = express.Router();
  router.get('/', (_request, response) => response.json({ items: [...loaded().documents.values()] }));
  router.get('/:sourceId', async (request, response) => {
    const { sourceId } = request.params;
    response.json(textWithMarks(found(await library.record(sourceId), `document ${sourceId}`)));
  });
  router.post('/', async (request, response) => {
    const { inputs, refused } = await readUploads(request);
    const outcomes = await library.add(inputs);
    sendOutcome(response, [...outcomes, ...refused]);
  });
  router.delete('/:sourceId', async (request, response) => {
    const { sourceId } = request.params;
    found((await library.remove(sourceId)) || null, `document ${sourceId}`);
    response.status(204).end();
  });
  return router;
}
