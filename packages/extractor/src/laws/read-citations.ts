import type { Layout } from '@attest/nlp';
import { findLaws, type LawCitation } from './find-laws.ts';
import { citedWorks, type CitedWorks } from './works/cite-notes.ts';

/** What a document cites: laws anywhere, works in its notes. Offsets are those of the reading text. */
export interface Citations extends CitedWorks {
  readonly laws: readonly LawCitation[];
}

/**
 * Reads all citations of a document. `source` is the text that the layout was made of; `published` its day, for bills
 * that name no Congress.
 */
export function readCitations(source: string, layout: Layout, published: string | null = null): Citations {
  const laws = findLaws(layout.reading.text, published);
  return { laws, ...citedWorks(source, layout, laws) };
}
