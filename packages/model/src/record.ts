import { z } from 'zod';
import { documentSchema, happenedSchema, saidSchema, spanSchema, voiceSchema } from './document.ts';

export const mentionSchema = spanSchema.extend({
  entity: z.string(),
  form: z.enum(['name', 'nominal', 'pronoun']),
  reason: z.string(),
});
/** One place where a document speaks of a local entity, and why we think so. */
export type Mention = z.infer<typeof mentionSchema>;

export const localEntitySchema = z.object({
  id: z.string(),
  type: z.string(),
  name: z.string(),
  aliases: z.array(z.string()),
  /** The fullest name in normal form; see `keyNameOf`. */
  keyName: z.string(),
  /** Codes known outside, e.g. `{usc: 'usc:8/1189'}` or `{iso: 'MX'}`. */
  identifiers: z.record(z.string(), z.string()),
  /** `named` may join across documents; bare nominals never do, counted groups by what they did or who is in them. */
  linkable: z.boolean(),
  titles: z.array(z.string()),
  /** A press organisation: as a speaker it reports. */
  reports: z.boolean().optional(),
});
/** An actor inside one document. */
export type LocalEntity = z.infer<typeof localEntitySchema>;

export const modalities = ['performed', 'requested', 'planned', 'possible', 'refused'] as const;
export const polarities = ['positive', 'negative'] as const;
export type Modality = (typeof modalities)[number];
export type Polarity = (typeof polarities)[number];

export const evidenceSchema = spanSchema.extend({ rule: z.string(), confidence: z.number() });
/** The stretch that states a claim, the rule that read it, and how sure the rule is (0 to 1, three decimals). */
export type Evidence = z.infer<typeof evidenceSchema>;

const role = z.string().nullable();
export const claimSchema = z.object({
  id: z.string(),
  act: z.string(),
  lemma: z.string().nullable(),
  title: z.string().nullable(),
  agent: role,
  target: role,
  object: role,
  place: role,
  as: role,
  under: role,
  modality: z.enum(modalities),
  polarity: z.enum(polarities),
  /** Innermost first; empty = the document's own voice. */
  speakers: z.array(z.string()),
  voice: voiceSchema,
  hedged: z.boolean(),
  /** Id of the claim that is asked for, denied, alleged or announced. */
  content: z.string().nullable(),
  date: happenedSchema.nullable(),
  said: saidSchema.nullable(),
  evidence: evidenceSchema,
  moreEvidence: z.array(spanSchema),
});
/** One statement, found in one place: who did, asks or denies what to whom, who says so, when. */
export type Claim = z.infer<typeof claimSchema>;

export const recordSchema = z.object({
  document: documentSchema,
  entities: z.array(localEntitySchema),
  mentions: z.array(mentionSchema),
  claims: z.array(claimSchema),
  versions: z.record(z.string(), z.string()),
});
/** What one revision of one document yields: the truth from which the graph is made. */
export type DocumentRecord = z.infer<typeof recordSchema>;

export const decisionSchema = z.object({
  id: z.string(),
  kind: z.enum(['merge', 'split', 'reject', 'correct']),
  /** Finds its place again by its words; ids are only a cache. */
  selector: z.object({ sourceId: z.string(), quote: z.string(), before: z.string(), after: z.string() }),
  other: z.object({ sourceId: z.string(), quote: z.string(), before: z.string(), after: z.string() }).nullable(),
  seen: z.record(z.string(), z.string()),
  /** For `correct`: new values by field, `name` and `type` of an actor or `act`, `modality`, `polarity`, `title`, `lemma` of a claim. */
  change: z.record(z.string(), z.string()).optional(),
  ids: z.array(z.string()),
});
/** What a person decided about the graph; outlives every re-run. */
export type Decision = z.infer<typeof decisionSchema>;
