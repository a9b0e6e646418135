import { html } from 'lit';
import type { Context, Page } from './context.ts';
import { placeLink } from './pieces.ts';

const keys = [
  ['/', 'search'],
  ['Escape', 'back to the questions'],
  ['arrows', 'on the picture: from actor to actor'],
  ['Enter', 'open the actor'],
  ['E', 'bring in its neighbours'],
  ['H', 'put it away'],
  ['P', 'pin it, or let it loose'],
  ['F, R', 'fit all, arrange anew'],
  ['+ -', 'zoom'],
] as const;

/** Where a person starts: the questions, and what else one can do. */
export function startPage(context: Context): Page {
  const { graph, questions } = context;
  return {
    title: 'Start with a question',
    content: html`${
        graph.nodes.length === 0
          ? html`<p class="note">
              The graph is empty. Drop a text file on this page, or start Attest with a folder of documents.
            </p>`
          : ''
      }
      <ol class="cards">
        ${questions.map(
          ({ id, title }) =>
            html`<li>
              ${placeLink(context, { kind: 'question', number: id, given: {} }, html`<b>${title}</b>`, 'card')}
            </li>`,
        )}
      </ol>
      <p class="muted small">
        Click an actor or a line; double-click an actor to bring in its neighbours; hold Shift and click a second one
        for the way between them. Drop a text file on the page to add it.
        ${placeLink(context, { kind: 'documents' }, 'Which documents are these?')}
      </p>
      <details class="group small">
        <summary>Keys</summary>
        <dl class="keys">
          ${keys.map(
            ([key, words]) =>
              html`<div>
                <dt><kbd>${key}</kbd></dt>
                <dd>${words}</dd>
              </div>`,
          )}
        </dl>
      </details>`,
  };
}
