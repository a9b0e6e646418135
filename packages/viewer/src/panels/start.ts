import { html } from 'lit';
import type { Context, Page } from './context.ts';
import { placeLink } from './pieces.ts';

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
        Click an actor or a line; double-click an actor to bring in its neighbours. Press <kbd>/</kbd> to search. Drop a
        text file on the page to add it. ${placeLink(context, { kind: 'documents' }, 'Which documents are these?')}
      </p>`,
  };
}
