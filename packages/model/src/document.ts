import { z } from 'zod';

/** Half-open, in UTF-16 units of the file decoded as UTF-8 (BOM kept). */
export const spanSchema = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() });
export type Span = z.infer<typeof spanSchema>;

export const zoneKinds = [
  'headline',
  'dateline',
  'body',
  'quotation',
  'footnote',
  'list',
  'comment',
  'boilerplate',
  'signature',
] as const;
export const zoneSchema = spanSchema.extend({ kind: z.enum(zoneKinds) });
/** A stretch of the source that is of one kind. */
export type Zone = z.infer<typeof zoneSchema>;

/** Days as `YYYY-MM-DD`; an open end is null. */
export const dateRangeSchema = z.object({ from: z.string().nullable(), to: z.string().nullable() });
export const saidSchema = dateRangeSchema.extend({ basis: z.enum(['text', 'document', 'inferred']) });
export type Said = z.infer<typeof saidSchema>;
export const happenedSchema = dateRangeSchema.extend({ precision: z.enum(['day', 'month', 'year', 'interval']) });
export type Happened = z.infer<typeof happenedSchema>;

export const documentKinds = [
  'news',
  'report',
  'statute',
  'order',
  'judgment',
  'letter',
  'press release',
  'statement',
  'speech',
  'comment',
  'other',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** How a place in a document speaks. `by`: a local entity's id; a text that pleads by none has an unknown author. */
export const voiceSchema = z.object({ stance: z.enum(['reports', 'pleads']), by: z.string().nullable() });
export type Voice = z.infer<typeof voiceSchema>;

export const documentSchema = z.object({
  /** Stable name of the source; see the design, "Identity". */
  sourceId: z.string(),
  /** sha256 of the bytes: one revision of the source. */
  revision: z.string(),
  /** File name as given, never an absolute path. */
  file: z.string(),
  title: z.string(),
  kind: z.enum(documentKinds),
  publisher: z.string().nullable(),
  author: z.string().nullable(),
  published: saidSchema.nullable(),
  text: z.string(),
  zones: z.array(zoneSchema),
});
/** One revision of one source, as read. */
export type Document = z.infer<typeof documentSchema>;
