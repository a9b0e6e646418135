import { html, type TemplateResult } from 'lit';
import { dateWords } from '../core/dates.ts';
import { asWritten, oneLine } from '../core/text.ts';
import { pieces, type Piece } from '../core/text-pieces.ts';
import type { Context, Page } from './context.ts';
import { nameOf, placeLink } from './pieces.ts';

function pieceOf(context: Context, { text, claims, zone }: Piece, chosen: string | null): TemplateResult {
  const words = asWritten(text);
  const [first] = claims;
  if (first === undefined) return html`<span class="zone ${zone}">${words}</span>`;
  const claim = chosen !== null && claims.includes(chosen) ? chosen : first;
  return html`<mark
    class="zone ${zone} ${claims.includes(chosen ?? '') ? 'chosen' : ''}"
    data-claims=${claims.join(' ')}
    >${placeLink(context, { kind: 'claim', id: claim }, words)}</mark
  >`;
}

/** What of the picture hangs on this source? One click shows the picture without it. */
function withoutIt({ view: { filter }, change }: Context, id: string): TemplateResult {
  const isOut = filter.documents.includes(id);
  const documents = isOut ? filter.documents.filter((one) => one !== id) : [...filter.documents, id];
  return html`<button aria-pressed=${isOut} @click=${() => change({ documents })}>Picture without it</button>`;
}

/** A document as it was read: its zones, every stretch that states a claim, and the one that was asked for in view. */
export async function documentPage(
  context: Context,
  id: string,
  chosen: string | null,
  signal: AbortSignal,
): Promise<Page> {
  const document = await context.api.document(id, signal);
  const { text, zones, marks, kind, publisher, author, published } = document;
  const order = [
    ...new Map(marks.toSorted((a, b) => a.start - b.start || a.end - b.end).map((mark) => [mark.claim, mark])).keys(),
  ];
  const at = chosen === null ? -1 : order.indexOf(chosen);
  const step = (by: number, label: string): TemplateResult => {
    const next = order[at < 0 ? (by > 0 ? 0 : order.length - 1) : (at + by + order.length) % order.length];
    return next === undefined ? html`` : placeLink(context, { kind: 'document', id, claim: next }, label, 'button');
  };
  const said = dateWords(published?.from ?? undefined, published?.to ?? undefined);
  return {
    title: oneLine(document.title),
    ...(chosen === null ? {} : { scrollTo: 'mark.chosen' }),
    inFront:
      chosen === null
        ? {}
        : {
            node: null,
            edges: context.graph.edges.filter(({ claimIds }) => claimIds.includes(chosen)).map((edge) => edge.id),
          },
    content: html`<p class="muted small">
        ${kind}${publisher ? html`, ${nameOf(publisher, 80)}` : ''}${author ? html`, by ${nameOf(author, 80)}` : ''}${said ? `, ${said}` : ''}
      </p>
      <div class="actions sticky" role="group" aria-label="Claims in this document">
        <span class="muted">${at < 0 ? `${order.length} claims` : `claim ${at + 1} of ${order.length}`}</span>
        ${step(-1, 'Previous')} ${step(1, 'Next')}
        ${chosen === null ? '' : placeLink(context, { kind: 'claim', id: chosen }, 'Open this claim', 'button')}
        ${withoutIt(context, id)}
      </div>
      ${order.length === 0 ? html`<p class="note">No claim was found in this document.</p>` : ''}
      <article class="document" dir="auto" tabindex="0" aria-label="Text of the document">
        ${pieces(text, zones, marks)
          .filter((piece, index) => index > 0 || piece.text.trim() !== '')
          .map((piece) => pieceOf(context, piece, chosen))}
      </article>`,
  };
}

/** All documents that the graph rests on. */
export async function documentsPage(context: Context, signal: AbortSignal): Promise<Page> {
  const { items } = await context.api.documents(signal);
  return {
    title: items.length === 1 ? '1 document' : `${items.length} documents`,
    content: html`${items.length === 0 ? html`<p class="note">No documents yet. Drop a text file on this page.</p>` : ''}
      <ul class="plain spaced">
        ${items.map(
          ({ sourceId, title, kind, publisher, published, claims, entities }) =>
            html`<li>
              ${placeLink(context, { kind: 'document', id: sourceId, claim: null }, nameOf(title, 100))}
              <div class="muted small">
                ${kind}${publisher ? html`, ${nameOf(publisher, 60)}` : ''}${published?.from ? `, ${dateWords(published.from, published.to ?? undefined)}` : ''};
                ${entities} actors, ${claims} claims
              </div>
            </li>`,
        )}
      </ul>`,
  };
}
