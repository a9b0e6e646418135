import { holderOf, personOfKey } from '../fixed/gazetteer.ts';
import { happened } from '../relate/times.ts';
import type { Actor, Resolved, ResolvedMember } from '../resolve/resolved.ts';
import type { NameOf, Who } from './fact.ts';

/** How the actors of a record are seen from it. */
export interface View {
  readonly who: Who;
  readonly nameOf: NameOf;
  /** A press organisation, whose words are told. */
  readonly reports: (id: string) => boolean;
}
interface Placed {
  readonly actor: Actor;
  readonly byOffice: ResolvedMember['byOffice'];
}

/** What a record sees of an actor: a further member elsewhere changes nothing for it. */
const faceOf = (actor: Actor | undefined): string =>
  actor === undefined ? '' : `${actor.reports ? 'reports' : ''} ${actor.id} ${actor.name}`;

/** Who the entities of all documents are, without where else they are named. */
export class Sight {
  readonly actors = new Map<string, Actor>();
  readonly #placed = new Map<string, Placed>();
  readonly #byKnown = new Map<string, Actor>();

  add({ id, root, type, name, aliases, reports, known, members }: Resolved): void {
    const actor = { id, root, type, name, aliases, reports, known };
    this.actors.set(id, actor);
    if (known !== null) this.#byKnown.set(known, actor);
    for (const { entity, byOffice } of members) this.#placed.set(entity.id, { actor, byOffice });
  }

  /** What one record sees, and a note of whom it saw: its own entities by their ids, others by their key in the gazetteer. */
  from(entities: readonly { readonly id: string }[]): {
    readonly view: View;
    readonly seen: ReadonlyMap<string, string>;
  } {
    const seen = new Map<string, string>();
    const note = (key: string): void => void seen.set(key, this.#face(key));
    for (const { id } of entities) note(`e|${id}`);
    const known = (key: string): string | null => {
      note(`k|${key}`);
      return this.#byKnown.get(key)?.id ?? null;
    };
    return {
      view: {
        who: (local, claim) => this.#who(local, claim === null ? null : happened(claim), known),
        nameOf: (id) => (id === null ? null : (this.actors.get(id)?.name ?? null)),
        reports: (id) => this.actors.get(id)?.reports ?? false,
      },
      seen,
    };
  }

  /** Whether a record that saw this would see the same again. */
  isAsSeen(seen: ReadonlyMap<string, string>): boolean {
    for (const [key, face] of seen) if (this.#face(key) !== face) return false;
    return true;
  }

  #face(key: string): string {
    const id = key.slice(2);
    return faceOf(key.startsWith('k|') ? this.#byKnown.get(id) : this.#placed.get(id)?.actor);
  }

  /**
   * Looks a local entity up. Where a document names only an office, an act outside the holder's term is another holder's:
   * who held it then, if the graph knows them, else nobody.
   */
  #who(local: string | null, when: ReturnType<typeof happened>, known: (key: string) => string | null): string | null {
    const found = local === null ? undefined : this.#placed.get(local);
    if (!found) return null;
    const { actor, byOffice } = found;
    if (!when || byOffice === null) return actor.id;
    const { office, seat } = byOffice;
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
    return holder && known(holder.key);
  }
}
