/** An actor as lists and the picture show it. */
export interface Brief {
  readonly id: string;
  readonly name: string;
  readonly type: string;
}
interface GraphNode extends Brief {
  readonly x: number;
  readonly y: number;
  readonly degree: number;
}
type Standing = 'told' | 'alleged' | 'unrealised';
export interface GraphEdge {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly act: string;
  readonly label: string;
  readonly standing: Standing;
  readonly modality: string;
  readonly polarity: string;
  readonly claimIds: readonly string[];
}
export interface ActorGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly truncated: boolean;
}
export interface Claim {
  readonly id: string;
  readonly act: string;
  readonly caption: string;
  readonly quote: string;
  readonly modality: string;
  readonly polarity: string;
  readonly title?: string;
  readonly agent: Brief | null;
  readonly target: Brief | null;
  readonly speakers: readonly Brief[];
  readonly saidFrom?: string;
  readonly dateFrom?: string;
  readonly document: { readonly sourceId: string; readonly title: string } | null;
  readonly context?: { readonly before: string; readonly quote: string; readonly after: string };
}
export interface Entity extends Brief {
  readonly aliases: readonly string[];
}
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** What the server said was wrong, for a person to read. */
class ApiError extends Error {
  override readonly name = 'ApiError';
}

async function call<Answer>(path: string, init?: RequestInit): Promise<Answer> {
  const response = await fetch(`/api/v1/${path}`, init);
  const body = (await response.json().catch(() => {
    throw new ApiError(`The server's answer cannot be read (${response.status}). Is it still running?`);
  })) as Answer & { detail?: string; hint?: string };
  if (!response.ok) throw new ApiError([body.detail ?? response.statusText, body.hint].filter(Boolean).join('. '));
  return body;
}

/** The only place of the explorer that talks to the server. */
export const api = {
  graph: (around: string | null) =>
    call<ActorGraph>(around === null ? 'graph' : `graph?entity=${encodeURIComponent(around)}`),
  search: (text: string) => call<{ items: readonly Brief[] }>(`search?q=${encodeURIComponent(text)}`),
  entity: (id: string) => call<{ entity: Entity; claims: readonly Claim[] }>(`entities/${encodeURIComponent(id)}`),
  claim: (id: string) => call<Claim>(`claims/${encodeURIComponent(id)}`),
  ontology: () => call<{ entityTypes: Readonly<Record<string, { color: string; label: string }>> }>('ontology'),
  ask: (query: string) =>
    call<Table>('cypher', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    }),
  upload: (files: readonly File[]) => {
    const form = new FormData();
    for (const file of files) form.append('files', file, file.name);
    return call<{ documents: readonly { file: string; entities: number; claims: number }[] }>('documents', {
      method: 'POST',
      body: form,
    });
  },
};
