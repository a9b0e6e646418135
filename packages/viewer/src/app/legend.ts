import { html, render, type TemplateResult } from 'lit';
import { lineKinds } from '../canvas/edge-look.ts';
import { countsOf } from '../core/filter.ts';
import lines from '../data/lines.json';
import type { Context } from '../panels/context.ts';
import { lineGlyph, shapeGlyph } from '../panels/glyphs.ts';
import { colorOf, typeLabel } from '../panels/pieces.ts';

function chip(
  context: Context,
  list: 'types' | 'lines',
  key: string,
  count: number,
  content: TemplateResult,
  about: string,
): TemplateResult {
  const out = context.view.filter[list];
  const isShown = !out.includes(key);
  return html`<button
    class="chip"
    aria-pressed=${isShown}
    title=${`${about}. ${isShown ? 'Click to take out of the picture' : 'Click to bring back'}`}
    @click=${() => context.change({ [list]: isShown ? [...out, key] : out.filter((one) => one !== key) })}
  >
    ${content}<span class="count">${count}</span>
  </button>`;
}

/** What marks and lines mean, in words; each entry takes its kind out of the picture and brings it back. */
export function drawLegend(root: HTMLElement, context: Context): void {
  const counts = countsOf(context.graph);
  const types = Object.keys(context.ontology.entityTypes).filter((type) => counts.types.has(type));
  render(
    html`<details class="legend" ?open=${innerWidth > 800}>
      <summary>Legend</summary>
      <div class="chips" role="group" aria-label="Lines">
        ${lineKinds.map((key) =>
          chip(
            context,
            'lines',
            key,
            counts.lines.get(key) ?? 0,
            html`${lineGlyph(key)}${lines.kinds[key].label}`,
            lines.kinds[key].about,
          ),
        )}
      </div>
      <div class="chips" role="group" aria-label="Actors">
        ${types.map((key) =>
          chip(
            context,
            'types',
            key,
            counts.types.get(key) ?? 0,
            html`${shapeGlyph(key, colorOf(context, key))}${typeLabel(context, key)}`,
            context.ontology.entityTypes[key]?.description ?? key,
          ),
        )}
      </div>
      ${
        counts.quiet === 0
          ? ''
          : html`<button
              class="chip"
              aria-pressed=${context.view.filter.loud}
              @click=${() => context.change({ loud: !context.view.filter.loud })}
            >
              offices, citations, substances forward<span class="count">${counts.quiet}</span>
            </button>`
      }
    </details>`,
    root,
  );
}
