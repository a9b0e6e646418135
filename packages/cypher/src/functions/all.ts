import { CONVERSIONS } from './convert.ts';
import type { Definition } from './definition.ts';
import { ENTITY_FUNCTIONS } from './entity.ts';
import { NUMBER_FUNCTIONS } from './number.ts';
import { TEMPORAL_FUNCTIONS } from './temporal.ts';
import { TEXT_FUNCTIONS } from './text.ts';

/** Every function, by its name in lower case. */
export const FUNCTIONS: ReadonlyMap<string, Definition> = new Map(
  Object.entries({
    ...CONVERSIONS,
    ...ENTITY_FUNCTIONS,
    ...NUMBER_FUNCTIONS,
    ...TEMPORAL_FUNCTIONS,
    ...TEXT_FUNCTIONS,
  }),
);

const HINTS: readonly (readonly [RegExp, string])[] = [
  [/^apoc\./, 'APOC is not part of the engine; most of it can be said in plain Cypher.'],
  [/^gds\./, 'Graph algorithms are not part of the engine.'],
  [
    /^(?:point|distance|withinbbox)\b/,
    'Spatial values are not part of the engine; keep latitude and longitude as numbers.',
  ],
  [
    /^(?:exp|log|log10|sin|cos|tan|cot|asin|acos|atan|atan2|haversin|degrees|radians)$/,
    'It is left out because its last digits differ between machines.',
  ],
  [/^randomuuid$/, 'Equal queries give equal answers here; use elementId() for an id.'],
];

/** What to do about a function that is not known. */
export const functionHint = (name: string): string =>
  HINTS.find(([pattern]) => pattern.test(name))?.[1] ?? 'Check its spelling in the list that SHOW FUNCTIONS gives.';
