import { html, LitElement, type TemplateResult } from 'lit';
import { ApiError } from '../core/api.ts';
import { readHistory, remember } from '../core/query-history.ts';
import type { Question } from '../core/types.ts';
import type { Place } from '../core/view.ts';
import type { Context, InFront, Page } from './context.ts';
import { placeLink } from './pieces.ts';
import { notificationsOf } from './notifications.ts';
import { frontOfTable, tableOf } from './table.ts';

const sample =
  'MATCH (c:Claim)-[:TARGET]->(e:Entity)\nRETURN e.name AS whom, count(c) AS claims\nORDER BY claims DESC LIMIT 10';

/** Where a query could not be read: the line itself with a mark below the place. */
function errorOf(error: ApiError, query: string): TemplateResult {
  const { position } = error;
  const line = position ? (query.split('\n')[position.line - 1] ?? '') : '';
  return html`<div class="problem" role="alert">
    <p>${error.message}</p>
    ${
      position
        ? html`<p class="small">Line ${position.line}, column ${position.column}:</p>
            <pre>
${line}
${' '.repeat(Math.max(0, position.column - 1))}^</pre>`
        : ''
    }
  </div>`;
}

/** The field for a query: Ctrl+Enter runs it; earlier queries can be taken up again. */
class QueryForm extends LitElement {
  static override readonly properties = { context: { attribute: false }, text: { attribute: false } };
  declare context: Context;
  declare text: string;

  constructor() {
    super();
    this.text = '';
  }

  override createRenderRoot(): HTMLElement {
    return this;
  }

  #run(): void {
    const text = this.querySelector('textarea')?.value.trim() ?? '';
    if (text === '') return;
    remember(text);
    this.context.go({ kind: 'query', text });
  }

  override render(): TemplateResult {
    const earlier = readHistory();
    return html`<form class="query" @submit=${(event: Event) => (event.preventDefault(), this.#run())}>
      <label class="field"
        >Cypher (reading only)
        <textarea
          rows="6"
          spellcheck="false"
          autocomplete="off"
          .value=${this.text || sample}
          @keydown=${(event: KeyboardEvent) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
              event.preventDefault();
              this.#run();
            }
          }}
        ></textarea>
      </label>
      <div class="actions">
        <button class="primary" type="submit">Run <kbd>Ctrl</kbd>+<kbd>Enter</kbd></button>
        ${
          earlier.length === 0
            ? ''
            : html`<label class="inline"
                >Earlier
                <select
                  @change=${(event: Event) => {
                    const area = this.querySelector('textarea');
                    const { value } = event.target as HTMLSelectElement;
                    if (area && value) area.value = value;
                  }}
                >
                  <option value="">choose…</option>
                  ${earlier.map((query) => html`<option value=${query}>${query.replace(/\s+/gu, ' ').slice(0, 80)}</option>`)}
                </select></label
              >`
        }
      </div>
    </form>`;
  }
}
customElements.define('attest-query-form', QueryForm);

async function answer(
  context: Context,
  query: string,
  parameters: Readonly<Record<string, string>>,
  name: string,
  signal: AbortSignal,
): Promise<{ readonly content: TemplateResult; readonly inFront: InFront; readonly notes: TemplateResult | string }> {
  try {
    const table = await context.api.ask(query, parameters, signal);
    return {
      content: tableOf(context, table, name),
      inFront: frontOfTable(context, table),
      notes: notificationsOf(table),
    };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { content: errorOf(error, query), inFront: {}, notes: '' };
  }
}

/** The console. */
export async function queryPage(context: Context, text: string, signal: AbortSignal): Promise<Page> {
  const form = html`<attest-query-form .context=${context} .text=${text}></attest-query-form>`;
  if (text === '') return { title: 'Query', content: form };
  const { content, inFront, notes } = await answer(context, text, {}, 'attest-result', signal);
  return { title: 'Query', inFront, content: html`${form}${notes}${content}` };
}

/** Text of a query with its parameters put in, for the console. */
const filledIn = (query: string, parameters: Readonly<Record<string, string>>): string =>
  query.replaceAll(/\$(\w+)/gu, (all, name: string) => {
    const value = parameters[name];
    return value === undefined ? all : `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  });

/** The question's parameters as fields: Enter asks anew. */
function parameterForm(
  context: Context,
  { id, parameters }: Question,
  given: Readonly<Record<string, string>>,
): TemplateResult | string {
  const names = Object.keys(parameters);
  if (names.length === 0) return '';
  return html`<form
    class="parameters"
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      const fields = [...new FormData(event.target as HTMLFormElement)].map(
        ([name, value]) => [name, typeof value === 'string' ? value : ''] as const,
      );
      const changed = fields.filter(([name, value]) => value !== parameters[name]);
      context.go({ kind: 'question', number: id, given: Object.fromEntries(changed) });
    }}
  >
    ${names.map(
      (name) =>
        html`<label class="field"
          >${name} <input name=${name} autocomplete="off" .value=${given[name] ?? parameters[name] ?? ''}
        /></label>`,
    )}
    <button type="submit">Ask</button>
  </form>`;
}

/** One of the questions: its answer, and the query that gave it. */
export async function questionPage(
  context: Context,
  { number, given }: Extract<Place, { kind: 'question' }>,
  signal: AbortSignal,
): Promise<Page> {
  const question = context.questions.find(({ id }) => id === number);
  if (!question)
    return {
      title: 'There is no such question',
      content: html`<p class="note">There are ${context.questions.length}.</p>`,
    };
  const parameters = { ...question.parameters, ...given };
  const { content, inFront } = await answer(context, question.query, parameters, `attest-question-${number}`, signal);
  return {
    title: question.title,
    inFront,
    content: html`${parameterForm(context, question, given)} ${content}
      <details class="group">
        <summary><b>The query</b></summary>
        <pre class="code">${question.query}</pre>
        ${placeLink(context, { kind: 'query', text: filledIn(question.query, parameters) }, 'Change it in the console', 'button')}
      </details>`,
  };
}
