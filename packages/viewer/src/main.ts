import './panels/suggest.ts';
import { html, render } from 'lit';
import { acceptFiles } from './app/drops.ts';
import { startEmbed } from './app/embed.ts';
import { Explorer } from './app/explorer.ts';
import { listenToKeys } from './app/keys.ts';
import { part } from './app/parts.ts';
import { api } from './core/api.ts';
import type { Brief } from './core/types.ts';
import type { Outcome } from './panels/added.ts';
import { finder } from './panels/suggest.ts';

const words = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** In place of the picture: why there is none. */
function failed(error: unknown): void {
  const box = part('empty');
  box.hidden = false;
  render(
    html`<p role="alert">${words(error)}</p>
      <button @click=${() => location.reload()}>Try again</button>`,
    box,
  );
}

/** Each file on its own, so that a bad one does not keep a good one out. */
async function add(explorer: Explorer, files: readonly File[]): Promise<void> {
  const outcomes: Outcome[] = [];
  for (const [index, file] of files.entries()) {
    explorer.tell(`Reading ${file.name} (${index + 1} of ${files.length})`);
    try {
      const { documents } = await api.upload(file);
      for (const added of documents) outcomes.push({ file: file.name, added });
    } catch (error) {
      outcomes.push({ file: file.name, problem: words(error) });
    }
  }
  await explorer.reload(outcomes);
}

async function startExplorer(): Promise<void> {
  const explorer = new Explorer();
  const search = part('search') as HTMLElementTagNameMap['attest-suggest'];
  search.label = 'Find an actor';
  search.name = 'query';
  search.placeholder = 'Find a person, body, country or law   /';
  search.addEventListener('chosen', (event) =>
    explorer.go({ kind: 'entity', id: (event as CustomEvent<Brief>).detail.id }),
  );
  search.addEventListener('asked', (event) => {
    const text = (event as CustomEvent<string>).detail;
    if (text !== '') explorer.go({ kind: 'search', text });
  });
  for (const [id, show] of [
    ['go-start', { kind: 'start' }],
    ['go-filter', { kind: 'filter' }],
    ['go-path', { kind: 'path', from: '', to: '' }],
    ['go-query', { kind: 'query', text: '' }],
    ['go-list', { kind: 'list' }],
    ['go-documents', { kind: 'documents' }],
  ] as const)
    part(id).addEventListener('click', () => explorer.go(show));
  const tools = {
    'zoom-in': () => explorer.canvas.zoom(1.5),
    'zoom-out': () => explorer.canvas.zoom(1 / 1.5),
    fit: () => explorer.canvas.fitAll(),
    arrange: () => void explorer.arrange(),
  };
  for (const [id, act] of Object.entries(tools)) part(id).addEventListener('click', act);
  listenToKeys(part('canvas'), {
    view: explorer.canvas,
    shown: () => explorer.kept.nodes,
    describe: (id) => explorer.describe(id),
    tell: (text) => explorer.tell(text),
    open: (id) => explorer.go({ kind: 'entity', id }),
    expand: (id) => explorer.expand(id),
    hide: (id) => explorer.hide(id),
    pin: (id) => explorer.pin(id),
    arrange: () => void explorer.arrange(),
  });
  document.addEventListener('keydown', (event) => {
    const inField = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
    if (event.key === '/' && !inField) {
      event.preventDefault();
      search.focus();
    } else if (event.key === 'Escape' && !inField && explorer.view.place.kind !== 'start')
      explorer.go({ kind: 'start' });
  });
  // Files may be dropped on the explorer only: any site may frame the embed, and what is dropped there is not meant for us.
  acceptFiles(part('files') as HTMLInputElement, (files) => void add(explorer, files).catch(failed));
  await Promise.all([explorer.start(), api.ontology().then((ontology) => (search.find = finder({ api, ontology })))]);
}

const address = new URL(location.href);
const embedded = address.pathname.endsWith('/embed');
(embedded ? startEmbed(address.searchParams.get('entity')) : startExplorer()).catch(failed);
