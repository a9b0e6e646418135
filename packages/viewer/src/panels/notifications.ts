import { html, type TemplateResult } from 'lit';
import { asWritten } from '../core/text.ts';
import type { Table } from '../core/types.ts';

/** What a query's answer says beside its rows, such as a label that the graph does not have: mostly a slip of the pen. */
export function notificationsOf({ notifications = [] }: Table): TemplateResult | string {
  if (notifications.length === 0) return '';
  return html`<ul class="notifications" aria-label="Notes on the query">
    ${notifications.map(
      ({ message, position }) =>
        html`<li>${asWritten(message)} <span>(line ${position.line}, column ${position.column})</span></li>`,
    )}
  </ul>`;
}
