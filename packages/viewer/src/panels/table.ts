import { html, type TemplateResult } from 'lit';
import { cellText, csvOf, textsIn, isNode } from '../core/cells.ts';
import { asWritten } from '../core/text.ts';
import type { Brief, Table } from '../core/types.ts';
import { saveText } from '../core/save.ts';
import type { Context, InFront } from './context.ts';
import { actorLink, nameOf, placeLink } from './pieces.ts';

const claimId = /^c_[0-9a-f]{16,}$/u;

function valueOf(context: Context, known: ReadonlyMap<string, Brief>, value: unknown): TemplateResult | string {
  if (isNode(value) && value.labels.includes('Entity'))
    return actorLink(context, {
      id: value.id,
      name: cellText(value),
      type: cellText(value.properties['type'] ?? value.labels.at(-1)),
    });
  if (isNode(value) && value.labels.includes('Claim'))
    return placeLink(context, { kind: 'claim', id: value.id }, nameOf(cellText(value), 160));
  if (isNode(value) && value.labels.includes('Document'))
    return placeLink(
      context,
      { kind: 'document', id: cellText(value.properties['id']), claim: null },
      nameOf(cellText(value)),
    );
  if (typeof value === 'string') {
    if (claimId.test(value)) return placeLink(context, { kind: 'claim', id: value }, 'open');
    const brief = known.get(value);
    if (brief) return actorLink(context, brief);
  }
  if (Array.isArray(value))
    return html`${value.map((inner, index) => html`${index > 0 ? ', ' : ''}${valueOf(context, known, inner)}`)}`;
  return html`<bdi>${asWritten(cellText(value))}</bdi>`;
}

/** The parts of a result that the canvas can show. */
export function frontOfTable({ graph }: Context, { rows }: Table): InFront {
  const ids = textsIn(rows);
  const names = new Map(graph.nodes.map((node) => [node.name, node.id]));
  const nodes = new Set(graph.nodes.filter(({ id }) => ids.has(id)).map(({ id }) => id));
  for (const text of ids) {
    const named = names.get(text);
    if (named !== undefined) nodes.add(named);
  }
  // A row seldom carries ids: the sentence that an edge rests on tells as well which edge is meant.
  const edges = graph.edges.filter(
    ({ id, claimIds, quotes = [] }) =>
      ids.has(id) || claimIds.some((claim) => ids.has(claim)) || quotes.some((quote) => ids.has(quote)),
  );
  // Of a result that names actors only, the edges between them are what it is about.
  if (edges.length === 0) edges.push(...graph.edges.filter(({ from, to }) => nodes.has(from) && nodes.has(to)));
  for (const { from, to } of edges) for (const end of [from, to]) nodes.add(end);
  return { node: null, marked: nodes.size === 0 ? null : { nodes: [...nodes], edges: edges.map(({ id }) => id) } };
}

const mostRows = 500;

/** How much room a cell wants, so that a long text among short ones does not become a tall column of single words. */
const widthOf = (value: unknown): string => {
  const { length } = cellText(value);
  return length > 60 ? 'long' : length > 24 ? 'medium' : '';
};

/** A result as a table with links into the graph, and as CSV. */
export function tableOf(context: Context, table: Table, name: string): TemplateResult {
  const { columns, rows } = table;
  const known = new Map(context.graph.nodes.map((node) => [node.id, node]));
  for (const node of context.graph.nodes) if (!known.has(node.name)) known.set(node.name, node);
  if (rows.length === 0)
    return html`<p class="note" role="status">No rows: nothing in these documents answers this.</p>`;
  return html`<div class="actions">
      <span class="muted" role="status"
        >${rows.length}
        ${rows.length === 1 ? 'row' : 'rows'}${table.truncated ? ' (cut: there are more)' : ''}${rows.length > mostRows ? `, the first ${mostRows} shown` : ''}</span
      >
      <button @click=${() => saveText(`${name}.csv`, 'text/csv', csvOf(table))}>Download CSV</button>
    </div>
    <div class="scroll result" tabindex="0" role="region" aria-label="Result">
      <table>
        <thead>
          <tr>
            ${columns.map((column) => html`<th scope="col">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.slice(0, mostRows).map(
            (row) =>
              html`<tr>
                ${row.map((value) => html`<td class=${widthOf(value)}>${valueOf(context, known, value)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}
