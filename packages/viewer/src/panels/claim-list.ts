import { html, LitElement, type TemplateResult } from 'lit';
import { oneLine } from '../core/text.ts';
import type { Claim } from '../core/types.ts';
import type { Context } from './context.ts';
import { actLabel, claimItem } from './pieces.ts';

interface Group {
  readonly label: string;
  readonly claims: readonly Claim[];
}

/** What a claim is, seen from an actor: its own act, what is done to it, or what it only says. */
function groupOf(context: Context, claim: Claim, id: string): string {
  if (claim.agent?.id === id) return actLabel(context, claim);
  if (claim.target?.id === id) return actLabel(context, claim, true);
  if (claim.as?.id === id) return `is the status given (${actLabel(context, claim)})`;
  if (claim.under?.id === id) return `is the law invoked (${actLabel(context, claim)})`;
  if (claim.speakers.some((speaker) => speaker.id === id)) return `says of others: ${actLabel(context, claim)}`;
  return `takes part: ${actLabel(context, claim)}`;
}

function groupsOf(context: Context, claims: readonly Claim[], id: string): readonly Group[] {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    const label = groupOf(context, claim, id);
    const group = groups.get(label);
    if (group) group.push(claim);
    else groups.set(label, [claim]);
  }
  return [...groups]
    .map(([label, list]) => ({ label, claims: list }))
    .toSorted((a, b) => b.claims.length - a.claims.length || (a.label < b.label ? -1 : 1));
}

const textOf = ({ agent, target, quote, speakers, document, act }: Claim): string =>
  oneLine(
    [act, agent?.name, target?.name, quote, document?.title, ...speakers.map(({ name }) => name)].join(' '),
  ).toLowerCase();

/** Claims of an actor, grouped by act and direction, with a field to filter them by any word. */
class ClaimList extends LitElement {
  static override readonly properties = {
    context: { attribute: false },
    claims: { attribute: false },
    of: { attribute: false },
    words: { state: true },
  };
  declare context: Context;
  declare claims: readonly Claim[];
  declare of: string;
  declare words: string;

  constructor() {
    super();
    this.claims = [];
    this.of = '';
    this.words = '';
  }

  /** Without a shadow, so that the page's own styles and one heading order hold. */
  override createRenderRoot(): HTMLElement {
    return this;
  }

  override render(): TemplateResult {
    const words = this.words.toLowerCase().split(/\s+/u).filter(Boolean);
    const found = this.claims.filter((claim) => words.every((word) => textOf(claim).includes(word)));
    const open = found.length <= 12 || words.length > 0;
    return html`${
      this.claims.length > 6
        ? html`<label class="field"
            >Filter these ${this.claims.length} claims
            <input
              type="search"
              .value=${this.words}
              @input=${(event: InputEvent) => (this.words = (event.target as HTMLInputElement).value)}
          /></label>`
        : ''
    }
    ${found.length === 0 && this.claims.length > 0 ? html`<p class="note">No claim has all of these words.</p>` : ''}
    ${groupsOf(this.context, found, this.of).map(
      ({ label, claims }, index) =>
        html`<details class="group" ?open=${open || index === 0}>
          <summary><b>${label}</b> <span class="count">${claims.length}</span></summary>
          <ul class="claims">
            ${claims.map((claim) => claimItem(this.context, claim))}
          </ul>
        </details>`,
    )}`;
  }
}
customElements.define('attest-claim-list', ClaimList);
