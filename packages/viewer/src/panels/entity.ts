import { html, type TemplateResult } from 'lit';
import { until } from 'lit/directives/until.js';
import './claim-list.ts';
import { oneLine } from '../core/text.ts';
import type { Claim, Entity } from '../core/types.ts';
import type { Context, Page } from './context.ts';
import { connections } from './connections.ts';
import { shapeGlyph } from './glyphs.ts';
import { identifierList } from './identifiers.ts';
import { actorLink, actLabel, colorOf, nameOf, placeLink, typeLabel } from './pieces.ts';

/** Acts that say what somebody is rather than what somebody did. */
const standing = new Set(['HOLDS_OFFICE', 'PART_OF', 'MEMBER_OF', 'ALIAS_OF', 'BASED_IN']);

const aliasQuery = `MATCH (a:Alias)-[r:OF]->(e:Entity {id: $id})
OPTIONAL MATCH (d:Document {id: a.sourceId})
RETURN a.surface AS name, r.reason AS reason, r.decision AS decision, d.title AS document, a.sourceId AS sourceId
ORDER BY name, document LIMIT 200`;
const mentionQuery = `MATCH (e:Entity {id: $id})-[m:MENTIONED_IN]->(d:Document)
RETURN d.id AS sourceId, d.title AS title, m.count AS times ORDER BY times DESC, title LIMIT 50`;
const relatedQuery = `MATCH (e:Entity {id: $id})-[r:ACTS_FOR|INCLUDES]-(o:Entity)
RETURN type(r) AS kind, startNode(r).id = $id AS outward, o.id AS id, o.name AS name, o.type AS type
ORDER BY kind, name LIMIT 100`;

type Row = readonly unknown[];
const words = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A part of the panel with its own question: shown when it has come, empty when nothing is known. */
function later(
  { api }: Context,
  signal: AbortSignal,
  query: string,
  id: string,
  show: (rows: readonly Row[]) => TemplateResult | string,
): TemplateResult {
  const answer = api.ask(query, { id }, signal).then(
    ({ rows }) => (rows.length === 0 ? '' : show(rows)),
    () => html`<p class="note small">This part could not be read.</p>`,
  );
  return html`${until(answer, html`<p class="muted small">…</p>`)}`;
}

const aliasTable = (context: Context, entity: Entity, signal: AbortSignal): TemplateResult =>
  html`<details class="group" id="why">
    <summary><b>Why these are one actor</b> <span class="count">${entity.aliases.length}</span></summary>
    ${later(
      context,
      signal,
      aliasQuery,
      entity.id,
      (rows) =>
        html`<table>
          <thead>
            <tr>
              <th scope="col">Name in the text</th>
              <th scope="col">Reason</th>
              <th scope="col">Document</th>
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              ([name, reason, decision, title, sourceId]) =>
                html`<tr>
                  <td>${nameOf(words(name), 60)}</td>
                  <td>
                    ${oneLine(words(reason) || 'the only one of its name')}${decision ? html` <span class="tag">decided by a person</span>` : ''}
                  </td>
                  <td>
                    ${placeLink(context, { kind: 'document', id: words(sourceId), claim: null }, nameOf(words(title) || words(sourceId), 50))}
                  </td>
                </tr>`,
            )}
          </tbody>
        </table>`,
    )}
  </details>`;

function actionRow(context: Context, id: string): TemplateResult {
  const { filter } = context.view;
  const isAlone = filter.around.length === 1 && filter.around[0] === id;
  const isPinned = filter.pinned.some((one) => one.id === id);
  return html`<div class="actions" role="group" aria-label="On the canvas">
    <button @click=${() => context.expand(id)}>Expand</button>
    <button aria-pressed=${isAlone} @click=${() => context.change({ around: isAlone ? [] : [id] })}>
      Only its neighbours
    </button>
    <button aria-pressed=${isPinned} @click=${() => context.pin(id)}>Pin</button>
    <button @click=${() => context.change({ hidden: [...filter.hidden, id] })}>Hide</button>
    ${placeLink(context, { kind: 'path', from: id, to: '' }, 'Path to …', 'button')}
  </div>`;
}

function facts(context: Context, claims: readonly Claim[], id: string): TemplateResult | string {
  // A claim is here also when the actor only says it: that is no fact about the actor.
  const all = claims.filter(
    ({ act, polarity, modality, agent, target }) =>
      standing.has(act) &&
      polarity !== 'negative' &&
      modality === 'performed' &&
      (agent?.id === id || target?.id === id),
  );
  const lines = new Map<string, TemplateResult>();
  for (const claim of all) {
    const outward = claim.agent?.id === id;
    const other = outward ? claim.target : claim.agent;
    const label = claim.title
      ? `${oneLine(claim.title)}, ${actLabel(context, claim, !outward)}`
      : actLabel(context, claim, !outward);
    lines.set(
      `${label}|${other?.id ?? ''}`,
      html`<li>${placeLink(context, { kind: 'claim', id: claim.id }, label)} ${actorLink(context, other)}</li>`,
    );
  }
  return lines.size === 0
    ? ''
    : html`<h3>Facts</h3>
        <ul class="plain">
          ${[...lines.values()].slice(0, 40)}
        </ul>`;
}

const relatedWords = (kind: unknown, outward: unknown): string =>
  kind === 'ACTS_FOR'
    ? outward === true
      ? 'acts for'
      : 'has acting for it'
    : outward === true
      ? 'includes'
      : 'is among';

/** An actor: what it is, its names and why they are one, its facts, and the claims it takes part in. */
export async function entityPage(context: Context, id: string, signal: AbortSignal): Promise<Page> {
  const { entity, claims } = await context.api.entity(id, signal);
  const others = entity.aliases.filter((alias) => alias !== entity.name);
  const isFact = ({ act, agent, target }: Claim): boolean =>
    standing.has(act) && (agent?.id === entity.id || target?.id === entity.id);
  const rest = claims.filter((claim) => !isFact(claim));
  return {
    title: oneLine(entity.name),
    inFront: { node: entity.id },
    content: html`<p class="kind">
        ${shapeGlyph(entity.type, colorOf(context, entity.type))} ${typeLabel(context, entity.type)}
        ${context.kept.nodes.has(entity.id) ? '' : html`<span class="tag">not in the picture</span>`}
      </p>
      ${others.length > 0 ? html`<p class="muted small">also ${others.slice(0, 12).map((alias, index) => html`${index > 0 ? ', ' : ''}${nameOf(alias, 60)}`)}${others.length > 12 ? ` and ${others.length - 12} more` : ''}</p>` : ''}
      ${identifierList(entity)} ${actionRow(context, entity.id)} ${facts(context, claims, entity.id)}
      ${connections(context, entity.id)}
      ${later(
        context,
        signal,
        relatedQuery,
        entity.id,
        (rows) =>
          html`<ul class="plain">
            ${rows.map(
              ([kind, outward, other, name, type]) =>
                html`<li>
                  ${relatedWords(kind, outward)}
                  ${actorLink(context, { id: words(other), name: words(name), type: words(type) })}
                </li>`,
            )}
          </ul>`,
      )}
      <h3>${rest.length} ${rest.length === 1 ? 'claim' : 'claims'}</h3>
      ${rest.length === 0 ? html`<p class="note">Nothing is claimed of this actor beyond its facts.</p>` : ''}
      <attest-claim-list .context=${context} .claims=${rest} .of=${entity.id}></attest-claim-list>
      ${aliasTable(context, entity, signal)}
      ${later(
        context,
        signal,
        mentionQuery,
        entity.id,
        (rows) =>
          html`<h3>Mentioned in</h3>
            <ul class="plain">
              ${rows.map(
                ([sourceId, title, times]) =>
                  html`<li>
                    ${placeLink(context, { kind: 'document', id: words(sourceId), claim: null }, nameOf(words(title), 80))}
                    <span class="muted">${Number(times)}×</span>
                  </li>`,
              )}
            </ul>`,
      )}`,
  };
}
