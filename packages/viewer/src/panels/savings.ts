import { html, type TemplateResult } from 'lit';
import { published } from '../core/publish.ts';
import { save, saveText } from '../core/save.ts';
import type { Context } from './context.ts';

const exports = [
  ['GraphML', 'format=graphml'],
  ['CSV of claims', 'format=csv&table=claims'],
  ['JSON-LD', 'format=jsonld'],
  ['Cypher', 'format=cypher'],
] as const;

async function saveForWeb({ api, ontology, graph, kept, placeOf }: Context): Promise<void> {
  const picture = await published(api, ontology, graph, kept, placeOf);
  saveText('attest-graph.json', 'application/json', JSON.stringify(picture));
}
async function saveImage({ toPng }: Context): Promise<void> {
  const image = await toPng();
  if (image) save('attest-graph.png', image);
}

/** What is shown, to take away; and the whole graph in other forms. */
export function savings(context: Context): TemplateResult {
  const attempt = (work: Promise<void>): void =>
    void work.catch((error: unknown) => context.tell(error instanceof Error ? error.message : String(error)));
  return html`<fieldset>
    <legend>Save</legend>
    <div class="actions">
      <button @click=${() => attempt(saveForWeb(context))}>Save for the web</button>
      <button @click=${() => attempt(saveImage(context))}>Save as PNG</button>
    </div>
    <p class="muted small">
      The whole graph:
      ${exports.map(([label, query], index) => html`${index > 0 ? ', ' : ''}<a href=${`/api/v1/export?${query}`} download>${label}</a>`)}
    </p>
  </fieldset>`;
}
