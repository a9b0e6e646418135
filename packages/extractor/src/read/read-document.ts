import {
  AttestError,
  documentKinds,
  revisionOf,
  type Document,
  type DocumentKind,
  type IngestInput,
  type Said,
} from '@attest/model';
import { layOut, type Layout } from '@attest/nlp';

const largestText = 8 * 1024 * 1024;

/** Strict UTF-8, the byte order mark kept, so that offsets are those of the file. */
function decode(input: IngestInput): string {
  if (input.bytes.length > largestText)
    throw new AttestError(
      'limit-exceeded',
      `${input.file} is larger than ${largestText / 1048576} MB of text.`,
      'Split the document.',
    );
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(input.bytes);
  } catch (cause) {
    throw new AttestError(
      'unreadable-document',
      `${input.file} is not UTF-8 text.`,
      'Save it as UTF-8 and try again.',
      { cause },
    );
  }
  // oxlint-disable-next-line no-control-regex -- control characters are what tells binary files
  if (/[\u0000-\u0008\u000e-\u001f]/u.test(text.slice(0, 4096)))
    throw new AttestError(
      'unsupported-format',
      `${input.file} looks like a binary file.`,
      'Give plain text (.txt, .md).',
    );
  if (text.trim() === '')
    throw new AttestError('unreadable-document', `${input.file} holds no text.`, 'Check that the file is complete.');
  return text;
}

function kindOf(text: string, given: string | undefined): DocumentKind {
  const known = documentKinds.find((kind) => kind === given);
  if (known) return known;
  if (/^\s*Dear\s+\p{Lu}/mu.test(text) && /^\s*(?:Sincerely|Respectfully|Yours)/mu.test(text)) return 'letter';
  if (/for immediate release/iu.test(text.slice(0, 600))) return 'press release';
  if (/^\s*[\p{Lu} .]{3,40}(?:, [\p{L}. ]+)?\s(?:\([\p{L} ]+\)\s)?[—–-]{1,2}\s/mu.test(text.slice(0, 1500)))
    return 'news';
  return 'other';
}

function publishedOf(published: IngestInput['meta']['published']): Said | null {
  if (published === undefined) return null;
  if (typeof published === 'string') return { from: published, to: published, basis: 'document' };
  return { from: published.from, to: published.to ?? published.from, basis: published.basis ?? 'document' };
}

/** A document and how it is read; every offset of the layout's reading text leads back to the document's text. */
export interface ReadDocument {
  readonly document: Document;
  readonly layout: Layout;
}

/** Bytes to a document with its zones and its reading text; throws a typed error for what is no readable text. */
export function readDocument(input: IngestInput): ReadDocument {
  const text = decode(input);
  const layout = layOut(text);
  const headline = layout.segments.find((segment) => segment.kind === 'headline');
  const { meta } = input;
  const document: Document = {
    sourceId: input.sourceId,
    revision: revisionOf(input.bytes),
    file: input.file,
    title: meta.title ?? (headline ? layout.reading.text.slice(headline.start, headline.end).trim() : input.file),
    kind: kindOf(text, meta.kind),
    publisher: meta.publisher ?? null,
    author: meta.author ?? null,
    published: publishedOf(meta.published),
    text,
    zones: [...layout.zones],
  };
  return { document, layout };
}
