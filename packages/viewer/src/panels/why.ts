import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { asWritten, oneLine, shortened } from '../core/text.ts';
import type { Claim, Explanation } from '../core/types.ts';
import { wordTree, type WordBranch } from '../core/word-tree.ts';
import reading from '../data/reading.json';
import type { Context } from './context.ts';
import { actLabel, limitsOf, nameOf, typeLabel } from './pieces.ts';

const inWords = (words: Readonly<Record<string, string>>, key: string): string => words[key] ?? key;

type Explained = Explanation['claims'][number];

/** What the rule saw, how sure it is, and how far the claim goes. */
function claimReason(context: Context, claim: Explained): TemplateResult {
  const { evidence, act, lemma, polarity, modality, hedged, caption } = claim;
  const limits = limitsOf({ polarity, modality, hedged });
  const label = actLabel(context, { act, ...(lemma === null ? {} : { lemma }) });
  return html`<li>
    <b>${label}</b>: ${inWords(reading.rules, evidence.rule)}
    <div class="muted small">
      ${nameOf(lemma === null ? caption.replace(` ${act} `, ` ${label} `) : caption, 160)};
      ${limits.length > 0 ? limits.join(', ') : 'done'}; rule <code>${evidence.rule}</code>, confidence
      ${evidence.confidence}
    </div>
  </li>`;
}

const branch = ({ word: { form, relation }, below }: WordBranch): TemplateResult =>
  html`<li>
    <bdi>${shortened(form, 60)}</bdi> <span class="muted small">${inWords(reading.relations, relation)}</span>
    ${
      below.length === 0
        ? ''
        : html`<ul>
            ${below.map(branch)}
          </ul>`
    }
  </li>`;

const part = (title: string, items: readonly TemplateResult[], none: string): TemplateResult =>
  html`<h4>${title}</h4>
    ${
      items.length === 0
        ? html`<p class="muted small">${none}</p>`
        : html`<ul class="plain spaced">
            ${items}
          </ul>`
    }`;

function explanationOf(context: Context, { sentence, words, mentions, claims, passed }: Explanation, claim: Claim) {
  const own = claims.filter(({ id }) => id === claim.id);
  const others = claims.filter(({ id }) => id !== claim.id);
  return html`${
      own.length === 0
        ? html`<p class="note">
            Read anew, the sentence does not give this claim any more: the document was read by an earlier version. Add
            it again to have it read anew.
          </p>`
        : ''
    }
    <blockquote dir="auto">${asWritten(sentence.text)}</blockquote>
    ${part(
      'Why this claim',
      own.map((one) => claimReason(context, one)),
      'No rule.',
    )}
    ${part(
      'Who and what is meant',
      mentions.map(
        ({ text, actor, type, form, reason }) =>
          html`<li>
            ${nameOf(text, 80)} →
            ${actor === null ? html`<span class="muted">nobody known</span>` : html`<b>${nameOf(actor, 80)}</b>`}
            <div class="muted small">
              ${typeLabel(context, type)}, ${inWords(reading.forms, form)}; ${oneLine(reason)}
            </div>
          </li>`,
      ),
      'Nobody was recognised.',
    )}
    ${part(
      'What else the sentence gave',
      others.map((one) => claimReason(context, one)),
      'Nothing else.',
    )}
    ${part(
      'Words that gave no claim',
      passed.map(
        ({ word, act, reason }) =>
          html`<li>
            <b>${shortened(word, 60)}</b> might have told “${actLabel(context, { act })}”, but
            ${oneLine(inWords(reading.reasons, reason))}
          </li>`,
      ),
      'None.',
    )}
    <h4>How the words hang together</h4>
    <ul class="tree">
      ${wordTree(words).map(branch)}
    </ul>`;
}

/** Beside a claim: why it is there. The document is read anew only when somebody opens it. */
class Why extends LitElement {
  static override readonly properties = {
    context: { attribute: false },
    claim: { attribute: false },
    content: { state: true },
    said: { state: true },
  };
  declare context: Context;
  declare claim: Claim;
  declare content: TemplateResult | null;
  /** For whoever listens to the page instead of seeing it. */
  declare said: string;
  #abort: AbortController | null = null;

  constructor() {
    super();
    this.content = null;
    this.said = '';
  }

  /** Without a shadow, so that the page's own styles and one heading order hold. */
  override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#abort?.abort();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('claim');
    if (before === undefined || before.id === this.claim.id) return;
    this.content = null;
    // The panel goes on to another claim in the same place: what stood open stays open, for that one.
    if (this.querySelector('details')?.open === true) void this.#open();
  }

  async #open(): Promise<void> {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    const { context, claim } = this;
    this.said = 'The document is being read anew …';
    this.content = html`<p class="muted small" aria-hidden="true">${this.said}</p>`;
    try {
      const explanation = await context.api.explain(claim.id, abort.signal);
      if (abort.signal.aborted) return;
      this.content = explanationOf(context, explanation, claim);
      this.said = 'The reasons are shown.';
    } catch (error) {
      if (abort.signal.aborted) return;
      this.said = '';
      this.content = html`<p class="problem" role="alert">${error instanceof Error ? error.message : String(error)}</p>
        <div class="actions"><button @click=${() => void this.#open()}>Try again</button></div>`;
    }
  }

  override render(): TemplateResult {
    return html`<details
      class="group why"
      @toggle=${(event: Event) => {
        if ((event.target as HTMLDetailsElement).open && this.content === null) void this.#open();
      }}
    >
      <summary><b>Why is this claim there?</b></summary>
      <p class="hidden" role="status">${this.said}</p>
      ${this.content ?? ''}
    </details>`;
  }
}
customElements.define('attest-why', Why);
