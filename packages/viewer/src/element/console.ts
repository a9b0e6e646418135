import { html, type TemplateResult } from 'lit';
import { cellText } from '../core/cells.ts';
import { asWritten } from '../core/text.ts';
import type { Table } from '../core/types.ts';
import { notificationsOf } from '../panels/notifications.ts';

/** What became of a query: rows, or what was wrong with it. */
export type Answer = { readonly table: Table } | { readonly problem: string };

const sample = 'MATCH (c:Claim)-[:TARGET]->(e:Entity)\nRETURN e.name AS whom, count(c) AS claims ORDER BY claims DESC';

/** The field for a query and its answer, below the picture. */
export function consoleOf(answer: Answer | null, run: (query: string) => void): TemplateResult {
  return html`<details class="console">
    <summary>Ask in Cypher</summary>
    <form
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        const { query } = (event.target as HTMLFormElement).elements as unknown as { query: HTMLTextAreaElement };
        run(query.value);
      }}
    >
      <textarea
        name="query"
        rows="3"
        aria-label="Query in Cypher"
        spellcheck="false"
        .defaultValue=${sample}
      ></textarea>
      <button type="submit">Run</button>
    </form>
    ${
      answer === null
        ? ''
        : 'problem' in answer
          ? html`<p class="wrong" role="alert">${answer.problem}</p>`
          : html`${notificationsOf(answer.table)}
              <table>
                <thead>
                  <tr>
                    ${answer.table.columns.map((column) => html`<th scope="col">${column}</th>`)}
                  </tr>
                </thead>
                <tbody>
                  ${answer.table.rows.map(
                    (row) =>
                      html`<tr>
                        ${row.map((value) => html`<td>${asWritten(cellText(value))}</td>`)}
                      </tr>`,
                  )}
                </tbody>
              </table>`
    }
  </details>`;
}
