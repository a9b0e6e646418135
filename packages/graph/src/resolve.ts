import type { DocumentRecord, Ontology } from '@attest/model';
import { byText } from './order.ts';
import type { Resolved } from './resolve/resolved.ts';
import { Resolver } from './resolve/resolver.ts';

export { byText };
export type { Resolved };

/** Joins the local entities of all records into actors. The order of the records does not matter. */
export function resolveEntities(records: readonly DocumentRecord[], ontology: Ontology): readonly Resolved[] {
  const resolver = new Resolver(ontology);
  for (const record of records) resolver.add(record);
  return resolver.resolved();
}
