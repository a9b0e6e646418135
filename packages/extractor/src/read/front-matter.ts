import { parse } from 'yaml';
import type { PageFacts } from '@attest/nlp';

const block = /^\ufeff?---[ \t]*\r?\n(?<facts>[\s\S]{1,8000}?)\r?\n---[ \t]*(?:\r?\n|$)/u;

/** A single value as text; days that YAML has read are as they were written. */
const textOf = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : value instanceof Date
      ? value.toISOString()
      : null;

/** What a markdown file says of itself before its text; empty where it says nothing, or nothing that can be read. */
export function frontMatter(text: string): PageFacts {
  const facts = { title: null, author: null, publisher: null, published: null };
  const written = block.exec(text)?.groups?.['facts'];
  if (written === undefined) return facts;
  let read: unknown;
  try {
    read = parse(written, { schema: 'core' });
  } catch {
    return facts;
  }
  if (typeof read !== 'object' || read === null) return facts;
  const values = new Map(Object.entries(read).map(([key, value]) => [key.toLowerCase(), textOf(value)]));
  return {
    title: values.get('title') ?? null,
    author: values.get('author') ?? values.get('byline') ?? null,
    publisher: values.get('publisher') ?? values.get('organization') ?? values.get('source') ?? null,
    published: values.get('date') ?? values.get('published') ?? null,
  };
}
