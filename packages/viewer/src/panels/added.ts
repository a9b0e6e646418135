import { html, type TemplateResult } from 'lit';
import { shortened } from '../core/text.ts';
import type { Brief, Claim, Uploaded } from '../core/types.ts';
import type { Context, Page } from './context.ts';
import { actorLink, claimItem, nameOf, placeLink } from './pieces.ts';

/** What became of one file. */
export type Outcome =
  | { readonly file: string; readonly added: Uploaded }
  | { readonly file: string; readonly problem: string };

const actorsQuery = `MATCH (e:Entity)-[m:MENTIONED_IN]->(d:Document {id: $id})
RETURN e.id AS id, e.name AS name, e.type AS type ORDER BY m.count DESC, name LIMIT 40`;
const claimsQuery = `MATCH (c:Claim)-[:EVIDENCED_BY]->(s:Span)-[:IN]->(d:Document {id: $id})
RETURN c.id AS id, s.start AS start ORDER BY start LIMIT 20`;

/** What is shown of one file, and the ids of what was found in it. */
interface Told {
  readonly content: TemplateResult;
  readonly found: readonly string[];
}

async function outcomeOf(context: Context, outcome: Outcome, signal: AbortSignal): Promise<Told> {
  if ('problem' in outcome) {
    const content = html`<section>
      <h3><bdi>${shortened(outcome.file, 80)}</bdi></h3>
      <p class="problem" role="alert">${outcome.problem}</p>
    </section>`;
    return { content, found: [] };
  }
  const { sourceId, entities, claims } = outcome.added;
  const [actors, found] = await Promise.all([
    context.api.ask(actorsQuery, { id: sourceId }, signal),
    context.api.ask(claimsQuery, { id: sourceId }, signal),
  ]);
  const briefs = actors.rows.map(([id, name, type]): Brief => ({
    id: String(id),
    name: String(name),
    type: String(type),
  }));
  const read: readonly Claim[] = await Promise.all(found.rows.map(([id]) => context.api.claim(String(id), signal)));
  const content = html`<section>
    <h3>${placeLink(context, { kind: 'document', id: sourceId, claim: null }, nameOf(outcome.file, 80))}</h3>
    <p>${entities} actors, ${claims} claims</p>
    ${
      briefs.length === 0
        ? html`<p class="note">No actor was recognised in this text.</p>`
        : html`<ul class="plain inline-list">
            ${briefs.map((brief) => html`<li>${actorLink(context, brief)}</li>`)}
          </ul>`
    }
    ${
      read.length === 0
        ? ''
        : html`<ul class="claims">
            ${read.map((claim) => claimItem(context, claim))}
          </ul>`
    }
  </section>`;
  return { content, found: [...briefs, ...read].map(({ id }) => id) };
}

/** What was taken from the files that were added, file by file. */
export async function addedPage(context: Context, outcomes: readonly Outcome[], signal: AbortSignal): Promise<Page> {
  const told = await Promise.all(outcomes.map((outcome) => outcomeOf(context, outcome, signal)));
  const ids = new Set(told.flatMap(({ found }) => found));
  const edges = context.graph.edges.filter(({ claimIds }) => claimIds.some((id) => ids.has(id)));
  const nodes = context.graph.nodes.filter(({ id }) => ids.has(id)).map(({ id }) => id);
  const good = outcomes.filter((outcome) => 'added' in outcome).length;
  return {
    title:
      good === outcomes.length
        ? 'Added'
        : good === 0
          ? 'Nothing was added'
          : `${good} of ${outcomes.length} files added`,
    inFront: { node: null, marked: { nodes, edges: edges.map(({ id }) => id) } },
    content: html`${told.map(({ content }) => content)}`,
  };
}
