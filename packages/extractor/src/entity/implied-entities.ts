import { keyNameOf, localEntityId, rootOf, type LocalEntity, type Ontology } from '@attest/model';
import { findTerritories } from '../mention/territories.ts';

/** The entities of one document; those that are only implied (an office's country, an author) are added as they are asked for. */
export class ImpliedEntities {
  readonly entities: Map<string, LocalEntity>;
  /** Ids by the key names of entities and their aliases; the first that bears a name has it. */
  readonly #byKey = new Map<string, string>();
  readonly #sourceId: string;
  readonly #ontology: Ontology;

  constructor(entities: readonly LocalEntity[], sourceId: string, ontology: Ontology) {
    this.entities = new Map(entities.map((entity) => [entity.id, entity]));
    this.#sourceId = sourceId;
    this.#ontology = ontology;
    for (const { id, name, aliases } of entities)
      for (const alias of [name, ...aliases]) {
        const key = keyNameOf(alias);
        if (!this.#byKey.has(key)) this.#byKey.set(key, id);
      }
  }

  /** Id of the entity of that name, known or new. */
  named(name: string, type: string, identifiers: Readonly<Record<string, string>> = {}): string {
    const key = keyNameOf(name);
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const id = localEntityId(this.#sourceId, rootOf(this.#ontology, type), key, 0);
    this.entities.set(id, {
      id,
      type,
      name,
      aliases: [name],
      keyName: key,
      identifiers: { ...identifiers },
      linkable: true,
      titles: [],
    });
    this.#byKey.set(key, id);
    return id;
  }

  /** Id of what an office is held in: a country, a state or a body. */
  office(name: string): string {
    const [territory] = findTerritories(name);
    return territory && territory.text === name
      ? this.named(territory.name, territory.type, territory.identifiers)
      : this.named(name, 'Agency');
  }
}
