import { html, type TemplateResult } from 'lit';
import { edgeWords } from '../canvas/edge-look.ts';
import { pathsBetween, type Path } from '../core/path.ts';
import { oneLine } from '../core/text.ts';
import type { Brief } from '../core/types.ts';
import type { Context, Page } from './context.ts';
import { actorLink, edgeItem } from './pieces.ts';
import { finder } from './suggest.ts';

function pathItem(context: Context, briefs: ReadonlyMap<string, Brief>, { nodes, hops }: Path): TemplateResult {
  return html`<li class="path">
    ${nodes.map((id, index) => {
      const next = hops[index] ?? [];
      return html`<div>${actorLink(context, briefs.get(id))}</div>
        ${
          next.length === 0
            ? ''
            : html`<ul class="plain hops">
                ${next.map(
                  (edge) =>
                    html`<li>
                      <span aria-hidden="true">${edge.from === id ? '↓' : '↑'}</span>
                      <span class="hidden">${edge.from === id ? 'to the next' : 'from the next'}</span>
                      ${edgeItem(context, edge, edgeWords(edge))}
                    </li>`,
                )}
              </ul>`
        }`;
    })}
  </li>`;
}

/** The shortest ways between two actors, over what the filter leaves. */
export function pathPage(context: Context, from: string, to: string): Page {
  const { graph, kept } = context;
  const briefs = new Map(graph.nodes.map((node) => [node.id, node]));
  const both = from !== '' && to !== '';
  const paths = both
    ? pathsBetween(
        graph.edges.filter(({ id }) => kept.edges.has(id)),
        from,
        to,
      )
    : [];
  const field = (label: string, id: string, choose: (id: string) => void): TemplateResult =>
    html`<attest-suggest
      .label=${label}
      .value=${oneLine(briefs.get(id)?.name ?? '')}
      .name=${`path-${label.toLowerCase()}`}
      .find=${finder(context)}
      @chosen=${(event: CustomEvent<Brief>) => choose(event.detail.id)}
    ></attest-suggest>`;
  return {
    title: 'Path between two actors',
    inFront: {
      node: null,
      marked: both
        ? {
            nodes: [from, to, ...paths.flatMap(({ nodes }) => nodes)],
            edges: paths.flatMap(({ hops }) => hops.flat().map(({ id }) => id)),
          }
        : null,
    },
    content: html`<div class="path-form">
        ${field('From', from, (id) => context.go({ kind: 'path', from: id, to }))}
        ${field('To', to, (id) => context.go({ kind: 'path', from, to: id }))}
        <div class="actions">
          <button
            ?disabled=${from === '' && to === ''}
            @click=${() => context.go({ kind: 'path', from: to, to: from })}
          >
            Swap
          </button>
        </div>
      </div>
      ${
        both
          ? paths.length === 0
            ? html`<p class="note" role="status">No way leads from one to the other over what the picture shows.</p>`
            : html`<p class="muted small" role="status">
                  ${paths.length === 1 ? 'One shortest way' : `${paths.length} shortest ways`},
                  ${(paths[0]?.nodes.length ?? 1) - 1} steps. A way is no statement: read each step.
                  ${graph.truncated ? 'Only a part of the graph is loaded: there may be shorter ways.' : ''}
                </p>
                <ol class="plain">
                  ${paths.map((path) => pathItem(context, briefs, path))}
                </ol>`
          : html`<p class="muted small">Choose two actors.</p>`
      }`,
  };
}
