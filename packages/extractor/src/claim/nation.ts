import type { LocalEntity } from '@attest/model';
import type { StandingFact } from '../entity/standing.ts';
import { bodies, territories } from '../mention/data.ts';

/** ISO code of the country whose body or part a name is, null if unknown. */
function countryOf(entity: LocalEntity): string | null {
  if (entity.identifiers['iso'] !== undefined) return entity.identifiers['iso'];
  if (territories.states[entity.name] !== undefined) return 'US';
  return bodies.agencies.find(({ name }) => name === entity.name)?.country ?? null;
}

/**
 * For whom an office holder says "we": the country whose office it is, where the document speaks of that country.
 * Keys are the entities of the office holders.
 */
export function nationsOf(
  entities: readonly LocalEntity[],
  standing: readonly StandingFact[],
): ReadonlyMap<string, LocalEntity> {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const countries = new Map(
    entities
      .filter(({ type }) => type === 'Country')
      .map((entity) => [entity.identifiers['iso'] ?? entity.name, entity]),
  );
  const nations = new Map<string, LocalEntity>();
  for (const { act, agent, target } of standing) {
    const seat = byId.get(target);
    const country = act === 'HOLDS_OFFICE' && seat ? countries.get(countryOf(seat) ?? '') : undefined;
    if (country && !nations.has(agent)) nations.set(agent, country);
  }
  return nations;
}
