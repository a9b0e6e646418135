import type { Actor, Cast } from '../coreference/actor.ts';
import type { Found } from '../mention/found.ts';
import { territoryOf } from '../mention/gazetteer.ts';

/** The actor that an office's name names; made if the document does not speak of it ("President Biden" holds it in the United States). */
export function seatOf(name: string, near: Found, cast: Cast): Actor {
  const territory = territoryOf(name);
  const key = territory?.identifiers?.['iso'];
  const known = cast.actors.find(
    (actor) => actor.name === (territory?.name ?? name) || (key !== undefined && actor.key === key),
  );
  if (known) return known;
  const named = {
    start: near.start,
    end: near.start,
    text: name,
    from: near.from,
    to: near.from,
    head: near.head,
    form: 'name' as const,
  };
  return cast.imply(key ?? name.toLowerCase(), {
    ...named,
    type: territory?.type ?? 'Agency',
    name: territory?.name ?? name,
    linkable: true,
    reason: 'office that a title tells',
    ...(territory?.identifiers ? { identifiers: territory.identifiers } : {}),
  });
}
