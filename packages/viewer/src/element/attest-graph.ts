import { html, LitElement, unsafeCSS, type PropertyValues, type TemplateResult } from 'lit';
import { lineKindOf, lineKinds } from '../canvas/edge-look.ts';
import { GraphView } from '../canvas/graph-view.ts';
import { keptBy } from '../core/filter.ts';
import { readPublished, type Published } from '../core/published.ts';
import { noFilter } from '../core/view.ts';
import lines from '../data/lines.json';
import { lineGlyph, shapeGlyph } from '../panels/glyphs.ts';
import { textsIn } from '../core/cells.ts';
import type { Table } from '../core/types.ts';
import { cardOf, wordsOf, type Chosen } from './card.ts';
import { consoleOf, type Answer } from './console.ts';
import shared from '../styles/shared.css?inline';
import own from './element.css?inline';

/** The engine is a file of its own beside this one, so that a page which never asks never loads it. */
const engine = (): Promise<typeof import('./cypher-source.ts')> =>
  import(/* @vite-ignore */ new URL('./attest-cypher.js', import.meta.url).href) as Promise<
    typeof import('./cypher-source.ts')
  >;

/**
 * `<attest-graph>`: a picture of actors in any page, without a server.
 *
 * - `src`: address of a saved picture; or a `<script type="application/json">` inside the element; or the property `data`.
 * - `entity`: id of an actor, to show it with its neighbours only.
 * - `scheme`: `light` or `dark`; without it as the reader's system has it.
 * - `console`: with this attribute the picture can be asked in Cypher; the engine is loaded when it first is.
 * - `explorer`: address of an explorer that the cards lead to.
 * - event `attest-select`: `detail` is `{kind: 'entity' | 'edge', id}` or null.
 */
export class AttestGraph extends LitElement {
  static override readonly properties = {
    src: { type: String },
    entity: { type: String },
    scheme: { type: String },
    explorer: { type: String },
    console: { type: Boolean },
    answer: { state: true },
    data: { attribute: false },
    chosen: { state: true },
    problem: { state: true },
    hint: { state: true },
  };
  static override readonly styles = [unsafeCSS(shared), unsafeCSS(own)];
  declare src: string;
  declare entity: string;
  declare scheme: string;
  declare explorer: string;
  declare console: boolean;
  declare answer: Answer | null;
  declare data: Published | null;
  declare chosen: Chosen | null;
  declare problem: string;
  declare hint: boolean;
  #view: GraphView | null = null;
  #loads = 0;

  constructor() {
    super();
    this.src = '';
    this.entity = '';
    this.scheme = '';
    this.explorer = '';
    this.console = false;
    this.answer = null;
    this.data = null;
    this.chosen = null;
    this.problem = '';
    this.hint = false;
  }

  /** The drawing, for scripts that want to know where something is; null before the first picture. */
  get view(): GraphView | null {
    return this.#view;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#view?.end();
    this.#view = null;
  }
  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.requestUpdate('data');
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('src') || (!this.hasUpdated && this.src === '')) void this.#load();
    if (changed.has('data') || changed.has('entity') || changed.has('scheme')) void this.#draw();
  }

  async #load(): Promise<void> {
    const load = ++this.#loads;
    try {
      const inline = this.querySelector('script[type="application/json"]')?.textContent;
      if (this.src === '' && (inline === undefined || inline === null)) return;
      const read: unknown = this.src === '' ? JSON.parse(inline ?? '') : await this.#fetched();
      // A newer address may have been set meanwhile.
      if (load !== this.#loads) return;
      this.data = readPublished(read);
      this.problem = '';
    } catch (error) {
      if (load === this.#loads) this.problem = error instanceof Error ? error.message : String(error);
    }
  }
  async #fetched(): Promise<unknown> {
    const response = await fetch(this.src);
    if (!response.ok) throw new Error(`The picture could not be loaded: ${response.status} ${response.statusText}`);
    return response.json();
  }

  #choose(chosen: Chosen | null): void {
    this.chosen = chosen;
    this.#view?.attend({
      node: chosen?.kind === 'entity' ? chosen.id : null,
      edges: new Set(chosen?.kind === 'edge' ? [chosen.id] : []),
    });
    this.dispatchEvent(new CustomEvent('attest-select', { detail: chosen, bubbles: true, composed: true }));
  }

  async #ask(query: string): Promise<void> {
    const { data } = this;
    if (!data) return;
    try {
      const { ask } = await engine();
      const table = ask(data, query);
      this.answer = { table };
      this.#mark(data, table);
    } catch (error) {
      this.answer = { problem: error instanceof Error ? error.message : String(error) };
    }
  }

  /** Brings what a result names to the front of the picture. */
  #mark({ nodes, edges }: Published, { rows }: Table): void {
    const texts = textsIn(rows);
    const front = edges.filter(({ id, quotes = [] }) => texts.has(id) || quotes.some((quote) => texts.has(quote)));
    const ends = front.flatMap(({ from, to }) => [from, to]);
    const named = nodes.filter(({ id, name }) => texts.has(id) || texts.has(name)).map(({ id }) => id);
    const marked = { nodes: new Set([...named, ...ends]), edges: new Set(front.map(({ id }) => id)) };
    this.#view?.attend({ marked: marked.nodes.size === 0 ? null : marked });
  }

  async #draw(): Promise<void> {
    const container = this.renderRoot.querySelector<HTMLElement>('.canvas');
    const { data } = this;
    if (!container || !data) return;
    const scheme = this.scheme === 'light' || this.scheme === 'dark' ? this.scheme : null;
    this.#view?.end();
    const view = new GraphView(
      container,
      {
        onNode: (id) => this.#choose({ kind: 'entity', id }),
        onNodeTwice: (id) => view.fit([id, ...view.picture.neighbors(id)]),
        onEdge: (id) => this.#choose({ kind: 'edge', id }),
        onNothing: () => this.#choose(null),
        onPinned: () => undefined,
      },
      null,
      scheme,
    );
    this.#view = view;
    this.classList.toggle('dark', view.isDark);
    const kept = keptBy(data, { ...noFilter, around: this.entity === '' ? [] : [this.entity] });
    const places = new Map(
      data.nodes.flatMap(({ id, place }) => (place ? [[id, { x: place[0], y: place[1] }] as const] : [])),
    );
    const isPlaced = this.entity === '' && [...kept.nodes].every((id) => places.has(id));
    const shown = { ...kept, pinned: new Set<string>(), loud: false };
    await view.show(
      data,
      shown,
      (type) => data.types[type]?.color ?? '#888888',
      isPlaced ? new Set() : kept.nodes,
      isPlaced ? places : new Map(),
    );
  }

  /** A wheel over the picture scrolls the page, unless Ctrl is held or the picture has the focus. */
  #wheel(event: WheelEvent): void {
    if (event.ctrlKey || event.metaKey || this.renderRoot.querySelector('.canvas:focus') !== null) return;
    event.stopImmediatePropagation();
    this.hint = true;
  }
  protected override firstUpdated(): void {
    this.renderRoot
      .querySelector('.canvas')
      ?.addEventListener('wheel', (event) => this.#wheel(event as WheelEvent), { capture: true, passive: true });
  }

  #legend(data: Published): TemplateResult {
    const kinds = new Set(data.edges.map(lineKindOf));
    const types = Object.entries(data.types).filter(([type]) => data.nodes.some((node) => node.type === type));
    return html`<div class="legend">
      ${lineKinds.filter((kind) => kinds.has(kind)).map((kind) => html`<span>${lineGlyph(kind)}${lines.kinds[kind].label}</span>`)}
      ${types.map(([type, { label, color }]) => html`<span>${shapeGlyph(type, color)}${label}</span>`)}
    </div>`;
  }

  override render(): TemplateResult {
    const { data, chosen } = this;
    return html`<div class="root">
      <div class="frame">
        <div
          class="canvas"
          tabindex="0"
          role="img"
          aria-label=${data?.title || 'Graph of actors'}
          @blur=${() => (this.hint = false)}
        ></div>
        ${data ? this.#legend(data) : ''}
        ${data && this.console ? consoleOf(this.answer, (query) => void this.#ask(query)) : ''}
      </div>
      ${data ? html`<div class="hidden">${wordsOf(data)}</div>` : ''}
      ${this.hint && !chosen ? html`<div class="hint">Hold Ctrl, or click the picture, to zoom by wheel</div>` : ''}
      ${
        data && chosen
          ? html`<div class="card" role="status">
              <button class="close" aria-label="Close" @click=${() => this.#choose(null)}>×</button>
              ${cardOf(data, chosen, this.explorer)}
            </div>`
          : ''
      }
      ${this.problem ? html`<div class="problem" role="alert">${this.problem}</div>` : ''}
    </div>`;
  }
}
if (!customElements.get('attest-graph')) customElements.define('attest-graph', AttestGraph);

declare global {
  interface HTMLElementTagNameMap {
    'attest-graph': AttestGraph;
  }
}
