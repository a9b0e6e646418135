import { html } from 'lit';
import { claimPage, edgePage } from '../panels/claim.ts';
import type { Context, Page } from '../panels/context.ts';
import { documentPage, documentsPage } from '../panels/document.ts';
import { entityPage } from '../panels/entity.ts';
import { filterPage } from '../panels/filter.ts';
import { listPage } from '../panels/list.ts';
import { pathPage } from '../panels/path.ts';
import { queryPage, questionPage } from '../panels/query.ts';
import { searchPage } from '../panels/search.ts';
import { startPage } from '../panels/start.ts';

/** The panel of the place that the view names. */
export async function pageOf(context: Context, signal: AbortSignal): Promise<Page> {
  const { place } = context.view;
  switch (place.kind) {
    case 'start':
      return startPage(context);
    case 'search':
      return searchPage(context, place.text, signal);
    case 'entity':
      return entityPage(context, place.id, signal);
    case 'edge':
      return edgePage(context, place.id, signal);
    case 'claim':
      return claimPage(context, place.id, signal);
    case 'document':
      return documentPage(context, place.id, place.claim, signal);
    case 'documents':
      return documentsPage(context, signal);
    case 'question':
      return questionPage(context, place, signal);
    case 'query':
      return queryPage(context, place.text, signal);
    case 'path':
      return pathPage(context, place.from, place.to);
    case 'list':
      return listPage(context);
    case 'filter':
      return filterPage(context, signal);
  }
}

/** What is shown when a panel could not be had; `retry` tries again. */
export const problemPage = (error: unknown, retry: () => void): Page => ({
  title: 'That did not work',
  content: html`<div class="problem" role="alert"><p>${error instanceof Error ? error.message : String(error)}</p></div>
    <div class="actions"><button @click=${retry}>Try again</button></div>`,
});
