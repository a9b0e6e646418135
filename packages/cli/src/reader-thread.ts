// The thread's side: reads one document after the other, or tells how one was read.
import { parentPort } from 'node:worker_threads';
import { createExplainer, createExtractor } from '@attest/extractor';
import { AttestError, type Document, type DocumentRecord, type Explanation, type IngestInput } from '@attest/model';

/** What a thread is asked. */
export type Task =
  | { readonly kind: 'extract'; readonly input: IngestInput }
  | { readonly kind: 'explain'; readonly document: Document; readonly offset: number };
/** What it answers: that it begins, then what was asked for, or why that cannot be had. */
export type Answer =
  | { readonly begins: true }
  | { readonly value: DocumentRecord | Explanation }
  | { readonly code: AttestError['code']; readonly message: string; readonly hint: string };

const port = parentPort;
const extractor = createExtractor();
const explainer = createExplainer();
const done = (task: Task): Promise<DocumentRecord | Explanation> =>
  task.kind === 'extract' ? extractor.extract(task.input) : explainer.explain(task.document, task.offset);

port?.on('message', (task: Task) => {
  port.postMessage({ begins: true } satisfies Answer);
  done(task).then(
    (value) => port.postMessage({ value } satisfies Answer),
    (error: unknown) => {
      if (!(error instanceof AttestError)) throw error;
      port.postMessage({ code: error.code, message: error.message, hint: error.hint } satisfies Answer);
    },
  );
});
