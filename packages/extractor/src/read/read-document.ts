import { revisionOf, type Document, type DocumentKind, type IngestInput, type Said } from '@attest/model';
import { isHtml, layOut, layOutHtml, type Layout } from '@attest/nlp';

import { dateIn } from './dates.ts';
import { decode } from './decode.ts';
import { frontMatter } from './front-matter.ts';
import { kindOf } from './kind.ts';
import { headOf, originOf } from './origin.ts';

function givenDate(published: IngestInput['meta']['published']): Said | null {
  if (published === undefined) return null;
  if (typeof published === 'string') return { from: published, to: published, basis: 'document' };
  return { from: published.from, to: published.to ?? published.from, basis: published.basis ?? 'document' };
}

/** What a document is called: a law by its short title, a letter by its author, everything else by its headline. */
function titleOf(kind: DocumentKind, text: string, author: string | null, head: string | null): string | null {
  const short =
    kind === 'statute'
      ? /\bmay be cited as (?:the )?["“]?(?<name>\p{Lu}[^".”\n]{3,200})/u.exec(text)?.groups?.['name']
      : undefined;
  if (short !== undefined) return short.trim();
  return kind === 'letter' && author !== null ? `Letter of ${author}` : head;
}

/** A document and how it is read; every offset of the layout's reading text leads back to the document's text. */
export interface ReadDocument {
  readonly document: Document;
  readonly layout: Layout;
}

/**
 * Bytes to a document with its zones and its reading text. What `meta` says of kind, title, author, publisher and date
 * holds; the rest is taken from the form of the text. Throws a typed error for what is no readable text.
 */
export function readDocument(input: IngestInput): ReadDocument {
  const text = decode(input);
  const { layout, facts } =
    /\.x?html?$/iu.test(input.file) || isHtml(text)
      ? layOutHtml(text)
      : { layout: layOut(text), facts: frontMatter(text) };
  const { headline: head, body } = headOf(layout);
  const { meta } = input;
  const origin = originOf(layout);
  const kind = kindOf(layout, meta.kind);
  // What stands at the head of a letter is who sends it, at the head of an e-mail what it is about.
  const isMail = layout.segments.some(
    (one) => one.kind === 'signature' && layout.reading.text.slice(one.start, one.end).includes('@'),
  );
  const letterhead = kind === 'letter' && !isMail ? head : null;
  const document: Document = {
    sourceId: input.sourceId,
    revision: revisionOf(input.bytes),
    file: input.file,
    title:
      meta.title ??
      titleOf(isMail ? 'other' : kind, layout.reading.text, origin.author, head) ??
      facts.title ??
      input.file,
    kind,
    publisher: meta.publisher ?? body ?? origin.publisher ?? facts.publisher ?? letterhead,
    author: meta.author ?? origin.author ?? facts.author,
    published: givenDate(meta.published) ?? origin.published ?? givenDate(dateIn(facts.published ?? '') ?? undefined),
    text,
    zones: [...layout.zones],
  };
  return { document, layout };
}
