import { html, svg, type TemplateResult } from 'lit';
import { lineKinds } from '../canvas/edge-look.ts';
import { countsOf } from '../core/filter.ts';
import { months } from '../core/months.ts';
import lines from '../data/lines.json';
import { mostSources, noFilter, type Filter } from '../core/view.ts';
import type { Context, Page } from './context.ts';
import { lineGlyph, shapeGlyph } from './glyphs.ts';
import { savings } from './savings.ts';
import { actorLink, colorOf, nameOf, typeLabel } from './pieces.ts';

type Lists = 'types' | 'acts' | 'lines' | 'documents';

function boxes(
  { view: { filter }, change }: Context,
  list: Lists,
  legend: string,
  options: readonly { readonly key: string; readonly count: number; readonly label: TemplateResult | string }[],
): TemplateResult {
  const out = new Set(filter[list]);
  const toggle = (key: string): void =>
    change({ [list]: out.has(key) ? filter[list].filter((one) => one !== key) : [...filter[list], key] });
  return html`<fieldset>
    <legend>${legend}</legend>
    <div class="actions">
      <button ?disabled=${out.size === 0} @click=${() => change({ [list]: [] })}>All</button>
      <button
        ?disabled=${out.size === options.length}
        @click=${() => change({ [list]: options.map(({ key }) => key) })}
      >
        None
      </button>
    </div>
    ${options.map(
      ({ key, count, label }) =>
        html`<label class="check"
          ><input type="checkbox" .checked=${!out.has(key)} @change=${() => toggle(key)} />${label}<span class="count"
            >${count}</span
          ></label
        >`,
    )}
  </fieldset>`;
}

/** When the shown edges were said, month by month, and between which days they are to be. */
function dates({ graph, view: { filter }, change }: Context): TemplateResult {
  const bars = months(graph.edges);
  const top = Math.max(1, ...bars.map(({ count }) => count));
  const field = (label: string, key: 'from' | 'to'): TemplateResult =>
    html`<label class="field"
      >${label}<input
        type="date"
        .value=${filter[key]}
        @change=${(event: Event) => change({ [key]: (event.target as HTMLInputElement).value })}
    /></label>`;
  return html`<fieldset>
    <legend>Said between</legend>
    ${
      bars.length < 2
        ? ''
        : html`<svg
              class="histogram"
              viewBox="0 0 ${bars.length} 10"
              preserveAspectRatio="none"
              role="img"
              aria-label=${`Edges by month, ${bars[0]?.month ?? ''} to ${bars.at(-1)?.month ?? ''}`}
            >
              ${bars.map(({ count }, index) => svg`<rect x=${index + 0.1} y=${10 - (count / top) * 10} width="0.8" height=${(count / top) * 10}></rect>`)}
            </svg>
            <div class="muted small between"><span>${bars[0]?.month}</span><span>${bars.at(-1)?.month}</span></div>`
    }
    <div class="pair">${field('From', 'from')} ${field('To', 'to')}</div>
    <p class="muted small">What has no date stays in the picture.</p>
  </fieldset>`;
}

/** Titles of the documents by source; none where they cannot be had, which is no reason to show no filter. */
const titlesOf = ({ api }: Context, signal: AbortSignal): Promise<ReadonlyMap<string, string>> =>
  api.documents(signal).then(
    ({ items }) => new Map(items.map(({ sourceId, title }) => [sourceId, title])),
    () => new Map(),
  );

/** What of the graph is drawn. */
export async function filterPage(context: Context, signal: AbortSignal): Promise<Page> {
  const titles = await titlesOf(context, signal);
  const { graph, kept, ontology, view, change } = context;
  const counts = countsOf(graph);
  const { filter } = view;
  const byCount = (all: ReadonlyMap<string, number>) =>
    [...all].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const isChanged = JSON.stringify(filter) !== JSON.stringify(noFilter);
  const hidden = filter.hidden.flatMap((id) => graph.nodes.find((node) => node.id === id) ?? []);
  return {
    title: 'What is shown',
    content: html`<p class="muted" role="status">
        ${kept.nodes.size} of ${graph.nodes.length} actors, ${kept.edges.size} of ${graph.edges.length} edges
      </p>
      <div class="actions">
        <button ?disabled=${!isChanged} @click=${() => change(noFilter)}>Show everything</button>
      </div>
      ${boxes(
        context,
        'lines',
        'Lines',
        lineKinds.map((key) => ({
          key,
          count: counts.lines.get(key) ?? 0,
          label: html`${lineGlyph(key)}${lines.kinds[key].label}`,
        })),
      )}
      <fieldset>
        <legend>Quiet edges</legend>
        <label class="check"
          ><input type="checkbox" .checked=${filter.loud} @change=${() => change({ loud: !filter.loud })} />Bring
          offices, citations and substances forward<span class="count">${counts.quiet}</span></label
        >
      </fieldset>
      <fieldset>
        <legend>Sources</legend>
        <label class="field"
          >Told by at least ${filter.sources === 1 ? 'one source' : `${filter.sources} independent sources`}
          <input
            type="range"
            min="1"
            max=${mostSources}
            .value=${String(filter.sources)}
            @change=${(event: Event) => change({ sources: Number((event.target as HTMLInputElement).value) })}
        /></label>
      </fieldset>
      ${dates(context)}
      ${boxes(
        context,
        'types',
        'Actors',
        byCount(counts.types).map(([key, count]) => ({
          key,
          count,
          label: html`${shapeGlyph(key, colorOf(context, key))}${typeLabel(context, key)}`,
        })),
      )}
      ${boxes(
        context,
        'acts',
        'Acts',
        byCount(counts.acts).map(([key, count]) => ({ key, count, label: ontology.acts[key]?.label ?? key })),
      )}
      ${boxes(
        context,
        'documents',
        'Documents (what rests on an unticked one alone is left out)',
        byCount(counts.documents).map(([key, count]) => ({ key, count, label: nameOf(titles.get(key) ?? key, 60) })),
      )}
      ${
        hidden.length === 0
          ? ''
          : html`<fieldset>
              <legend>Put away</legend>
              <ul class="plain">
                ${hidden.map(
                  (node) =>
                    html`<li>
                      ${actorLink(context, node)}
                      <button
                        @click=${() => change({ hidden: filter.hidden.filter((id) => id !== node.id) } satisfies Partial<Filter>)}
                      >
                        Show again
                      </button>
                    </li>`,
                )}
              </ul>
            </fieldset>`
      }
      ${savings(context)}`,
  };
}
