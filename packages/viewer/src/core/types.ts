/** An actor as lists and the picture show it. */
export interface Brief {
  readonly id: string;
  readonly name: string;
  readonly type: string;
}
export interface GraphNode extends Brief {
  readonly x: number;
  readonly y: number;
  readonly degree: number;
}
type Standing = 'told' | 'alleged' | 'unrealised';
/** An edge between two actors with the claims it stands for. Days are YYYY-MM-DD. */
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
  readonly title?: string;
  readonly as?: string;
  /** What is considered, denied or said, where the edge leads to whom that is about and not to whom it is done. */
  readonly about?: string;
  readonly claimIds: readonly string[];
  readonly quotes?: readonly string[];
  readonly documents?: readonly string[];
  /** How many independent sources tell it: reprints of one text are one. */
  readonly origins?: number;
  readonly firstSaid?: string;
  readonly lastSaid?: string;
  readonly contested?: boolean;
}
export interface ActorGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly truncated: boolean;
}
export interface Claim {
  readonly id: string;
  readonly act: string;
  readonly lemma?: string;
  readonly caption: string;
  readonly quote: string;
  readonly modality: string;
  readonly polarity: string;
  readonly hedged?: boolean;
  readonly title?: string;
  readonly confidence?: number;
  readonly agent: Brief | null;
  readonly target: Brief | null;
  readonly as?: Brief | null;
  readonly under?: Brief | null;
  readonly object?: Brief | null;
  readonly place?: Brief | null;
  /** Further stretches of the document on which it rests. */
  readonly moreEvidence?: readonly { readonly quote: string }[];
  readonly speakers: readonly Brief[];
  readonly content?: string | null;
  /** Claims that stand in a relation to it; `onward`: from this one to the other. */
  readonly related?: readonly {
    readonly id: string;
    readonly caption: string;
    readonly relation: string;
    readonly onward: boolean;
  }[];
  readonly saidFrom?: string;
  readonly saidTo?: string;
  readonly dateFrom?: string;
  readonly dateTo?: string;
  readonly datePrecision?: string;
  readonly document: { readonly sourceId: string; readonly title: string } | null;
  readonly evidence?: { readonly start: number; readonly end: number } | null;
  readonly context?: { readonly before: string; readonly quote: string; readonly after: string };
}
/** One word as it was parsed; `head`: number of the word that it hangs on, -1 for none. */
export interface ExplainedWord {
  readonly form: string;
  readonly relation: string;
  readonly head: number;
}
/** How a sentence was read, and why. */
export interface Explanation {
  readonly sentence: { readonly text: string };
  readonly words: readonly ExplainedWord[];
  readonly mentions: readonly {
    readonly text: string;
    readonly form: string;
    readonly type: string;
    readonly actor: string | null;
    readonly reason: string;
  }[];
  readonly claims: readonly (Pick<Claim, 'id' | 'act' | 'caption' | 'modality' | 'polarity'> & {
    readonly lemma: string | null;
    readonly hedged: boolean;
    readonly evidence: { readonly rule: string; readonly confidence: number };
  })[];
  readonly passed: readonly { readonly word: string; readonly act: string; readonly reason: string }[];
}
/** An actor with everything known of it; further properties are its identifiers. */
export interface Entity extends Brief {
  readonly aliases: readonly string[];
  readonly [identifier: string]: unknown;
}
interface Said {
  readonly from: string | null;
  readonly to: string | null;
}
export interface DocumentBrief {
  readonly sourceId: string;
  readonly title: string;
  readonly kind: string;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly published: Said | null;
  readonly claims: number;
  readonly entities: number;
}
/** A document's text with its zones and the places of its claims, in UTF-16 units. */
export interface DocumentText extends Omit<DocumentBrief, 'claims' | 'entities'> {
  readonly text: string;
  readonly zones: readonly { readonly start: number; readonly end: number; readonly kind: string }[];
  readonly marks: readonly { readonly claim: string; readonly start: number; readonly end: number }[];
}
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  readonly truncated?: boolean;
  readonly notifications?: readonly Notification[];
}
/** What is no error but worth knowing about a query, such as a label that the graph does not have. */
interface Notification {
  readonly message: string;
  readonly position: { readonly line: number; readonly column: number };
}
/** A question that runs as it stands; its parameters can be changed. */
export interface Question {
  readonly id: number;
  readonly title: string;
  readonly query: string;
  readonly parameters: Readonly<Record<string, string>>;
}
export interface Uploaded {
  readonly sourceId: string;
  readonly file: string;
  readonly entities: number;
  readonly claims: number;
}
export interface Ontology {
  readonly entityTypes: Readonly<
    Record<string, { readonly color: string; readonly label: string; readonly description?: string }>
  >;
  readonly acts: Readonly<
    Record<string, { readonly label: string; readonly inverse: string; readonly description?: string }>
  >;
}
