import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { Latest } from '../core/latest.ts';
import { oneLine } from '../core/text.ts';
import type { Brief, Ontology } from '../core/types.ts';
import type { Context } from './context.ts';
import { shapeGlyph } from './glyphs.ts';
import { nameOf } from './pieces.ts';

/** Finds actors by what was typed; with what is needed to draw them. */
export interface Finder {
  readonly ontology: Ontology;
  find(text: string, signal: AbortSignal): Promise<readonly Brief[]>;
}
export const finder = ({ api, ontology }: Pick<Context, 'api' | 'ontology'>): Finder => ({
  ontology,
  find: async (text, signal) => (await api.search(text, signal)).items,
});

/**
 * A field that suggests actors while one types (ARIA combobox with a list). Arrows choose, Enter takes, Escape closes.
 * Events: `chosen` with the actor; `asked` with the text when Enter is pressed and nothing is chosen.
 */
class Suggest extends LitElement {
  static override readonly properties = {
    label: { attribute: false },
    name: { attribute: false },
    value: { attribute: false },
    placeholder: { attribute: false },
    find: { attribute: false },
    items: { state: true },
    active: { state: true },
    open: { state: true },
  };
  declare label: string;
  declare name: string;
  declare value: string;
  declare placeholder: string;
  declare find: Finder | null;
  declare items: readonly Brief[];
  declare active: number;
  declare open: boolean;
  readonly #latest = new Latest();

  constructor() {
    super();
    this.label = '';
    this.name = 'suggest';
    this.value = '';
    this.placeholder = '';
    this.find = null;
    this.items = [];
    this.active = -1;
    this.open = false;
  }

  override createRenderRoot(): HTMLElement {
    return this;
  }

  get #input(): HTMLInputElement | null {
    return this.querySelector('input');
  }

  /** Puts the cursor into the field and selects what is there. */
  override focus(): void {
    this.#input?.focus();
    this.#input?.select();
  }

  override updated(changed: PropertyValues): void {
    if (changed.has('value') && this.#input) this.#input.value = this.value;
  }

  async #typed(text: string): Promise<void> {
    const turn = this.#latest.begin();
    if (text.trim() === '' || !this.find) {
      this.open = false;
      this.items = [];
      return;
    }
    const items = await this.find.find(text, turn.signal).catch(() => []);
    // A slower answer to an earlier letter says nothing about what stands in the field now.
    if (!turn.isCurrent()) return;
    this.items = items.slice(0, 8);
    this.active = -1;
    this.open = true;
  }

  #take(brief: Brief): void {
    this.#latest.begin();
    this.open = false;
    if (this.#input) this.#input.value = oneLine(brief.name);
    this.dispatchEvent(new CustomEvent('chosen', { detail: brief }));
  }

  #key(event: KeyboardEvent): void {
    const count = this.items.length;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!this.open && count > 0) this.open = true;
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // From the field (-1) through the list and back to the field.
      this.active = count === 0 ? -1 : ((this.active + 1 + step + count + 1) % (count + 1)) - 1;
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const brief = this.open ? this.items[this.active] : undefined;
      if (brief) this.#take(brief);
      else {
        this.#latest.begin();
        this.open = false;
        this.dispatchEvent(new CustomEvent('asked', { detail: this.#input?.value.trim() ?? '' }));
      }
    } else if (event.key === 'Escape' && this.open) {
      event.stopPropagation();
      this.open = false;
    }
  }

  override render(): TemplateResult {
    const list = `${this.name}-list`;
    const isOpen = this.open && this.items.length > 0;
    return html`<label for=${this.name}>${this.label}</label>
      <div class="combobox">
        <input
          id=${this.name}
          type="search"
          role="combobox"
          autocomplete="off"
          spellcheck="false"
          aria-autocomplete="list"
          aria-controls=${list}
          aria-expanded=${isOpen}
          aria-activedescendant=${isOpen && this.active >= 0 ? `${list}-${this.active}` : ''}
          placeholder=${this.placeholder}
          @input=${(event: InputEvent) => void this.#typed((event.target as HTMLInputElement).value)}
          @keydown=${(event: KeyboardEvent) => this.#key(event)}
          @blur=${() => (this.open = false)}
        />
        <ul id=${list} role="listbox" aria-label="Actors" ?hidden=${!isOpen}>
          ${this.items.map(
            (brief, index) =>
              html`<li
                id=${`${list}-${index}`}
                role="option"
                aria-selected=${index === this.active}
                @mousedown=${(event: MouseEvent) => (event.preventDefault(), this.#take(brief))}
              >
                ${shapeGlyph(brief.type, this.find?.ontology.entityTypes[brief.type]?.color ?? '#888888')}${nameOf(brief.name, 80)}
                <span class="muted small">${this.find?.ontology.entityTypes[brief.type]?.label ?? brief.type}</span>
              </li>`,
          )}
        </ul>
        <span class="hidden" role="status"
          >${this.open ? (this.items.length === 0 ? 'no actors' : `${this.items.length} actors`) : ''}</span
        >
      </div>`;
  }
}
customElements.define('attest-suggest', Suggest);

declare global {
  interface HTMLElementTagNameMap {
    'attest-suggest': Suggest;
  }
}
