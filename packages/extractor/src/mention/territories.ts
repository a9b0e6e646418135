import { territoryOf, type Known } from './gazetteer.ts';

/** The territory that a string names as a whole: a country, a U.S. state or another place. */
export function findTerritories(text: string): readonly (Known & { readonly text: string })[] {
  const known = territoryOf(text);
  return known ? [{ ...known, text }] : [];
}
