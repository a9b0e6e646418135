import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AttestError, hashOf, type Graph, type Ontology } from '@attest/model';
import { writeDurably } from './files.ts';

/** Of the layout of the file: one of another version is made anew. */
const version = 2;
const chunkLines = 2_000;
const newLine = 0x0a;

interface Head {
  readonly version: number;
  /** What the graph was made from; see `keyOf`. */
  readonly key: string;
  readonly digest: string;
  readonly nodes: number;
  readonly edges: number;
}

/** The same exactly when all is the same that a graph is made from. */
const keyOf = (code: string, ontology: Ontology, revisions: readonly string[]): string =>
  hashOf(version, code, JSON.stringify(ontology), ...revisions);

/** A line with the head, one per node, one per edge, and a last one with the checksum of all before it. */
function partsOf(key: string, { nodes, edges, digest }: Graph): readonly Buffer[] {
  const head: Head = { version, key, digest, nodes: nodes.length, edges: edges.length };
  const items: readonly unknown[] = [head, ...nodes, ...edges];
  const parts: Buffer[] = [];
  // In parts, because the whole may be longer than a string can be.
  for (let at = 0; at < items.length; at += chunkLines) {
    const lines = items.slice(at, at + chunkLines).map((item) => `${JSON.stringify(item)}\n`);
    parts.push(Buffer.from(lines.join('')));
  }
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return [...parts, Buffer.from(hash.digest('hex'))];
}

function parsed(bytes: Buffer, key: string): Graph | null {
  const last = bytes.lastIndexOf(newLine);
  const body = bytes.subarray(0, last + 1);
  if (createHash('sha256').update(body).digest('hex') !== bytes.subarray(last + 1).toString('latin1')) return null;
  const lines: unknown[] = [];
  for (let from = 0, to = body.indexOf(newLine); to >= 0; from = to + 1, to = body.indexOf(newLine, from)) {
    lines.push(JSON.parse(body.toString('utf8', from, to)));
    // Whose head is another's is not read on.
    const head = lines[0] as Head;
    if (lines.length === 1 && (head.version !== version || head.key !== key)) return null;
  }
  const [head, ...items] = lines as [Head, ...never[]];
  return { nodes: items.slice(0, head.nodes), edges: items.slice(head.nodes), digest: head.digest };
}

/**
 * The graph as it was last built, kept in a folder for the next start. It counts only for exactly the records, ontology and
 * code that it was made from, and only whole: whatever else is found there is as good as nothing.
 */
export class KeptGraph {
  readonly #file: string;
  readonly #code: string;
  readonly #ontology: Ontology;

  /** `code`: changes with everything in the program that decides how records become a graph. */
  constructor(folder: string, code: string, ontology: Ontology) {
    this.#file = join(folder, 'graph.snapshot');
    this.#code = code;
    this.#ontology = ontology;
  }

  /** The graph that was made from records of these revisions, in this order; null when it is not there. */
  read(revisions: readonly string[]): Graph | null {
    try {
      return parsed(readFileSync(this.#file), keyOf(this.#code, this.#ontology, revisions));
    } catch (error) {
      // Not there, no file, or too large to be read at once.
      if ((error as NodeJS.ErrnoException).code !== undefined) return null;
      throw error;
    }
  }

  /** A graph that cannot be kept is built anew at the next start, which is all that is lost. */
  write(revisions: readonly string[], graph: Graph): void {
    try {
      writeDurably(this.#file, ...partsOf(keyOf(this.#code, this.#ontology, revisions), graph));
    } catch (error) {
      if (!(error instanceof AttestError)) throw error;
    }
  }
}
