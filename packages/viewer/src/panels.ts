import { html, type TemplateResult } from 'lit';
import type { Brief, Claim, Entity, Table } from './api.ts';

/** What a person can do in the panels. */
export interface PanelActions {
  openEntity(id: string): void;
  openClaims(ids: readonly string[]): void;
  ask(query: string, title: string): void;
}

const actor = (brief: Brief | null, actions: PanelActions): TemplateResult =>
  brief
    ? html`<button @click=${() => actions.openEntity(brief.id)}>${brief.name}</button>`
    : html`<span class="muted">not named</span>`;

const modeOf = ({ modality, polarity }: Claim): string =>
  [polarity === 'negative' ? 'denied or not so' : '', modality === 'performed' ? '' : modality]
    .filter(Boolean)
    .join(', ');

function claimItem(claim: Claim, actions: PanelActions): TemplateResult {
  const mode = modeOf(claim);
  return html`<li class="claim">
    <div>
      ${actor(claim.agent, actions)}
      <button @click=${() => actions.openClaims([claim.id])}>${claim.act}</button> ${actor(claim.target, actions)}
      ${mode ? html`<em>(${mode})</em>` : ''}
    </div>
    <blockquote>${claim.quote}</blockquote>
    <div class="muted">
      ${claim.speakers.length > 0 ? html`according to ${claim.speakers.map((speaker) => speaker.name).join(', ')}; ` : ''}${claim.document?.title ?? ''}${claim.saidFrom ? `, ${claim.saidFrom}` : ''}
    </div>
  </li>`;
}

/** An actor: its names and the claims in which it takes part. */
export const entityPanel = (entity: Entity, claims: readonly Claim[], actions: PanelActions): TemplateResult =>
  html`<h2>${entity.name}</h2>
    <div class="muted">
      ${entity.type}${entity.aliases.length > 1 ? html`, also: ${entity.aliases.filter((alias) => alias !== entity.name).join(', ')}` : ''}
    </div>
    <h3>${claims.length} claims</h3>
    <ul>
      ${claims.map((claim) => claimItem(claim, actions))}
    </ul>`;

/** Claims with the sentence marked in the text around it. */
export const claimsPanel = (claims: readonly Claim[], actions: PanelActions): TemplateResult =>
  html`<h2>${claims[0]?.caption ?? 'No claim'}</h2>
    ${claims.map(
      (claim) =>
        html`<section class="claim">
          <div>
            ${actor(claim.agent, actions)} ${claim.act} ${actor(claim.target, actions)}
            ${modeOf(claim) ? html`<em>(${modeOf(claim)})</em>` : ''}
          </div>
          <div class="muted">
            speaker:
            ${claim.speakers.length > 0 ? claim.speakers.map((speaker) => speaker.name).join(', ') : 'the document itself'};
            said: ${claim.saidFrom ?? 'not known'}; happened: ${claim.dateFrom ?? 'not told'}; in:
            ${claim.document?.title ?? ''}
          </div>
          <blockquote>
            …${claim.context?.before ?? ''}<mark>${claim.context?.quote ?? claim.quote}</mark>${claim.context?.after ?? ''}…
          </blockquote>
        </section>`,
    )}`;

const cell = (value: unknown): string =>
  value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);

export const tablePanel = (title: string, { columns, rows }: Table): TemplateResult =>
  html`<h2>${title}</h2>
    <div class="muted">${rows.length} rows</div>
    <table>
      <thead>
        <tr>
          ${columns.map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((value) => html`<td>${cell(value)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>`;

export const resultsPanel = (text: string, items: readonly Brief[], actions: PanelActions): TemplateResult =>
  html`<h2>Actors like “${text}”</h2>
    ${
      items.length === 0
        ? html`<p>None. Try a part of the name.</p>`
        : html`<ul id="results">
            ${items.map((item) => html`<li>${actor(item, actions)} <span class="muted">${item.type}</span></li>`)}
          </ul>`
    }`;

/** Where a person starts: questions that run as they stand, and every actor as a list for whoever cannot see the picture. */
export const startPanel = (
  questions: readonly { title: string; query: string }[],
  actors: readonly Brief[],
  actions: PanelActions,
): TemplateResult =>
  html`<h2>Start with a question</h2>
    ${questions.map(({ title, query }) => html`<button class="card" @click=${() => actions.ask(query, title)}>${title}</button>`)}
    <p class="muted">Click an actor or an edge; drop a text file on the page to add it.</p>
    <details>
      <summary>All actors in the picture</summary>
      <ul>
        ${actors.map((item) => html`<li>${actor(item, actions)}</li>`)}
      </ul>
    </details>`;

export const problemPanel = (message: string): TemplateResult =>
  html`<h2>That did not work</h2>
    <p role="alert">${message}</p>`;
