import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { AttestError } from './errors.ts';

const entityTypeSchema = z.object({ root: z.string(), label: z.string(), description: z.string(), color: z.string() });
const actSchema = z.object({
  label: z.string(),
  description: z.string(),
  inverse: z.string(),
  roles: z.array(z.string()).default(['agent', 'target']),
  performative: z.boolean().default(false),
  hearer: z.boolean().default(false),
  standing: z.boolean().default(false),
  speech: z.boolean().default(false),
});
const kindSchema = z.object({ stance: z.enum(['reports', 'pleads']), description: z.string() });
const ontologySchema = z.object({
  entityTypes: z.record(z.string(), entityTypeSchema),
  acts: z.record(z.string(), actSchema),
  documentKinds: z.record(z.string(), kindSchema),
});
export type EntityType = z.infer<typeof entityTypeSchema>;
export type Act = z.infer<typeof actSchema>;
/** Entity types with their roots, acts with what they are, document kinds with how they speak. */
export type Ontology = z.infer<typeof ontologySchema>;

const folder = new URL('../ontology/', import.meta.url);
const readPart = (name: string): unknown => parse(readFileSync(new URL(name, folder), 'utf8'));

/**
 * The ontology that ships with Attest, with an analyst's own YAML laid over it (same three keys; entries of one name replace).
 * Throws `invalid-input` and names the entry when the YAML does not fit.
 */
export function loadOntology(extension?: string): Ontology {
  const base = {
    entityTypes: readPart('entity-types.yaml'),
    acts: readPart('acts.yaml'),
    documentKinds: readPart('document-kinds.yaml'),
  };
  const own = (extension === undefined ? {} : (parse(extension) ?? {})) as Partial<Record<keyof Ontology, object>>;
  const merged = ontologySchema.safeParse({
    entityTypes: { ...(base.entityTypes as object), ...own.entityTypes },
    acts: { ...(base.acts as object), ...own.acts },
    documentKinds: { ...(base.documentKinds as object), ...own.documentKinds },
  });
  if (!merged.success) {
    const issue = merged.error.issues[0];
    throw new AttestError(
      'invalid-input',
      `ontology: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'does not fit'}`,
      'Compare the entry with its neighbours in packages/model/ontology.',
    );
  }
  return merged.data;
}

/** Root of an entity type (Official → Person); an unknown type is its own root. */
export function rootOf(ontology: Ontology, type: string): string {
  return ontology.entityTypes[type]?.root ?? type;
}
