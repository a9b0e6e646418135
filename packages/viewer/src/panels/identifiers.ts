import { html, type TemplateResult } from 'lit';
import addresses from '../data/identifiers.json';
import { oneLine } from '../core/text.ts';
import type { Entity } from '../core/types.ts';

interface Known {
  readonly label: string;
  readonly pattern: string;
  readonly address: string;
}

/** Where an identifier leads, if it is one of those that lead somewhere and looks as it should. */
function addressOf(key: string, value: string): string | null {
  const known = (addresses as Readonly<Record<string, Known>>)[key];
  const parts = known ? new RegExp(known.pattern, 'u').exec(value) : null;
  if (!known || !parts) return null;
  return known.address.replaceAll(/\{(\d)\}/gu, (_all, index: string) =>
    encodeURIComponent(parts[Number(index)] ?? ''),
  );
}

const own = new Set(['id', 'name', 'type', 'aliases', 'citation', 'keyName', 'description']);

/** An actor's identifiers outside Attest, as links where they lead somewhere; then its own. */
export function identifierList(entity: Entity): TemplateResult {
  const outside = Object.entries(entity).filter(
    (entry): entry is [string, string] => !own.has(entry[0]) && typeof entry[1] === 'string' && entry[1] !== '',
  );
  return html`<dl class="identifiers">
    ${outside.map(([key, value]) => {
      const address = addressOf(key, value);
      const label = (addresses as Readonly<Record<string, Known>>)[key]?.label ?? key;
      return html`<div>
        <dt>${oneLine(label)}</dt>
        <dd>
          ${
            address === null
              ? html`<bdi>${oneLine(value)}</bdi>`
              : html`<a href=${address} target="_blank" rel="noopener noreferrer">${oneLine(value)}</a>`
          }
        </dd>
      </div>`;
    })}
    <div>
      <dt>Attest</dt>
      <dd><code>${oneLine(entity.id)}</code></dd>
    </div>
  </dl>`;
}
