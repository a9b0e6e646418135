import { parentPort } from 'node:worker_threads';
import { createExtractor } from '@attest/extractor';
import { AttestError, type DocumentRecord, type IngestInput } from '@attest/model';

/** What a worker answers: the record, or why the document cannot be read. */
export type Answer =
  | { readonly record: DocumentRecord }
  | { readonly code: AttestError['code']; readonly message: string; readonly hint: string };

const port = parentPort;
const extractor = createExtractor();
port?.on('message', (input: IngestInput) => {
  extractor.extract(input).then(
    (record) => port.postMessage({ record } satisfies Answer),
    (error: unknown) => {
      if (!(error instanceof AttestError)) throw error;
      port.postMessage({ code: error.code, message: error.message, hint: error.hint } satisfies Answer);
    },
  );
});
