import type {
  ActorGraph,
  Brief,
  Claim,
  DocumentBrief,
  DocumentText,
  Entity,
  Explanation,
  Ontology,
  Question,
  Table,
  Uploaded,
} from './types.ts';

/** What was wrong, for a person to read; `position` where a query could not be read. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly position: { readonly line: number; readonly column: number; readonly offset: number } | null;
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  constructor(message: string, status = 0, position: ApiError['position'] = null) {
    super(message);
    this.status = status;
    this.position = position;
  }
}

interface Problem {
  readonly detail?: string;
  readonly hint?: string;
  readonly position?: ApiError['position'];
}

async function call<Answer>(path: string, init: RequestInit = {}): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(`/api/v1/${path}`, init);
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new ApiError('The server does not answer. Is it still running?');
  }
  const body = (await response.json().catch((cause: unknown) => {
    if (init.signal?.aborted) throw cause;
    throw new ApiError(
      `The server's answer cannot be read (${response.status}). Is it still running?`,
      response.status,
    );
  })) as Answer & Problem;
  if (!response.ok) {
    const words = [body.detail ?? response.statusText, body.hint].filter(Boolean).join(' ');
    throw new ApiError(words, response.status, body.position ?? null);
  }
  return body;
}

const part = encodeURIComponent;
const given = (signal: AbortSignal | undefined): RequestInit => (signal ? { signal } : {});

/** The only place of the explorer that talks to the server. Every request can be given up. */
export const api = {
  graph: (around: string | null, signal?: AbortSignal) =>
    call<ActorGraph>(around === null ? 'graph' : `graph?entity=${part(around)}`, given(signal)),
  search: (text: string, signal?: AbortSignal) =>
    call<{ items: readonly Brief[] }>(`search?q=${part(text)}`, given(signal)),
  entity: (id: string, signal?: AbortSignal) =>
    call<{ entity: Entity; claims: readonly Claim[] }>(`entities/${part(id)}`, given(signal)),
  claim: (id: string, signal?: AbortSignal) => call<Claim>(`claims/${part(id)}`, given(signal)),
  /** How the sentence of a claim was read. */
  explain: (claim: string, signal?: AbortSignal) => call<Explanation>(`claims/${part(claim)}/explain`, given(signal)),
  documents: (signal?: AbortSignal) => call<{ items: readonly DocumentBrief[] }>('documents', given(signal)),
  document: (sourceId: string, signal?: AbortSignal) =>
    call<DocumentText>(`documents/${part(sourceId)}`, given(signal)),
  ontology: (signal?: AbortSignal) => call<Ontology>('ontology', given(signal)),
  questions: (signal?: AbortSignal) => call<{ items: readonly Question[] }>('questions', given(signal)),
  ask: (query: string, parameters: Readonly<Record<string, unknown>> = {}, signal?: AbortSignal) =>
    call<Table>('cypher', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, parameters }),
      ...given(signal),
    }),
  upload: (file: File) => {
    const form = new FormData();
    form.append('files', file, file.name);
    return call<{ documents: readonly Uploaded[] }>('documents', { method: 'POST', body: form });
  },
};
export type Api = typeof api;
