import { html, render, type TemplateResult } from 'lit';
import { api, type ActorGraph } from './api.ts';
import {
  claimsPanel,
  entityPanel,
  problemPanel,
  resultsPanel,
  startPanel,
  tablePanel,
  type PanelActions,
} from './panels.ts';
import questions from './questions.json';
import { Scene } from './scene.ts';

const element = (id: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`#${id}`);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
};
const panel = element('panel');
const status = element('status');
const show = (content: TemplateResult): void => void render(content, panel);

const address = new URL(location.href);
const around = address.searchParams.get('entity');
const embedded = address.pathname.endsWith('/embed');

/** Runs what a person asked for; a failure is told in the panel, or, where there is none, in place of the picture. */
function attempt(work: () => Promise<void>): void {
  work().catch((error: unknown) => {
    const problem = problemPanel(error instanceof Error ? error.message : String(error));
    if (embedded) render(problem, element('canvas'));
    else show(problem);
  });
}

const actions: PanelActions = {
  openEntity: (id) =>
    attempt(async () => {
      const { entity, claims } = await api.entity(id);
      scene.focus(id);
      show(entityPanel(entity, claims, actions));
    }),
  openClaims: (ids) =>
    attempt(async () => show(claimsPanel(await Promise.all(ids.map((id) => api.claim(id))), actions))),
  ask: (query, title) => attempt(async () => show(tablePanel(title, await api.ask(query)))),
};
const scene = new Scene(element('canvas'), {
  onNode: (id) => actions.openEntity(id),
  onEdge: (ids) => actions.openClaims(ids),
});

document.body.classList.toggle('embed', embedded);

async function load(): Promise<ActorGraph> {
  const [{ entityTypes }, graph] = await Promise.all([api.ontology(), api.graph(embedded ? around : null)]);
  const present = new Set(graph.nodes.map((node) => node.type));
  render(
    html`${Object.entries(entityTypes)
        .filter(([type]) => present.has(type))
        .map(
          ([, { color, label }]) =>
            html`<span
              ><svg class="swatch" viewBox="0 0 2 2" aria-hidden="true">
                <circle cx="1" cy="1" r="1" fill=${color}></circle></svg
              >${label}</span
            >`,
        )} <span><i class="stroke"></i>told</span><span><i class="stroke alleged"></i>alleged</span
      ><span><i class="stroke unrealised"></i>asked, planned or possible</span
      ><span><i class="stroke negative"></i>denied or not so</span>`,
    element('legend'),
  );
  // After the legend, since that takes room from the picture.
  scene.show(graph, (type) => entityTypes[type]?.color ?? '#888888');
  status.textContent = `${graph.nodes.length} actors, ${graph.edges.length} edges${graph.truncated ? ' (cut)' : ''}`;
  return graph;
}

async function start(): Promise<void> {
  const graph = await load();
  if (around !== null && !embedded) actions.openEntity(around);
  else show(startPanel(questions, graph.nodes, actions));
}

element('search').addEventListener('submit', (event) => {
  event.preventDefault();
  const { value } = element('query') as HTMLInputElement;
  attempt(async () => show(resultsPanel(value, (await api.search(value)).items, actions)));
});

async function add(files: readonly File[]): Promise<void> {
  status.textContent = `reading ${files.map((file) => file.name).join(', ')}`;
  const { documents } = await api.upload(files);
  const graph = await load();
  show(
    html`<h2>Added</h2>
      <ul>
        ${documents.map(({ file, entities, claims }) => html`<li>${file}: ${entities} actors, ${claims} claims</li>`)}
      </ul>
      ${startPanel(questions, graph.nodes, actions)}`,
  );
}
/** Files may be dropped on the explorer only: any site may frame the embed, and what is dropped there is not meant for us. */
function acceptDrops(): void {
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    document.body.classList.add('dropping');
  });
  document.addEventListener('dragleave', () => document.body.classList.remove('dropping'));
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    document.body.classList.remove('dropping');
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) attempt(() => add(files));
  });
}

if (!embedded) acceptDrops();
attempt(start);
