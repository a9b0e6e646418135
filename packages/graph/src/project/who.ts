import { holderOf, personOfKey } from '../fixed/gazetteer.ts';
import type { Resolved, ResolvedMember } from '../resolve/resolved.ts';
import { happened } from '../relate/times.ts';
import type { Who } from './fact.ts';

/** A local entity's actor and its place in it. */
export interface Placed {
  readonly actor: Resolved;
  readonly member: ResolvedMember;
}

/**
 * Looks local entities up. Where a document names only an office, an act outside the holder's term is another holder's:
 * who held it then, if the graph knows them, else nobody.
 */
export const whoIn =
  (placed: (local: string) => Placed | undefined, knownActor: (key: string) => string | null): Who =>
  (local, claim) => {
    if (local === null) return null;
    const found = placed(local);
    if (!found) return null;
    const { actor, member } = found;
    const when = claim === null || member.byOffice === null ? null : happened(claim);
    if (!when || member.byOffice === null) return actor.id;
    const { office, seat } = member.byOffice;
    const terms = (actor.known === null ? undefined : personOfKey(actor.known))?.terms ?? [];
    const his = terms.some(
      (term) =>
        term.office === office &&
        term.seat === seat &&
        (term.from ?? '') <= when.to &&
        (term.to === null || when.from < term.to),
    );
    if (his) return actor.id;
    const holder = holderOf(office, seat, when.from, when.to);
    return holder && knownActor(holder.key);
  };
