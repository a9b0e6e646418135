import {
  AttestError,
  documentKinds,
  revisionOf,
  type Document,
  type DocumentKind,
  type IngestInput,
  type Said,
  type Zone,
} from '@attest/model';

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

const footnoteStart = /^\s*(?:[¹²³⁰-⁹]+|\$\^\{|\^\{|\d{1,3}\s+\*?(?:Id\.|See|Supra))/u;
const boilerplate =
  /^\s*(?:Related\b|Read more|Advertisement|Share this|Sign up|Photo\b|Copyright|©|Secretary Antony .* Page \*\*)/iu;

function zonesOf(text: string): Zone[] {
  const zones: Zone[] = [];
  let first = true;
  for (const match of text.matchAll(/[^\n]+/gu)) {
    const line = match[0];
    if (line.trim() === '') continue;
    const span = { start: match.index, end: match.index + line.length };
    const isHeadline = first && line.length < 200 && !/[.!?]["”]?\s*$/u.test(line) && !/^Dear\b/u.test(line);
    const kind: Zone['kind'] = boilerplate.test(line)
      ? 'boilerplate'
      : footnoteStart.test(line)
        ? 'footnote'
        : isHeadline
          ? 'headline'
          : 'body';
    zones.push({ ...span, kind });
    first = false;
  }
  return zones;
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

/** Bytes to a document with its zones; throws a typed error for what is no readable text. */
export function readDocument(input: IngestInput): Document {
  const text = decode(input);
  const zones = zonesOf(text);
  const headline = zones.find((zone) => zone.kind === 'headline');
  const { meta } = input;
  return {
    sourceId: input.sourceId,
    revision: revisionOf(input.bytes),
    file: input.file,
    title: meta.title ?? (headline ? text.slice(headline.start, headline.end).trim() : input.file),
    kind: kindOf(text, meta.kind),
    publisher: meta.publisher ?? null,
    author: meta.author ?? null,
    published: publishedOf(meta.published),
    text,
    zones,
  };
}

/** The text with footnote marks blanked and quotes made straight; every offset stays where it is in the source. */
export function readingViewOf(text: string): string {
  return text
    .replaceAll(/\$?\^\{\d+\}\\?,?\$?|[¹²³⁰-⁹]+/gu, (mark) => ' '.repeat(mark.length))
    .replace(/^\ufeff/u, ' ')
    .replaceAll(/[“”„]/gu, '"')
    .replaceAll(/[‘’]/gu, "'");
}
