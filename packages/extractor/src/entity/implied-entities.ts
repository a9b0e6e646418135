import { keyNameOf, localEntityId, rootOf, type LocalEntity, type Ontology } from '@attest/model';
import { findTerritories } from '../mention/territories.ts';

/** The entities of one document; those that are only implied (an office's country, an author) are added as they are asked for. */
export class ImpliedEntities {
  readonly entities: Map<string, LocalEntity>;
  readonly #sourceId: string;
  readonly #ontology: Ontology;

  constructor(entities: readonly LocalEntity[], sourceId: string, ontology: Ontology) {
    this.entities = new Map(entities.map((entity) => [entity.id, entity]));
    this.#sourceId = sourceId;
    this.#ontology = ontology;
  }

  /** Id of the entity of that name, known or new. */
  named(name: string, type: string, identifiers: Readonly<Record<string, string>> = {}): string {
    const key = keyNameOf(name);
    for (const entity of this.entities.values())
      if ([entity.name, ...entity.aliases].some((alias) => keyNameOf(alias) === key)) return entity.id;
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
